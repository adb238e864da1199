import Foundation
import JSONDocuments
import TestSupport
import Testing

/// What `planilha mostrar` says of a file, and `planilha exportar` of one that is not on the disk.
@Suite struct InspectionTests {
  private func show(_ file: String, input: String? = nil) throws -> JSONValue {
    let outcome = try Workspace().run(
      ["planilha", "mostrar", file, "--formato", "json"], input: input)
    #expect(outcome.status == 0, "\(outcome.complaints)")
    return try outcome.document()
  }

  @Test("Every key is there, whatever is known")
  func keys() throws {
    for file in [
      Month.gestores, Fixture.path("erros/planilhas/coluna-faltando/coluna-faltando.xlsx"),
      Fixture.path("planilhas/xls/xlwt_tipos.xls"),
    ] {
      let document = try show(file)
      #expect(
        Set(try #require(document.object).keys) == [
          "arquivo", "formato", "descricao", "nome_confere", "programa", "abas", "reconhecidas",
          "mais_parecida",
        ])
      for sheet in try #require(document["abas"]).elements {
        #expect(
          Set(try #require(sheet.object).keys) == [
            "nome", "visivel", "visibilidade", "linhas", "colunas", "primeiras_linhas",
          ])
      }
      for found in try #require(document["reconhecidas"]).elements {
        #expect(
          Set(try #require(found.object).keys) == [
            "planilha", "aba", "linha_do_cabecalho", "cabecalho", "colunas", "ausentes",
            "registros", "avisos",
          ])
      }
    }
  }

  @Test("The sheets, with their visibility and the rows and columns that hold values")
  func sheets() throws {
    let sheets = try #require(
      try show(Fixture.path("planilhas/xlsx/xlsxwriter.xlsx"))["abas"]
    ).elements
    #expect(sheets.map { $0["visibilidade"]?.string } == ["visivel", "oculta", "muito_oculta"])
    #expect(sheets.map { $0["linhas"] } == [.number(6), .number(0), .number(1)])
    #expect(sheets.map { $0["colunas"] } == [.number(7), .number(0), .number(1)])
  }

  @Test(
    "The program that wrote the file, as the file says",
    arguments: [
      ("planilhas/xlsx/xlsxwriter.xlsx", "Microsoft Excel 12.0000"),
      ("planilhas/xlsx/openpyxl.xlsx", "Microsoft Excel Compatible / Openpyxl 3.1.5"),
      ("planilhas/portais/libreoffice.html", "LibreOffice 7.4.7.2 (Linux)"),
      ("planilhas/portais/gnumeric.csv", nil),
    ])
  func program(file: String, name: String?) throws {
    #expect(try show(Fixture.path(file))["programa"]?.string == name)
    let text = try Workspace().run("planilha", "mostrar", Fixture.path(file)).output
    #expect(text.contains("escrito por") == (name != nil))
    if let name { #expect(text.contains(name)) }
  }

  @Test(
    "A name that promises another format is told",
    arguments: [
      ("planilhas/portais/EPR_html.xls", "html", false),
      ("planilhas/portais/EPR_xml.xls", "xml", false),
      ("planilhas/portais/EPR_csv.xls", "csv", false),
      ("planilhas/portais/gnumeric.csv", "csv", true),
      ("planilhas/xls/xlwt_tipos.xls", "xls", true), ("planilhas/xlsx/openpyxl.xlsx", "xlsx", true),
    ])
  func name(file: String, format: String, fits: Bool) throws {
    let document = try show(Fixture.path(file))
    #expect(document["formato"]?.string == format)
    #expect(document["nome_confere"] == .boolean(fits))
    let text = try Workspace().run("planilha", "mostrar", Fixture.path(file)).output
    #expect(text.contains("O nome termina em .xls, mas o conteúdo é outro") == !fits)
  }

  @Test("Columns that are found, doubled and missing, and what importing would remark")
  func columns() throws {
    let document = try show(Fixture.path("erros/avisos/coluna-repetida/coluna-repetida.xlsx"))
    let found = try #require(document["reconhecidas"]?.elements.first)
    let amount = try #require(found["colunas"]?.element("nome", "COMISSÃO"))
    #expect(amount["letra"]?.string == "I")
    #expect(amount["repetida"] == .boolean(true))
    #expect(amount["tambem_em"]?.elements == [.string("M")])
    #expect(found["cabecalho"]?.elements == [.string("NOME DO CLIENTE")])
    #expect(found["registros"] == .number(2))
    #expect(found["avisos"]?.elements.count == 1)
    #expect(document["mais_parecida"] == .null)
  }

  @Test("The avisos are those that controle gives")
  func avisos() throws {
    let month = try Month()
    _ = try month.base()
    let controle = try month.controle("--formato", "json").document()
    let given = try #require(controle["avisos"]).elements
      .filter { $0["arquivo"]?.string == "COMISSÕES_GESTORES.xlsx" }
    #expect(!given.isEmpty)
    let shown = try show(Month.gestores)["reconhecidas"]?.elements.first?["avisos"]?.elements
    #expect(shown == given)
    let text = try Workspace().run("planilha", "mostrar", Month.gestores).output
    for aviso in given {
      #expect(text.contains(try #require(aviso["mensagem"]?.string)))
    }
  }

  @Test("When none of the four matches: what came nearest, and what it lacks")
  func nearest() throws {
    let file = Fixture.path("erros/planilhas/coluna-faltando/coluna-faltando.xlsx")
    let document = try show(file)
    #expect(document["reconhecidas"]?.elements == [])
    let nearest = try #require(document["mais_parecida"])
    #expect(nearest["planilha"]?.string == "Gestores")
    #expect(nearest["linha"] == .number(2))
    #expect(nearest["faltando"]?.elements == [.string("STATUS"), .string("COMISSÃO")])
    let text = try Workspace().run("planilha", "mostrar", file).output
    #expect(text.contains("A mais parecida é Gestores"))
    #expect(text.contains("faltam STATUS, COMISSÃO"))
  }

  @Test("Acompanhamento without DATA says that DATA is missing")
  func nearestByHeader() throws {
    let workspace = try Workspace()
    try workspace.write("NOME;CORRETOR\nA;B\n", to: "a.csv")
    let text = try workspace.run("planilha", "mostrar", "a.csv").output
    #expect(text.contains("A mais parecida é Acompanhamento"))
    #expect(text.contains("falta DATA."))
  }

  @Test("What stands in a file does not write to the terminal")
  func controls() throws {
    let workspace = try Workspace()
    try workspace.write(
      "<table><caption>a\u{202E}b</caption><tr><td>x&#x9B;31my\u{2066}z</table>", to: "a.html")
    let text = try workspace.run("planilha", "mostrar", "a.html").output
    #expect(text.contains("\"ab\""))
    #expect(text.contains("x\u{FFFD}31myz"))
  }

  @Test("- reads standard input", arguments: ["mostrar", "exportar"])
  func standardInput(command: String) throws {
    let workspace = try Workspace()
    let words = ["planilha", command, "--formato", "json"]
    let fromFile = try workspace.run(words + [Month.epr]).document()
    let fromInput = try workspace.run(words + ["-"], input: Month.epr).document()
    #expect(fromInput["formato"] == fromFile["formato"])
    if command == "exportar" { #expect(fromInput == fromFile) }
    #expect(fromInput["abas"] == fromFile["abas"])
    let nothing = try workspace.run(words + ["-"])
    #expect(nothing.status == 65)
    #expect(nothing.complaints.contains("entrada padrão"))
  }

  @Test(
    "CSV: a text of a page or of a CSV that is a number stays one, what is a formula does not",
    arguments: [
      ("-331,48", "\"-331,48\""), ("+5", "+5"), ("-1.234,56", "\"-1.234,56\""), ("-", "'-"),
      ("-1+1", "'-1+1"), ("-1,", "\"'-1,\""), ("=1", "'=1"), ("＝1", "'＝1"), ("＋1", "'＋1"),
      ("－1", "'－1"), ("＠a", "'＠a"), ("％", "％"), ("a|b", "\"a|b\""),
    ])
  func numbersThatAreTexts(text: String, field: String) throws {
    let workspace = try Workspace()
    try workspace.write("<table><tr><td>\(text)</table>", to: "a.html")
    #expect(try workspace.run("planilha", "exportar", "a.html").output == "\(field)\r\n")
    try workspace.write("a;b\n\(text);x\n", to: "a.csv")
    #expect(try workspace.run("planilha", "exportar", "a.csv").output == "a,b\r\n\(field),x\r\n")
  }

  @Test("CSV: a text that looks like a formula gets an apostrophe, a number never")
  func formulas() throws {
    let workspace = try Workspace()
    try workspace.write(
      """
      <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
      xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table>
      <Row><Cell><Data ss:Type="String">=HYPERLINK("x")</Data></Cell>
      <Cell><Data ss:Type="String">+1</Data></Cell><Cell><Data ss:Type="String">-1</Data></Cell>
      <Cell><Data ss:Type="String">@a</Data></Cell><Cell><Data ss:Type="String">&#9;a</Data></Cell>
      <Cell><Data ss:Type="String">&#13;a</Data></Cell><Cell><Data ss:Type="String">a=b</Data></Cell>
      <Cell><Data ss:Type="Number">-1.5</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell>
      <Cell><Data ss:Type="String">-1,5</Data></Cell>
      <Cell><Data ss:Type="String">&#10;=1</Data></Cell></Row></Table></Worksheet></Workbook>
      """, to: "a.xml")
    let output = try workspace.run("planilha", "exportar", "a.xml").output
    #expect(
      output == "\"'=HYPERLINK(\"\"x\"\")\",'+1,'-1,'@a,\"'\ta\",\"'\ra\""
        + ",a=b,-1.5,#N/A,\"'-1,5\",\"'\n=1\"\r\n")
    // JSON gives the text as it is.
    let document = try workspace.run(
      "planilha", "exportar", "a.xml", "--formato", "json"
    ).document()
    let cells = try #require(document["abas"]?.elements.first?["celulas"]).elements
    #expect(cells.first?.elements.last == .string("=HYPERLINK(\"x\")"))
  }
}
