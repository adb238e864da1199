/// The lists of one crossing of a base with EPR. Docs/regras.md §7
///
/// `Conciliacao` fills it; the report and the documents only show it.
package struct Recebimentos: Sendable, Equatable {
  package struct AReceber: Sendable, Equatable {
    package let cliente: ChaveDeNome
    /// In cents: what is billed.
    package let valor: Dinheiro
    package let assinatura: Dia?
    package let empreendimento: String?
    package let contrato: String?
    /// What was billed before for this very contract and not given back: the client was released
    /// by hand, perhaps by mistake.
    package let mesmoContrato: ContaDeContrato?

    package init(
      cliente: ChaveDeNome, valor: Dinheiro, assinatura: Dia?, empreendimento: String?,
      contrato: String?, mesmoContrato: ContaDeContrato? = nil
    ) {
      self.cliente = cliente
      self.valor = valor
      self.assinatura = assinatura
      self.empreendimento = empreendimento
      self.contrato = contrato
      self.mesmoContrato = mesmoContrato
    }
  }

  /// Signed, and Gestores gives no value: shown as `REVISAR`, not billed.
  package struct SemValor: Sendable, Equatable {
    package let cliente: ChaveDeNome
    package let assinatura: Dia?
    package let empreendimento: String?
    package let contrato: String?

    package init(
      cliente: ChaveDeNome, assinatura: Dia?, empreendimento: String?, contrato: String?
    ) {
      self.cliente = cliente
      self.assinatura = assinatura
      self.empreendimento = empreendimento
      self.contrato = contrato
    }
  }

  /// Billed in the base of another month; or in this one, and given back since.
  package struct JaFaturado: Sendable, Equatable {
    package let cliente: ChaveDeNome
    package let faturamento: Faturamento
    /// The contract in this EPR, when it is another one than was billed.
    package let contratoDiferente: String?
    /// The month in whose base the client was released to be billed once more.
    package let liberadoEm: Competencia?

    package init(
      cliente: ChaveDeNome, faturamento: Faturamento, contratoDiferente: String?,
      liberadoEm: Competencia? = nil
    ) {
      self.cliente = cliente
      self.faturamento = faturamento
      self.contratoDiferente = contratoDiferente
      self.liberadoEm = liberadoEm
    }
  }

  /// Financed, and not yet in EPR.
  package struct Aguardando: Sendable, Equatable {
    package let cliente: ChaveDeNome
    package let valor: Dinheiro?

    package init(cliente: ChaveDeNome, valor: Dinheiro?) {
      self.cliente = cliente
      self.valor = valor
    }
  }

  /// Gave up; or was billed and then got a discount, so that money must go back.
  package struct Desistencia: Sendable, Equatable {
    package let cliente: ChaveDeNome
    package let status: Status
    package let observacao: String?
    /// What had been billed, to be given back; nil when nothing had.
    package let estorno: Dinheiro?

    package init(cliente: ChaveDeNome, status: Status, observacao: String?, estorno: Dinheiro?) {
      self.cliente = cliente
      self.status = status
      self.observacao = observacao
      self.estorno = estorno
    }
  }

  // Each in the order of keys.
  package var aReceber: [AReceber] = []
  package var semValor: [SemValor] = []
  package var jaFaturados: [JaFaturado] = []
  package var aguardandoAssinatura: [Aguardando] = []
  package var desistencias: [Desistencia] = []
  package var alertas: [Alerta] = []

  package init() {}

  package var valorAReceber: Dinheiro { aReceber.map(\.valor).soma }
  package var valorAguardando: Dinheiro {
    aguardandoAssinatura.compactMap(\.valor?.arredondado).soma
  }
  package var totalDeDesistencias: Int { desistencias.count { $0.status == .desistiu } }
  package var estornos: Dinheiro { desistencias.compactMap(\.estorno).soma }
}

/// A bill of a contract, and under which name.
package struct ContaDeContrato: Sendable, Equatable {
  package let cliente: ChaveDeNome
  package let faturamento: Faturamento

  package init(cliente: ChaveDeNome, faturamento: Faturamento) {
    self.cliente = cliente
    self.faturamento = faturamento
  }
}
