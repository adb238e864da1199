import Dominio
import DurableFiles
import JSONDocuments

/// The records of operations, as far as they can be read.
package struct Historico: Sendable, Equatable {
  package struct Dano: Sendable, Equatable {
    package let numero: Int
    package let erro: DadosError
  }

  /// Those that are what was written, oldest first.
  package fileprivate(set) var operacoes: [Operacao] = []
  /// The others, by number.
  package fileprivate(set) var danos: [Dano] = []
}

extension Retrato {
  /// Every operation, oldest first; one damaged record is an error.
  package func historico() throws(DadosError) -> [Operacao] {
    let historico = historicoLegivel()
    if let dano = historico.danos.first { throw dano.erro }
    return historico.operacoes
  }

  /// The records that hold, and those that are damaged.
  ///
  /// Each is held against the one after it, and the last against `estado.json`; one whose successor
  /// is damaged must at least be readable and bear its number.
  package func historicoLegivel() -> Historico {
    var historico = Historico()
    var esperado = estado.cabeca
    for numero in stride(from: estado.operacao, to: 0, by: -1) {
      do throws(DadosError) {
        let operacao = try acervo.operacao(numero, soma: esperado)
        historico.operacoes.append(operacao)
        esperado = operacao.anterior
      } catch {
        historico.danos.append(.init(numero: numero, erro: error))
        // What a damaged record says of the one before it is worth nothing.
        esperado = nil
      }
    }
    historico.operacoes.reverse()
    historico.danos.reverse()
    return historico
  }
}

extension Acervo {
  /// The record of an operation.
  ///
  /// - Parameter soma: the SHA-256 that it must have; nil when that is not known.
  func operacao(_ numero: Int, soma: String?) throws(DadosError) -> Operacao {
    let caminho = caminho(operacao: numero)
    let bytes = try comoDados { () throws(FileError) in try readFileIfThere(caminho) }
    guard let bytes else { throw .operacaoAusente(numero: numero, caminho: caminho) }
    if let soma, sha256(of: bytes) != soma {
      throw .operacaoAlterada(numero: numero, caminho: caminho)
    }
    do throws(DadosError) {
      let operacao = try operacao(bytes, caminho: caminho)
      guard operacao.numero == numero else {
        throw .operacaoAlterada(numero: numero, caminho: caminho)
      }
      return operacao
    } catch {
      // With the right hash, what cannot be read comes from a newer program.
      guard case .invalido = error, soma == nil else { throw error }
      throw .operacaoAlterada(numero: numero, caminho: caminho)
    }
  }

  func operacao(_ bytes: [UInt8], caminho: String) throws(DadosError) -> Operacao {
    let gravada = try ler(OperacaoGravada.self, bytes, caminho: caminho)
    return try comoDados(caminho) { () throws(JSONDocumentError) in try gravada.lida() }
  }
}
