package import Dominio
import DurableFiles
import JSONDocuments

/// The data directory. Reading takes no lock: every file is replaced whole. Docs/regras.md §8
///
///     raiz/
///       bases/2025-10.json        the base of a month; whatever it says is true
///       relatorios/2025-10-recebimentos-0001.xlsx
///       .trava                    held by who writes
package struct Acervo: Sendable {
  package let raiz: String

  package init(raiz: String) { self.raiz = raiz }

  package var pastaDeBases: String { "\(raiz)/bases" }
  package var pastaDeRelatorios: String { "\(raiz)/relatorios" }

  package func caminho(_ competencia: Competencia) -> String {
    "\(pastaDeBases)/\(competencia.iso).json"
  }

  package func caminho(_ relatorio: Relatorio) -> String {
    "\(pastaDeRelatorios)/\(relatorio.arquivo)"
  }

  /// The months that have a base, ascending.
  package func competencias() throws(DadosError) -> [Competencia] {
    let names = try comoDados { () throws(FileError) in try listDirectory(pastaDeBases) }
    return names.compactMap { name in
      guard name.hasSuffix(".json"), let mes = Competencia(lendo: String(name.dropLast(5))),
        name == "\(mes.iso).json"
      else { return nil }
      return mes
    }.sorted()
  }

  /// Nil when the month has no base.
  package func base(_ competencia: Competencia) throws(DadosError) -> Base? {
    let caminho = caminho(competencia)
    let found = try comoDados { () throws(FileError) in try readFileIfThere(caminho) }
    guard let bytes = found else { return nil }
    let base = try Self.ler(bytes, caminho: caminho)
    guard base.competencia == competencia else {
      throw .mesTrocado(caminho: caminho, mes: base.competencia)
    }
    return base
  }

  /// All bases, ascending by month.
  package func bases() throws(DadosError) -> [Base] {
    var bases: [Base] = []
    for competencia in try competencias() {
      if let base = try base(competencia) { bases.append(base) }
    }
    return bases
  }

  /// The version is looked at first: a newer file may have any shape.
  private static func ler(_ bytes: [UInt8], caminho: String) throws(DadosError) -> Base {
    struct Rotulo: Decodable {
      let formato: String
      let versao: Int
    }
    let rotulo = try comoDados(caminho) { () throws(JSONDocumentError) in
      let rotulo = try decodeJSON(Rotulo.self, from: bytes)
      guard rotulo.formato == BaseGravada.formatoConhecido else {
        throw JSONDocumentError(.invalidValue(rotulo.formato), path: "formato")
      }
      guard rotulo.versao >= 1 else {
        throw JSONDocumentError(.invalidValue("\(rotulo.versao)"), path: "versao")
      }
      return rotulo
    }
    guard rotulo.versao <= BaseGravada.versaoConhecida else {
      throw .maisNovo(
        caminho: caminho, versao: rotulo.versao, conhecida: BaseGravada.versaoConhecida)
    }
    return try comoDados(caminho) { () throws(JSONDocumentError) in
      try decodeJSON(BaseGravada.self, from: bytes).lida()
    }
  }
}

/// Tells a failed system call as trouble of the data directory.
func comoDados<Valor>(_ corpo: () throws(FileError) -> Valor) throws(DadosError) -> Valor {
  do throws(FileError) { return try corpo() } catch { throw .arquivo(error) }
}

/// Tells a file that is not what it must be as trouble of the data directory.
func comoDados<Valor>(
  _ caminho: String, _ corpo: () throws(JSONDocumentError) -> Valor
) throws(DadosError) -> Valor {
  do throws(JSONDocumentError) { return try corpo() } catch {
    throw .invalido(caminho: caminho, error)
  }
}
