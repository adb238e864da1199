import Dominio
import SheetWriting

/// How the cells of the report look.
enum Estilo {
  /// `R$ 1.234,56` in Brazil: the currency is fixed, the separators are those of whoever opens it.
  static let reais = "[$R$-416] #,##0.00"

  static let titulo = CellStyle(bold: true, size: 16, color: 0x1F3864)
  static let linha = CellStyle(size: 11)
  static let origem = CellStyle(size: 9, color: 0x595959)
  static let legenda = CellStyle(size: 9, color: 0x262626, alignment: .right)
  static let texto = CellStyle(wraps: true, border: .hairlineBelow)
  static let dia = CellStyle(
    numberFormat: "dd/mm/yyyy", alignment: .center, border: .hairlineBelow)
  static let valor = CellStyle(numberFormat: reais, alignment: .right, border: .hairlineBelow)
  static let revisar = CellStyle(
    bold: true, color: 0x9C5700, fill: 0xFFEB9C, alignment: .right, border: .hairlineBelow)
  /// Of a row that the reader must look at.
  static let atencao: UInt32 = 0xFFF7DD
  /// Where the reader is to write.
  static let aPreencher = CellStyle(fill: 0xFFFDE7, wraps: true, border: .hairlineBelow)

  static func severidade(_ severidade: TipoDeAlerta.Severidade) -> CellStyle {
    let (color, fill): (UInt32, UInt32) =
      switch severidade {
      case .alta: (0x9C0006, 0xFFC7CE)
      case .media: (0x9C5700, 0xFFEB9C)
      case .baixa: (0x006100, 0xC6EFCE)
      }
    return CellStyle(
      bold: severidade == .alta, color: color, fill: fill, alignment: .center,
      border: .hairlineBelow)
  }
}

extension CellStyle {
  /// - Parameter fundo: 0xRRGGBB; nil leaves what is there.
  func com(fundo: UInt32?, alinhada alignment: Alignment? = nil) -> CellStyle {
    var style = self
    if let fundo { style.fill = fundo }
    if let alignment { style.alignment = alignment }
    return style
  }
}

extension DraftCell {
  init(texto: String?) { self.init(texto.map { .text($0) } ?? .blank, Estilo.texto) }

  /// - Parameter fundo: as in `CellStyle.com`.
  func com(fundo: UInt32?) -> DraftCell { DraftCell(content, style.com(fundo: fundo)) }

  /// A workbook has no days before 1900: such a one is shown as text.
  init(_ dia: Dia?) {
    guard let dia else {
      self.init(.blank, Estilo.dia)
      return
    }
    self.init(
      dia.cabeEmPlanilha
        ? .day(year: dia.ano, month: dia.mes, day: dia.dia) : .text(dia.brasileiro),
      Estilo.dia)
  }

  init(_ valor: Dinheiro?) {
    guard let valor else {
      self.init(.blank, Estilo.valor)
      return
    }
    self.init(.number(valor.aproximado, shown: valor.emReais()), Estilo.valor)
  }
}

extension ColumnTotal {
  static func soma(_ total: Dinheiro) -> ColumnTotal {
    .sum(cached: total.aproximado, shown: total.emReais(), numberFormat: Estilo.reais)
  }
}

extension Dia {
  var cabeEmPlanilha: Bool { ano >= 1900 }
}

extension Dinheiro {
  /// The double nearest to the exact amount, which is what a cell can hold.
  ///
  /// A text of a `Dinheiro` is always the text of a number; if it were not, the writer refuses NaN.
  fileprivate var aproximado: Double { Double(texto) ?? .nan }
}
