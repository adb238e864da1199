import CommandLineKit
import Conciliacao
import Dados
import Dominio

// Options that several commands have.

extension Form {
  mutating func mes() -> Token<Competencia?> {
    option(
      "--mes", value: "<M>", shown: "a base mais nova",
      help: "Mês da base, como 2025-10 ou 10/2025.",
      completion: .dados(.mes), parse: lerMes)
  }

  mutating func dryRun() -> Token<Bool> {
    flag("--dry-run", help: "Mostra tudo e não grava nada.")
  }

  mutating func sim() -> Token<Bool> {
    flag("--sim", help: "Não pergunta antes; fora de um terminal nunca se pergunta.")
  }

  mutating func substituir() -> Token<Bool> {
    flag("--substituir", help: "Refaz a base que já existe; o que foi faturado se mantém.")
  }

  mutating func saidaDoRelatorio() -> Token<String?> {
    option(
      "--saida", value: "<arquivo>", shown: "em relatorios, na pasta de dados",
      help: "Onde gravar também o relatório, em formato .xlsx.",
      completion: .file(extensions: ["xlsx"]), parse: lerSaida)
  }

  mutating func diaDoFaturamento() -> Token<Dia?> {
    option(
      "--data", value: "<D>", shown: "hoje",
      help: "Dia do faturamento, como 2025-11-03 ou 03/11/2025.", parse: lerDia)
  }

  mutating func planilha(_ nome: String, help: String) -> Token<String?> {
    option(
      nome, value: "<arquivo>", shown: "o da configuração", help: help,
      completion: .file(extensions: extensoesLidas))
  }

  /// The formats that the command takes where they are not the usual two; the standard one first.
  mutating func formatos(_ formatos: [Ambiente.Formato]) {
    let palavras = formatos.map(\.rawValue)
    narrow(
      "--formato", to: palavras, shown: palavras.first ?? "", help: "Forma do resultado.")
  }

  mutating func aba(_ nome: String = "--aba", de planilha: Planilha) -> Token<String?> {
    option(
      nome, value: "<nome>", shown: "a primeira que tem o cabeçalho",
      help: "Aba de \(planilha.rawValue) a ler.", completion: .dados(.aba(de: planilha)))
  }
}

@Sendable func lerMes(_ texto: String) throws(InvalidValue) -> Competencia {
  guard let competencia = Competencia(lendo: texto) else {
    throw InvalidValue(
      Competencia(parecidaCom: texto).map { "você quis dizer \($0.iso)?" }
        ?? "escreva 2025-10 ou 10/2025")
  }
  return competencia
}

@Sendable func lerNumero(_ texto: String) throws(InvalidValue) -> Int {
  guard let numero = Int(texto), numero > 0 else { throw InvalidValue("escreva um número, como 7") }
  return numero
}

@Sendable func lerSegundos(_ texto: String) throws(InvalidValue) -> Int {
  guard let segundos = Int(texto), (0...86_400).contains(segundos) else {
    throw InvalidValue("escreva um número de segundos, de 0 a 86400")
  }
  return segundos
}

@Sendable func lerSaida(_ texto: String) throws(InvalidValue) -> String {
  guard texto.lowercased().hasSuffix(".xlsx") else {
    throw InvalidValue("o relatório é uma planilha; escreva um nome que termine em .xlsx")
  }
  return texto
}

@Sendable func lerDia(_ texto: String) throws(InvalidValue) -> Dia {
  guard let dia = Dia(lendo: texto) else {
    throw InvalidValue("escreva 2025-11-03 ou 03/11/2025")
  }
  return dia
}

extension Ambiente {
  /// Refuses a month without a base before anything is read or written: a data directory that was
  /// mistyped must not come into being. One that cannot be looked into is told by who writes there.
  func exigirBase(_ mes: Competencia?) throws {
    guard let retrato = try? acervo.retrato() else { return }
    try retrato.exigirBase(mes)
  }
}

extension Retrato {
  /// The base of the month that was asked for, or the newest.
  func baseEscolhida(_ mes: Competencia?) throws -> Base {
    let mes = try competenciaEscolhida(mes, entre: competencias())
    guard let base = try base(mes) else {
      throw semBase(mes, entre: try competencias())
    }
    return base
  }

  fileprivate func exigirBase(_ mes: Competencia?) throws {
    guard let competencias = try? competencias() else { return }
    let mes = try competenciaEscolhida(mes, entre: competencias)
    guard competencias.contains(mes) else { throw semBase(mes, entre: competencias) }
  }

  private func competenciaEscolhida(
    _ mes: Competencia?, entre competencias: [Competencia]
  ) throws -> Competencia {
    guard let mes = mes ?? competencias.last else {
      throw Falha(
        .noInput,
        "\(acervo.raiz): ainda não há nenhuma base."
          + " Crie uma com 'comissoes base criar --mes AAAA-MM --acompanhamento ARQUIVO'.")
    }
    return mes
  }

  private func semBase(_ mes: Competencia, entre competencias: [Competencia]) -> Falha {
    let existentes = competencias.map(\.porExtenso).joined(separator: ", ")
    return Falha(
      .noInput,
      "\(acervo.raiz): não há base de \(mes.porExtenso)."
        + (existentes.isEmpty ? "" : " As bases são: \(existentes).")
        + " Crie-a com 'comissoes base criar --mes \(mes.iso) --acompanhamento ARQUIVO'.")
  }

  /// The bases of the months before, ascending.
  func passadas(antesDe competencia: Competencia) throws -> [Base] {
    try competencias().filter { $0 < competencia }.compactMap(base)
  }

  /// The base of the month that was asked for, or the newest, with what it inherits.
  func baseComHerancas(_ mes: Competencia?) throws -> Base {
    let base = try baseEscolhida(mes)
    return base.comHerancas(de: try outrasBases(alem: base.competencia))
  }

  /// All bases, ascending by month, each with what the others have billed.
  func basesComHerancas() throws -> [Base] { comHerancas(try bases()) }

  /// The bases of the other months.
  func outrasBases(alem competencia: Competencia) throws -> [Base] {
    try competencias().filter { $0 != competencia }.compactMap(base)
  }
}
