package import Dominio
package import SheetWriting
import Spreadsheets

/// The workbook of a whole base: the sheets `Base`, a row for each client, and `Resumo`, what each
/// status comes to, with charts. Docs/regras.md §7
///
/// As of the report: write it under a temporary name, verify it, then give it its name.
package enum PlanilhaDaBase {
  /// A client as the row shows it. Amounts are in cents, so that the rows shown add up to what is
  /// told of them.
  package struct Linha: Sendable, Equatable {
    package let cliente: Cliente
    /// Of this client, and open.
    package let alertas: Int

    package init(_ cliente: Cliente, alertas: Int) {
      self.cliente = cliente
      self.alertas = alertas
    }

    var status: Status { cliente.situacao.status }
    var valor: Dinheiro? { cliente.situacao.valor?.arredondado }
    var faturamento: Faturamento? { cliente.faturamento }

    /// `nº 7 · Outubro/2025`
    var relatorio: String? {
      faturamento.map { "nº \($0.relatorio) · \($0.base.porExtenso)" }
    }

    var decisao: String? {
      cliente.decisao.map { "\($0.motivo) (\($0.dia.brasileiro))" }
    }
  }

  /// What the title block says.
  package struct Cabecalho: Sendable {
    package let base: Competencia
    /// On which the workbook is made.
    package let dia: Dia
    /// The sums of the base, in words.
    package let resumo: String
    package let fontes: [Fonte]

    package init(base: Competencia, dia: Dia, resumo: String, fontes: [Fonte]) {
      self.base = base
      self.dia = dia
      self.resumo = resumo
      self.fontes = fontes
    }
  }

  package typealias Failure = RelatorioDeRecebimentos.Failure

  /// Writes a complete workbook over whatever is at the path. The same arguments give the same
  /// bytes.
  package static func write(
    _ linhas: [Linha], cabecalho: Cabecalho, to path: String
  ) throws(SheetWritingError) {
    try draft(linhas, cabecalho).write(to: path)
  }

  /// Reads the file back and compares it, cell by cell and in its totals, with what it must say.
  package static func verify(
    path: String, against linhas: [Linha], cabecalho: Cabecalho
  ) throws(Failure) {
    try Relatorios.verify(
      path: path,
      [
        (abas[0], TabelaConferida(base: linhas, cabecalho)),
        (abas[1], TabelaConferida(resumo: linhas, cabecalho)),
      ])
  }

  /// True for a workbook that this module wrote, by its sheets and the header of the first.
  package static func isExport(_ path: String) -> Bool {
    guard let workbook = try? openWorkbook(ByteSource(path: path)),
      workbook.sheets.map(\.name) == abas, let sheet = workbook.sheets.first,
      let table = try? TabelaLida(sheet, of: workbook, titulos: titulos)
    else { return false }
    return table.linhas != nil
  }

  static let titulos = [
    "Cliente", "Status", "Valor", "Faturado", "Faturado em", "A devolver", "Alertas", "Fonte",
    "Observação", "Decisão manual", "Relatório", "Empreendimento", "Unidade", "Corretor",
    "Imobiliária", "Data",
  ]

  /// The columns that have totals.
  enum Coluna {
    static let status = 1
    static let valor = 2
    static let faturado = 3
    static let aDevolver = 5
    static let alertas = 6
  }

  static let aba: StaticString = "Base"
  static let abaDoResumo: StaticString = "Resumo"
  static let abas = ["\(aba)", "\(abaDoResumo)"]

  static func draft(_ linhas: [Linha], _ cabecalho: Cabecalho) -> WorkbookDraft {
    WorkbookDraft(
      properties: DocumentProperties(
        title: cabecalho.titulo, author: "comissoes",
        comments: "A base de \(cabecalho.dia.brasileiro), gerada pelo programa comissoes",
        created: cabecalho.dia.meioDia),
      sheets: [SheetDraft(base: linhas, cabecalho), SheetDraft(resumo: linhas, cabecalho)])
  }
}

extension PlanilhaDaBase.Cabecalho {
  var titulo: String { Base(competencia: base).nome }

  func contagem(_ clientes: Int) -> String {
    "\(clientes) \(clientes == 1 ? "cliente" : "clientes"), em \(dia.brasileiro)"
  }

  var origem: String? { fontes.origem }

  var rodape: Footer {
    Footer(
      left: [.text("\(titulo), em \(dia.brasileiro)")],
      right: [.text("Página "), .page, .text(" de "), .pageCount])
  }
}
