package import Dominio
package import Spreadsheets

/// Finds the header of a spreadsheet. Docs/regras.md §4
///
/// In each visible sheet, in order, the header is the first of the top rows that holds the
/// columns which make it one; the first sheet whose header has every required column is used.
package func localizar<C: Coluna>(
  _: C.Type, em workbook: any Workbook, arquivo: String, opcoes: OpcoesDeLeitura
) throws(PlanilhaError) -> Leiaute<C> {
  let abas = try abasProcuradas(C.planilha, em: workbook, arquivo: arquivo, opcoes: opcoes)
  let apelidos = opcoes.apelidos[C.planilha] ?? [:]
  var incompletos: [Leiaute<C>] = []
  var parecido: Leiaute<C>?
  for aba in abas {
    let linhas = try primeirasLinhas(
      opcoes.linhasDeCabecalho, de: aba, em: workbook, arquivo: arquivo)
    let leiautes = linhas.map { Leiaute<C>(linha: $0, aba: aba, apelidos: apelidos) }
    if let cabecalho = leiautes.first(where: \.temCabecalho) {
      if cabecalho.faltando.isEmpty { return cabecalho }
      incompletos.append(cabecalho)
    }
    for leiaute in leiautes where leiaute.indices.count > parecido?.indices.count ?? 0 {
      parecido = leiaute
    }
  }
  if opcoes.aceitaIncompleto, let cabecalho = incompletos.first { return cabecalho }
  throw .semCabecalho(
    SemCabecalho(
      arquivo: arquivo, planilha: C.planilha, abas: abas.map(\.name),
      linhas: opcoes.linhasDeCabecalho, doCabecalho: C.doCabecalho.map(\.rawValue),
      achado: (incompletos.first ?? parecido).map {
        .init(
          aba: $0.aba.name, linha: $0.linha + 1, colunas: $0.textos, desejadas: $0.achadas.count,
          faltando: $0.faltando.map(\.rawValue), ehCabecalho: $0.temCabecalho)
      }))
}

/// The sheet that was asked for, or all visible ones.
private func abasProcuradas(
  _ planilha: Planilha, em workbook: any Workbook, arquivo: String, opcoes: OpcoesDeLeitura
) throws(PlanilhaError) -> [Sheet] {
  if let nome = opcoes.abas[planilha] {
    return [try aba(nome, em: workbook, arquivo: arquivo)]
  }
  let visiveis = workbook.sheets.filter { $0.visibility == .visible }
  guard !visiveis.isEmpty else {
    throw .semAbaVisivel(arquivo: arquivo, abas: workbook.sheets.map(\.name))
  }
  return visiveis
}

/// The sheet of a name; case and ends do not count.
package func aba(
  _ nome: String, em workbook: any Workbook, arquivo: String
) throws(PlanilhaError) -> Sheet {
  let exata = workbook.sheets.first { $0.name == nome }
  guard let aba = exata ?? workbook.sheets.first(where: { Rotulo($0.name) == Rotulo(nome) }) else {
    throw .abaInexistente(arquivo: arquivo, aba: nome, abas: workbook.sheets.map(\.name))
  }
  return aba
}

private func primeirasLinhas(
  _ limite: Int, de aba: Sheet, em workbook: any Workbook, arquivo: String
) throws(PlanilhaError) -> [LinhaDeTextos] {
  var linhas: [LinhaDeTextos] = []
  try lendo(arquivo) { () throws(SpreadsheetError) in
    try workbook.readRows(of: aba) { row in
      guard row.index < limite else { return .stop }
      linhas.append(LinhaDeTextos(row))
      return .proceed
    }
  }
  return linhas
}

/// Tells trouble of the reader as trouble with this file.
package func lendo<Valor>(
  _ arquivo: String, _ corpo: () throws(SpreadsheetError) -> Valor
) throws(PlanilhaError) -> Valor {
  do throws(SpreadsheetError) {
    return try corpo()
  } catch {
    throw .ilegivel(arquivo: arquivo, error)
  }
}
