import Dominio
import JSONDocuments

/// A spreadsheet that a run has read, in the file of a base.
struct FonteGravada: Codable {
  let planilha: String
  let arquivo: String
  let sha256: String

  init(_ fonte: Fonte) {
    planilha = fonte.planilha.rawValue
    arquivo = fonte.arquivo
    sha256 = fonte.sha256
  }

  func lida() throws(JSONDocumentError) -> Fonte {
    Fonte(
      planilha: try lido(planilha, em: "planilha", Planilha.init(rawValue:)),
      arquivo: arquivo, sha256: sha256)
  }
}

/// An alert that a run has raised, in the file of a base.
struct AlertaGravado: Codable {
  let tipo: String
  let cliente: String
  let planilha: String
  let descricao: String
  let status: String

  init(_ alerta: Alerta) {
    tipo = alerta.tipo.codigo
    cliente = alerta.cliente.texto
    planilha = alerta.planilha.rawValue
    descricao = alerta.descricao
    status = alerta.situacao.rawValue
  }

  func lido() throws(JSONDocumentError) -> Alerta {
    Alerta(
      try Dados.lido(tipo, em: "tipo", TipoDeAlerta.init(codigo:)),
      cliente: try Dados.lido(cliente, em: "cliente", ChaveDeNome.init(nome:)),
      planilha: try Dados.lido(planilha, em: "planilha", Planilha.init(rawValue:)),
      descricao: descricao,
      situacao: try Dados.lido(status, em: "status", Alerta.Situacao.init(rawValue:)),
      novo: false)
  }
}

/// A receivables report that was kept, in the file of a base.
struct RelatorioGravado: Codable {
  let numero: Int
  let data: String
  let arquivo: String
  let sha256: String
  let clientes: Int
  let valor: String
  let desistencias: Int

  init(_ relatorio: Relatorio) {
    numero = relatorio.numero
    data = relatorio.dia.iso
    arquivo = relatorio.arquivo
    sha256 = relatorio.sha256
    clientes = relatorio.clientes
    valor = relatorio.valor.texto
    desistencias = relatorio.desistencias
  }

  func lido() throws(JSONDocumentError) -> Relatorio {
    Relatorio(
      numero: try numeroDeRelatorio(numero, desde: 1, em: "numero"),
      dia: try Dados.lido(data, em: "data", Dia.init(lendo:)), arquivo: arquivo,
      sha256: sha256, clientes: clientes,
      valor: try Dados.lido(valor, em: "valor", Dinheiro.init), desistencias: desistencias)
  }
}
