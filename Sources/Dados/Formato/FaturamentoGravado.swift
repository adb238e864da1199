import Dominio
import JSONDocuments

/// A bill, in the file of a base.
struct FaturamentoGravado: JSONReadable {
  let valor: String
  let data: String
  let contrato: String?
  let base: String
  let relatorio: Int
  /// Absent while the money has not been given back.
  let devolucao: PalavraGravada?

  init(_ members: inout JSONMembers) throws(JSONDocumentError) {
    valor = try members.text("valor")
    data = try members.text("data")
    contrato = try members.textIfAny("contrato")
    base = try members.text("base")
    relatorio = try members.integer("relatorio")
    devolucao = try members.objectIfAny("devolucao")
  }

  init(_ faturamento: Faturamento) {
    valor = faturamento.valor.texto
    data = faturamento.dia.iso
    contrato = faturamento.contrato
    base = faturamento.base.iso
    relatorio = faturamento.relatorio
    devolucao = faturamento.devolucao.map {
      PalavraGravada(data: $0.dia.iso, motivo: $0.motivo)
    }
  }

  func escrever(em writer: inout JSONWriter) {
    writer.object {
      $0.member("valor", valor)
      $0.member("data", data)
      $0.member("contrato", contrato)
      $0.member("base", base)
      $0.member("relatorio", relatorio)
      if let devolucao {
        $0.key("devolucao")
        devolucao.escrever(em: &$0)
      }
    }
  }

  func lido(em chave: String) throws(JSONDocumentError) -> Faturamento {
    Faturamento(
      valor: try Dados.lido(valor, em: "\(chave).valor", Dinheiro.init),
      dia: try Dados.lido(data, em: "\(chave).data", Dia.init(lendo:)),
      contrato: contrato,
      base: try Dados.lido(base, em: "\(chave).base", Competencia.init(lendo:)),
      relatorio: relatorio,
      devolucao: try devolucao.map { (palavra) throws(JSONDocumentError) in
        Devolucao(
          dia: try Dados.lido(palavra.data, em: "\(chave).devolucao.data", Dia.init(lendo:)),
          motivo: palavra.motivo)
      })
  }
}

/// A day and a reason that a person gave.
struct PalavraGravada: JSONReadable {
  let data: String
  let motivo: String

  init(data: String, motivo: String) {
    self.data = data
    self.motivo = motivo
  }

  init(_ members: inout JSONMembers) throws(JSONDocumentError) {
    data = try members.text("data")
    motivo = try members.text("motivo")
  }

  func escrever(em writer: inout JSONWriter) {
    writer.object {
      $0.member("data", data)
      $0.member("motivo", motivo)
    }
  }
}
