package import Dominio
package import DurableFiles
import JSONDocuments

/// The data directory. Docs/regras.md §8
///
///     raiz/
///       estado.json               what is true; replaced with one rename
///       operacoes/000007.json     what was done, never changed
///       auditoria.jsonl           every change, with before and after, chained
///       objetos/ab/cdef….gz       every version of every base, every input, every report
///       bases/2025-10.json        the base of a month, as `estado.json` has it
///       relatorios/…xlsx          the reports that the bases tell of
///       .trava                    held by who writes
package struct Acervo: Sendable {
  package let raiz: String

  package init(raiz: String) { self.raiz = raiz }

  package var pastaDeBases: String { "\(raiz)/bases" }
  package var pastaDeRelatorios: String { "\(raiz)/relatorios" }
  package var auditoria: String { "\(raiz)/auditoria.jsonl" }
  package var objetos: ObjectStore { ObjectStore(root: "\(raiz)/objetos") }
  var estado: String { "\(raiz)/estado.json" }
  var pastaDeOperacoes: String { "\(raiz)/operacoes" }

  package func caminho(_ competencia: Competencia) -> String {
    "\(pastaDeBases)/\(competencia.iso).json"
  }

  package func caminho(_ relatorio: Relatorio) -> String {
    "\(pastaDeRelatorios)/\(relatorio.arquivo)"
  }

  func caminho(operacao numero: Int) -> String {
    "\(pastaDeOperacoes)/\(preenchido(numero, 6)).json"
  }

  /// The data as they are now. What is read through it belongs together, whoever writes meanwhile.
  package func retrato() throws(DadosError) -> Retrato {
    let bytes = try comoDados { () throws(FileError) in try readFileIfThere(estado) }
    guard let bytes else {
      let operacoes = try comoDados { () throws(FileError) in try listDirectory(pastaDeOperacoes) }
      // The first step was killed before it became true, or somebody has removed the file.
      guard operacoes.allSatisfy({ $0.hasPrefix(".") || $0 == "000001.json" }) else {
        throw .semEstado(caminho: estado)
      }
      return Retrato(acervo: self, estado: nil)
    }
    let gravado = try ler(EstadoGravado.self, bytes, caminho: estado)
    let lido = try comoDados(estado) { () throws(JSONDocumentError) in try gravado.lido() }
    return Retrato(acervo: self, estado: lido)
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
  do throws(JSONDocumentError) {
    return try corpo()
  } catch {
    throw .invalido(caminho: caminho, error)
  }
}
