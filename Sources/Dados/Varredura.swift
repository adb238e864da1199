import DurableFiles

extension Escrita {
  /// Removes the kept contents that a step has put there which was killed, or failed, before it was
  /// true. Such a step has left the lock marked; otherwise there is nothing to look for.
  ///
  /// Only what nothing names is removed, and only where all that could name something is whole:
  /// where `conferir` finds anything amiss, every content stays. While the record of the step that
  /// was cut short is still there, the next step must first have put its own in that place.
  func varrerConteudos() {
    guard lock.isMarked, !temRegistroAlem else { return }
    if let conferencia = try? acervo.conferir(), conferencia.achados.isEmpty {
      for sha256 in conferencia.semNome {
        // Where one cannot be removed it harms nothing: `dados verificar` tells of it.
        try? acervo.objetos.remove(sha256)
      }
    }
    lock.unmark()
  }

  private var temRegistroAlem: Bool {
    guard let ultimo = try? acervo.numerosDeOperacoes().last else { return false }
    return ultimo > retrato.operacao
  }
}
