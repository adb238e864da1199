import Dados
import Dominio
import DurableFiles
import FoundationEssentials
import Testing

extension Faults {
  /// Operations, and ways back and forth again, in any order: after each the bases and reports are
  /// to the byte what they were, and with everything taken back there is what there was at first.
  @Test func randomSequencesOfOperationsAndUndos() throws {
    let sequences = Counts.of(500, small: 15)
    var generator = SeededGenerator(seed: Counts.seed)
    var totals = Totals()
    for number in 0..<sequences {
      let sequence = try Sequence(adopting: number % 2 == 1, using: &generator)
      for _ in 0..<Int.random(in: 5...25, using: &generator) {
        try sequence.step(&totals, using: &generator)
      }
      try sequence.takeEverythingBack(&totals)
    }
    #expect(totals.undone > sequences)
    figures(
      "random sequences",
      "\(sequences) sequences, seed \(Counts.seed): \(totals.written) operations,"
        + " \(totals.undone) undone, \(totals.redone) done again, \(totals.refused) refused;"
        + " bases and reports byte-identical each time")
  }

  private struct Totals {
    var (written, undone, redone, refused) = (0, 0, 0, 0)
  }

  /// The files that people read, by their paths.
  private typealias Files = [String: Data]

  private final class Sequence {
    private let room: Room
    private let acervo: Acervo
    private let first: Files
    /// What each operation found and left of the months that it wrote, by its number.
    private var found: [Int: (before: Files, after: Files)] = [:]

    private static let months = [9, 10, 11].compactMap { Competencia(ano: 2025, mes: $0) }
    private static let autoria = Passo.Autoria(usuario: "rosa", momento: "2025-11-03T14:05:11Z")

    /// - Parameter isAdopted: true to begin with base files that have no history.
    init(adopting isAdopted: Bool, using generator: inout SeededGenerator) throws {
      room = try Room()
      acervo = Acervo(raiz: room.file("dados"))
      if isAdopted {
        let other = try Room()
        let source = Acervo(raiz: other.file("dados"))
        let base = Base(competencia: Self.months[0], clientes: Self.clients(using: &generator))
        try Escrita(source).gravar(
          Passo(.criarBase, Self.autoria, mes: base.competencia, bases: [base]))
        _ = try Escrita(acervo)
        try FileManager.default.copyItem(
          atPath: source.caminho(base.competencia), toPath: acervo.caminho(base.competencia))
      }
      first = try Self.files(acervo)
    }

    func step(_ totals: inout Totals, using generator: inout SeededGenerator) throws {
      switch Int.random(in: 0..<10, using: &generator) {
      case 0..<5:
        try write(using: &generator)
        totals.written += 1
      case 5..<8:
        let number =
          Bool.random(using: &generator)
          ? found.keys.sorted().randomElement(using: &generator) : nil
        if try undo(number) { totals.undone += 1 } else { totals.refused += 1 }
      default:
        if try redo() { totals.redone += 1 } else { totals.refused += 1 }
      }
    }

    func takeEverythingBack(_ totals: inout Totals) throws {
      while try undo(nil) { totals.undone += 1 }
      let retrato = try acervo.retrato()
      let efeitos = Efeitos(try retrato.historico())
      #expect(throws: DesfazerError.nada(a: .desfazer)) { try efeitos.desfazer(nil, em: retrato) }
      #expect(try Self.files(acervo) == first)
    }

    private func write(using generator: inout SeededGenerator) throws {
      let escrita = try Escrita(acervo)
      let mes = try #require(Self.months.randomElement(using: &generator))
      var base =
        try escrita.retrato.base(mes)
        ?? Base(competencia: mes, clientes: [], alertas: [], relatorios: [], fontes: [])
      base.clientes = Self.clients(using: &generator)
      var emissao: Passo.Emissao?
      if Int.random(in: 0..<3, using: &generator) == 0 {
        let numero = try escrita.retrato.proximoRelatorio()
        let bytes = Array("PK \(generator.next())".utf8)
        let relatorio = Relatorio(
          numero: numero, dia: .epoca, arquivo: "\(mes.iso)-recebimentos-\(numero).xlsx",
          sha256: sha256(of: bytes), clientes: 0, valor: .zero, desistencias: 0)
        base.relatorios.append(relatorio)
        emissao = .init(relatorio: relatorio, bytes: bytes)
      }
      var passo = Passo(
        emissao == nil ? .executarControle : .gerarRelatorio, Self.autoria, mes: mes, bases: [base])
      passo.emissao = emissao
      passo.leu = Self.months.filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
      let before = try Self.files(acervo)
      let operacao = try escrita.gravar(passo)
      found[operacao.numero] = (before.of(mes), try Self.files(acervo).of(mes))
    }

    /// - Returns: false when it is refused.
    private func undo(_ number: Int?) throws -> Bool {
      try put { efeitos, retrato throws(DesfazerError) in
        try efeitos.desfazer(number, em: retrato)
      } back: {
        $0.before
      }
    }

    private func redo() throws -> Bool {
      try put { efeitos, retrato throws(DesfazerError) in
        try efeitos.refazer(nil, em: retrato)
      } back: {
        $0.after
      }
    }

    private func put(
      _ plan: (Efeitos, Retrato) throws(DesfazerError) -> Reposicao,
      back wanted: ((before: Files, after: Files)) -> Files
    ) throws -> Bool {
      let escrita = try Escrita(acervo)
      let reposicao: Reposicao
      do throws(DesfazerError) {
        reposicao = try plan(Efeitos(try historico(escrita.retrato)), escrita.retrato)
      } catch {
        return false
      }
      let before = try Self.files(acervo)
      try escrita.repor(reposicao, Self.autoria)
      let after = try Self.files(acervo)
      let alvo = reposicao.alvo
      for mes in Self.months {
        let isTouched = alvo.gravou[mes] != nil
        let record = try #require(found[alvo.numero])
        #expect(
          after.of(mes) == (isTouched ? wanted(record) : before.of(mes)),
          "seed \(Counts.seed), operation \(alvo.numero), \(mes.iso)")
      }
      return true
    }

    private func historico(_ retrato: Retrato) throws(DesfazerError) -> [Operacao] {
      do { return try retrato.historico() } catch {
        Issue.record(error)
        throw .nada(a: .desfazer)
      }
    }

    private static func clients(using generator: inout SeededGenerator) -> [Cliente] {
      (0..<Int.random(in: 0..<6, using: &generator)).compactMap { number in
        ChaveDeNome(nome: "CLIENTE \(number)").map {
          Cliente(
            chave: $0, linhas: [number + 2],
            situacao: Situacao(
              Status.allCases.randomElement(using: &generator) ?? .nulo,
              valor: Dinheiro("\(generator.next() % 100_000).25"), fonte: nil,
              observacao: nil))
        }
      }
    }

    private static func files(_ acervo: Acervo) throws -> Files {
      var files: Files = [:]
      for folder in [acervo.pastaDeBases, acervo.pastaDeRelatorios] {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
          files[name] = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
        }
      }
      return files
    }
  }
}

extension [String: Data] {
  /// The files of one month.
  fileprivate func of(_ mes: Competencia) -> [String: Data] {
    filter { $0.key.hasPrefix(mes.iso) }
  }
}
