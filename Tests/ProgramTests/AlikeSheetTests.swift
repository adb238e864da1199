import JSONDocuments
import TestSupport
import Testing

/// A file with the same header in more than one sheet or table: which one is read is told, by every
/// command that reads it, with the option that chooses another.
@Suite struct AlikeSheetTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try write("acompanhamento.xls", ["NOME", "DATA", "CORRETOR"], ["ANA", "01/10/2025", "C"])
    try write("gestores.xls", ["NOME DO CLIENTE", "FORMA", "STATUS", "COMISSÃO"], ["ANA", "PIX"])
    try write(
      "webopay.xls",
      [
        "Pagador", "Numero_parcela", "Valor_original", "Status_parcela", "Status_comissão",
        "Empreendimento", "Unidade", "Data_da_venda", "Parcelas_totais",
      ], ["ANA", "1", "100,00"])
    try write(
      "epr.xls", ["Nome Mutuário", "Data de Assinatura", "Nome Empreendimento", "Número Contrato"],
      ["ANA", "20/10/2025", "E", "1"])
  }

  /// A page of two tables, as portals write a list over two pages.
  private func write(_ name: String, _ header: [String], _ row: [String]) throws {
    func line(_ cells: [String]) -> String {
      "<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>"
    }
    let tables = ["Um", "Dois"].map {
      "<table><caption>\($0)</caption>\(line(header))\(line(row))</table>"
    }
    try workspace.write("<html>" + tables.joined() + "</html>", to: name)
  }

  /// The sheets of which the avisos of a run tell that another looks the same, and the option.
  private func told(_ words: [String]) throws -> [String] {
    let outcome = try workspace.run(words + ["--formato", "json"])
    #expect(outcome.status == 0 || outcome.status == 1, "\(outcome.complaints)")
    return try avisos(in: outcome.document()).compactMap { aviso in
      guard let text = aviso["mensagem"]?.string, text.contains("\"Dois\" tem o mesmo cabeçalho")
      else { return nil }
      let option = text.split(separator: "use ").last ?? ""
      return "\(aviso["aba"]?.string ?? ""): \(option)"
    }.sorted()
  }

  /// Every object with a place and a message, however deep.
  private func avisos(in document: JSONValue) -> [JSONValue] {
    if document["mensagem"] != nil, document["aba"] != nil { return [document] }
    return document.elements.flatMap(avisos) + (document.object ?? [:]).values.flatMap(avisos)
  }

  @Test("The commands of the month tell, and the option they name reads the other")
  func month() throws {
    let base = ["base", "criar", "--mes", "2025-10", "--acompanhamento", "acompanhamento.xls"]
    #expect(try told(base + ["--dry-run", "--aba", "Dois"]) == [])
    #expect(try told(base) == ["Um: --aba em 'base criar'"])
    let controle = ["controle", "--gestores", "gestores.xls", "--webopay", "webopay.xls"]
    #expect(
      try told(controle + ["--dry-run", "--aba-gestores", "Dois", "--aba-webopay", "Dois"]) == [])
    #expect(
      try told(controle) == [
        "Um: --aba-gestores em 'controle'",
        "Um: --aba-webopay em 'controle'",
      ])
    let recebimentos = ["recebimentos", "--epr", "epr.xls", "--data", "2025-11-03", "--dry-run"]
    #expect(try told(recebimentos + ["--aba", "Dois"]) == [])
    #expect(try told(recebimentos) == ["Um: --aba em 'recebimentos'"])
  }

  @Test("So do the commands that only look")
  func looking() throws {
    #expect(
      try told(["planilha", "mostrar", "epr.xls"]) == ["Um: --aba em 'recebimentos'"])
    #expect(try told(["planilha", "mostrar", "epr.xls", "--aba", "Dois"]) == [])
    #expect(
      try told(["conferir", "--gestores", "gestores.xls", "--epr", "epr.xls"]) == [
        "Um: --aba em 'recebimentos'", "Um: --aba-gestores em 'controle'",
      ])
  }
}
