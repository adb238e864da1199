import CommandLineKit
import Dominio
import DurableFiles
import Planilhas

/// Where `fechar` looks for the four: at what the line names, else in the folder of the
/// configuration, else in the folder in which it is called. Docs/regras.md §9
struct OndeProcurar {
  /// The files to look into.
  let arquivos: [String]
  /// The words of the line that ask for the same place again: ` --pasta baixados`.
  let palavras: String
  /// True when the line names a place: then it comes before what the configuration names.
  let daLinha: Bool
  /// True when nobody named a place.
  let ehPastaAtual: Bool

  static let pastaAtual = "."

  init(pasta: String?, arquivos: [String], _ configuracao: Configuracao) throws(Falha) {
    let daLinha = [pasta].compactMap(\.self) + arquivos
    self.daLinha = !daLinha.isEmpty
    palavras =
      (pasta.map { " --pasta \(entreAspas($0))" } ?? "")
      + arquivos.map { " \(entreAspas($0))" }.joined()
    let daConfiguracao = daLinha.isEmpty ? configuracao.pastaDasPlanilhas : nil
    guard let primeiro = pasta ?? daConfiguracao ?? arquivos.first else {
      let todas = configuracao.planilhas.count == Planilha.allCases.count
      let daqui = todas ? [] : try planilhasDaPasta(Self.pastaAtual)
      guard !daqui.isEmpty || !configuracao.planilhas.isEmpty else {
        throw Falha(
          .usage,
          "Nesta pasta não há planilhas, e falta dizer onde estão. Dê a pasta em que estão, como em"
            + " 'comissoes fechar --pasta PASTA', ou os quatro arquivos; 'comissoes configurar'"
            + " guarda a pasta para as próximas vezes.")
      }
      self.arquivos = daqui
      ehPastaAtual = !daqui.isEmpty
      return
    }
    ehPastaAtual = false
    var todos: [String] = []
    for nome in arquivos.isEmpty ? [primeiro] : arquivos {
      let ehPasta = arquivos.isEmpty || fileKind(resolvedPath(nome)) == .folder
      todos += ehPasta ? try planilhasDaPasta(nome) : [nome]
    }
    self.arquivos = todos
  }
}

extension Ambiente {
  /// The files that are to be looked into, told apart by what is in them; the configuration stands
  /// in for those that are not among them.
  func planilhas(_ onde: OndeProcurar) throws -> PlanilhasDoMes {
    let vistos = onde.arquivos.map { ArquivoVisto($0, configuracao.leitura) }
    let falhas = vistos.compactMap(\.falha)
    if let primeira = falhas.first { throw Falha(primeira.codigo, falhas.flatMap(\.mensagens)) }
    return try PlanilhasDoMes(
      vistos, configuradas: configuracao.planilhas, prevalecem: !onde.daLinha,
      perguntar: perguntarQual)
  }
}
