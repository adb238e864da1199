import FoundationEssentials
import Glibc
import TestSupport
import Testing

extension Faults {
  /// A disk that gets full, in steps of 64 KiB, under each folder that is written to: done and
  /// whole, or refused with nothing changed. Docs/regras.md §8
  @Test(.enabled(if: SmallDisk.isPossible, "only root can mount a small disk"))
  func diskFull() throws {
    let template = try Room()
    try Sheets(clients: Counts.of(3000, small: 300)).write(into: template)
    try template.succeed(Line.criar())
    try template.succeed(Line.controle)
    let before = try template.view()
    let words = Line.recebimentos + ["--saida", "saida/R.xlsx"]
    for place in ["dados", "saida", "tmp"] {
      var (done, refused, rest) = (0, 0, 0)
      // Three sizes that are enough end the row.
      for steps in stride(from: 0, to: 2000, by: Counts.of(1, small: 4)) where done < 3 {
        let room = try Room()
        try room.become(template)
        for folder in ["saida", "tmp"] {
          try FileManager.default.createDirectory(
            atPath: room.file(folder), withIntermediateDirectories: true)
        }
        room.environment["TMPDIR"] = room.file("tmp")
        let disk = try SmallDisk(room.file(place), free: steps * 65_536)
        let ending = try room.run(words)
        let told = "\(place), \(steps) × 64 KiB: \(ending) \(room.complaints)"
        let seen = try room.view()
        let copy = room.bytes("saida/R.xlsx")
        if ending == .exit(0) {
          done += 1
          let kept = room.bytes("dados/relatorios/2025-10-recebimentos-0001.xlsx")
          #expect(copy == kept, "\(told): the copies differ")
          #expect(copy.map { $0.count > 10_000 } == true, "\(told): truncated")
          #expect(try room.run(["planilha", "mostrar", "saida/R.xlsx"]) == .exit(0), "\(told)")
          #expect(seen != before, "\(told)")
        } else {
          refused += 1
          #expect(ending == .exit(73) || ending == .exit(74), "\(told)")
          #expect(seen == before, "\(told): told as failed, and there")
          #expect(copy == nil, "\(told): told as failed, and a report is there")
          rest = max(rest, steps)
          // With room again, the same command works.
          try disk.grow()
          #expect(try room.run(words) == .exit(0), "\(told), then \(room.complaints)")
        }
        disk.remove()
      }
      #expect(done == 3)
      #expect(refused > 0 || place == "tmp")
      figures(
        "disk full",
        "\(place): refused \(refused) times up to \(rest) × 64 KiB free, then done and whole")
    }
  }
}

/// A disk in memory under a folder, with the folder's content and so much room.
private struct SmallDisk {
  static var isPossible: Bool {
    guard getuid() == 0 else { return false }
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { rmdir(path) }
    guard mkdir(path, 0o700) == 0, mount("tmpfs", path, "tmpfs", 0, "size=64k") == 0 else {
      return false
    }
    return umount2(path, Int32(MNT_DETACH)) == 0
  }

  let path: String

  init(_ path: String, free: Int) throws {
    self.path = path
    let content = "\(path).content"
    try FileManager.default.moveItem(atPath: path, toPath: content)
    #expect(mkdir(path, 0o700) == 0)
    try #require(mount("tmpfs", path, "tmpfs", 0, "size=1g,mode=0700") == 0)
    for name in try FileManager.default.contentsOfDirectory(atPath: content) {
      try FileManager.default.copyItem(atPath: "\(content)/\(name)", toPath: "\(path)/\(name)")
    }
    try FileManager.default.removeItem(atPath: content)
    var status = statvfs()
    #expect(statvfs(path, &status) == 0)
    let used = Int(status.f_blocks - status.f_bfree) * Int(status.f_frsize)
    // A size of 0 would be no limit.
    try resize(max(used + free, 4096))
  }

  func grow() throws { try resize(1 << 30) }

  private func resize(_ size: Int) throws {
    try #require(mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT), "size=\(size)") == 0)
  }

  func remove() { #expect(umount2(path, Int32(MNT_DETACH)) == 0) }
}
