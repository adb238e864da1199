import CommandLineKit
import Dominio

/// The words on a line that stand in the data, from where they are completed.
enum PalavrasDosDados: String {
  /// Months that have a base.
  case mes
  /// Months for a new base.
  case mesNovo
  /// Clients of the base.
  case cliente
  /// Clients of any base.
  case clienteDeSempre
  case clienteDecidido
  case clienteFaturado
  /// The name of a client, then one that no client bears.
  case clienteOuNomeDeFora
  /// Spellings that are linked.
  case vinculado
  case alerta
  case alertaPendente
  case alertaEncerrado
  case forma
  case relatorio
  case operacao
  case operacaoQueVale
  case operacaoDesfeita
  /// Sheets of the file that the line, or the configuration, names as that spreadsheet.
  case abaDeAcompanhamento
  case abaDeGestores
  case abaDeWebopay
  case abaDeEPR
  /// Sheets of the file that is the command's argument.
  case abaDoArquivo

  static func aba(de planilha: Planilha) -> PalavrasDosDados {
    switch planilha {
    case .acompanhamento: .abaDeAcompanhamento
    case .gestores: .abaDeGestores
    case .webopay: .abaDeWebopay
    case .epr: .abaDeEPR
    }
  }
}

extension Completion {
  static func dados(_ palavras: PalavrasDosDados) -> Completion { .lookup(palavras.rawValue) }
}
