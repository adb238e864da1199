import JSONDocuments
import TestSupport
import Testing

/// Bad input, one by one: its exit code, its message, and nothing changed.
@Suite struct BadInputTests {
  /// A line typed in a folder that holds the base of October, decided and not billed.
  struct Slip: Sendable, CustomTestStringConvertible {
    let name: String
    let words: [String]
    let status: Int32
    /// What the message must say.
    let says: [String]

    init(_ name: String, _ words: [String], _ status: Int32, says: String...) {
      self.name = name
      self.words = words
      self.status = status
      self.says = says
    }

    var testDescription: String { name }
  }

  /// A file of the folder that is named like it.
  private static func bad(_ name: String, theme: String = "planilhas") -> String {
    Fixture.path("erros/\(theme)/\(name.prefix { $0 != "." })/\(name)")
  }

  private static func controle(gestores: String) -> [String] {
    ["controle", "--gestores", gestores, "--webopay", Month.webopay]
  }

  static let slips = [
    Slip(
      "missing file", controle(gestores: "não-há.xlsx"), 66, says: "não-há.xlsx", "não existe"),
    Slip("folder", controle(gestores: "dados"), 66, says: "dados", "é uma pasta"),
    Slip("empty file", controle(gestores: bad("vazio.xlsx")), 65, says: "vazio.xlsx", "vazio"),
    Slip("PDF", controle(gestores: bad("documento.pdf")), 65, says: "documento.pdf", "PDF"),
    Slip(
      "text called .xls", controle(gestores: bad("texto-com-nome-de-planilha.xls")), 65,
      says: "texto-com-nome-de-planilha.xls", "texto"),
    Slip(
      "truncated zip", controle(gestores: bad("cortado.xlsx")), 65, says: "cortado.xlsx",
      "danificado"),
    Slip(
      "truncated .xls", ["recebimentos", "--epr", bad("cortado.xls")], 65, says: "cortado.xls",
      "danificado"),
    Slip(
      "encrypted .xlsx", controle(gestores: bad("protegido.xlsx")), 65, says: "protegido.xlsx",
      "senha"),
    Slip(
      "encrypted .xls", ["recebimentos", "--epr", bad("protegido.xls")], 65, says: "protegido.xls",
      "senha"),
    Slip(
      "zip without a workbook", controle(gestores: bad("sem-planilha.zip.xlsx")), 65,
      says: "sem-planilha.zip.xlsx", "zip"),
    Slip(
      "no header", controle(gestores: bad("sem-cabecalho.xlsx")), 65, says: "sem-cabecalho.xlsx",
      "linhas 1 a 10", "NOME DO CLIENTE"),
    Slip(
      "missing columns", controle(gestores: bad("coluna-faltando.xlsx")), 65,
      says: "coluna-faltando.xlsx", "STATUS", "COMISSÃO", "FORMA"),
    Slip(
      "both files at fault",
      [
        "controle", "--gestores", bad("documento.pdf"), "--webopay", bad("vazio.xlsx"),
      ], 65, says: "documento.pdf", "vazio.xlsx"),
    Slip(
      "sheet that is not there",
      controle(gestores: Month.gestores) + ["--aba-gestores", "Plan9"], 65, says: "Plan9",
      "GESTORES"),
    Slip(
      "month in a wrong form",
      ["base", "criar", "--mes", "outubro", "--acompanhamento", Month.acompanhamento], 64,
      says: "outubro", "2025-10"),
    Slip(
      "month 13", ["base", "criar", "--mes", "2025-13", "--acompanhamento", Month.acompanhamento],
      64, says: "2025-13"),
    Slip(
      "base that exists",
      ["base", "criar", "--mes", "2025-10", "--acompanhamento", Month.acompanhamento], 73,
      says: "Outubro/2025", "--substituir"),
    Slip(
      "base that exists, in a dry run",
      ["base", "criar", "--mes", "2025-10", "--acompanhamento", Month.acompanhamento, "--dry-run"],
      73, says: "--substituir"),
    Slip(
      "base that does not exist",
      controle(gestores: Month.gestores) + ["--mes", "2025-09"], 66, says: "Setembro/2025",
      "Outubro/2025"),
    Slip(
      "no base at all", ["base", "mostrar", "--dados", "outro"], 66, says: "base criar"),
    Slip(
      "data directory under a file",
      controle(gestores: Month.gestores) + ["--dados", "arquivo.txt/dados"], 73,
      says: "arquivo.txt"),
    Slip(
      "data directory that cannot be made",
      [
        "base", "criar", "--mes", "2025-10", "--acompanhamento", Month.acompanhamento, "--dados",
        "/proc/comissoes",
      ], 73, says: "/proc/comissoes"),
    Slip(
      "broken configuration", ["base", "listar", "--config", "quebrado.json"], 78,
      says: "quebrado.json", "JSON"),
    Slip(
      "wrong configuration", ["base", "listar", "--config", "errado.json"], 78,
      says: "`linhas_de_cabecalho`", "`mapeamento_forma.PIX`", "`planilhas.outra`"),
    Slip(
      "configuration that is not there", ["base", "listar", "--config", "x.json"], 66,
      says: "x.json"),
    Slip(
      "unknown option", ["controle", "--gestoress", "x.xlsx", "--webopay", "y.xlsx"], 64,
      says: "--gestoress", "--gestores"),
    Slip("unknown command", ["recebimento"], 64, says: "recebimento", "recebimentos"),
    Slip("files named nowhere", ["controle"], 64, says: "--gestores", "--webopay"),
    Slip(
      "format that the command does not have", ["resumo", "--formato", "csv"], 64,
      says: "csv", "json"),
    Slip(
      "day that is not on the calendar",
      ["recebimentos", "--epr", Month.epr, "--data", "31/02/2025"], 64, says: "31/02/2025"),
    Slip(
      "output over something else", ["recebimentos", "--epr", Month.epr, "--saida", "carta.xlsx"],
      73, says: "carta.xlsx", "já existe"),
    Slip(
      "output into no folder", ["recebimentos", "--epr", Month.epr, "--saida", "nada/R.xlsx"], 73,
      says: "nada/R.xlsx", "não existe"),
    Slip(
      "output among the kept reports",
      ["recebimentos", "--epr", Month.epr, "--saida", "dados/relatorios/R.xlsx"], 73,
      says: "dados/relatorios/R.xlsx", "--saida"),
    Slip(
      "output over something else, in a dry run",
      ["recebimentos", "--epr", Month.epr, "--saida", "carta.xlsx", "--dry-run"], 73,
      says: "carta.xlsx", "já existe"),
    Slip(
      "file for a data directory", ["base", "listar", "--dados", "arquivo.txt"], 66,
      says: "arquivo.txt", "pasta"),
    Slip("folder for a configuration", ["base", "listar", "--config", "dados"], 66, says: "dados"),
    Slip(
      "report of an impossible number",
      ["recebimentos", "--epr", Month.epr, "--dados", "numerado"], 65, says: "numerado"),
    Slip("broken base", ["base", "mostrar", "--dados", "estragado"], 65, says: "2025-01.json"),
    Slip(
      "newer base", ["base", "mostrar", "--dados", "futuro"], 65, says: "2025-01.json", "99", "1"),
  ]

