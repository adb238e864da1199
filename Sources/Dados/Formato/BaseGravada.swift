import Dominio
import JSONDocuments

/// The file of a base, version 2. Docs/regras.md §8
///
/// Version 1 had no life of alerts, no manual decisions and no links of names: an older program
/// would lose them.
struct BaseGravada: JSONReadable {
  static let formatoConhecido = "comissoes.base"
  static let versaoConhecida = 2

  let mes: String
  let nome: String
  let fontes: [FonteGravada]
  let relatorios: [RelatorioGravado]
  let alertas: [AlertaGravado]
  /// Absent in version 1.
  let vinculos: [VinculoGravado]?
  let clientes: [ClienteGravado]

  init(_ members: inout JSONMembers) throws(JSONDocumentError) {
    mes = try members.text("mes")
    nome = try members.text("nome")
    fontes = try members.objects("fontes")
    relatorios = try members.objects("relatorios")
    alertas = try members.objects("alertas")
    vinculos = try members.objectsIfAny("vinculos")
    clientes = try members.objects("clientes")
  }

  static func bytes(_ base: Base) -> [UInt8] {
    var writer = JSONWriter(.indented)
    writer.object {
      $0.member("formato", formatoConhecido)
      $0.member("versao", versaoConhecida)
      $0.member("mes", base.competencia.iso)
      $0.member("nome", base.nome)
      $0.list("fontes", base.fontes) { FonteGravada($0).escrever(em: &$1) }
      $0.list("relatorios", base.relatorios) { RelatorioGravado($0).escrever(em: &$1) }
      $0.list("alertas", base.alertas) { AlertaGravado($0).escrever(em: &$1) }
      $0.list("vinculos", base.vinculos) { VinculoGravado($0).escrever(em: &$1) }
      $0.list("clientes", base.clientesEmOrdem) {
        ClienteGravado($0).escrever(em: &$1)
      }
    }
    return writer.finished
  }

  func lida() throws(JSONDocumentError) -> Base {
    guard let competencia = Competencia(lendo: mes) else {
      throw JSONDocumentError(.invalidValue(mes), path: "mes")
    }
    var base = Base(
      competencia: competencia,
      clientes: try lidos(clientes, em: "clientes", ClienteGravado.lido),
      alertas: try lidos(alertas, em: "alertas", AlertaGravado.lido),
      relatorios: try lidos(relatorios, em: "relatorios", RelatorioGravado.lido),
      fontes: try lidos(fontes, em: "fontes", FonteGravada.lida),
      vinculos: try lidos(vinculos ?? [], em: "vinculos", VinculoGravado.lido))
    base.numerarAlertas()
    let clientes = base.clientes
    guard clientes.indices.dropFirst().allSatisfy({ clientes[$0 - 1].chave < clientes[$0].chave })
    else {
      throw JSONDocumentError(.invalidValue("nomes repetidos ou fora de ordem"), path: "clientes")
    }
    return base
  }
}

extension Base {
  fileprivate var clientesEmOrdem: [Cliente] {
    // Nearly always they are: to put them in order would copy each.
    let estaoEmOrdem = clientes.indices.dropFirst().allSatisfy {
      clientes[$0 - 1].chave < clientes[$0].chave
    }
    return estaoEmOrdem ? clientes : clientes.sorted { $0.chave < $1.chave }
  }

  /// Version 1 had no numbers of alerts: they are counted in the order of the file.
  fileprivate mutating func numerarAlertas() {
    var serie = alertas.reduce(0) { max($0, $1.serie) }
    for indice in alertas.indices where alertas[indice].serie == 0 {
      serie += 1
      alertas[indice].serie = serie
    }
  }
}

extension JSONWriter {
  /// A member whose value is an array of objects.
  mutating func list<Elemento>(
    _ chave: String, _ elementos: [Elemento],
    _ escrever: (Elemento, inout JSONWriter) -> Void
  ) {
    key(chave)
    array { writer in
      for elemento in elementos {
        writer.element()
        escrever(elemento, &writer)
      }
    }
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
