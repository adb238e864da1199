import CommandLineKit
import Conciliacao
import Dados
import Dominio

let ponte = Command<Ambiente>(
  "ponte", "Explica, até o centavo, como o valor a receber de um mês virou o do outro.",
  examples: ["comissoes ponte", "comissoes ponte --de 2025-09 --para 2025-11 --formato csv"]
) { form in
  form.formatos(Ambiente.formatosDeLista)
  let de = form.option(
    "--de", value: "<M>", shown: "o mês da base anterior",
    help: "Mês de onde a ponte parte, como 2025-10 ou 10/2025.",
    completion: .dados(.mes), parse: lerMes)
  let para = form.option(
    "--para", value: "<M>", shown: "a base mais nova",
    help: "Mês aonde a ponte chega, como 2025-11 ou 11/2025.",
    completion: .dados(.mes), parse: lerMes)
  return { values, ambiente in
    try ambiente.conferirFormato(values, permitidos: Ambiente.formatosDeLista)
    let retrato = try ambiente.acervo.retrato()
    let destino = try retrato.baseEscolhida(values[para]).competencia
    let origem = try retrato.origem(values[de], antesDe: destino)
    let bases = try retrato.bases()
    guard let ponte = Ponte(bases, de: origem, para: destino) else {
      throw values.errors([
        .invalid(
          de.row, word: origem.iso,
          reason: "a ponte vai de um mês a outro mais novo, e \(destino.iso) não é mais novo")
      ])
    }
    try ambiente.mostrar {
      textoDePonte(ponte)
    } documento: {
      DocumentoDePonte(ponte)
    } csv: {
      ponte.csv
    }
    if !ponte.fecha { throw Falha.achados }
  }
}

extension Retrato {
  /// The month that was asked for, or the last with a base before the other one.
  fileprivate func origem(
    _ pedida: Competencia?, antesDe destino: Competencia
  ) throws -> Competencia {
    if let pedida { return try baseEscolhida(pedida).competencia }
    guard let anterior = try competencias().last(where: { $0 < destino }) else {
      throw Falha(
        .noInput,
        "\(acervo.raiz): não há base antes da de \(destino.porExtenso), e a ponte liga duas."
          + " Veja as que há com 'comissoes base listar'.")
    }
    return anterior
  }
}
