import CommandLineKit
import Dados
import Dominio
import DurableFiles
import JSONDocuments

/// What every command works in: the shell, the configuration, the data directory, the form of the
/// output.
struct Ambiente: Sendable {
  let shell: Shell
  let configuracao: Configuracao
  let acervo: Acervo
  /// True when `--dados` or the variable names the data directory.
  let dadosIndicados: Bool
  /// True when it is the line that names it.
  let dadosNaLinha: Bool
  /// Nil when `--formato` is not given.
  let formato: Formato?
  let opcaoDeFormato: Row
  /// Seconds to wait for another process that writes.
  let esperar: Int
  /// True when only what matters is wanted.
  let emSilencio: Bool

  enum Formato: String, CaseIterable, Sendable { case tabela, json, csv, xlsx }

  /// Prints a result as the table for people or the document for programs.
  func mostrar(tabela: () -> String, documento: () -> any Encodable) throws {
    if formato == .json {
      try shell.write(String(decoding: encodeJSON(documento()), as: UTF8.self))
    } else {
      try shell.write(onPage: tabela)
    }
  }

  /// Refuses a format that the command does not have, before it does anything.
  ///
  /// - Parameter lista: the command that gives the same as a list, for one that has none.
  func conferirFormato(
    _ values: Values, permitidos: [Formato] = [.tabela, .json], lista: String? = nil
  ) throws {
    guard let formato, !permitidos.contains(formato) else { return }
    let palavras = permitidos.map { "'\($0.rawValue)'" }.joined(separator: " ou ")
    throw values.errors([
      .invalid(
        opcaoDeFormato, word: formato.rawValue,
        reason: "este comando aceita \(palavras)"
          + (lista.map { "; em csv, use '\($0)'" } ?? ""))
    ])
  }

  /// Refuses a folder that holds no data: a mistyped one must not look like one that is well.
  func exigirDados() throws(Falha) {
    guard acervo.existe else { throw Falha(DadosError.semDados(pasta: acervo.raiz)) }
  }

  /// Refuses a data directory that was named and does not exist: a list of nothing would look as if
  /// nothing had been done yet. The usual one may still have to come into being.
  func exigirPastaIndicada() throws(Falha) {
    guard !fileExists(acervo.raiz) else { return }
    if fileKind(acervo.raiz) != nil {
      throw Falha(.noInput, "\(acervo.raiz): \(linkSemDestino)")
    }
    guard dadosIndicados else { return }
    throw Falha(
      .noInput,
      "\(acervo.raiz): a pasta não existe. Confira --dados; uma base nova se cria com"
        + " 'comissoes base criar --mes AAAA-MM --acompanhamento ARQUIVO'.")
  }

  /// The right to write; nil in a dry run, which writes nothing at all.
  func escrita(dryRun: Bool, criando: Bool = false) throws -> Escrita? {
    dryRun ? nil : try escrita(criando: criando)
  }

  /// - Parameter criando: true to make the data directory when it is missing: one that was mistyped
  ///   must not come into being.
  func escrita(criando: Bool = false) throws -> Escrita {
    let raiz = acervo.raiz
    let escrita = try Escrita(acervo, criando: criando, esperar: esperar) {
      shell.remark("Outro comissoes está gravando em \(raiz); esperando por ele.\n")
    }
    for conserto in escrita.consertos { shell.remark("Aviso: \(conserto.mensagem)\n") }
    return escrita
  }

  /// The options that a line needs to work in the same place as this one.
  var opcoesDadas: String {
    let dados = dadosIndicados ? " --dados \(entreAspas(acervo.raiz))" : ""
    let config =
      configuracao.caminho == "config.json" ? "" : " --config \(entreAspas(configuracao.caminho))"
    return dados + config
  }

  var autoria: Passo.Autoria { Passo.Autoria(usuario: shell.user(), momento: shell.now()) }

  /// The arguments of an operation, with what the configuration said at that time.
  func argumentos(_ argumentos: [String: String?]) -> [String: String] {
    argumentos.merging(["configuracao": configuracao.texto]) { given, _ in given }
      .compactMapValues(\.self)
  }

  /// Avisos go to stderr; in JSON they stand in the document.
  func avisar(_ avisos: [Aviso]) {
    guard formato != .json else { return }
    let mostrados = avisos.prefix(shell.page.items ?? avisos.count)
    for aviso in mostrados { shell.remark("Aviso: \(aviso.linha)") }
    if avisos.count > mostrados.count {
      shell.remark(
        "E mais \(avisos.count - mostrados.count) avisos. Veja todos com 'comissoes conferir' e as"
          + " planilhas, ou com '--formato json'.\n")
    }
  }
}

extension Conserto {
  fileprivate var mensagem: String {
    switch self {
    case .objeto(let caminho, let copia):
      "\(caminho): o conteúdo guardado faltava ou estava danificado e foi refeito a partir de"
        + " \(copia)."
    case .entregue(let caminho, let relatorio):
      "uma execução anterior foi interrompida depois de faturar e antes de gravar a cópia pedida;"
        + " o relatório nº \(relatorio) está agora em \(caminho)."
    case .naoEntregue(let caminho, let relatorio):
      "uma execução anterior foi interrompida depois de faturar, e a cópia do relatório nº"
        + " \(relatorio) não pôde ser gravada em \(caminho). Grave-a com"
        + " 'comissoes relatorio reemitir \(relatorio) --saida ARQUIVO'."
    case .ajustado(let caminho, let operacao):
      "\(caminho): a operação \(operacao) foi interrompida antes de mudar este arquivo; ele está agora"
        + " como ela diz."
    case .naoAjustado(let caminho, let operacao):
      "\(caminho): a operação \(operacao) foi interrompida antes de mudar este arquivo, e desde então"
        + " alguém o mudou; ele fica como está. Confira-o com 'comissoes config forma'."
    }
  }
}
