import Conciliacao
import Dados
import Dominio
import Planilhas
import Spreadsheets

/// The spreadsheets that the bases up to a month were made from.
struct Guardadas {
  private let acervo: Acervo
  /// The newest of each kind, and the month of the base that names it.
  private var fontes: [Planilha: (fonte: Fonte, base: Competencia)] = [:]
  /// The newest base.
  private(set) var base: Base?

  /// A data directory that cannot be read keeps nobody from looking at the new files: it is told.
  init(ate mes: Competencia?, em ambiente: Ambiente) {
    acervo = ambiente.acervo
    do {
      let retrato = try acervo.retrato()
      for competencia in try retrato.competencias().reversed()
      where mes.map({ competencia <= $0 }) ?? true {
        guard let base = try retrato.base(competencia) else { continue }
        self.base = self.base ?? base
        for fonte in base.fontes where fontes[fonte.planilha] == nil {
          fontes[fonte.planilha] = (fonte, competencia)
        }
        if fontes.count == Planilha.allCases.count { break }
      }
    } catch {
      for mensagem in Falha(qualquer: error).mensagens {
        ambiente.shell.remark("Aviso: sem comparação com os meses anteriores. \(mensagem)\n")
      }
    }
  }

  func comparar(_ planilha: PlanilhaConferida, opcoes: OpcoesDeLeitura) -> PlanilhaComparada? {
    guard let (fonte, base) = fontes[planilha.conferencia.planilha] else { return nil }
    let mesmo = fonte.sha256 == planilha.sha256
    let antes =
      mesmo ? planilha.conferencia : try? conferencia(de: fonte, opcoes: opcoes)
    let comparaveis = planilha.conferencia.aba != nil && antes?.aba != nil
    return PlanilhaComparada(
      fonte: fonte, base: base, mesmoArquivo: mesmo,
      comparacao: comparaveis
        ? antes.map { Comparacao(de: $0, para: planilha.conferencia) } : nil)
  }

  /// Those of the newest base who wait for something, with what other months have billed; nil
  /// without a base.
  func abertos(
    entre sumiram: [ChaveDeNome], semContar ficaram: [ChaveDeNome]
  ) -> (base: Base, clientes: [Cliente])? {
    guard let base, !sumiram.isEmpty else { return nil }
    let inteira = (try? acervo.retrato().baseComHerancas(base.competencia)) ?? base
    return (base, inteira.abertos(entre: sumiram, semContar: ficaram))
  }

  private func conferencia(de fonte: Fonte, opcoes: OpcoesDeLeitura) throws -> Conferencia {
    let bytes = try acervo.guardado(fonte.sha256)
    return try conferir(
      fonte.planilha, em: openWorkbook(ByteSource(bytes), limits: opcoes.limites),
      arquivo: fonte.arquivo, opcoes: opcoes)
  }
}
