import Dominio

// The alerts that compare names only: 1, 2 and 5. Docs/regras.md §3 and §5

extension Alerta {
  static func gestoresNaoBase(_ registro: Gestores.Registro) -> Alerta {
    Alerta(
      .gestoresNaoBase, cliente: registro.cliente, planilha: .gestores,
      descricao: "Cliente \(registro.cliente) está em Gestores mas não na Base",
      evidencias: registro.evidencias(.nome))
  }

  static func webopayNaoBase(_ registro: WeboPay.Registro) -> Alerta {
    Alerta(
      .webopayNaoBase, cliente: registro.cliente, planilha: .webopay,
      descricao: "Cliente \(registro.cliente) está no WeboPay mas não na Base",
      evidencias: registro.evidencias(.pagador))
  }

  /// - Parameter registros: all rows that bear the name, in their order, two or more.
  static func multiplasCorrespondencias<Registro: RegistroDeCliente>(
    _ cliente: ChaveDeNome, em planilha: Planilha, _ registros: [Registro]
  ) -> Alerta {
    let linhas = registros.map { String($0.linha) }
    return Alerta(
      .multiplasCorrespondencias, cliente: cliente, planilha: planilha,
      descricao: "Cliente \(cliente) aparece \(linhas.count) vezes em \(planilha.rawValue)"
        + " (linhas \(linhas.joined(separator: ", ")))",
      evidencias: registros.flatMap(\.evidenciasDeRepeticao))
  }
}
