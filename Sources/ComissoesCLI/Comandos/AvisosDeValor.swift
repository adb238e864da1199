import Conciliacao
import Dominio
import Planilhas

extension [Recebimentos.AReceber] {
  /// Who would be billed for nothing, or for less, because a spreadsheet says so.
  func semDinheiro(em base: Base) -> [Recebimentos.AReceber] {
    filter { $0.valor <= .zero && base.cliente($0.cliente)?.decisao == nil }
  }

  /// Kept as the sheets have it, and told with its cell. Docs/regras.md §7
  func avisosDeValor(
    de gestores: Leitura<Gestores.Registro>, em base: Base, dryRun: Bool
  ) -> [Aviso] {
    let cruzamento = Cruzamento(
      gestores: gestores.registros, webopay: [], vinculos: base.vinculos)
    return semDinheiro(em: base).map { item in
      let linha = cruzamento.linhaEmGestores(de: item.cliente)
      let lugar = linha.flatMap {
        gestores.origem.lugar(ColunaDeGestores.comissao.rawValue, linha: $0)
      }
      let remedio =
        dryRun
        ? "se não é o certo, corrija a planilha e rode o controle de novo antes de faturar"
        : "se não é o certo, desfaça este faturamento com 'comissoes desfazer', corrija a planilha e"
          + " rode o controle de novo"
      return Aviso(
        arquivo: gestores.origem.arquivo, aba: gestores.origem.aba, celula: lugar?.celula,
        mensagem:
          "a comissão de \(item.cliente) \(dryRun ? "seria" : "foi") faturada por"
          + " \(item.valor.emReais()), que é a COMISSÃO da planilha; \(remedio)")
    }
  }
}
