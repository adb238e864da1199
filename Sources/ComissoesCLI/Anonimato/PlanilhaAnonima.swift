import Archives
import Dados
import Dominio
import Planilhas
import SheetWriting
import Spreadsheets

/// The bytes of a spreadsheet that reads the same and names nobody: the same cells in the same
/// places, of the same kinds. Docs/regras.md §8
///
/// - Returns: nil when it cannot be read.
func planilhaAnonima(
  _ bytes: [UInt8], _ planilha: Planilha, _ opcoes: OpcoesDeLeitura,
  _ pseudonimos: inout Pseudonimos
) -> [UInt8]? {
  guard let workbook = try? openWorkbook(ByteSource(bytes), limits: opcoes.limites) else {
    return nil
  }
  let papeis = PapeisDasColunas(planilha, workbook, opcoes)
  var nova = PlainWorkbook(isFrom1904: workbook.dateSystem == .from1904)
  for aba in workbook.sheets {
    guard let outra = abaAnonima(aba, de: workbook, papeis, &pseudonimos) else { return nil }
    nova.sheets.append(outra)
  }
  guard let pacote = try? ArchiveWriter() else { return nil }
  for parte in nova.parts {
    guard (try? pacote.add(parte.name, parte.bytes)) != nil else { return nil }
  }
  return try? pacote.finish()
}

private func abaAnonima(
  _ aba: Sheet, de workbook: any Workbook, _ papeis: PapeisDasColunas,
  _ pseudonimos: inout Pseudonimos
) -> PlainWorkbook.Sheet? {
  let visibilidade: PlainWorkbook.Visibility =
    switch aba.visibility {
    case .visible: .visible
    case .hidden: .hidden
    case .veryHidden: .veryHidden
    }
  // As the arguments of operations have it, which keep days.
  let nome = Dia(lendo: aba.name) == nil ? pseudonimos.texto(aba.name) : aba.name
  var nova = PlainWorkbook.Sheet(nome, visibilidade)
  do throws(SpreadsheetError) {
    try workbook.readRows(of: aba) { row in
      nova.add(
        row: row.index,
        row.cells.map { cell in
          let lugar = papeis.papel(aba: aba.index, linha: row.index, coluna: cell.column)
          return (cell.column, lugar.valor(cell, row.text(of: cell), &pseudonimos))
        })
      return .proceed
    }
    return nova
  } catch {
    return nil
  }
}

extension PapelDaCelula {
  /// What stands in the copy in the place of a cell.
  fileprivate func valor(
    _ cell: Cell, _ texto: String, _ pseudonimos: inout Pseudonimos
  ) -> PlainWorkbook.Value {
    switch cell.kind {
    case .date: return .date(cell.number)
    case .elapsed: return .elapsed(cell.number)
    case .boolean: return .boolean(cell.boolean)
    case .error: return .error(texto)
    case .number: return numero(cell.number, &pseudonimos)
    case .text: return .text(self.texto(texto, &pseudonimos))
    }
  }

  private func texto(_ texto: String, _ pseudonimos: inout Pseudonimos) -> String {
    switch self {
    case .cabecalho(let rotulos) where rotulos.contains(Rotulo(texto)): texto
    case .palavra: pseudonimos.forma(texto)
    case .valor where (try? Dinheiro(digitado: texto.espacosDobrados)) != nil: texto
    case .valor where texto.allSatisfy(Self.ehDeNumero): texto
    case .dia where Dia(lendo: texto.espacosDobrados) != nil: texto
    case .parcela where Planilhas.parcela(lendo: texto) != nil: texto
    case .cabecalho, .valor, .dia, .parcela, .nome, .outra: pseudonimos.texto(texto)
    }
  }

  /// An amount, or what looks like one and is ambiguous: `1.234`.
  private static func ehDeNumero(_ caractere: Character) -> Bool {
    caractere.isASCII && (caractere.isNumber || ".,-+ ".contains(caractere))
  }

  /// A number that counts as a text may be that of a contract or of a person.
  private func numero(_ numero: Double, _ pseudonimos: inout Pseudonimos) -> PlainWorkbook.Value {
    switch self {
    case .valor, .dia, .parcela: return .number(numero)
    // Amounts and small numbers, in columns that nothing reads.
    case .outra where numero != numero.rounded() || abs(numero) < 1000: return .number(numero)
    case .cabecalho, .palavra, .nome, .outra:
      let novo = pseudonimos.texto(textoDeNumero(numero))
      guard let valor = Double(novo), textoDeNumero(valor) == novo else { return .text(novo) }
      return .number(valor)
    }
  }
}
