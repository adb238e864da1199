import Conciliacao
import Dados
import Dominio
import Planilhas

/// The last controle of a base, held against what has changed since: who is billed by statuses that
/// do not hold any more gets wrong money. Docs/regras.md §7
struct ControleEmDia {
  private let base: Base
  private let controle: Operacao
  private let retrato: Retrato

  /// Nil for a base that no controle has been through: nothing in it comes from the rules.
  init?(de base: Base, em retrato: Retrato) {
    // One damaged record is for `dados verificar`; the others tell enough.
    let historico = retrato.historicoLegivel().operacoes
    let efeitos = Efeitos(historico)
    let ultimo = historico.last {
      $0.acao == .executarControle && $0.competencia == base.competencia
        && efeitos.vale($0.numero)
    }
    guard let ultimo else { return nil }
    self.base = base
    controle = ultimo
    self.retrato = retrato
  }

  /// Refuses to go on when names of clients were linked or parted since.
  func conferirVinculos() throws {
    let mes = base.competencia
    let antes = try retrato.versao(controle.gravou[mes]?.depois, de: mes)?.vinculos ?? []
    func novos(_ estes: [Vinculo], _ aqueles: [Vinculo]) -> [Vinculo] {
      estes.filter { vinculo in
        base.cliente(vinculo.cliente) != nil
          && !aqueles.contains { ($0.nome, $0.cliente) == (vinculo.nome, vinculo.cliente) }
      }
    }
    let mudados =
      novos(base.vinculos, antes).map { "\($0.nome) passar a contar como \($0.cliente)" }
      + novos(antes, base.vinculos).map { "\($0.nome) deixar de contar como \($0.cliente)" }
    guard !mudados.isEmpty else { return }
    throw recusa("é de antes de \(listados(mudados))")
  }

  /// Refuses to go on when one who would be billed would stand otherwise by the meanings of FORMA and
  /// STATUS that the configuration has now.
  func conferirSentidos(
    _ leitura: OpcoesDeLeitura, dos aReceber: [Recebimentos.AReceber]
  ) throws {
    let anterior = try controle.leitura()
    guard
      anterior.formas != leitura.formas || anterior.situacoes != leitura.situacoes
    else { return }
    var agora = anterior
    (agora.formas, agora.situacoes) = (leitura.formas, leitura.situacoes)
    let planilhas = PlanilhasGuardadas(de: controle, em: retrato.acervo, leitura: agora)
    let cruzamento = Cruzamento(
      gestores: try planilhas.ler(.gestores, importarGestores).registros,
      webopay: try planilhas.ler(.webopay, importarWeboPay).registros, vinculos: base.vinculos)
    let mudados = aReceber.filter { item in
      guard let cliente = base.cliente(item.cliente), cliente.decisao == nil else { return false }
      return decidir(cruzamento.fatos(de: item.cliente)).situacao != cliente.situacao
    }.map(\.cliente.texto)
    guard !mudados.isEmpty else { return }
    throw recusa(
      "é de antes de a configuração mudar o sentido de FORMA ou STATUS, e com ela estariam de outro"
        + " modo: \(listados(mudados))")
  }

  /// The bill of nothing, or of less, told with its cell in the Gestores of the controle.
  func avisosDeValor(dos aReceber: [Recebimentos.AReceber], dryRun: Bool) throws -> [Aviso] {
    let nulos = aReceber.semDinheiro(em: base)
    guard !nulos.isEmpty else { return [] }
    let gestores = try PlanilhasGuardadas(de: controle, em: retrato.acervo)
      .ler(.gestores, importarGestores)
    return nulos.avisosDeValor(de: gestores, em: base, dryRun: dryRun)
  }

  private func recusa(_ porque: String) -> Falha {
    Falha(
      .badData,
      "O último controle da \(base.nome) (operação \(controle.numero)) \(porque). Os status podem já"
        + " não valer; nada foi faturado. Rode antes 'comissoes controle --mes"
        + " \(base.competencia.iso) --gestores ARQUIVO --webopay ARQUIVO'.")
  }

  private func listados(_ textos: [String]) -> String {
    textos.prefix(3).joined(separator: "; ")
      + (textos.count > 3 ? "; e mais \(textos.count - 3)" : "")
  }
}
