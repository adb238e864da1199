package import Dominio
import Spreadsheets

/// What a spreadsheet says: its records, in sheet order, and the remarks on cells.
package struct Leitura<Registro: Sendable & Equatable>: Sendable, Equatable {
  package let registros: [Registro]
  package let avisos: [Aviso]
  /// Where its columns stand.
  package let origem: Origem
  /// The header's row, in Excel's numbers.
  package let linhaDoCabecalho: Int

  /// The sheet that was used.
  package var aba: String { origem.aba }
}

/// Reads the rows below the header; a row without a name is no record.
func importar<C: Coluna, Registro: Sendable & Equatable>(
  _: C.Type, de workbook: any Workbook, arquivo: String, opcoes: OpcoesDeLeitura,
  _ ler: (inout LinhaLida<C>) -> Registro?
) throws(PlanilhaError) -> Leitura<Registro> {
  let leiaute = try localizar(C.self, em: workbook, arquivo: arquivo, opcoes: opcoes)
  var registros: [Registro] = []
  var avisos: [Aviso] = []
  try lendo(arquivo) { () throws(SpreadsheetError) in
    try workbook.readRows(of: leiaute.aba) { row in
      guard row.index > leiaute.linha else { return .proceed }
      var linha = LinhaLida(
        row: row, leiaute: leiaute, arquivo: arquivo, dateSystem: workbook.dateSystem)
      if let registro = ler(&linha) { registros.append(registro) }
      avisos += linha.avisos
      return .proceed
    }
  }
  let parecidas = leiaute.avisoDeParecidas(em: workbook, arquivo: arquivo, opcoes: opcoes)
  avisos = leiaute.avisosDeRepetidas(arquivo: arquivo) + [parecidas].compactMap(\.self) + avisos
  if registros.isEmpty { avisos.append(leiaute.avisoDeVazia(arquivo: arquivo)) }
  return Leitura(
    registros: registros, avisos: avisos, origem: leiaute.origem(arquivo: arquivo),
    linhaDoCabecalho: leiaute.linha + 1)
}

extension Leiaute {
  fileprivate func origem(arquivo: String) -> Origem {
    let colunas = indices.map { ($0.key.rawValue, CellReference.letters(ofColumn: $0.value)) }
    return Origem(
      planilha: C.planilha, arquivo: arquivo, aba: aba.name,
      colunas: Dictionary(uniqueKeysWithValues: colunas))
  }

  /// A sheet of which no row is a record: maybe the wrong file, so it is told.
  fileprivate func avisoDeVazia(arquivo: String) -> Aviso {
    Aviso(
      arquivo: arquivo, aba: aba.name, celula: celulaDoCabecalho,
      mensagem: "nenhuma linha abaixo do cabeçalho pôde ser usada; confira se é o arquivo certo")
  }

  /// A wanted header that stands twice: the first is used, and it is told.
  fileprivate func avisosDeRepetidas(arquivo: String) -> [Aviso] {
    C.allCases.flatMap { coluna -> [Aviso] in
      guard let lugares = repetidas[coluna], let primeiro = lugares.first else { return [] }
      let letra = CellReference.letters(ofColumn: primeiro)
      return lugares.dropFirst().map { lugar in
        Aviso(
          arquivo: arquivo, aba: aba.name,
          celula: "\(CellReference(row: linha, column: lugar))",
          mensagem: "a coluna \(coluna.rawValue) aparece mais de uma vez; vale a primeira,"
            + " na coluna \(letra)")
      }
    }
  }
}
