package import Dominio
package import SheetWriting
import Spreadsheets

/// The working list of alerts: a workbook to be filled in and read back. Docs/regras.md §10
package enum ListaDeAlertas {
  /// An alert in texts, as the row shows it.
  package struct Linha: Sendable, Equatable {
    package let numero: String
    package let severidade: TipoDeAlerta.Severidade
    package let nomeDaSeveridade: String
    package let tipo: String
    package let cliente: String
    package let planilha: String
    package let descricao: String
    package let evidencia: String
    package let sugestoes: String
    package let status: String
    /// How it ended; nil while it is open.
    package let motivo: String?
    /// What the alert was like when the list was made.
    package let marca: String

    package init(
      numero: String, severidade: TipoDeAlerta.Severidade, nomeDaSeveridade: String, tipo: String,
      cliente: String, planilha: String, descricao: String, evidencia: String, sugestoes: String,
      status: String, motivo: String?, marca: String
    ) {
      self.numero = numero
      self.severidade = severidade
      self.nomeDaSeveridade = nomeDaSeveridade
      self.tipo = tipo
      self.cliente = cliente
      self.planilha = planilha
      self.descricao = descricao
      self.evidencia = evidencia
      self.sugestoes = sugestoes
      self.status = status
      self.motivo = motivo
      self.marca = marca
    }
  }

  /// The headings that are read back.
  enum Coluna: String, CaseIterable {
    case numero = "Nº"
    case decisao = "Decisão"
    case motivo = "Motivo"
    case marca = "Não mexer"

    /// Lists that were exported before have another heading.
    init?(titulo: String) {
      self.init(rawValue: titulo == "Marca" ? Coluna.marca.rawValue : titulo)
    }
  }

  package static let aba: StaticString = "Alertas"

  /// What may stand in the column of decisions.
  package static let resolvido: StaticString = "resolvido"
  package static let falsoPositivo: StaticString = "falso positivo"

  /// Writes a complete workbook over whatever is at the path. The same arguments give the same
  /// bytes.
  package static func write(
    _ linhas: [Linha], base: Competencia, dia: Dia, to path: String
  ) throws(SheetWritingError) {
    try draft(linhas, base, dia).write(to: path)
  }

  static func draft(_ linhas: [Linha], _ base: Competencia, _ dia: Dia) -> WorkbookDraft {
    let nome = Base(competencia: base).nome
    return WorkbookDraft(
      properties: DocumentProperties(
        title: "Alertas - \(nome)", author: "comissoes",
        comments: "Lista de trabalho de \(dia.brasileiro), gerada pelo programa comissoes",
        created: dia.meioDia),
      sheets: [
        SheetDraft(
          aba,
          lines: [
            DraftLine("Alertas da \(nome)", Estilo.titulo),
            DraftLine(
              "\(linhas.count) \(linhas.count == 1 ? "alerta" : "alertas"), em \(dia.brasileiro).",
              Estilo.linha),
            DraftLine(
              "Para decidir, escolha em Decisão \(resolvido) ou \(falsoPositivo), escreva o"
                + " Motivo, grave, e rode: comissoes alertas importar ARQUIVO", Estilo.origem),
          ],
          table: TableDraft("Alertas", of: linhas, columns: colunas),
          footer: Footer(
            left: [.text("Alertas da \(nome), \(dia.brasileiro)")],
            right: [.text("Página "), .page, .text(" de "), .pageCount]))
      ])
  }

  private static var colunas: [TableColumn<Linha>] {
    [
      TableColumn("Nº", widths: 9...12) { DraftCell(.text($0.numero), Estilo.texto) },
      TableColumn("Severidade", alignment: .center, widths: 12...14) {
        DraftCell(.text($0.nomeDaSeveridade), Estilo.severidade($0.severidade))
      },
      TableColumn("Tipo", widths: 14...26) { DraftCell(texto: cabivel($0.tipo)) },
      TableColumn("Cliente", widths: 20...34) { DraftCell(texto: cabivel($0.cliente)) },
      TableColumn("Planilha", widths: 12...18) { DraftCell(texto: cabivel($0.planilha)) },
      TableColumn("Descrição", widths: 30...44) { DraftCell(texto: cabivel($0.descricao)) },
      TableColumn("O que as planilhas dizem", widths: 30...52) {
        DraftCell(texto: cabivel($0.evidencia))
      },
      TableColumn("Sugestões", widths: 16...40) { DraftCell(texto: cabivel($0.sugestoes)) },
      TableColumn("Status", widths: 12...16) { DraftCell(texto: $0.status) },
      TableColumn("Decisão", widths: 16...18, choices: [resolvido, falsoPositivo]) { _ in
        DraftCell(.blank, Estilo.aPreencher)
      },
      TableColumn("Motivo", widths: 28...40) {
        DraftCell($0.motivo.map { .text(cabivel($0)) } ?? .blank, Estilo.aPreencher)
      },
      TableColumn("Não mexer", widths: 22...22, isHidden: true) {
        DraftCell(.text($0.marca), Estilo.texto)
      },
    ]
  }

  /// A text that a cell holds and a person still reads; `alertas mostrar` has the rest.
  private static func cabivel(_ texto: String) -> String {
    let scalars = texto.unicodeScalars
    return scalars.count > 3000 ? "\(String.UnicodeScalarView(scalars.prefix(3000))) …" : texto
  }
}
