import Dominio
import JSONDocuments

/// The file of a base, version 1. Docs/regras.md §8
///
/// `versao` rises when an older program would misread the file: a key that changes its meaning or
/// goes away. A new key that may be absent is no such case.
struct BaseGravada: Codable {
  static let formatoConhecido = "comissoes.base"
  static let versaoConhecida = 1

  let formato: String
  let versao: Int
  let mes: String
  let nome: String
  let fontes: [FonteGravada]
  let relatorios: [RelatorioGravado]
  let alertas: [AlertaGravado]
  let clientes: [ClienteGravado]

  init(_ base: Base) {
    formato = Self.formatoConhecido
    versao = Self.versaoConhecida
    mes = base.competencia.iso
    nome = base.nome
    fontes = base.fontes.map(FonteGravada.init)
    relatorios = base.relatorios.map(RelatorioGravado.init)
    alertas = base.alertas.map(AlertaGravado.init)
    clientes = base.clientes.sorted { $0.chave < $1.chave }.map(ClienteGravado.init)
  }

  func lida() throws(JSONDocumentError) -> Base {
    guard let competencia = Competencia(lendo: mes) else {
      throw JSONDocumentError(.invalidValue(mes), path: "mes")
    }
    let base = Base(
      competencia: competencia,
      clientes: try lidos(clientes, em: "clientes", ClienteGravado.lido),
      alertas: try lidos(alertas, em: "alertas", AlertaGravado.lido),
      relatorios: try lidos(relatorios, em: "relatorios", RelatorioGravado.lido),
      fontes: try lidos(fontes, em: "fontes", FonteGravada.lida))
    guard zip(base.clientes, base.clientes.dropFirst()).allSatisfy({ $0.chave < $1.chave }) else {
      throw JSONDocumentError(.invalidValue("nomes repetidos ou fora de ordem"), path: "clientes")
    }
    return base
  }
}

/// Reads each element and says in which one a bad value stands.
private func lidos<Gravado, Lido>(
  _ elementos: [Gravado], em chave: String,
  _ ler: (Gravado) -> () throws(JSONDocumentError) -> Lido
) throws(JSONDocumentError) -> [Lido] {
  var lidos: [Lido] = []
  lidos.reserveCapacity(elementos.count)
  for (indice, elemento) in elementos.enumerated() {
    do throws(JSONDocumentError) {
      lidos.append(try ler(elemento)())
    } catch {
      throw JSONDocumentError(error.problem, path: "\(chave)[\(indice)].\(error.path)")
    }
  }
  return lidos
}

/// Reads one value of a document, or says which one cannot be read.
func lido<Valor>(
  _ texto: String, em chave: String, _ ler: (String) -> Valor?
) throws(JSONDocumentError) -> Valor {
  guard let valor = ler(texto) else { throw JSONDocumentError(.invalidValue(texto), path: chave) }
  return valor
}

/// The number of a report. One that no counting reaches comes from a file changed by hand.
func numeroDeRelatorio(
  _ numero: Int, desde menor: Int, em chave: String
) throws(JSONDocumentError) -> Int {
  guard (menor...999_999_999).contains(numero) else {
    throw JSONDocumentError(.invalidValue(String(numero)), path: chave)
  }
  return numero
}

/// The same for a value that may be absent.
func lido<Valor>(
  _ texto: String?, em chave: String, _ ler: (String) -> Valor?
) throws(JSONDocumentError) -> Valor? {
  guard let texto else { return nil }
  return try lido(texto, em: chave, ler) as Valor
}
