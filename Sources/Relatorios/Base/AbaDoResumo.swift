import Dominio
import SheetWriting

extension PlanilhaDaBase {
  /// What the clients of a status come to.
  struct Parte {
    let status: Status
    let clientes: Int
    let valor: Dinheiro
  }

  /// All six, also those without clients.
  static func partes(_ linhas: [Linha]) -> [Parte] {
    Status.allCases.map { status in
      let dele = linhas.filter { $0.status == status }
      return Parte(status: status, clientes: dele.count, valor: dele.soma(\.valor))
    }
  }

  static let titulosDoResumo = ["Status", "Clientes", "Valor"]
  static let tituloDoResumo = "Resumo por status"
  static let caminhoDoResumo = "← \(aba)"

  fileprivate static let contagem = "#,##0"
}

extension SheetDraft {
  init(resumo linhas: [PlanilhaDaBase.Linha], _ cabecalho: PlanilhaDaBase.Cabecalho) {
    let partes = PlanilhaDaBase.partes(linhas)
    let cores = partes.map(\.status.cor)
    let table = TableDraft(
      "Resumo", of: partes,
      columns: [
        TableColumn("Status", total: .label("Total"), widths: 28...30) {
          DraftCell(texto: $0.status.nome)
        },
        TableColumn(
          "Clientes", alignment: .right,
          total: .sum(
            cached: Double(linhas.count), shown: "\(linhas.count)",
            numberFormat: PlanilhaDaBase.contagem),
          widths: 14...20
        ) {
          DraftCell(
            .number(Double($0.clientes), shown: "\($0.clientes)"),
            CellStyle(
              numberFormat: PlanilhaDaBase.contagem, alignment: .right, border: .hairlineBelow))
        },
        TableColumn(
          "Valor", alignment: .right, total: .soma(linhas.soma(\.valor)), widths: 20...40
        ) { DraftCell($0.valor) },
      ])
    self.init(
      PlanilhaDaBase.abaDoResumo,
      lines: [
        DraftLine(PlanilhaDaBase.tituloDoResumo, Estilo.titulo),
        DraftLine("\(cabecalho.titulo), \(cabecalho.contagem(linhas.count))", Estilo.linha),
      ],
      link: SheetLink(PlanilhaDaBase.caminhoDoResumo, to: PlanilhaDaBase.aba), table: table,
      charts: [
        ChartDraft(
          "Clientes por status", of: "Clientes", by: "Status",
          numberFormat: PlanilhaDaBase.contagem, colors: cores,
          description: partes.map { "\($0.status.nome): \($0.clientes)" }.joined(separator: "; ")),
        ChartDraft(
          "Valor por status", of: "Valor", by: "Status", numberFormat: Estilo.reais, colors: cores,
          description: partes.map { "\($0.status.nome): \($0.valor.emReais())" }
            .joined(separator: "; ")),
      ], footer: cabecalho.rodape)
  }
}

extension Status {
  /// Of its bar: apart from each other also for who tells red from green badly.
  fileprivate var cor: UInt32 {
    switch self {
    case .nulo: 0xB8BEC8
    case .financiado: 0x1F4E9E
    case .pago: 0x2E8B75
    case .desconto: 0x8FB8DE
    case .desistiu: 0x7A4B8F
    case .requerAnalise: 0xE8A33D
    }
  }
}
