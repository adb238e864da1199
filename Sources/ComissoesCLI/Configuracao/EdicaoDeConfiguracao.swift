import Dados
import Dominio
import DurableFiles
import JSONDocuments
import Planilhas

/// A text that the configuration is to have.
struct TextoDeConfiguracao {
  /// The object in which it stands; nil for the document itself.
  let secao: String?
  let chave: String
  let texto: String

  fileprivate var ehDeForma: Bool { secao == Self.formas }

  /// True for the key, and for other spellings of it that mean the same.
  fileprivate func vale(para chave: String) -> Bool {
    ehDeForma ? Rotulo(chave) == Rotulo(self.chave) : chave == self.chave
  }

  private static let formas = ChaveDeConfiguracao.mapeamentoDeForma.rawValue

  /// What a FORMA means.
  ///
  /// - Parameter forma: trimmed, folded and in upper case.
  static func forma(_ forma: String, _ sentido: Gestores.Sentido) -> TextoDeConfiguracao {
    TextoDeConfiguracao(secao: formas, chave: forma, texto: sentido.palavra)
  }
}

/// Texts put into the file of the configuration. Nothing else in it changes, not even a space.
struct EdicaoDeConfiguracao {
  /// The file; where the configuration is a link, what it leads to.
  let caminho: String
  /// Nil when there is no file yet.
  let antes: [UInt8]?
  let depois: [UInt8]
  /// The file after each FORMA that gets another meaning; other texts go with the first of them.
  private let etapas: [[UInt8]]
  /// Who may read and write the file, before and after.
  private let permissoes: FilePermissions

  /// Where the former file is kept.
  var copia: String { "\(caminho).anterior" }

  init(_ configuracao: Configuracao, _ textos: [TextoDeConfiguracao]) throws(Falha) {
    let indicado = configuracao.caminho
    let real = resolvedPath(indicado)
    caminho = real == absolutePath(indicado) ? indicado : real
    guard configuracao.texto == nil || isWritable(caminho) else {
      throw Falha(
        .cannotWrite,
        "\(caminho): o arquivo está protegido contra gravação; nada foi mudado. Permita a"
          + " gravação (no Linux, chmod u+w ARQUIVO) e tente de novo.")
    }
    permissoes = FilePermissions(of: caminho) ?? .ownerOnly
    do throws(FileError) {
      antes = configuracao.texto == nil ? nil : try readFile(caminho)
    } catch {
      throw Falha(error)
    }
    let lido = antes ?? Array("{}\n".utf8)
    guard let etapas = Self.etapas(lido, textos),
      try Self.confere(etapas.todas.last ?? lido, lido, textos, caminho)
    else {
      let aMao = textos.map { texto in
        "\(texto.secao.map { "em `\($0)`, " } ?? "")\"\(texto.chave)\": \"\(texto.texto)\""
      }
      throw Falha(
        .badConfiguration,
        "\(caminho): não sei mudar este arquivo sem risco para o resto dele; nada foi mudado."
          + " Escreva à mão: \(aMao.joined(separator: "; ")).")
    }
    depois = etapas.todas.last ?? lido
    self.etapas = etapas.deFormas
  }

  /// The file after each text, and after each that is of a FORMA.
  private static func etapas(
    _ lido: [UInt8], _ textos: [TextoDeConfiguracao]
  ) -> (todas: [[UInt8]], deFormas: [[UInt8]])? {
    var todas: [[UInt8]] = []
    var deFormas: [[UInt8]] = []
    for texto in textos {
      let editado = todas.last ?? lido
      let proximo =
        texto.secao.map { secao in
          settingText(
            texto.texto, for: texto.chave, where: texto.vale, in: secao, of: editado)
        } ?? settingText(texto.texto, for: texto.chave, of: editado)
      guard let proximo else { return nil }
      todas.append(proximo)
      if texto.ehDeForma { deFormas.append(proximo) }
    }
    return (todas, deFormas)
  }

  /// The parser is the judge: the new document is the old one with these texts in it, and it can be
  /// read as a configuration.
  private static func confere(
    _ editado: [UInt8], _ lido: [UInt8], _ textos: [TextoDeConfiguracao], _ caminho: String
  ) throws(Falha) -> Bool {
    guard var esperado = (try? decodeJSON(JSONValue.self, from: lido))?.object,
      let novo = (try? decodeJSON(JSONValue.self, from: editado))?.object
    else { return false }
    for texto in textos {
      guard let secao = texto.secao else {
        esperado[texto.chave] = .string(texto.texto)
        continue
      }
      var objeto = esperado[secao]?.object ?? [:]
      let grafias = objeto.keys.filter(texto.vale)
      for grafia in grafias.isEmpty ? [texto.chave] : grafias {
        objeto[grafia] = .string(texto.texto)
      }
      esperado[secao] = .object(objeto)
    }
    guard novo == esperado else { return false }
    _ = try Configuracao.ler(editado, arquivo: caminho)
    return true
  }

  /// Keeps the former file beside it, then puts the new one in its place in one step.
  func gravar() throws(Falha) {
    // Another process may have changed it since it was read: its word must not be lost.
    let agora: [UInt8]?
    do throws(FileError) { agora = try readFileIfThere(caminho) } catch { throw Falha(error) }
    guard agora == antes else { throw Falha(DadosError.ajusteMudou(caminho: caminho)) }
    do throws(FileError) {
      if let antes { try StagedFile.writing(antes, to: copia, permissoes).commit() }
      try StagedFile.writing(depois, to: caminho, permissoes).commit()
    } catch {
      throw Falha(error)
    }
  }

  /// The same for steps to go with: one for each FORMA that gets another meaning. What the file was
  /// before the first is kept.
  var trocas: [TrocaDeArquivo] {
    let caminho = resolvedPath(absolutePath(caminho))
    return zip([antes] + etapas.map(Optional.some), etapas).enumerated().map { lugar, etapa in
      TrocaDeArquivo(
        caminho: caminho, antes: etapa.0, depois: etapa.1,
        copia: lugar > 0 || antes == nil ? nil : "\(caminho).anterior")
    }
  }

  /// The lines that change, with `-` and `+` before them.
  var linhasMudadas: [String] { ComissoesCLI.linhasMudadas(de: antes, para: depois) }
}

/// The lines by which two texts differ, with `-` and `+` before them.
func linhasMudadas(de antes: [UInt8]?, para depois: [UInt8]?) -> [String] {
  var linhas = [antes ?? [], depois ?? []].map {
    String(decoding: $0, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
  }
  while let velha = linhas[0].first, velha == linhas[1].first {
    for lado in 0...1 { linhas[lado].removeFirst() }
  }
  while let velha = linhas[0].last, velha == linhas[1].last {
    for lado in 0...1 { linhas[lado].removeLast() }
  }
  return zip(linhas, ["-", "+"]).flatMap { linhas, sinal in
    linhas.filter { !$0.isEmpty }.map { "\(sinal) \($0)" }
  }
}

extension Gestores.Sentido {
  /// The word that the configuration uses.
  var palavra: String { rawValue }

  static let palavras = allCases.map(\.palavra)
  /// The same in a sentence.
  static let palavrasPermitidas = "PAGO, FINANCIADO, DESCONTO ou ALERTA"
}
