/// How an alert ended, and who said so.
package struct Desfecho: Hashable, Sendable {
  package enum Fim: String, CaseIterable, Sendable {
    case resolvido
    case falsoPositivo = "falso_positivo"
  }

  package enum Autor: String, CaseIterable, Sendable {
    /// Somebody, with a reason.
    case pessoa
    /// A manual decision on the client made it pointless.
    case decisao = "decisao_manual"
    /// The month before had ended it, and the same values cause it again.
    case mesAnterior = "mes_anterior"
    /// A later run did not find it any more.
    case naoSeRepete = "nao_se_repete"
  }

  package let fim: Fim
  package let motivo: String
  package let autor: Autor
  /// The operation that ended it.
  package let operacao: Int
  /// The alert of the month before whose end it took over.
  package let referencia: NumeroDeAlerta?
  /// The operation that found the values again on which it had been ended, after they had been
  /// others for a while; nil when they never were.
  package let retorno: Int?

  package init(
    _ fim: Fim, motivo: String, autor: Autor, operacao: Int, referencia: NumeroDeAlerta? = nil,
    retorno: Int? = nil
  ) {
    self.fim = fim
    self.motivo = motivo
    self.autor = autor
    self.operacao = operacao
    self.referencia = referencia
    self.retorno = retorno
  }

  /// The same, which holds again since a run.
  package func retomado(na operacao: Int) -> Desfecho {
    Desfecho(
      fim, motivo: motivo, autor: autor, operacao: self.operacao, referencia: referencia,
      retorno: operacao)
  }
}

/// An end that an alert had while other values caused it: a wrong file may have come in between, and
/// when its values are gone, the end holds again. Docs/regras.md §10
package struct DesfechoAnterior: Hashable, Sendable {
  package let desfecho: Desfecho
  package let evidencias: [Evidencia]

  package init(_ desfecho: Desfecho, com evidencias: [Evidencia]) {
    self.desfecho = desfecho
    self.evidencias = evidencias
  }
}

extension [DesfechoAnterior] {
  /// Keeps an end; it takes the place of an earlier one on the same values.
  package mutating func guardar(_ desfecho: Desfecho, com evidencias: [Evidencia]) {
    esquecer(evidencias)
    append(DesfechoAnterior(desfecho, com: evidencias))
  }

  /// Forgets what was said while these values caused it.
  package mutating func esquecer(_ evidencias: [Evidencia]) {
    removeAll { $0.evidencias.dizOMesmo(que: evidencias) }
  }
}
