import Dominio
import SheetWriting

/// The sheet `A Receber`: who is billed and who would be if there were a value, in one list.
enum AReceber {
  static let aba: StaticString = "A Receber"
  /// Stands in the place of the value that Gestores does not give.
  static let revisar = "REVISAR"

  struct Linha: Equatable {
    let cliente: ChaveDeNome
    let empreendimento: String?
    let contrato: String?
    let assinatura: Dia?
    /// Nil when it is to be reviewed: outside the total.
    let valor: Dinheiro?

    /// The whole row is marked, since the eye does not go to its end first.
    var fundo: UInt32? { valor == nil ? Estilo.atencao : nil }

    func faixa(em dia: Dia) -> FaixaDeAssinatura? {
      FaixaDeAssinatura(assinatura: assinatura, em: dia)
    }
  }

  /// In the order of clients.
  static func linhas(_ recebimentos: Recebimentos) -> [Linha] {
    let comValor = recebimentos.aReceber.map {
      Linha(
        cliente: $0.cliente, empreendimento: $0.empreendimento, contrato: $0.contrato,
        assinatura: $0.assinatura, valor: $0.valor)
    }
    let semValor = recebimentos.semValor.map {
      Linha(
        cliente: $0.cliente, empreendimento: $0.empreendimento, contrato: $0.contrato,
        assinatura: $0.assinatura, valor: nil)
    }
    return (comValor + semValor).sorted { $0.cliente < $1.cliente }
  }

  static let titulo = "Comissões a receber"
  static let caminho = "\(Desistencias.aba) →"

  static func resumo(_ recebimentos: Recebimentos) -> String {
    let estornos = recebimentos.estornos
    return contagens(recebimentos)
      + (estornos == .zero
        ? "" : " Há \(estornos.emReais()) a devolver, na aba \(Desistencias.aba).")
  }

  private static func contagens(_ recebimentos: Recebimentos) -> String {
    let aReceber =
      switch recebimentos.aReceber.count {
      case 0: "Nenhuma comissão a receber: o total é \(Dinheiro.zero.emReais())."
      case 1: "Comissão de 1 cliente a receber."
      case let count: "Comissões de \(count) clientes a receber."
      }
    return switch recebimentos.semValor.count {
    case 0: aReceber
    case 1: "\(aReceber) 1 cliente sem valor de comissão está marcado \(revisar), fora do total."
    case let count:
      "\(aReceber) \(count) clientes sem valor de comissão estão marcados \(revisar), fora do total."
    }
  }
}

extension SheetDraft {
  init(aReceber recebimentos: Recebimentos, _ cabecalho: RelatorioDeRecebimentos.Cabecalho) {
    var lines = [
      DraftLine(AReceber.titulo, Estilo.titulo),
      DraftLine(cabecalho.identificacao, Estilo.linha),
      DraftLine(AReceber.resumo(recebimentos), Estilo.linha),
    ]
    if let origem = cabecalho.origem { lines.append(DraftLine(origem, Estilo.origem)) }
    let linhas = AReceber.linhas(recebimentos)
    let dia = cabecalho.dia
    let table = TableDraft(
      "AReceber", of: linhas,
      columns: [
        TableColumn("Cliente", total: .label("Total"), widths: 30...60) {
          DraftCell(texto: $0.cliente.texto).com(fundo: $0.fundo)
        },
        TableColumn("Empreendimento", widths: 20...40) {
          DraftCell(texto: $0.empreendimento).com(fundo: $0.fundo)
        },
        TableColumn("Contrato", widths: 16...30) {
          DraftCell(texto: $0.contrato).com(fundo: $0.fundo)
        },
        TableColumn("Data de assinatura", alignment: .center, widths: 14...24) {
          DraftCell($0.assinatura).com(fundo: $0.faixa(em: dia)?.cor ?? $0.fundo)
        },
        TableColumn(
          "Valor", alignment: .right, total: .soma(recebimentos.valorAReceber), widths: 18...40
        ) {
          $0.valor.map { DraftCell($0) } ?? DraftCell(.text(AReceber.revisar), Estilo.revisar)
        },
      ])
    self.init(
      AReceber.aba, lines: lines, link: SheetLink(AReceber.caminho, to: Desistencias.aba),
      legend: FaixaDeAssinatura.legenda(linhas.compactMap { $0.faixa(em: dia) }), table: table,
      footer: cabecalho.rodape)
  }
}
