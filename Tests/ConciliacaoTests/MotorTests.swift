import Dominio
import TestSupport
import Testing

@testable import Conciliacao

/// Every combination of conditions, against the table that `Fixtures/gerar/motor.py` derives from
/// the rules in another way.
struct MotorTests {
  @Test func everyCombinationDecidesAsTheGoldenTableSays() throws {
    let golden = String(decoding: try Fixture.bytes("casos/motor.txt"), as: UTF8.self)
    let expected = golden.split(separator: "\n").dropFirst().map(cells)
    let combinations = try Combinacao.todas()

    #expect(combinations.count == expected.count)
    for (number, (combination, cells)) in zip(combinations, expected).enumerated() {
      let fatos = combination.fatos
      let decisao = decidir(fatos)
      #expect(
        combination.condicoes + decisao.cells == cells, "Fixtures/casos/motor.txt:\(number + 2)")
      let semNumero = cruzar(
        Base(
          competencia: try mes("2025-10"), clientes: [Cliente(chave: fatos.cliente, linhas: [4])]),
        gestores: [fatos.gestores].compactMap(\.self), webopay: combination.parcelas)
      #expect(
        semNumero.base.clientes.map(\.situacao) == [decisao.situacao],
        "Fixtures/casos/motor.txt:\(number + 2), by cruzar")
      #expect(
        semNumero.alertas.map(\.descricao) == decisao.alertas.map(\.descricao),
        "Fixtures/casos/motor.txt:\(number + 2), by cruzar")
    }
  }

  @Test func theTableStandsInTheOrderOfTheRules() {
    #expect(
      Prioridade.tabela.map(\.numero) == ["1", "2", "3", "4", "5a", "5b", "5c", "6a", "6b", "7"])
  }

  private func cells(of line: Substring) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
      let trimmed = cell.drop { $0 == " " }
      return String(trimmed.reversed().drop { $0 == " " }.reversed())
    }
  }
}

extension Decisao {
  /// As the golden table writes it.
  fileprivate var cells: [String] {
    let alertas = alertas.map { "\($0.tipo.numero): \($0.descricao)" }.joined(separator: "; ")
    return [
      prioridade, situacao.status.rawValue, situacao.valor?.texto ?? "-", situacao.fonte ?? "-",
      situacao.observacao ?? "-", alertas.isEmpty ? "-" : alertas,
    ]
  }
}

/// One combination of conditions, with the words that the golden table has for each.
private struct Combinacao {
  let condicoes: [String]
  let fatos: Fatos
  /// What WeboPay has of the client.
  let parcelas: [WeboPay.Registro]

  static func todas() throws -> [Combinacao] {
    let formas: [(String, Gestores.Forma?)] = [
      ("em branco", nil), ("PIX", .pix), ("FIN + IMOB", .financiado), ("DESCONTO", .desconto),
      ("QUITADO", .quitado),
    ]
    let situacoes: [(String, Gestores.Situacao?)] = [
      ("em branco", nil), ("DISTRATO", .desistiu), ("DESCONTO", .desconto), ("ENTROU", .entrou),
      ("EM ABERTO", .aberto),
    ]
    var todas = try comValores(gestores: nil, palavras: ["não", "-", "-"])
    todas += try formas.flatMap { forma in
      try situacoes.flatMap { situacao in
        try comValores(
          gestores: (forma.1, situacao.1), palavras: ["sim", forma.0, situacao.0])
      }
    }
    return todas
  }

  private static func comValores(
    gestores: (forma: Gestores.Forma?, situacao: Gestores.Situacao?)?, palavras: [String]
  ) throws -> [Combinacao] {
    // Half paid is not paid: one of the two statuses of WeboPay says pendente.
    let webopay: [(palavra: String, pago: Bool?, outras: [Int])] = [
      ("ausente", nil, []), ("só parcelas 2 e 3", nil, [2, 3]), ("pendente", false, []),
      ("meio pago", false, []), ("pago", true, []),
    ]
    let valores: [(palavra: String, gestores: String?, webopay: String?)] = [
      ("nenhum", nil, nil), ("só Gestores", "421.1805", nil), ("só WeboPay", nil, "421.18"),
      ("iguais", "421.18", "421.18"), ("0,01 a mais", "421.18", "421.19"),
      ("0,01 a menos", "421.18", "421.17"), ("longe a mais", "421.1805", "421.1911"),
      ("longe a menos", "1421.18", "421.18"),
    ]
    return try webopay.flatMap { parcela in
      // A row that is absent has no value.
      try valores.filter {
        ($0.gestores == nil || gestores != nil) && ($0.webopay == nil || parcela.pago != nil)
      }.map { valor in
        let primeira = try parcela.pago.map { try noWeboPay("ANA", pago: $0, valor: valor.webopay) }
        let outras = try parcela.outras.map {
          try noWeboPay("ANA", parcela: $0, valor: "99.99", linha: 10 + $0)
        }
        let registro = try gestores.map {
          try emGestores("ANA", $0.forma, $0.situacao, valor: valor.gestores)
        }
        return Combinacao(
          condicoes: palavras + [parcela.palavra, valor.palavra],
          fatos: Fatos(
            cliente: try chave("ANA"), gestores: registro, webopay: primeira,
            outrasParcelas: outras),
          parcelas: [primeira].compactMap(\.self) + outras)
      }
    }
  }
}
