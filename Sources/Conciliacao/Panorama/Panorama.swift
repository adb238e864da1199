package import Dominio

/// What there is to say of a month at a glance. Docs/regras.md §7
///
/// Nothing is reckoned anew here: the sums are those of `Totais`, the lists those of an analysis of
/// the last EPR, the way from the month before is a `Ponte`.
package struct Panorama: Sendable, Equatable {
  /// So many clients, and their values together.
  package struct Soma: Sendable, Equatable {
    package let clientes: Int
    /// Each rounded to cents as it would be billed.
    package let valor: Dinheiro
  }

  package struct DeStatus: Sendable, Equatable {
    package let status: Status
    package let soma: Soma
  }

  /// Receivables of which the contract was signed in one month of the calendar.
  package struct DeAssinatura: Sendable, Equatable {
    /// Nil where EPR gives no day.
    package let mes: MesCivil?
    package let faturado: Soma
    /// Signed, not billed yet, and with a value.
    package let aFaturar: Soma

    package var valor: Dinheiro { faturado.valor + aFaturar.valor }
  }

  /// The open alerts of one kind.
  package struct DeAlerta: Sendable, Equatable {
    package let tipo: TipoDeAlerta
    package let quantos: Int
  }

  package let base: Competencia
  package let totais: Totais
  /// One a status.
  package let porStatus: [DeStatus]
  /// Ascending by month, what has no day last.
  package let assinaturas: [DeAssinatura]
  /// In the order of keys; of one client the bills first.
  package let recebiveis: [Recebivel]
  package let aguardando: Soma
  /// Who waits for the signature, the largest value first.
  package let esperas: [Recebivel]
  /// Whose money is to be given back.
  package let estornos: [Recebimentos.Desistencia]
  /// The worst first; no kind without open alerts.
  package let alertas: [DeAlerta]
  /// From the last month before that has a base; nil for the first.
  package let ponte: Ponte?
  /// The spreadsheets last used.
  package let fontes: [Fonte]
  package let relatorios: Int
  /// False before the month has a report: then nobody is known to have signed.
  package let temEPR: Bool

  /// What the reports of this base have billed.
  package var faturados: Soma { Soma(recebiveis.filter(\.estado.ehFaturado)) }
  package var emAberto: Int { alertas.reduce(0) { $0 + $1.quantos } }

  /// False when the bridge, or what it is built of, contradicts itself.
  package var fecha: Bool { ponte?.fecha ?? true }
}

/// A month of the calendar, of any year.
package struct MesCivil: Hashable, Comparable, Sendable {
  package let ano: Int
  package let mes: Int

  package init(_ dia: Dia) {
    ano = dia.ano
    mes = dia.mes
  }

  /// `10/2025`.
  package var brasileiro: String { "\(preenchido(mes, 2))/\(preenchido(ano, 4))" }

  /// `2025-10`.
  package var iso: String { "\(preenchido(ano, 4))-\(preenchido(mes, 2))" }

  package static func < (left: MesCivil, right: MesCivil) -> Bool {
    (left.ano, left.mes) < (right.ano, right.mes)
  }
}

extension Panorama.Soma {
  init(_ recebiveis: [Recebivel]) {
    self.init(
      clientes: Set(recebiveis.map(\.cliente)).count,
      valor: recebiveis.compactMap(\.valor).soma)
  }
}
