import CommandLineKit
import Conciliacao
import Dominio

// What `alertas revisar` asks for a manual decision. Docs/regras.md §10 and §11

extension Dialogo {
  func status() throws(SemResposta) -> Status {
    try perguntar("Status (\(palavrasDeStatus.joined(separator: ", ")))", lerStatus)
  }

  /// The amount that goes with a status; an empty line takes what goes without saying. Not asked
  /// where there is nothing to choose.
  func valor(
    _ status: Status, de cliente: Cliente
  ) throws(SemResposta) -> Dinheiro? {
    switch status {
    case .nulo, .desistiu, .desconto: return nil
    case .financiado, .pago, .requerAnalise: break
    }
    let pergunta =
      switch try? ValorDecidido(status, informado: nil, de: cliente) {
      case .atual(let valor, _): "Valor (Enter mantém \(valor.emReais(casas: valor.casas)))"
      case .regras(let valor, _):
        "Valor (Enter toma o que as regras dizem, \(valor.emReais(casas: valor.casas)))"
      case .nenhum: "Valor (Enter deixa sem valor)"
      case .informado, .zero, nil: "Valor, como 1.234,56"
      }
    return try perguntar(pergunta) { (texto) throws(InvalidValue) in
      let informado = texto.isEmpty ? nil : try lerValor(texto)
      do throws(ValorDecidido.Recusa) {
        _ = try ValorDecidido(status, informado: informado, de: cliente)
        return informado
      } catch {
        switch error {
        case .falta:
          throw InvalidValue("\(status.nome.lowercased()) precisa de um valor, e não há nenhum")
        case .nada:
          throw InvalidValue("com esse status o valor é o que se fatura, e não pode ser zero")
        case .negativo: throw InvalidValue("o valor de uma comissão não é negativo")
        case .sobra: throw InvalidValue("com esse status nada se fatura")
        }
      }
    }
  }
}
