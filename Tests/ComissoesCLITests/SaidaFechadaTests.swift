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
          "não foi possível escrever o resultado na saída (No space left on device)."
            + " Só a exibição falhou: o que o comando tinha a gravar está gravado."))
  }
}
