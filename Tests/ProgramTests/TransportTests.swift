import Archives
import Foundation
import TestSupport
import Testing

/// `dados exportar` and `dados importar`.
@Suite struct TransportTests {
  private let workspace: Workspace

  init() throws {
    let month = try Month()
    _ = try month.close()
    workspace = month.workspace
    let outcome = try workspace.run("dados", "exportar", "copia.zip")
    #expect(outcome.status == 0, "\(outcome.complaints)")
  }

  private func importar(_ package: String = "copia.zip", to folder: String = "novo") throws
    -> Outcome
  {
    try workspace.run("dados", "importar", package, "--dados", folder)
  }

  /// The files below a folder of the workspace, without the lock.
  private func files(_ folder: String) throws -> [String: [UInt8]] {
    let start = "\(folder)/"
    return Dictionary(
      uniqueKeysWithValues: try workspace.tree()
        .filter { $0.key.hasPrefix(start) && !$0.key.hasSuffix("/.trava") }
        .map { (String($0.key.dropFirst(start.count)), $0.value) })
  }

  private func entries() throws -> [(String, [UInt8])] {
    let reader = try ArchiveReader(
      workspace.bytes("copia.zip"),
      within: .init(entries: 1000, bytesOfAll: 1 << 30, bytesOfOne: 1 << 30))
    return try reader.entries.map { ($0.name, try reader.content(of: $0)) }
  }

  private func write(_ entries: [(String, [UInt8])], to name: String) throws {
    let writer = try ArchiveWriter()
    for (name, bytes) in entries { try writer.add(name, bytes) }
    try workspace.write(writer.finish(), to: name)
  }

  /// Refused, and nothing of it is left anywhere.
  private func expectRefused(_ package: String, status: Int32, _ saying: String) throws {
    let before = try workspace.tree()
    let outcome = try importar(package)
    #expect(outcome.status == status, "\(outcome.complaints)")
    #expect(outcome.complaints.contains(saying), "\(outcome.complaints)")
    #expect(try workspace.tree() == before)
  }

  @Test func whatIsExportedComesBackToTheByte() throws {
    let outcome = try importar()
    #expect(outcome.status == 0, "\(outcome.complaints)")
    #expect(try files("novo") == files("dados"))
    #expect(try workspace.run("dados", "verificar", "--dados", "novo").status == 0)
    // The next step goes on from there.
    let next = try workspace.run(
      "controle", "--gestores", Month.gestores, "--webopay", Month.webopay, "--dados", "novo")
    #expect(next.status == 0, "\(next.complaints)")
  }

  @Test func everythingIsPrivate() throws {
    _ = try importar()
    func mode(_ name: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: workspace.file(name))[.posixPermissions]
        as? Int
    }
    #expect(try mode("copia.zip") == 0o600)
    #expect(try mode("novo") == 0o700)
    #expect(try mode("novo/bases") == 0o700)
    #expect(try mode("novo/estado.json") == 0o600)
  }

  @Test func theSameDataGiveTheSameArchive() throws {
    _ = try workspace.run("dados", "exportar", "outra.zip")
    #expect(try workspace.bytes("copia.zip") == workspace.bytes("outra.zip"))
    let names = try entries().map(\.0)
    #expect(names == names.sorted())
  }

  @Test func nothingIsOverwritten() throws {
    let outcome = try workspace.run("dados", "exportar", "copia.zip")
    #expect(outcome.status == 73)
    try workspace.write("x", to: "novo/leia-me.txt")
    try expectRefused("copia.zip", status: 73, "já existe")
  }

  @Test func anEmptyDirectoryIsReplaced() throws {
    try workspace.write("", to: "novo/.trava")
    try FileManager.default.createDirectory(
      atPath: workspace.file("novo/bases"), withIntermediateDirectories: true)
    let outcome = try importar()
    #expect(outcome.status == 0, "\(outcome.complaints)")
    #expect(try files("novo") == files("dados"))
  }

  @Test func damagedDataAreNotExported() throws {
    try workspace.write("{}", to: "dados/bases/2025-10.json")
    let outcome = try workspace.run("dados", "exportar", "outra.zip")
    #expect(outcome.status == 65)
    #expect(try !workspace.tree().keys.contains("outra.zip"))
  }

  @Test func nothingToExport() throws {
    #expect(try workspace.run("dados", "exportar", "o.zip", "--dados", "vazio").status == 66)
    #expect(try importar("falta.zip").status == 66)
  }

  @Test func aStrangerInTheArchive() throws {
    try write(entries() + [("leia-me.txt", [1])], to: "c.zip")
    try expectRefused("c.zip", status: 65, "leia-me.txt")
    try write(entries() + [("../fora.json", [1])], to: "d.zip")
    try expectRefused("d.zip", status: 65, "../fora.json")
  }

  @Test func anArchiveOfDamagedData() throws {
    let entries = try entries()
    for name in entries.map(\.0) where !name.hasPrefix("bases/") {
      try write(entries.filter { $0.0 != name }, to: "c.zip")
      try expectRefused("c.zip", status: 65, "Erro: ")
    }
    let damaged = entries.map { name, bytes in
      (name, name == "auditoria.jsonl" ? bytes.map { $0 == UInt8(ascii: "7") ? 0x38 : $0 } : bytes)
    }
    try write(damaged, to: "c.zip")
    try expectRefused("c.zip", status: 65, "não confere")
  }

  @Test func noArchiveAtAll() throws {
    try workspace.write("isto não é um zip", to: "c.zip")
    try expectRefused("c.zip", status: 65, "não é um arquivo .zip")
    let bytes = try workspace.bytes("copia.zip")
    try workspace.write(Array(bytes[..<(bytes.count / 2)]), to: "c.zip")
    try expectRefused("c.zip", status: 65, "Erro: ")
  }
}
