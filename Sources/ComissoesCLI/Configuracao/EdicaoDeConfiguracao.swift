import Dados
import Dominio
import DurableFiles
import JSONDocuments
import Planilhas

/// A new meaning for one FORMA in the file of the configuration. Nothing else in it changes, not
/// even a space.
struct EdicaoDeConfiguracao {
  private static let secao = "mapeamento_forma"

  /// The file; where the configuration is a link, what it leads to.
  let caminho: String
  /// Nil when there is no file yet.
  let antes: [UInt8]?
  let depois: [UInt8]
  /// Who may read and write the file, before and after.
  private let permissoes: FilePermissions

  /// Where the former file is kept.
  var copia: String { "\(caminho).anterior" }

  /// - Parameter forma: trimmed, folded and in upper case.
  init(
    _ configuracao: Configuracao, forma: String, sentido: Gestores.Sentido
  ) throws(Falha) {
    let indicado = configuracao.caminho
    let real = resolvedPath(indicado)
    caminho = real == absolutePath(indicado) ? indicado : real
    guard configuracao.texto == nil || isWritable(caminho) else {
      throw Falha(
        .cannotWrite,
        "\(caminho): o arquivo está protegido contra gravação; nada foi mudado. Tire a proteção"
          + " (chmod u+w) e tente de novo.")
    }
    permissoes = FilePermissions(of: caminho) ?? .ownerOnly
    do throws(FileError) {
      antes = configuracao.texto == nil ? nil : try readFile(caminho)
    } catch {
      throw Falha(error)
    }
    let lido = antes ?? Array("{}\n".utf8)
    guard
      let editado = settingText(
        sentido.palavra, for: forma, where: { Rotulo($0) == Rotulo(forma) }, in: Self.secao,
        of: lido),
      try Self.confere(editado, lido, Rotulo(forma), sentido, caminho)
    else {
      throw Falha(
        .badConfiguration,
        "\(caminho): não sei mudar este arquivo sem risco para o resto dele; nada foi mudado."
          + " Escreva à mão, em `\(Self.secao)`: \"\(forma)\": \"\(sentido.palavra)\".")
    }
    depois = editado
  }

  /// The parser is the judge: the new document is the old one but for this word, and as a
  /// configuration it says what it is to say.
  private static func confere(
    _ editado: [UInt8], _ lido: [UInt8], _ forma: Rotulo, _ sentido: Gestores.Sentido,
    _ caminho: String
  ) throws(Falha) -> Bool {
    guard let velho = (try? decodeJSON(JSONValue.self, from: lido))?.object,
      let novo = (try? decodeJSON(JSONValue.self, from: editado))?.object,
      velho.filter({ $0.key != secao }) == novo.filter({ $0.key != secao })
    else { return false }
    let outras = [velho, novo].map {
      ($0[secao]?.object ?? [:]).filter { Rotulo($0.key) != forma }
    }
    let leitura = try Configuracao.ler(editado, arquivo: caminho).leitura
    return outras[0] == outras[1] && leitura.formas[forma] == sentido
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

  /// The same for a step to go with.
  var troca: TrocaDeArquivo {
    let caminho = resolvedPath(absolutePath(caminho))
    return TrocaDeArquivo(
      caminho: caminho, antes: antes, depois: depois,
      copia: antes == nil ? nil : "\(caminho).anterior")
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
