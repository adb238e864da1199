import Dominio

/// What speaks against the month that was given for an Acompanhamento. It is told, and decides
/// nothing. Docs/regras.md §3
enum DuvidaSobreMes {
  /// The base of another month was made from the very same bytes.
  case repetido(Competencia)
  /// The month has not begun yet.
  case futuro(Competencia)

  /// - Parameters:
  ///   - soma: SHA-256 of the Acompanhamento.
  ///   - outras: the bases of the other months, ascending.
  static func todas(
    _ mes: Competencia, soma: String, outras: [Base], hoje: Dia
  ) -> [DuvidaSobreMes] {
    let repetido = outras.last { $0.veioDe(soma) }.map { DuvidaSobreMes.repetido($0.competencia) }
    let atual = Competencia(ano: hoje.ano, mes: hoje.mes) ?? mes
    return [repetido, mes > atual ? .futuro(mes) : nil].compactMap(\.self)
  }

  func aviso(em arquivo: String) -> Aviso {
    let mensagem =
      switch self {
      case .repetido(let outro):
        "é o mesmo Acompanhamento da Base \(outro.porExtenso); confira o mês"
      case .futuro(let mes): "\(mes.porExtenso) ainda não começou; confira o mês"
      }
    return Aviso(arquivo: arquivo, aba: nil, celula: nil, mensagem: mensagem)
  }

  /// For the summary of `fechar`.
  var frase: String {
    switch self {
    case .repetido(let outro):
      "Confira o mês: este Acompanhamento é o mesmo da Base \(outro.porExtenso)."
    case .futuro(let mes): "Confira o mês: \(mes.porExtenso) ainda não começou."
    }
  }
}
