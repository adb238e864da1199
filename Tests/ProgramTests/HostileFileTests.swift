import Foundation
import TestSupport
import Testing

/// The catalogue of `Fixtures/hostis`, and what cannot be small: every file ends as the table says,
/// within two seconds of processor time and 256 MiB of private memory, and nothing is written.
@Suite struct HostileFileTests {
  /// A row of `esperado.tsv`.
  struct HostileFile: Sendable, CustomTestStringConvertible {
    let name: String
    let status: Int32
    let says: String

    init?(line: Substring) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 3, let status = Int32(fields[1]) else { return nil }
      name = String(fields[0])
      self.status = status
      says = String(fields[2])
    }

    var testDescription: String { name }
    var path: String { Fixture.path("hostis/\(name)") }
  }

  static let table = (try? Fixture.bytes("hostis/esperado.tsv")).map {
    String(decoding: $0, as: UTF8.self).split(separator: "\n").dropFirst()
  }
  static let files = (table ?? []).compactMap(HostileFile.init(line:))

  /// The program that the tests were built with has no optimisation, and is given more time.
  private func run(_ words: [String], in workspace: Workspace) throws -> Outcome {
    try workspace.run(
      words, program: Workspace.shippedProgram ?? Workspace.program,
      within: .init(
        processorSeconds: Workspace.shippedProgram == nil ? 40 : 2, memoryMiB: 256))
  }

  @Test("The table and the folder tell of the same files")
  func catalogue() throws {
    let names = Set(Self.files.map(\.name))
    #expect(names.count == Self.table?.count)
    #expect(names.count >= 60)
    let folder = try FileManager.default.contentsOfDirectory(atPath: Fixture.path("hostis"))
    #expect(names == Set(folder).subtracting(["esperado.tsv"]))
  }

  @Test("Exporting a hostile file ends as the table says", arguments: files)
  func export(file: HostileFile) throws {
    let outcome = try run(
      ["planilha", "exportar", file.path, "--formato", "json"], in: Workspace())
    #expect(outcome.status == file.status, "\(outcome.complaints)")
    #expect(outcome.complaints.isEmpty == (file.status == 0))
    if !file.says.isEmpty { #expect(outcome.complaints.contains(file.says)) }
    expectHarmless(outcome.complaints)
    if outcome.status == 0 { _ = try outcome.document() }
  }

  @Test("Importing a hostile file is refused, and nothing is written", arguments: files)
  func importing(file: HostileFile) throws {
    let workspace = try Workspace()
    let outcome = try run(
      ["base", "criar", "--mes", "2025-10", "--acompanhamento", file.path], in: workspace)
    #expect(outcome.status == 65, "\(outcome.complaints)")
    #expect(outcome.complaints.contains(file.name))
    #expect(outcome.output.isEmpty)
    expectHarmless(outcome.complaints)
    #expect(try workspace.tree().filter { $0.key.hasSuffix(".json") }.isEmpty)
  }

  @Test("Showing a hostile file ends, and gives the terminal nothing but text", arguments: files)
  func show(file: HostileFile) throws {
    let outcome = try run(["planilha", "mostrar", file.path], in: Workspace())
    #expect(outcome.status == 0 || outcome.status == 65, "\(outcome.complaints)")
    expectHarmless(outcome.output + outcome.complaints)
  }

  /// No character that moves a cursor or turns a text, and no message of a size nobody reads.
  private func expectHarmless(_ text: String) {
    #expect(text.utf8.count < 8000)
    let acting = text.unicodeScalars.filter {
      switch $0.value {
      case 0x09, 0x0A: false
      case 0..<0x20, 0x7F...0x9F, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    #expect(acting.isEmpty)
  }

  // MARK: What cannot be small

  @Test("A single value in the last cell costs nothing, but CSV of it is refused")
  func lastCell() throws {
    let file = Fixture.path("hostis/celula-ultima-do-mundo.xlsx")
    let json = try run(["planilha", "exportar", file, "--formato", "json"], in: Workspace())
    #expect(json.output.contains("[1048575,16383,\"n\",\"1\"]"))
    let shown = try run(["planilha", "mostrar", file], in: Workspace())
    #expect(shown.status == 0)
    #expect(shown.output.contains("1048576"))
    let csv = try run(["planilha", "exportar", file, "--formato", "csv"], in: Workspace())
    #expect(csv.status == 65)
    #expect(csv.output.isEmpty)
    #expect(csv.complaints.contains("limites.celulas_vazias"))
    #expect(csv.complaints.contains("--formato json"))
    #expect(csv.complaints.contains("--aba"))
  }

  /// A file of a beginning, a piece so many times, and an end.
  private func write(
    _ start: String, _ piece: String, times: Int, _ end: String, to name: String,
    in workspace: Workspace
  ) throws {
    let file = workspace.file(name)
    try workspace.write(start, to: name)
    let handle = try FileHandle(forWritingTo: URL(filePath: file))
    try handle.seekToEnd()
    let block = Data(String(repeating: piece, count: 1000).utf8)
    for _ in 0..<times / 1000 { try handle.write(contentsOf: block) }
    try handle.write(contentsOf: Data(end.utf8))
    try handle.close()
  }

  @Test(
    "Texts of many megabytes that say little end soon",
    arguments: [
      ("uma-linha.csv", "a;b\nc;d\n", "x", 100_000_000, "", "limites.caracteres_por_celula"),
      ("aspas.csv", "a;b\nc;d\n\"", "x;y\n", 10_000_000, "", "abrem na linha 3"),
      ("quebras.csv", "a;b\nc;d\n", "\n", 20_000_000, "e;f\n", "limites.linhas"),
      ("separadores.csv", "a;b\nc;d\n", ";", 50_000_000, "\n", ""),
      ("quebras.html", "<table><tr><td>", "\n", 50_000_000, "x</table>", ""),
      ("br.html", "<table><tr><td>", "<br>", 2_000_000, "x</table>", ""),
      ("tabelas.html", "", "<table><td>x</table>", 5000, "", ""),
      (
        "abas.xml", "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>",
        "<Worksheet><Table><Row><Cell><Data>x</Data></Cell></Row></Table></Worksheet>", 5000,
        "</Workbook>", ""
      ),
      ("linhas.html", "<table><td>x", "<tr>", 1_049_000, "<td>x", "limites.linhas"),
      ("rowspans.html", "<table>", "<tr><td rowspan=9>x<td rowspan=8>x", 500_000, "", ""),
      (
        "referencias.html", "<table><tr><td>", "&", 10_000_000, "x</table>",
        "limites.caracteres_por_celula"
      ),
      ("comentarios.html", "<table><tr><td>", "<!---->", 1_400_000, "x</table>", ""),
      ("fins.html", "<table><tr><td>", "</b>", 2_500_000, "x</table>", ""),
    ])
  func longTexts(
    name: String, start: String, piece: String, times: Int, end: String, says: String
  ) throws {
    let workspace = try Workspace()
    try write(start, piece, times: times, end, to: name, in: workspace)
    let outcome = try run(["planilha", "exportar", name, "--formato", "json"], in: workspace)
    #expect(outcome.status == (says.isEmpty ? 0 : 65), "\(outcome.complaints)")
    #expect(says.isEmpty || outcome.complaints.contains(says), "\(outcome.complaints)")
    #expect(says.isEmpty || outcome.output.isEmpty)
  }

  @Test("Nothing is written of a sheet that goes wrong behind many megabytes")
  func wholeOrNothing() throws {
    let workspace = try Workspace()
    try write(
      "NOME;VALOR\n", "JOÃO DA SILVA;331,48\n", times: 600_000, "\"ANA;1\n", to: "a.csv",
      in: workspace)
    for format in ["json", "csv"] {
      let outcome = try run(["planilha", "exportar", "a.csv", "--formato", format], in: workspace)
      #expect(outcome.status == 65)
      #expect(outcome.output.isEmpty)
      #expect(outcome.complaints.contains("abrem na linha 600002"), "\(outcome.complaints)")
    }
    // A long document that is read to its end is written whole.
    try write(
      "NOME;VALOR\n", "JOÃO DA SILVA;331,48\n", times: 600_000, "ANA;1\n", to: "b.csv",
      in: workspace)
    let outcome = try workspace.run("planilha", "exportar", "b.csv", "--formato", "json")
    #expect(outcome.output.hasSuffix("[600001,0,\"s\",\"ANA\"],\n[600001,1,\"s\",\"1\"]]}\n]}\n"))
    #expect(outcome.output.hasPrefix("{\"formato\":\"csv\",\"abas\":[\n{\"nome\":"))
  }

  @Test("A file beyond the limit of size is not even looked at")
  func hugeFile() throws {
    let workspace = try Workspace()
    try workspace.write("PK\u{3}\u{4}", to: "enorme.xlsx")
    let handle = try FileHandle(forWritingTo: URL(filePath: workspace.file("enorme.xlsx")))
    try handle.truncate(atOffset: 1 << 40)
    try handle.close()
    let outcome = try run(["planilha", "exportar", "enorme.xlsx"], in: workspace)
    #expect(outcome.status == 65)
    #expect(outcome.complaints.contains("limites.tamanho_do_arquivo_mib"))
  }

  @Test("Ten thousand and one entries are too many")
  func manyEntries() throws {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    let entry = number(0x0201_4B50, 4) + number(0, 24) + number(1, 2) + number(0, 16) + [0x61]
    let directory = Array(repeatElement(entry, count: 10_001).joined())
    let end = number(0x0605_4B50, 4) + number(0, 8) + number(directory.count, 4) + number(0, 6)
    let workspace = try Workspace()
    try workspace.write(number(0x0403_4B50, 4) + directory + end, to: "muitas.xlsx")
    let outcome = try run(["planilha", "exportar", "muitas.xlsx"], in: workspace)
    #expect(outcome.status == 65)
    #expect(outcome.complaints.contains("limites.partes_do_zip"), "\(outcome.complaints)")
  }

  @Test("A key of the configuration raises its limit, and lowers it")
  func configuredLimits() throws {
    let workspace = try Workspace()
    let file = Fixture.path("hostis/celula-texto-de-32768.xlsx")
    try workspace.write(#"{"limites": {"caracteres_por_celula": 32768}}"#, to: "config.json")
    #expect(try run(["planilha", "exportar", file], in: workspace).status == 0)
    try workspace.write(#"{"limites": {"linhas": 3}}"#, to: "config.json")
    let outcome = try run(
      ["planilha", "exportar", Fixture.path("hostis/bomba-ao-lado.xlsx")], in: workspace)
    #expect(outcome.status == 65)
    #expect(outcome.complaints.contains("mais de 3 linhas"))
    #expect(outcome.complaints.contains("limites.linhas"))
  }

  @Test("All mistakes in the limits of the configuration are told at once")
  func wrongLimits() throws {
    let workspace = try Workspace()
    try workspace.write(
      #"{"limites": {"linhas": 0, "colunas": 65537, "abas": "dez", "outra": 1}}"#,
      to: "config.json")
    let outcome = try workspace.run("base", "listar")
    #expect(outcome.status == 78)
    for key in ["linhas", "colunas", "abas", "outra"] {
      #expect(outcome.complaints.contains("`limites.\(key)`"), "\(outcome.complaints)")
    }
    #expect(outcome.complaints.contains("65536"))
  }
}
