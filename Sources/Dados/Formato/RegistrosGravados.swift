import Dominio
import JSONDocuments

/// A spreadsheet that a run has read, in the file of a base.
struct FonteGravada: Decodable, JSONReadable {
  let planilha: String
  let arquivo: String
  let sha256: String

  init(_ members: inout JSONMembers) throws(JSONDocumentError) {
    planilha = try members.text("planilha")
    arquivo = try members.text("arquivo")
    sha256 = try members.text("sha256")
  }

  init(_ fonte: Fonte) {
    planilha = fonte.planilha.rawValue
    arquivo = fonte.arquivo
    sha256 = fonte.sha256
  }

  func escrever(em writer: inout JSONWriter) {
    writer.object {
      $0.member("planilha", planilha)
      $0.member("arquivo", arquivo)
      $0.member("sha256", sha256)
    }
  }

  func lida() throws(JSONDocumentError) -> Fonte {
    Fonte(
      planilha: try lido(planilha, em: "planilha", Planilha.init(rawValue:)),
      arquivo: arquivo, sha256: sha256)
  }
}

/// A receivables report that was kept, in the file of a base.
struct RelatorioGravado: JSONReadable {
  let numero: Int
  let data: String
  let arquivo: String
  let sha256: String
  let clientes: Int
  let valor: String
  let desistencias: Int

  init(_ members: inout JSONMembers) throws(JSONDocumentError) {
    numero = try members.integer("numero")
    data = try members.text("data")
    arquivo = try members.text("arquivo")
    sha256 = try members.text("sha256")
    clientes = try members.integer("clientes")
    valor = try members.text("valor")
    desistencias = try members.integer("desistencias")
  }

  init(_ relatorio: Relatorio) {
    numero = relatorio.numero
    data = relatorio.dia.iso
    arquivo = relatorio.arquivo
    sha256 = relatorio.sha256
    clientes = relatorio.clientes
    valor = relatorio.valor.texto
    desistencias = relatorio.desistencias
  }

  func escrever(em writer: inout JSONWriter) {
    writer.object {
      $0.member("numero", numero)
      $0.member("data", data)
      $0.member("arquivo", arquivo)
      $0.member("sha256", sha256)
      $0.member("clientes", clientes)
      $0.member("valor", valor)
      $0.member("desistencias", desistencias)
    }
  }

  func lido() throws(JSONDocumentError) -> Relatorio {
    Relatorio(
      numero: try numeroDeRelatorio(numero, desde: 1, em: "numero"),
      dia: try Dados.lido(data, em: "data", Dia.init(lendo:)), arquivo: arquivo,
      sha256: sha256, clientes: clientes,
      valor: try Dados.lido(valor, em: "valor", Dinheiro.init), desistencias: desistencias)
  }
}
