import Dados
import Dominio

// The records of operations in the words of people.

extension Operacao {
  /// For people.
  var nome: String {
    alvo.map { "\(acao.nome) \($0)" } ?? acao.nome
  }

  /// `03/11/2025 11:05`.
  func quando(em fuso: Fuso) -> String { momentoBrasileiro(momento, em: fuso) }

  /// What was asked for, and what came of it: label and value.
  var detalhes: [(nome: String, valor: String)] {
    argumentos.filter { !Self.ehConfiguracao($0.key) }.sorted { $0.key < $1.key }
      .map { (palavra($0.key), valorBrasileiro($0.value, de: $0.key)) }
      + estatisticas.sorted { $0.key < $1.key }
      .map {
        (
          $0.key == "alertas" ? "alertas mudados" : palavra($0.key),
          valorBrasileiro($0.value, de: $0.key)
        )
      }
  }
}

extension Operacao.Acao {
  /// For people.
  var nome: String {
    switch self {
    case .criarBase: "criar base"
    case .executarControle: "controle"
    case .gerarRelatorio: "recebimentos"
    case .registrarEstorno: "registrar estorno"
    case .liberarCliente: "liberar cliente"
    case .decidirCliente: "decidir cliente"
    case .retirarDecisao: "retirar decisão"
    case .vincularNomes: "vincular nomes"
    case .desvincularNomes: "desvincular nomes"
    case .encerrarAlertas: "encerrar alertas"
    case .reabrirAlertas: "reabrir alertas"
    case .configurarForma: "config forma"
    case .desfazer: "desfazer"
    case .refazer: "refazer"
    }
  }
}

/// `2025-11-03T14:05:11Z` as `03/11/2025 11:05`, where that is the time on the wall.
func momentoBrasileiro(_ momento: String, em fuso: Fuso) -> String {
  fuso.local(momento).map { "\($0.dia.brasileiro) \($0.hora)" } ?? momento
}

/// What a key of a record means; the key itself when it is not known.
func palavra(_ chave: String) -> String { palavras[chave] ?? chave }

/// A value of a record: amounts in reais, days and statuses as people write them.
func valorBrasileiro(_ texto: String, de chave: String) -> String {
  if dinheiros.contains(chave), let valor = Dinheiro(texto) {
    return valor.emReais(casas: valor.casas)
  }
  if chave == "status", let status = Status(rawValue: texto) { return status.nome }
  return Dia(lendo: texto)?.brasileiro ?? texto
}

private let dinheiros: Set<String> = [
  "valor_a_receber", "estornos", "valor_comissao", "faturado",
  "valor",
]

private let palavras = [
  "aba": "aba",
  "aba_gestores": "aba de Gestores",
  "aba_webopay": "aba de WeboPay",
  "alertas": "alertas",
  "alertas_gerados": "alertas novos",
  "arquivo": "arquivo",
  "cliente": "cliente",
  "clientes": "clientes",
  "clientes_a_receber": "clientes a receber",
  "clientes_atualizados": "clientes atualizados",
  "data": "dia",
  "data_pagamento": "faturado em",
  "decidido_em": "decidido em",
  "desistencias": "desistências",
  "devolvido_em": "devolvido em",
  "estornos": "a devolver",
  "faturado": "faturado",
  "fonte": "fonte",
  "liberado_em": "liberado em",
  "motivo": "motivo",
  "motivo_da_decisao": "motivo da decisão",
  "motivo_da_devolucao": "motivo da devolução",
  "motivo_da_liberacao": "motivo da liberação",
  "novos_descontos": "novos em Desconto",
  "novos_desistiu": "novos em Desistiu",
  "novos_financiados": "novos em Financiado",
  "novos_pagos": "novos em Pago",
  "novos_requer_analise": "novos em Requer análise",
  "observacao": "observação",
  "operacao": "operação",
  "relatorio": "relatório",
  "status": "status",
  "valor_a_receber": "valor a receber",
  "valor_comissao": "comissão",
]
