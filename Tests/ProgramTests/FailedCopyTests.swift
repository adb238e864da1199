#if DEBUG
  import ComissoesCLI
  import DurableFiles
  import FoundationEssentials
  import Glibc
  import TestSupport
  import Testing

  /// `recebimentos --saida` where the copy cannot get its name once the step is true.
  @Suite struct FailedCopyTests {
    private let copy = FileManager.default.temporaryDirectory
      .appending(path: "\(UUID().uuidString).xlsx").path

    private func month() -> Session {
      let session = Session()
      for words in [
        ["base", "criar", "--mes", "2025-10", "--acompanhamento", Month.acompanhamento],
        ["controle", "--gestores", Month.gestores, "--webopay", Month.webopay],
      ] { #expect(session.run(words).code == .done) }
      return session
    }

    @Test("It is said how to have the copy made again, not where another one may be")
    func aFailedCopyNamedAPathThatMayBeMissing() throws {
      defer { try? FileManager.default.removeItem(atPath: copy) }
      let words = ["recebimentos", "--epr", Month.epr, "--saida", copy]
      let faults = SyscallFaults(.none)
      let model = month()
      SyscallFaults.$current.withValue(faults) { #expect(model.run(words).code == .done) }
      try FileManager.default.removeItem(atPath: copy)
      // The last name that is given is that of the copy.
      let last = try #require(faults.calls.lastIndex(of: .rename))
      let session = month()
      let outcome = SyscallFaults.$current.withValue(
        SyscallFaults(.once(call: last, code: ENOSPC))
      ) { session.run(words) }
      #expect(outcome.code == .cannotWrite)
      #expect(outcome.errors.contains("O faturamento foi gravado."))
      #expect(!outcome.errors.contains("relatorios/"))
      #expect(outcome.errors.contains("comissoes relatorio reemitir 1 --saida"))
      #expect(session.run(["relatorio", "reemitir", "1", "--saida", copy]).code == .done)
    }
  }
#endif
