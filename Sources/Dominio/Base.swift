/// The clients of one month.
///
///     Base ─┬─ Cliente ── Situacao      what the engine decided (Controle)
///           │         └── Faturamento   what was put on a Relatorio (Recebimentos)
///           │         └── DecisaoManual what the director decided in its place
///           ├─ Alerta                   every one that a run has raised
///           ├─ Vinculo                  spellings that mean a client
///           └─ Relatorio                every one that was kept
package struct Base: Sendable, Equatable {
  package let competencia: Competencia
  /// One a key, in the order of keys.
  package var clientes: [Cliente]
  /// Every alert that a run has raised, in the order of identities.
  package var alertas: [Alerta]
  package var relatorios: [Relatorio]
  /// The spreadsheets last used, one a `Planilha`.
  package var fontes: [Fonte]
  /// Spellings that mean a client of this base, in the order of spellings, each once.
  package var vinculos: [Vinculo]

  package init(
    competencia: Competencia, clientes: [Cliente] = [], alertas: [Alerta] = [],
    relatorios: [Relatorio] = [], fontes: [Fonte] = [], vinculos: [Vinculo] = []
  ) {
    self.competencia = competencia
    self.clientes = clientes
    self.alertas = alertas
    self.relatorios = relatorios
    self.fontes = fontes
    self.vinculos = vinculos
  }

  /// `Base Outubro/2025`.
  package var nome: String { "Base \(competencia.porExtenso)" }
}

/// A spreadsheet that a run has read: which file, and which bytes.
package struct Fonte: Sendable, Equatable {
  package let planilha: Planilha
  /// The file's name, without its folder.
  package let arquivo: String
  /// SHA-256 of the content, in hexadecimal.
  package let sha256: String

  package init(planilha: Planilha, arquivo: String, sha256: String) {
    self.planilha = planilha
    self.arquivo = arquivo
    self.sha256 = sha256
  }
}

extension Base {
  /// How people call one of its alerts.
  package func numero(de alerta: Alerta) -> NumeroDeAlerta {
    NumeroDeAlerta(base: competencia, serie: alerta.serie)
  }

  /// Puts a spreadsheet in the place of the one of its kind.
  package mutating func registrar(_ fonte: Fonte) {
    fontes.removeAll { $0.planilha == fonte.planilha }
    fontes.append(fonte)
    fontes.sort { $0.planilha.ordem < $1.planilha.ordem }
  }
}

extension Planilha {
  /// The place in the order of a month's work.
  package var ordem: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