  @Test("Bad input is told and changes nothing", arguments: slips)
  func badInput(slip: Slip) throws {
    let month = try Month()
    let workspace = month.workspace
    #expect(try month.base().status == 0)
    #expect(try month.controle().status == 0)
    try workspace.write("de outra pessoa", to: "arquivo.txt")
    try workspace.write("de outra pessoa", to: "carta.xlsx")
    try workspace.write("{ \"planilhas\": ", to: "quebrado.json")
    try workspace.write(
      #"""
      {"linhas_de_cabecalho": 0, "mapeamento_forma": {"PIX": "TALVEZ"}, "planilhas": {"outra": "x"}}
      """#, to: "errado.json")
    try workspace.write("{\"formato\": \"comissoes.base\"", to: "estragado/bases/2025-01.json")
    try workspace.write(
      #"{"formato": "comissoes.base", "versao": 99, "novidade": true}"#,
      to: "futuro/bases/2025-01.json")
    try workspace.write(
      #"""
      {"formato": "comissoes.base", "versao": 1, "mes": "2025-01", "nome": "", "fontes": [],
        "alertas": [], "clientes": [], "relatorios": [{"numero": 9223372036854775807,
        "data": "2025-02-03", "arquivo": "x.xlsx", "sha256": "", "clientes": 0, "valor": "0",
        "desistencias": 0}]}
      """#, to: "numerado/bases/2025-01.json")
    // As a directory in use has them.
    try workspace.write("", to: "numerado/.trava")
    try workspace.write("", to: "numerado/relatorios/leia-me.txt")
    try workspace.write("", to: "numerado/operacoes/.vazia")
    try workspace.write("", to: "numerado/objetos/.vazia")

    let before = try workspace.tree()
    let outcome = try workspace.run(slip.words)
    #expect(outcome.status == slip.status, "\(outcome.complaints)")
    #expect(outcome.output.isEmpty)
    for word in slip.says { #expect(outcome.complaints.contains(word), "\(outcome.complaints)") }
    #expect(try workspace.tree() == before)
  }

  @Test("Every unreadable cell of a sheet is told in one run, with its place")
  func unreadableCells() throws {
    let month = try Month()
    _ = try month.base()
    let outcome = try month.workspace.run(
      Self.controle(gestores: Self.bad("celulas-ilegiveis.xlsx", theme: "avisos")) + [
        "--formato", "json",
      ])
    let avisos = try #require(outcome.document()["avisos"]).elements
    let cells = avisos.filter { $0["arquivo"]?.string == "celulas-ilegiveis.xlsx" }
      .compactMap { $0["celula"]?.string }
    #expect(cells.count >= 20)
    #expect(Set(cells).count == cells.count)
    #expect(avisos.allSatisfy { $0["aba"]?.string != nil && $0["mensagem"]?.string != nil })
  }
}
