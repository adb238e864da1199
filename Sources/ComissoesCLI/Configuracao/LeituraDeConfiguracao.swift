import Dados
import Dominio
import DurableFiles
import JSONDocuments
import Planilhas

extension Configuracao {
  /// Reads a configuration; every mistake in it is told at once.
  ///
  /// - Parameter caminho: the file given by `--config`; nil for `config.json` in the working
  ///   directory, which may be missing.
  static func ler(_ caminho: String?) throws(Falha) -> Configuracao {
    let arquivo = caminho ?? "config.json"
    if caminho == nil, !fileExists(arquivo) { return Configuracao() }
    // Opening a pipe would wait for whoever writes into it.
    if isSomethingElse(arquivo) {
      throw Falha(
        .noInput, "\(arquivo): não é um arquivo comum. Indique um arquivo .json com --config.")
    }
    let bytes: [UInt8]
    do throws(FileError) { bytes = try readFile(arquivo) } catch { throw Falha(error) }
    return try ler(bytes, arquivo: arquivo)
  }

  /// What holds in the place of the file's words: a change of it that is true, and that a process
  /// was killed before making.
  mutating func seguir(_ ajuste: TrocaDeArquivo?) throws(Falha) {
    guard let ajuste else { return }
    guard let bytes = ajuste.depois else {
      self = Configuracao(pasta: pasta, caminho: caminho)
      return
    }
    self = try Self.ler(bytes, arquivo: caminho)
  }

  /// The same for the bytes of a file.
  ///
  /// - Parameter gravada: true for one that an operation has kept: what was accepted then, the last
  ///   of two spellings that disagree, is what counted then.
  static func ler(
    _ bytes: [UInt8], arquivo: String, gravada: Bool = false
  ) throws(Falha) -> Configuracao {
    let valor: JSONValue
    do throws(JSONDocumentError) {
      valor = try decodeJSON(JSONValue.self, from: bytes)
    } catch {
      throw Falha(
        .badConfiguration,
        "\(arquivo): não pode ser lido como JSON. Confira vírgulas, aspas e chaves; compare com"
          + " config.example.json.")
    }
    var leitor = LeitorDeConfiguracao(
      pasta: pastaDoArquivo(arquivo), aceitaContradicoes: gravada)
    leitor.configuracao.caminho = arquivo
    leitor.configuracao.texto = String(decoding: bytes, as: UTF8.self)
    leitor.ler(valor)
    guard leitor.problemas.isEmpty else {
      throw Falha(.badConfiguration, leitor.problemas.map { "\(arquivo): \($0)" })
    }
    return leitor.configuracao
  }
}

/// Goes through the document key by key and gathers what is wrong.
private struct LeitorDeConfiguracao {
  var configuracao = Configuracao()
  var problemas: [String] = []
  private let aceitaContradicoes: Bool

  init(pasta: String, aceitaContradicoes: Bool) {
    self.aceitaContradicoes = aceitaContradicoes
    configuracao.pasta = pasta
  }

  mutating func ler(_ valor: JSONValue) {
    guard let chaves = valor.object else {
      problemas.append(
        "o arquivo deve começar com { e terminar com }. Compare com config.example.json.")
      return
    }
    for (chave, valor) in chaves.sorted(by: { $0.key < $1.key }) {
      switch ChaveDeConfiguracao(rawValue: chave) {
      case .diretorioDeDados: configuracao.diretorioDeDados = caminho(valor, chave)
      case .pastaDasPlanilhas: configuracao.pastaDasPlanilhas = caminho(valor, chave)
      case .limites: lerLimites(valor, chave)
      case .linhasDeCabecalho: lerLinhasDeCabecalho(valor, chave)
      case .planilhas: lerPlanilhas(valor, chave)
      case .apelidos: lerApelidos(valor, chave)
      case .mapeamentoDeForma:
        lerMapeamento(
          valor, chave, em: \.leitura.formas, Gestores.Sentido.init(palavra:),
          permitidas: Gestores.Sentido.palavrasPermitidas)
      case .mapeamentoDeStatus:
        lerMapeamento(
          valor, chave, em: \.leitura.situacoes, Gestores.Situacao.init(palavra:),
          permitidas: "DESISTIU, DESCONTO, ENTROU ou ABERTO")
      case nil: configuracao.desconhecidas.append(chave)
      }
    }
  }

  /// A path, relative to the configuration's folder.
  private mutating func caminho(_ valor: JSONValue, _ chave: String) -> String? {
    guard let texto = valor.string, !texto.isEmpty else {
      problemas.append("`\(chave)` deve ser um caminho entre aspas, como \"dados\".")
      return nil
    }
    return configuracao.aoLado(texto)
  }

