import CommandLineKit
import Conciliacao
import Dados
import Dominio

// Months, names and alerts.

extension Completador {
  /// The newest first: it is wanted most.
  func meses() throws -> [Suggestion] {
    try acervo.retrato().competencias().reversed().map {
      Suggestion($0.iso, "Base \($0.porExtenso)")
    }
  }

  /// The month after the newest base, or the one that has just ended; then those there are.
  func mesesNovos() throws -> [Suggestion] {
    let existentes = (try? meses()) ?? []
    let hoje = shell.today()
    let novo =
      existentes.first.flatMap { Competencia(lendo: $0.word)?.seguinte }
      ?? Competencia.anterior(a: hoje)
    return (novo.map { [Suggestion($0.iso, "base nova, \($0.porExtenso)")] } ?? []) + existentes
  }

  func clientes(_ servem: (Cliente) -> Bool) throws -> [Suggestion] {
    try base().clientes.filter(servem).map { Suggestion($0.chave.texto, $0.situacao.resumo) }
  }

  /// Every client of every base, with how the newest one has it.
  func clientesDeSempre() throws -> [Suggestion] {
    var vistos: Set<ChaveDeNome> = []
    return try acervo.retrato().bases().reversed().flatMap { base in
      base.clientes.filter { vistos.insert($0.chave).inserted }.map {
        Suggestion($0.chave.texto, "\($0.situacao.resumo), \(base.competencia.porExtenso)")
      }
    }
  }

  /// Names of the spreadsheets that the base does not have.
  func nomesDeFora() throws -> [Suggestion] {
    let base = try base()
    var vistos: Set<ChaveDeNome> = []
    return base.alertas.filter {
      ($0.tipo == .gestoresNaoBase || $0.tipo == .webopayNaoBase)
        && vistos.insert($0.cliente).inserted
    }.map { Suggestion($0.cliente.texto, $0.tipo.nome) }
  }

  /// The worst first.
  func alertas(_ servem: (Alerta) -> Bool) throws -> [Suggestion] {
    let base = try base()
    return base.alertas.filter(servem).sorted(by: Alerta.piorPrimeiro).map { alerta in
      Suggestion(
        "\(base.numero(de: alerta))",
        "\(alerta.tipo.severidade.nome), \(alerta.tipo.nome): \(alerta.cliente)")
    }
  }
}
