/// One client of a `Base`.
package struct Cliente: Sendable, Equatable {
  package let chave: ChaveDeNome
  /// Rows of Acompanhamento in Excel's numbers; the first is the one used. Empty for a client who
  /// has left the spreadsheet after being billed.
  package var linhas: [Int]
  package var cadastro: Acompanhamento.Cadastro
  package var situacao: Situacao
  /// What was billed last, in this base or in an earlier one; nil when nothing was.
  package var faturamento: Faturamento?
  /// What was billed before that, oldest first: the director had released the client each time.
  package var anteriores: [Faturamento]
  /// The director's word that a billed client may be billed once more.
  package var liberacao: Liberacao?
  /// What the director decided in place of the rules; `situacao` follows it.
  package var decisao: DecisaoManual?

  package init(
    chave: ChaveDeNome, linhas: [Int], cadastro: Acompanhamento.Cadastro = .init(),
    situacao: Situacao = .inicial, faturamento: Faturamento? = nil,
    anteriores: [Faturamento] = [], liberacao: Liberacao? = nil,
    decisao: DecisaoManual? = nil
  ) {
    self.chave = chave
    self.linhas = linhas
    self.cadastro = cadastro
    self.situacao = situacao
    self.faturamento = faturamento
    self.anteriores = anteriores
    self.liberacao = liberacao
    self.decisao = decisao
  }

  /// Every bill of the client, oldest first.
  package var faturamentos: [Faturamento] {
    anteriores + (faturamento.map { [$0] } ?? [])
  }

  package var temFaturamento: Bool { faturamento != nil || !anteriores.isEmpty }

  package var jaPago: Bool { faturamento != nil }

  /// The money to give back: what was billed to a client who then gave up or got a discount, and
  /// has not been given back yet.
  package var estorno: Dinheiro? {
    switch situacao.status {
    case .desistiu, .desconto:
      let abertos = faturamentos.filter { $0.devolucao == nil }
      return abertos.isEmpty ? nil : abertos.map(\.valor).soma
    case .nulo, .financiado, .pago, .requerAnalise:
      return nil
    }
  }
}

/// What a `Controle`, or the director, decides of a client.
package struct Situacao: Sendable, Equatable {
  package let status: Status
  package let valor: Dinheiro?
  package let fonte: String?
  package let observacao: String?

  package init(_ status: Status, valor: Dinheiro?, fonte: String?, observacao: String?) {
    self.status = status
    self.valor = valor
    self.fonte = fonte
    self.observacao = observacao
  }

  /// Before any controle.
  package static let inicial = Situacao(.nulo, valor: nil, fonte: nil, observacao: nil)
}

/// The director's word on something that the rules alone would not allow.
package struct Liberacao: Sendable, Equatable {
  package let dia: Dia
  package let motivo: String

  package init(dia: Dia, motivo: String) {
    self.dia = dia
    self.motivo = motivo
  }
}

/// When billed money was given back, and why.
package struct Devolucao: Sendable, Equatable {
  package let dia: Dia
  package let motivo: String

  package init(dia: Dia, motivo: String) {
    self.dia = dia
    self.motivo = motivo
  }
}

/// The record of a billed commission. Frozen: later only the giving back is added to it.
package struct Faturamento: Sendable, Equatable {
  /// In cents.
  package let valor: Dinheiro
  package let dia: Dia
  package let contrato: String?
  /// The base whose report billed it.
  package let base: Competencia
  /// The number of that report.
  package let relatorio: Int
  /// Nil while the money has not been given back.
  package var devolucao: Devolucao?

  package init(
    valor: Dinheiro, dia: Dia, contrato: String?, base: Competencia, relatorio: Int,
    devolucao: Devolucao? = nil
  ) {
    self.valor = valor
    self.dia = dia
    self.contrato = contrato
    self.base = base
    self.relatorio = relatorio
    self.devolucao = devolucao
  }
}

/// A receivables report that was kept.
package struct Relatorio: Sendable, Equatable {
  /// Counted over all bases of a data directory, from 1.
  package let numero: Int
  package let dia: Dia
  /// The workbook's name under `relatorios/`.
  package let arquivo: String
  /// SHA-256 of the workbook, in hexadecimal.
  package let sha256: String
  package let clientes: Int
  package let valor: Dinheiro
  package let desistencias: Int

  package init(
    numero: Int, dia: Dia, arquivo: String, sha256: String, clientes: Int, valor: Dinheiro,
    desistencias: Int
  ) {
    self.numero = numero
    self.dia = dia
    self.arquivo = arquivo
    self.sha256 = sha256
    self.clientes = clientes
    self.valor = valor
    self.desistencias = desistencias
  }
}