  private mutating func lerLinhasDeCabecalho(_ valor: JSONValue, _ chave: String) {
    guard let linhas = valor.integer, (1...1000).contains(linhas) else {
      problemas.append("`\(chave)` deve ser um número inteiro de 1 a 1000.")
      return
    }
    configuracao.leitura.linhasDeCabecalho = linhas
  }

  private mutating func lerLimites(_ valor: JSONValue, _ chave: String) {
    for (nome, valor) in objeto(valor, chave) {
      guard let limite = LimiteDeLeitura.todos.first(where: { $0.chave == nome }) else {
        let nomes = LimiteDeLeitura.todos.map(\.chave).joined(separator: ", ")
        problemas.append("`\(chave).\(nome)`: não há esse limite. Os limites são: \(nomes).")
        continue
      }
      guard let numero = valor.integer, limite.faixa.contains(numero) else {
        problemas.append(
          "`\(chave).\(nome)` deve ser um número inteiro de 1 a \(limite.faixa.upperBound).")
        continue
      }
      limite.mudar(&configuracao.leitura.limites, para: numero)
    }
  }

  private mutating func lerPlanilhas(_ valor: JSONValue, _ chave: String) {
    for (nome, valor) in objeto(valor, chave) {
      guard let planilha = planilha(nome, em: chave) else { continue }
      configuracao.planilhas[planilha] = caminho(valor, "\(chave).\(nome)")
    }
  }

  private mutating func lerApelidos(_ valor: JSONValue, _ chave: String) {
    for (nome, valor) in objeto(valor, chave) {
      guard let planilha = planilha(nome, em: chave) else { continue }
      let colunas = colunasDe(planilha)
      for (coluna, valor) in objeto(valor, "\(chave).\(nome)") {
        guard colunas.contains(where: { Rotulo($0) == Rotulo(coluna) }) else {
          problemas.append(
            "`\(chave).\(nome).\(coluna)`: \(planilha.rawValue) não tem essa coluna."
              + " As colunas são: \(colunas.joined(separator: ", ")).")
          continue
        }
        let textos = valor.string.map { [$0] } ?? valor.array?.compactMap(\.string) ?? []
        guard !textos.isEmpty, textos.count == valor.array?.count ?? 1 else {
          problemas.append(
            "`\(chave).\(nome).\(coluna)` deve ser uma lista de textos, como [\"NOME\", \"COMPRADOR\"]."
          )
          continue
        }
        configuracao.leitura.apelidos[planilha, default: [:]][Rotulo(coluna), default: []] +=
          textos.map(Rotulo.init)
      }
    }
  }

  private mutating func lerMapeamento<Sentido: RawRepresentable<String> & Equatable>(
    _ valor: JSONValue, _ chave: String,
    em destino: WritableKeyPath<Configuracao, [Rotulo: Sentido]>,
    _ sentido: (String) -> Sentido?, permitidas: String
  ) {
    var ditos: [Rotulo: (texto: String, sentido: Sentido)] = [:]
    for (texto, valor) in objeto(valor, chave) {
      let rotulo = Rotulo(texto)
      guard let palavra = valor.string, let sentido = sentido(palavra), !rotulo.estaVazio else {
        problemas.append("`\(chave).\(texto)` deve ser \(permitidas).")
        continue
      }
      if let dito = ditos[rotulo], dito.sentido != sentido, !aceitaContradicoes {
        problemas.append(
          "`\(chave)`: \"\(dito.texto)\" e \"\(texto)\" são a mesma palavra e dizem coisas"
            + " diferentes (\(dito.sentido.rawValue) e \(sentido.rawValue)); deixe só uma.")
      }
      ditos[rotulo] = (texto, sentido)
      configuracao[keyPath: destino][rotulo] = sentido
    }
  }

  private mutating func objeto(
    _ valor: JSONValue, _ chave: String
  ) -> [(key: String, value: JSONValue)] {
    guard let objeto = valor.object else {
      problemas.append("`\(chave)` deve ser um grupo entre { e }. Compare com config.example.json.")
      return []
    }
    return objeto.sorted { $0.key < $1.key }
  }

  private mutating func planilha(_ nome: String, em chave: String) -> Planilha? {
    let planilha = Planilha.allCases.first { Rotulo($0.rawValue) == Rotulo(nome) }
    if planilha == nil {
      problemas.append(
        "`\(chave).\(nome)`: as planilhas são acompanhamento, gestores, webopay e epr.")
    }
    return planilha
  }
}
