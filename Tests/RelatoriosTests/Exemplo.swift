import Dominio
import Testing

@testable import Relatorios

/// A small report with everything in it once.
enum Exemplo {
  static func cabecalho() throws -> RelatorioDeRecebimentos.Cabecalho {
    RelatorioDeRecebimentos.Cabecalho(
      base: try #require(Competencia(ano: 2025, mes: 10)), numero: 7,
      dia: try dia("2025-11-03"),
      fontes: [
        Fonte(
          planilha: .acompanhamento, arquivo: "ACOMPANHAMENTO_SKILL_2025.xlsx", sha256: "0a"),
        Fonte(planilha: .gestores, arquivo: "COMISSÕES_GESTORES.xlsx", sha256: "0b"),
        Fonte(planilha: .epr, arquivo: "EPR_03-11-25.xls", sha256: "0c"),
      ])
  }

  static func recebimentos() throws -> Recebimentos {
    var recebimentos = Recebimentos()
    recebimentos.aReceber = [
      .init(
        cliente: try chave("ANTONIA GIULIA"), valor: try reais("1234.56"),
        assinatura: try dia("2025-10-30"), empreendimento: "Residencial Jardim das Acácias",
        contrato: "855553281234"),
      .init(
        cliente: try chave("LEVI"), valor: try reais("331.48"),
        assinatura: try dia("2025-10-02"), empreendimento: "=HYPERLINK(\"http://x\")",
        contrato: "@contrato"),
      .init(
        cliente: try chave("ÉRICA <&> \"SOUZA\""), valor: try reais("0.01"), assinatura: nil,
        empreendimento: nil, contrato: nil),
    ]
    recebimentos.semValor = [
      .init(
        cliente: try chave("JOÃO DA SILVA"), assinatura: try dia("2025-10-15"),
        empreendimento: "Skill", contrato: "0012")
    ]
    recebimentos.desistencias = [
      .init(
        cliente: try chave("CARLA"), status: .desistiu, observacao: "Cliente fez distrato",
        estorno: try reais("500")),
      .init(
        cliente: try chave("DAVI"), status: .desistiu, observacao: "Cliente fez distrato",
        estorno: nil),
      .init(
        cliente: try chave("EVA"), status: .desconto,
        observacao: "Cliente recebeu desconto de comissão", estorno: try reais("0.1")),
    ]
    return recebimentos
  }

  static func chave(_ nome: String) throws -> ChaveDeNome {
    try #require(ChaveDeNome(nome: nome))
  }

  static func reais(_ texto: String) throws -> Dinheiro { try #require(Dinheiro(texto)) }

  static func dia(_ iso: String) throws -> Dia { try #require(Dia(lendo: iso)) }
}
