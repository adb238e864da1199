import CommandLineKit
import Dominio
import Planilhas

let temaPlanilhas = HelpTopic(
  "planilhas", "As quatro planilhas do mês, e o que se procura em cada uma."
) {
  [
    .table([
      linha(ColunaDeAcompanhamento.self, "todos os clientes; dela se faz a base do mês"),
      linha(ColunaDeGestores.self, "o que os gestores anotaram de cada venda"),
      linha(ColunaDeWeboPay.self, "os pagamentos por PIX, uma parcela por linha"),
      linha(ColunaDeEPR.self, "os contratos assinados; dela sai o que se recebe"),
    ]),
    .text(
      "Use os arquivos como chegam: a ordem das colunas, linhas de título e abas a mais não"
        + " atrapalham. O cabeçalho é procurado nas \(OpcoesDeLeitura().linhasDeCabecalho)"
        + " primeiras linhas de cada aba; maiúsculas e acentos não contam. O conteúdo diz o"
        + " formato, não o nome do arquivo: \(extensoesLidas.map { ".\($0)" }.lista)."),
    .text(
      "Antes de fechar o mês, 'conferir' mostra de uma vez os problemas de todas, com arquivo,"
        + " aba e célula, e não grava nada. Com '--anotar' ele faz cópias com os problemas"
        + " marcados, para devolver a quem as preencheu."),
    .examples([
      "comissoes conferir --gestores GESTORES.xlsx --webopay WEBOPAY.xlsx",
      "comissoes conferir --gestores GESTORES.xlsx --anotar devolver",
      "comissoes planilha mostrar EPR.xls",
    ]),
    .text(
      "Se uma coluna tem outro nome, ou uma FORMA outro sentido, veja"
        + " 'comissoes ajuda configuracao'."),
  ]
}

private func linha<C: Coluna>(_: C.Type, _ sentido: String) -> HelpTopic.Line {
  let outras = C.allCases.filter { !C.obrigatorias.contains($0) }.map(\.rawValue)
  return .init(
    C.planilha.rawValue,
    "\(sentido). Tem de ter \(C.obrigatorias.map(\.rawValue).lista)"
      + (outras.isEmpty ? "." : "; se houver, lê também \(outras.lista)."))
}

extension [String] {
  /// `a, b e c`.
  var lista: String {
    guard count > 1, let ultimo = last else { return joined() }
    return "\(dropLast().joined(separator: ", ")) e \(ultimo)"
  }
}
