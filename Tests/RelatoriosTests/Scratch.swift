import Dominio
import Testing

@testable import Relatorios

@Test func scratch() throws {
  let cab = try Exemplo.cabecalho()
  try RelatorioDeRecebimentos.write(Exemplo.recebimentos(), cabecalho: cab, to: "/tmp/relw/a.xlsx")
  try RelatorioDeRecebimentos.write(Recebimentos(), cabecalho: cab, to: "/tmp/relw/empty.xlsx")
  var big = try Exemplo.recebimentos()
  big.aReceber = try (1...300).map { n in
    .init(
      cliente: try Exemplo.chave("CLIENTE DE NOME BASTANTE COMPRIDO DA SILVA E SOUZA \(n + 1000)"),
      valor: try Exemplo.reais("\(n * 7919).\(10 + n % 90)"),
      assinatura: try Exemplo.dia("2025-\(1 + n % 10)-\(1 + n % 28)"),
      empreendimento: "Residencial Jardim das Acácias Torre \(n % 7)", contrato: "8555532\(n + 81234)")
  }
  try RelatorioDeRecebimentos.write(big, cabecalho: cab, to: "/tmp/relw/big.xlsx")
}
