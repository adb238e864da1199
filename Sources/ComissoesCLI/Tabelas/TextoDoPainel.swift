import Conciliacao
import Dominio

/// The figures at the head of the page, and where the page is.
func textoDoPainel(_ panorama: Panorama, pagina: String) -> String {
  let totais = panorama.totais
  var tabela = Tabela([(panorama.base.porExtenso, .esquerda), ("", .direita), ("", .direita)])
  tabela.acrescentar([
    "A receber", "\(panorama.recebiveis.count { !$0.estado.ehFaturado })",
    totais.aReceber.emReais(),
  ])
  tabela.acrescentar([
    "Faturado no mês", "\(panorama.faturados.clientes)", totais.faturado.emReais(),
  ])
  tabela.acrescentar([
    "Aguardando assinatura", "\(panorama.aguardando.clientes)",
    panorama.aguardando.valor.emReais(),
  ])
  tabela.acrescentar(["Desistências", "\(totais.desistencias)", ""])
  tabela.acrescentar([
    "Estornos a devolver", "\(panorama.estornos.count)", totais.estornos.emReais(),
  ])
  tabela.acrescentar(["Alertas em aberto", "\(panorama.emAberto)", ""])
  let falta =
    panorama.fecha
    ? ""
    : "\nAs contas não fecham: rode 'comissoes dados verificar' antes de faturar mais.\n"
  return tabela.texto + falta + "\nPágina gravada em \(pagina). Abra-a no navegador.\n"
}
