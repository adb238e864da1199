import Dominio

// The alerts that compare names only: 1, 2 and 5. Docs/regras.md §3 and §5

extension Alerta {
  static func gestoresNaoBase(_ cliente: ChaveDeNome) -> Alerta {
    Alerta(
      .gestoresNaoBase, cliente: cliente, planilha: .gestores,
      descricao: "Cliente \(cliente) está em Gestores mas não na Base")
  }

  static func webopayNaoBase(_ cliente: ChaveDeNome) -> Alerta {
    Alerta(
      .webopayNaoBase, cliente: cliente, planilha: .webopay,
      descricao: "Cliente \(cliente) está no WeboPay mas não na Base")
  }

  /// - Parameter linhas: all rows that bear the name, in Excel's numbers, in their order.
  static func multiplasCorrespondencias(
    _ cliente: ChaveDeNome, em planilha: Planilha, linhas: [Int]
  ) -> Alerta {
    Alerta(
      .multiplasCorrespondencias, cliente: cliente, planilha: planilha,
      descricao: "Cliente \(cliente) aparece \(linhas.count) vezes em \(planilha.rawValue)"
        + " (linhas \(linhas.map(String.init).joined(separator: ", ")))")
  }
}
