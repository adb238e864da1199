import Dominio
import SheetWriting

extension PlanilhaDaBase {
  static let caminho = "\(abaDoResumo) →"

  /// `1 cliente`, `77 clientes`.
  static let clientes = #"[=1]0" cliente";#,##0" clientes""#
  /// Nothing where there is none.
  static let alertas = "#,##0;;"

  /// Up to the decision: what Acompanhamento says besides is for the screen, and to filter by.
  static let impressas = 10
  static let impressao =
    "Na impressão saem as colunas de Cliente a Decisão manual; as outras ficam só na tela."
}

extension SheetDraft {
  init(base linhas: [PlanilhaDaBase.Linha], _ cabecalho: PlanilhaDaBase.Cabecalho) {
    var lines = [
      DraftLine(cabecalho.titulo, Estilo.titulo),
      DraftLine(cabecalho.contagem(linhas.count), Estilo.linha),
      DraftLine(cabecalho.resumo, Estilo.linha),
    ]
    lines.append(DraftLine(PlanilhaDaBase.impressao, Estilo.origem))
    if let origem = cabecalho.origem { lines.append(DraftLine(origem, Estilo.origem)) }
    self.init(
      PlanilhaDaBase.aba, lines: lines,
      link: SheetLink(PlanilhaDaBase.caminho, to: PlanilhaDaBase.abaDoResumo),
      table: TableDraft("Base", of: linhas, columns: .daBase(linhas)),
      printed: PlanilhaDaBase.impressas, footer: cabecalho.rodape)
  }
}

extension [TableColumn<PlanilhaDaBase.Linha>] {
  fileprivate static func daBase(_ linhas: [PlanilhaDaBase.Linha]) -> Self {
    [
      TableColumn("Cliente", total: .label("Total"), widths: 26...40) {
        DraftCell(texto: $0.cliente.chave.texto)
      },
      TableColumn(
        "Status",
        total: .count(
          cached: linhas.count, shown: "\(linhas.count) clientes",
          numberFormat: PlanilhaDaBase.clientes),
        widths: 14...18
      ) {
        DraftCell(texto: $0.status.nome)
          .com(fundo: $0.status == .requerAnalise ? Estilo.atencao : nil)
      },
      TableColumn("Valor", alignment: .right, total: .soma(linhas.soma(\.valor)), widths: 14...40) {
        DraftCell($0.valor)
      },
      TableColumn(
        "Faturado", alignment: .right, total: .soma(linhas.soma(\.faturamento?.valor)),
        widths: 14...40
      ) { DraftCell($0.faturamento?.valor) },
      TableColumn("Faturado em", alignment: .center, widths: 14...16) {
        DraftCell($0.faturamento?.dia)
      },
      TableColumn(
        "A devolver", alignment: .right, total: .soma(linhas.soma(\.cliente.estorno)),
        widths: 14...40
      ) {
        DraftCell($0.cliente.estorno)
          .com(fundo: $0.cliente.estorno == nil ? nil : Estilo.atencao)
      },
      TableColumn(
        "Alertas", alignment: .center,
        total: .sum(
          cached: Double(linhas.alertas), shown: "\(linhas.alertas)",
          numberFormat: PlanilhaDaBase.alertas), widths: 10...12
      ) {
        DraftCell(
          .number(Double($0.alertas), shown: "\($0.alertas)"),
          CellStyle(
            numberFormat: PlanilhaDaBase.alertas, alignment: .center, border: .hairlineBelow))
      },
      TableColumn("Fonte", widths: 16...36) { DraftCell(texto: $0.cliente.situacao.fonte) },
      TableColumn("Observação", widths: 24...62) {
        DraftCell(texto: $0.cliente.observacaoMostrada)
      },
      TableColumn("Decisão manual", widths: 18...30) { DraftCell(texto: $0.decisao) },
      TableColumn("Relatório", widths: 14...24) { DraftCell(texto: $0.relatorio) },
      TableColumn("Empreendimento", widths: 18...40) {
        DraftCell(texto: $0.cliente.cadastro.empreendimento)
      },
      TableColumn("Unidade", widths: 11...24) { DraftCell(texto: $0.cliente.cadastro.unidade) },
      TableColumn("Corretor", widths: 12...32) { DraftCell(texto: $0.cliente.cadastro.corretor) },
      TableColumn("Imobiliária", widths: 14...32) {
        DraftCell(texto: $0.cliente.cadastro.imobiliaria)
      },
      TableColumn("Data", alignment: .center, widths: 12...14) {
        DraftCell($0.cliente.cadastro.dia)
      },
    ]
  }
}

extension [PlanilhaDaBase.Linha] {
  func soma(_ valor: (Element) -> Dinheiro?) -> Dinheiro { compactMap(valor).soma }

  var alertas: Int { reduce(0) { $0 + $1.alertas } }
}
