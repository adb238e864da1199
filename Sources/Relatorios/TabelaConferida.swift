import Dominio

/// What a table must say, taken straight from the lists and not from the draft of the sheet.
struct TabelaConferida {
  private let colunas: Int
  private let linhas: [[Conteudo]]
  private let total: Dinheiro

  init(aReceber recebimentos: Recebimentos) {
    var linhas: [ChaveDeNome: [Conteudo]] = [:]
    for item in recebimentos.aReceber {
      linhas[item.cliente] = [
        .texto(item.cliente.texto), .init(item.empreendimento), .init(item.contrato),
        .init(item.assinatura), .valor(item.valor),
      ]
    }
    for item in recebimentos.semValor {
      linhas[item.cliente] = [
        .texto(item.cliente.texto), .init(item.empreendimento), .init(item.contrato),
        .init(item.assinatura), .texto(AReceber.revisar),
      ]
    }
    self.init(colunas: 5, linhas: linhas, total: recebimentos.valorAReceber)
  }

  init(desistencias recebimentos: Recebimentos) {
    var linhas: [ChaveDeNome: [Conteudo]] = [:]
    for item in recebimentos.desistencias {
      linhas[item.cliente] = [
        .texto(item.cliente.texto), .texto(item.status.rawValue), .init(item.observacao),
        item.estorno.map { .valor($0) } ?? .vazio,
      ]
    }
    self.init(colunas: 4, linhas: linhas, total: recebimentos.estornos)
  }

  private init(colunas: Int, linhas: [ChaveDeNome: [Conteudo]], total: Dinheiro) {
    self.colunas = colunas
    self.linhas = linhas.sorted { $0.key < $1.key }.map(\.value)
    self.total = total
  }

  /// - Throws: the first difference.
  func compare(
    with found: TabelaLida, sheet: String
  ) throws(RelatorioDeRecebimentos.Difference) {
    guard let rows = found.linhas else { throw .headerMissing(sheet: sheet) }
    // The last row is that of the total.
    guard rows.count == linhas.count + 1, let last = rows.last else {
      throw .rowCount(sheet: sheet, expected: linhas.count, found: max(0, rows.count - 1))
    }
    var sum = Dinheiro.zero
    for (expected, row) in zip(linhas, rows) {
      let cells = (0..<colunas).map { row.celulas[$0] ?? .vazio }
      guard cells == expected else {
        throw .row(
          sheet: sheet, row: row.numero, expected: expected.map(\.mostrado),
          found: cells.map(\.mostrado))
      }
      if case .valor(let valor) = cells.last { sum = sum + valor }
    }
    var cached: Dinheiro?
    if case .valor(let valor) = last.celulas[colunas - 1] { cached = valor }
    guard sum == total, cached == total else {
      throw .total(sheet: sheet, expected: total, sum: sum, cached: cached)
    }
  }
}

extension Conteudo {
  fileprivate init(_ texto: String?) {
    self = texto.flatMap { $0.isEmpty ? nil : .texto($0) } ?? .vazio
  }

  fileprivate init(_ dia: Dia?) {
    self = dia.map { $0.cabeEmPlanilha ? .dia($0) : .texto($0.brasileiro) } ?? .vazio
  }
}
