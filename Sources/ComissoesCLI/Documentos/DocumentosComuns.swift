import Dominio
import JSONDocuments

// The objects that several JSON documents share. Docs/regras.md §9

struct DocumentoDeCliente: Encodable {
  enum CodingKeys: String, CodingKey {
    case nome, status, fonte, observacao, linhas
    case valor = "valor_comissao"
    case jaPago = "ja_pago"
    case pagamento = "data_pagamento"
  }

  let nome: String
  let status: String
  @OrNull var valor: String?
  @OrNull var fonte: String?
  @OrNull var observacao: String?
  let jaPago: Bool
  @OrNull var pagamento: String?
  let linhas: [Int]

  init(_ cliente: Cliente) {
    nome = cliente.chave.texto
    status = cliente.situacao.status.rawValue
    valor = cliente.situacao.valor?.texto
    fonte = cliente.situacao.fonte
    observacao = cliente.situacao.observacao
    jaPago = cliente.jaPago
    pagamento = cliente.faturamento?.dia.iso
    linhas = cliente.linhas
  }
}

struct DocumentoDeAlerta: Encodable {
  enum CodingKeys: String, CodingKey {
    case numero, tipo, severidade, cliente, planilha, descricao, status, novo
    case acaoSugerida = "acao_sugerida"
  }

  let numero: Int
  let tipo: String
  let severidade: String
  let cliente: String
  let planilha: String
  let descricao: String
  let acaoSugerida: String
  let status: String
  let novo: Bool

  init(_ alerta: Alerta) {
    numero = alerta.tipo.numero
    tipo = alerta.tipo.codigo
    severidade = alerta.tipo.severidade.rawValue
    cliente = alerta.cliente.texto
    planilha = alerta.planilha.rawValue
    descricao = alerta.descricao
    acaoSugerida = alerta.tipo.acaoSugerida
    status = alerta.situacao.rawValue
    novo = alerta.novo
  }
}

struct DocumentoDeAviso: Encodable {
  let arquivo: String
  @OrNull var aba: String?
  @OrNull var celula: String?
  let mensagem: String

  init(_ aviso: Aviso) {
    arquivo = aviso.arquivo
    aba = aviso.aba
    celula = aviso.celula
    mensagem = aviso.mensagem
  }
}
