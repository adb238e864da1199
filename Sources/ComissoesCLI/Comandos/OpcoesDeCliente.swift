import CommandLineKit
import Dados
import Dominio
import Planilhas

/// What every word of the director on clients asks for: a reason, a month, a day, and whether it
/// is only tried.
struct PedidoDoDiretor {
  let motivo: Token<String>
  let mes: Token<Competencia?>
  let dia: Token<Dia?>
  let dryRun: Token<Bool>

  init(_ form: inout Form) {
    motivo = form.requiredOption(
      "--motivo", value: "<texto>", help: "Por quê, para o registro.", parse: lerMotivo)
    mes = form.mes()
    dia = form.option(
      "--data", value: "<D>", shown: "hoje", help: "Dia, como 2025-11-03 ou 03/11/2025.",
      parse: lerDia)
    dryRun = form.dryRun()
  }

  func dia(_ values: Values, _ ambiente: Ambiente) throws -> Dia {
    try values[dia] ?? ambiente.shell.today()
  }

  /// The right to write, unless it is only tried, and the data as they are.
  func abrir(_ values: Values, _ ambiente: Ambiente) throws -> (Escrita?, Retrato) {
    try ambiente.conferirFormato(values)
    try ambiente.exigirDados()
    try ambiente.exigirBase(values[mes])
    let escrita = try ambiente.escrita(dryRun: values[dryRun])
    return (escrita, try escrita?.retrato ?? ambiente.acervo.retrato())
  }
}

extension Form {
  mutating func nomeDoCliente(_ palavras: PalavrasDosDados = .cliente) -> Token<String> {
    argument(
      "<nome>", help: "Nome do cliente, ou parte dele; maiúsculas e acentos não contam.",
      completion: .dados(palavras))
  }
}

@Sendable func lerStatus(_ texto: String) throws(InvalidValue) -> Status {
  guard let status = Status.allCases.first(where: { Rotulo($0.rawValue) == Rotulo(texto) }) else {
    if let parecido = mostSimilar(to: texto, among: palavrasDeStatus) {
      throw InvalidValue("você quis dizer \(parecido)?")
    }
    throw InvalidValue("os status são \(palavrasDeStatus.joined(separator: ", "))")
  }
  return status
}

let palavrasDeStatus = Status.allCases.map { $0.rawValue.lowercased() }

/// An amount as people type it, by the rules for cells. Docs/regras.md §4
@Sendable func lerValor(_ texto: String) throws(InvalidValue) -> Dinheiro {
  do throws(DinheiroIlegivel) {
    return try Dinheiro(digitado: texto.espacosDobrados)
  } catch {
    switch error {
    case .ambiguo:
      throw InvalidValue(
        "o ponto tanto pode separar milhares como decimais; escreva com vírgula, como 1.234,00"
          + " ou 1,234")
    case .naoEhValor: throw InvalidValue("escreva um valor, como 337,33 ou R$ 1.234,56")
    }
  }
}
