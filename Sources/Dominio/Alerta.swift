/// One inconsistency, of one client in one spreadsheet. Docs/regras.md §5 and §10
package struct Alerta: Hashable, Sendable {
  /// What makes two alerts of one base the same one, from run to run.
  package struct Identidade: Hashable, Comparable, Sendable {
    package let tipo: TipoDeAlerta
    package let cliente: ChaveDeNome
    package let planilha: Planilha

    package init(tipo: TipoDeAlerta, cliente: ChaveDeNome, planilha: Planilha) {
      self.tipo = tipo
      self.cliente = cliente
      self.planilha = planilha
    }

    package static func < (left: Identidade, right: Identidade) -> Bool {
      // Step by step: as tuples, all three would be made for each of the many comparisons.
      if left.tipo != right.tipo { return left.tipo.numero < right.tipo.numero }
      if left.cliente != right.cliente { return left.cliente < right.cliente }
      return left.planilha.rawValue < right.planilha.rawValue
    }
  }

  package enum Situacao: String, CaseIterable, Sendable {
    case pendente
    case resolvido
    case falsoPositivo = "falso_positivo"
  }

  package let identidade: Identidade
  /// The number by which people call it, counted in the base from 1; 0 before it is on record.
  package var serie: Int
  package let descricao: String
  /// The values that caused it.
  package var evidencias: [Evidencia]
  /// Names that may be the one that is missing, likeliest first.
  package var candidatos: [Candidato]
  /// How it ended; nil while it is open.
  package var desfecho: Desfecho?
  /// Why it is open again after it had ended; nil when it had not.
  package var reabertura: String?
  /// How it had ended while other values caused it, newest last; never on those of now.
  package var desfechosAnteriores: [DesfechoAnterior]
  /// False when an earlier run already raised it.
  package var novo: Bool

  package init(
    _ tipo: TipoDeAlerta, cliente: ChaveDeNome, planilha: Planilha, descricao: String,
    evidencias: [Evidencia] = [], candidatos: [Candidato] = [], serie: Int = 0,
    desfecho: Desfecho? = nil, reabertura: String? = nil,
    desfechosAnteriores: [DesfechoAnterior] = [], novo: Bool = true
  ) {
    identidade = Identidade(tipo: tipo, cliente: cliente, planilha: planilha)
    self.descricao = descricao
    self.evidencias = evidencias
    self.candidatos = candidatos
    self.serie = serie
    self.desfecho = desfecho
    self.reabertura = reabertura
    self.desfechosAnteriores = desfechosAnteriores
    self.novo = novo
  }

  package var tipo: TipoDeAlerta { identidade.tipo }
  package var cliente: ChaveDeNome { identidade.cliente }
  package var planilha: Planilha { identidade.planilha }

  package var situacao: Situacao {
    switch desfecho?.fim {
    case nil: .pendente
    case .resolvido: .resolvido
    case .falsoPositivo: .falsoPositivo
    }
  }
}

/// How people call an alert: `2510-37` is the 37th of October 2025.
package struct NumeroDeAlerta: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let base: Competencia
  package let serie: Int

  package init(base: Competencia, serie: Int) {
    self.base = base
    self.serie = serie
  }

  /// Reads `2510-37`; `37` alone is of the given base.
  package init?(lendo text: String, naBase padrao: Competencia? = nil) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let digits = parts.last, (1...9).contains(digits.count), soDigitos(digits),
      let serie = Int(digits), serie > 0
    else { return nil }
    switch parts.count {
    case 1:
      guard let padrao else { return nil }
      self.init(base: padrao, serie: serie)
    case 2:
      guard parts[0].count == 4, soDigitos(parts[0]), let ano = Int(parts[0].prefix(2)),
        let mes = Int(parts[0].suffix(2)), let base = Competencia(ano: 2000 + ano, mes: mes)
      else { return nil }
      self.init(base: base, serie: serie)
    default: return nil
    }
  }

  package var description: String {
    "\(preenchido(base.ano % 100, 2))\(preenchido(base.mes, 2))-\(serie)"
  }

  package static func < (left: NumeroDeAlerta, right: NumeroDeAlerta) -> Bool {
    (left.base, left.serie) < (right.base, right.serie)
  }
}

/// A name that may be meant by one that was not found. Only ever shown. Docs/regras.md §3
package struct Candidato: Hashable, Sendable {
  package let nome: ChaveDeNome
  /// Where the name stands.
  package let planilha: Planilha
  /// In per cent.
  package let confianca: Int
  /// In words: `uma letra de diferença`.
  package let razoes: [String]

  package init(nome: ChaveDeNome, planilha: Planilha, confianca: Int, razoes: [String]) {
    self.nome = nome
    self.planilha = planilha
    self.confianca = confianca
    self.razoes = razoes
  }
}

extension [Alerta] {
  /// Those that no earlier run had raised.
  package var gerados: [Alerta.Identidade] { filter(\.novo).map(\.identidade) }
}
