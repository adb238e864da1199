package import Dominio
import DurableFiles
package import JSONDocuments

/// One line of the audit log, for who wants to know what happened.
package struct LinhaDeAuditoria: Sendable, Equatable {
  package let numero: Int
  package let operacao: Int
  package let momento: String
  package let usuario: String
  package let acao: Operacao.Acao
  package let competencia: Competencia?
  /// Nil in the line that tells of an operation as a whole.
  package let cliente: String?
  /// The number of the alert, in a line that tells how one ended or opened again.
  package let alerta: String?
  /// The spelling, in a line that tells of names that were linked or parted.
  package let nome: String?
  /// What was said of the client before and after; nil where nothing was.
  package let antes: JSONValue?
  package let depois: JSONValue?
  /// What was asked for, in the line that tells of an operation as a whole.
  package let argumentos: [String: String]?
}

extension Retrato {
  /// The lines that count, oldest first, and the numbers of lines that cannot be read.
  ///
  /// The line of an operation as a whole gets the month of the operation. A log that is gone is an
  /// error: nobody may take it for one in which nothing stands.
  package func auditoria() throws(DadosError) -> (
    linhas: [LinhaDeAuditoria], ilegiveis: [Int]
  ) {
    try auditoria { _ in true }
  }

  /// The lines that count and name one of these clients, oldest first: those that tell of a change
  /// of it, and those of operations that were about it. Only they are decoded.
  package func auditoria(de clientes: Set<String>) throws(DadosError) -> [LinhaDeAuditoria] {
    let marcas = clientes.map { cliente in
      var writer = JSONWriter(.compact)
      writer.object { $0.member("cliente", cliente) }
      return Array(writer.bytes.dropFirst().dropLast())
    }
    return try auditoria { linha in marcas.contains { linha.contem($0) } }.linhas.filter { linha in
      (linha.cliente ?? linha.argumentos?["cliente"]).map(clientes.contains) ?? false
    }
  }

  /// - Parameter serve: true for the bytes of a line that is to be decoded.
  private func auditoria(
    where serve: (ArraySlice<UInt8>) -> Bool
  ) throws(DadosError) -> (linhas: [LinhaDeAuditoria], ilegiveis: [Int]) {
    guard let estado = historia else { return ([], []) }
    let bytes = try comoDados { () throws(FileError) in try readFileIfThere(acervo.auditoria) }
    if estado.auditoria.linhas > 0, bytes?.isEmpty != false {
      throw .auditoriaAlterada(caminho: acervo.auditoria)
    }
    let meses = Dictionary(
      historicoLegivel().operacoes.map { ($0.numero, $0.competencia) },
      uniquingKeysWith: { first, _ in first })
    var linhas: [LinhaDeAuditoria] = []
    var ilegiveis: [Int] = []
    let contam = (bytes ?? []).prefix(max(0, estado.auditoria.bytes))
    for (lugar, fatia) in contam.split(separator: UInt8(ascii: "\n")).enumerated()
    where serve(fatia) {
      if let gravada = try? decodeJSON(LinhaGravada.self, from: Array(fatia)),
        let linha = gravada.lida(meses)
      {
        linhas.append(linha)
      } else {
        ilegiveis.append(lugar + 1)
      }
    }
    return (linhas, ilegiveis)
  }

  /// Holds the audit log against `estado.json` and against itself, and `estado.json` against what
  /// came after it.
  package func conferirAuditoria() throws(DadosError) -> ConferenciaDeAuditoria {
    var conferencia = try conferirSoAuditoria()
    if let vista = try operacaoAlem() {
      conferencia.acharEstadoAntigo(operacao: operacao, vista: vista)
    }
    return conferencia
  }

  /// Holds the audit log against `estado.json` and against itself.
  func conferirSoAuditoria() throws(DadosError) -> ConferenciaDeAuditoria {
    let bytes = try comoDados { () throws(FileError) in try readFileIfThere(acervo.auditoria) }
    return ConferenciaDeAuditoria(bytes, contra: historia?.auditoria ?? .init())
  }
}

private struct LinhaGravada: Decodable {
  let n: Int
  let operacao: Int
  let momento: String
  let usuario: String
  let acao: String
  let mes: String?
  let cliente: String?
  let alerta: String?
  let nome: String?
  let antes: JSONValue?
  let depois: JSONValue?
  let argumentos: [String: String]?

  func lida(_ meses: [Int: Competencia?]) -> LinhaDeAuditoria? {
    guard let acao = Operacao.Acao(rawValue: acao) else { return nil }
    return LinhaDeAuditoria(
      numero: n, operacao: operacao, momento: momento, usuario: usuario, acao: acao,
      competencia: mes.flatMap(Competencia.init(lendo:)) ?? meses[operacao] ?? nil,
      cliente: cliente, alerta: alerta, nome: nome, antes: antes, depois: depois,
      argumentos: argumentos)
  }
}

extension ArraySlice<UInt8> {
  /// True when these bytes stand somewhere in it, one after the other.
  fileprivate func contem(_ marca: [UInt8]) -> Bool {
    withUnsafeBufferPointer { linha in
      guard let primeiro = marca.first, linha.count >= marca.count else { return false }
      return (0...(linha.count - marca.count)).contains { lugar in
        linha[lugar] == primeiro
          && marca.indices.allSatisfy { linha[lugar + $0] == marca[$0] }
      }
    }
  }
}
