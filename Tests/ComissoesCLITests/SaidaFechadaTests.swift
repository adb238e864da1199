import Dominio
import Glibc
import Testing

@testable import ComissoesCLI

/// stdout that cannot be written, a full disk say.
@Suite struct SaidaFechadaTests {
  @Test("A failed output does not leave open whether something was billed")
  func failedOutputDidNotSayWhatWasKept() {
    #expect(
      Falha(qualquer: OutputError.system(errno: ENOSPC))
        == Falha(
          .inputOutput,
          "o resultado não pôde ser mostrado: o disco está cheio. Libere espaço e tente de novo."
            + " O que o comando tinha a gravar está gravado."))
  }
}
