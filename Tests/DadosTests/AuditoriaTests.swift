import Dominio
import DurableFiles
import Testing

@testable import Dados

/// The audit log finds out what was done to it. Docs/regras.md §8
@Suite struct AuditoriaTests {
  /// A log as the program writes it: some operations, each with the clients that it changed.
  private struct Registro {
    var linhas: [[UInt8]]
    let estado: Estado.Auditoria

    var bytes: [UInt8] { linhas.flatMap { $0 + [UInt8(ascii: "\n")] } }

    init(operacoes: Int) throws {
      var bytes: [UInt8] = []
      var estado = Estado.Auditoria()
      for numero in 1...operacoes {
        let operacao = Operacao(
          numero: numero, acao: .executarControle, momento: "2025-11-03T14:05:11Z",
          usuario: "ana", competencia: try Exemplo.mes(10), argumentos: ["aba": "Plan \"1\""],
          estatisticas: [:], entradas: [], leu: [:], gravou: [:], relatorio: nil, alvo: nil,
          anterior: nil)
        var linhas = LinhasDeAuditoria(de: operacao, apos: estado)
        linhas.operar()
        linhas.comparar(
          try Exemplo.mes(10), antes: nil,
          depois: try Exemplo.cheia())
        bytes += linhas.bytes
        estado = linhas.estado
      }
      linhas = bytes.split(separator: UInt8(ascii: "\n")).map(Array.init)
      self.estado = estado
    }
  }

  private static let registro = Result { try Registro(operacoes: 5) }

  private func conferir(_ bytes: [UInt8]?, _ registro: Registro) -> ConferenciaDeAuditoria {
    ConferenciaDeAuditoria(bytes, contra: registro.estado)
  }

  @Test func anUntouchedLogIsWholeAndUnaltered() throws {
    let registro = try Self.registro.get()
    let conferencia = conferir(registro.bytes, registro)
    #expect(conferencia.achados == [])
    #expect(conferencia.inteira && conferencia.inalterada)
    #expect(conferencia.linhas == 30)
    #expect(conferencia.sobra == 0)
  }

  /// Each of a thousand single flipped bits is found, in the line where it is.
  @Test func flippedBytes() throws {
    let registro = try Self.registro.get()
    let original = registro.bytes
    let linhas = registro.linhas.enumerated().flatMap { linha, bytes in
      [Int](repeating: linha + 1, count: bytes.count + 1)
    }
    var gerador = SystemRandomNumberGenerator()
    for _ in 0..<1000 {
      var bytes = original
      let lugar = Int.random(in: 0..<bytes.count, using: &gerador)
      bytes[lugar] ^= 1 << UInt8.random(in: 0..<8, using: &gerador)
      let conferencia = conferir(bytes, registro)
      #expect(!conferencia.inalterada, "byte \(lugar)")
      #expect(conferencia.achados.first?.linha == linhas[lugar], "byte \(lugar)")
    }
  }

  /// Lines taken out, put in, put elsewhere: the first line that is not in its place is told.
  @Test func deletedLines() throws {
    for linha in 0..<29 {
      var registro = try Self.registro.get()
      registro.linhas.remove(at: linha)
      let conferencia = conferir(registro.bytes, registro)
      #expect(!conferencia.inteira && !conferencia.inalterada)
      #expect(conferencia.achados.first?.linha == linha + 1)
    }
  }

  @Test func insertedLines() throws {
    for linha in 0..<30 {
      var registro = try Self.registro.get()
      registro.linhas.insert(registro.linhas[(linha * 7 + 3) % 30], at: linha)
      let conferencia = conferir(registro.bytes, registro)
      #expect(!conferencia.inteira && !conferencia.inalterada, "line \(linha + 1)")
      // The same line twice: the second of the two is the one too many.
      let linhas = conferencia.achados.map(\.linha)
      #expect(linhas.contains(linha + 1) || linhas.contains(linha + 2), "line \(linha + 1)")
    }
  }

  @Test func swappedLines() throws {
    for linha in 0..<29 {
      var registro = try Self.registro.get()
      let outra = linha + 1 + (linha * 31) % (29 - linha)
      registro.linhas.swapAt(linha, outra)
      let conferencia = conferir(registro.bytes, registro)
      #expect(!conferencia.inalterada)
      let linhas = conferencia.achados.map(\.linha)
      #expect(linhas.first == linha + 1)
      #expect(linhas.contains(outra + 1))
    }
  }

