import Dominio
import Planilhas

/// What `config.json` says, or what holds without it. Docs/regras.md §8 and §9
struct Configuracao: Sendable {
  /// The folder of the file, against which its relative paths count; the working directory
  /// without a file.
  var pasta = "."
  /// The file, also where there is none yet.
  var caminho = "config.json"
  var diretorioDeDados: String?
  /// Where `fechar` looks for the spreadsheets when the line names none.
  var pastaDasPlanilhas: String?
  /// The four files of the month, with paths that can be opened from here.
  var planilhas: [Planilha: String] = [:]
  var leitura = OpcoesDeLeitura()
  /// The text of the file, for the record of what was done; nil without a file.
  var texto: String?
  /// Keys that mean nothing: told, and no error, so that a newer file still serves.
  var desconhecidas: [String] = []

  /// The data directory: what is named on the line, else the variable, else what is said here.
  func diretorio(indicado: String?, em shell: Shell) -> (raiz: String, foiIndicado: Bool) {
    let indicado =
      indicado ?? shell.environment("COMISSOES_DADOS").flatMap { $0.isEmpty ? nil : $0 }
    return (indicado ?? diretorioDeDados ?? aoLado("dados"), indicado != nil)
  }

  /// A path that counts from the folder of the configuration.
  func aoLado(_ caminho: String) -> String {
    caminho.hasPrefix("/") || pasta == "." ? caminho : "\(pasta)/\(caminho)"
  }
}
