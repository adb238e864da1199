import CommandLineKit
import Dados

let baseExportar = Command<Ambiente>(
  "exportar", "Exporta uma base inteira, com status, valores, alertas e decisões.",
  examples: [
    "comissoes base exportar --saida BASE.xlsx",
    "comissoes base exportar --mes 2025-10 --formato csv > base.csv",
  ]
) { form in
  form.narrow(
    "--formato", to: formatosDaBase.map(\.rawValue), shown: "o do nome em --saida",
    help: "Forma do resultado; csv e json também saem na tela.")
  let mes = form.mes()
  let saida = form.option(
    "--saida", value: "<arquivo>", shown: "a tela, em csv e json",
    help: "Onde gravar: um nome que termine em .xlsx, .csv ou .json.",
    completion: .file(extensions: formatosDaBase.map(\.rawValue)), parse: lerSaidaDaBase)
  return { values, ambiente in
    try ambiente.conferirFormato(values, permitidos: formatosDaBase)
    let destino = try values[saida]
    let formato = try ambiente.formatoDaBase(saida, values)
    let base = try ambiente.acervo.retrato().baseComHerancas(values[mes])
    let exportacao = BaseExportada(base, dia: ambiente.shell.today())
    if let destino {
      try ambiente.gravar(exportacao, como: formato, em: destino)
    } else {
      try ambiente.shell.writeBytes(exportacao.bytes(como: formato))
    }
  }
}

private let formatosDaBase: [Ambiente.Formato] = [.xlsx, .csv, .json]

@Sendable private func lerSaidaDaBase(_ texto: String) throws(InvalidValue) -> String {
  guard formatoPeloNome(texto) != nil else {
    throw InvalidValue("escreva um nome que termine em .xlsx, .csv ou .json")
  }
  return texto
}

private func formatoPeloNome(_ caminho: String) -> Ambiente.Formato? {
  formatosDaBase.first { caminho.lowercased().hasSuffix(".\($0.rawValue)") }
}

extension Ambiente {
  /// That of `--formato`, or else of the name in `--saida`; both must agree.
  fileprivate func formatoDaBase(_ saida: Token<String?>, _ values: Values) throws -> Formato {
    guard let caminho = try values[saida] else {
      if let formato, formato != .xlsx { return formato }
      throw values.errors([
        .missing(
          saida.row,
          remedy: "uma planilha não cabe na tela; diga onde gravá-la, ou use '--formato csv'")
      ])
    }
    let peloNome = formatoPeloNome(caminho)
    if let formato, formato != peloNome {
      throw values.errors([
        .invalid(
          saida.row, word: caminho,
          reason: "com '--formato \(formato.rawValue)' o nome termina em .\(formato.rawValue)")
      ])
    }
    return peloNome ?? .xlsx
  }
}