  @Test func cutTails() throws {
    let registro = try Self.registro.get()
    for linhas in 1..<30 {
      let cortado =
        Array(registro.linhas[..<linhas].joined(separator: [UInt8(ascii: "\n")]))
        + [UInt8(ascii: "\n")]
      let conferencia = conferir(cortado, registro)
      #expect(!conferencia.inteira)
      #expect(conferencia.inalterada)
      #expect(conferencia.achados == [.outroTamanho(linhas: linhas, esperadas: 30)])
      #expect(conferencia.achados.first?.linha == linhas + 1)
    }
  }

  @Test func cutWithinALine() throws {
    let registro = try Self.registro.get()
    for tamanho in stride(from: 1, to: registro.bytes.count, by: 37) {
      let cortado = Array(registro.bytes[..<tamanho])
      let linhas = cortado.count { $0 == UInt8(ascii: "\n") }
      let conferencia = conferir(cortado, registro)
      #expect(!conferencia.inteira, "\(tamanho) bytes")
      #expect(conferencia.achados.allSatisfy { $0.linha > linhas }, "\(tamanho) bytes")
    }
  }

  @Test func aMissingOrEmptyLogIsFound() throws {
    let registro = try Self.registro.get()
    for bytes in [nil, []] as [[UInt8]?] {
      let conferencia = conferir(bytes, registro)
      #expect(conferencia.achados == [.ausente(linhas: 30)])
      #expect(!conferencia.inteira && !conferencia.inalterada)
    }
  }

  /// Whoever rewrites the log with right hashes from some line on is found by its end.
  @Test func aLogWrittenAnewIsFoundByItsEnd() throws {
    let registro = try Self.registro.get()
    var linhas = LinhasDeAuditoria(
      de: Operacao(
        numero: 1, acao: .executarControle, momento: "2025-11-03T14:05:11Z", usuario: "eva",
        competencia: nil, argumentos: ["aba": "Plan \"1\""], estatisticas: [:], entradas: [],
        leu: [:], gravou: [:], relatorio: nil, alvo: nil, anterior: nil), apos: .init())
    for _ in 0..<5 {
      linhas.operar()
      linhas.comparar(try Exemplo.mes(10), antes: nil, depois: try Exemplo.cheia())
    }
    let conferencia = conferir(linhas.bytes, registro)
    #expect(!conferencia.inteira)
    #expect(conferencia.inalterada)
  }

  /// What a killed step has appended, whole lines or half of one, is no finding.
  @Test func anUnconfirmedTailIsNoFinding() throws {
    let registro = try Self.registro.get()
    for resto in ["{\"n\":31,\"operacao\":6", "{\"n\":31}\n", "\n", "x"] {
      let conferencia = conferir(registro.bytes + Array(resto.utf8), registro)
      #expect(conferencia.achados == [], "\(resto)")
      #expect(conferencia.sobra == resto.utf8.count)
    }
    let antes = ConferenciaDeAuditoria(registro.bytes, contra: .init())
    #expect(antes.achados == [])
    #expect(antes.sobra == registro.bytes.count)
  }

  /// A torn tail does not hide what was done to the lines before it.
  @Test func tamperingBeforeATornTailIsFound() throws {
    let registro = try Self.registro.get()
    for linha in [0, 14, 29] {
      var mexido = registro
      mexido.linhas[linha][30] ^= 1
      let conferencia = conferir(mexido.bytes + Array("{\"n\":31".utf8), mexido)
      #expect(conferencia.achados.first == .alterada(linha: linha + 1))
      #expect(conferencia.sobra == 7)
    }
  }

  /// A line that means the same and is written otherwise is not the line that was written.
  @Test func anotherSpellingOfALineIsFound() throws {
    var registro = try Self.registro.get()
    registro.linhas[3] = Array(
      String(decoding: registro.linhas[3], as: UTF8.self)
        .replacing("\"usuario\":", with: "\"usuario\": ").utf8)
    #expect(conferir(registro.bytes, registro).achados.first == .alterada(linha: 4))
  }
}
