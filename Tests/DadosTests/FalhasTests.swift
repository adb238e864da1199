#if DEBUG
  import Dominio
  import DurableFiles
  import FoundationEssentials
  import Glibc
  import Testing

  @testable import Dados

  /// Every system call of every step fails, once and for good: what holds afterwards is what held
  /// before or what the step makes, to the byte, and the next step needs no repair.
  /// Docs/regras.md §8
  struct FalhasTests {
    enum Fault: CaseIterable, Sendable {
      case inputOutput
      case diskFull
      /// That call and all after it: as when the process is killed, or the disk is gone.
      case killed

      func faults(at call: Int) -> SyscallFaults {
        switch self {
        case .inputOutput: SyscallFaults(.once(call: call, code: EIO))
        case .diskFull: SyscallFaults(.once(call: call, code: ENOSPC))
        case .killed: SyscallFaults(.from(call: call, code: EIO))
        }
      }
    }

    @Test(arguments: Cena.todas, Fault.allCases)
    func anyCallFailing(cena: Cena, fault: Fault) throws {
      try Pasta.naMemoria { modelo in
        try cena.preparar(modelo)
        let antes = try Visto(modelo)
        let (calls, depois, fim) = try modelo.copia { pasta in
          let faults = SyscallFaults(.none)
          try SyscallFaults.$current.withValue(faults) { try cena.passo(pasta) }
          return (faults.calls, try Visto(pasta), try pasta.arvore())
        }
        #expect(antes != depois)
        #expect(calls.count(where: { $0 == .rename }) >= 2)

        for (number, call) in calls.enumerated() {
          try modelo.copia { pasta in
            let place = "\(cena.nome), call \(number), \(call)"
            var error: (any Error)?
            do {
              try SyscallFaults.$current.withValue(fault.faults(at: number)) {
                try cena.passo(pasta)
              }
            } catch let thrown {
              error = thrown
            }
            // A reader, before anybody has tidied up.
            let visto = try Visto(pasta)
            if error == nil {
              #expect(visto == depois, "\(place): done, and not there")
            } else if fault != .killed {
              #expect(visto == antes, "\(place): told as failed, and there")
            } else {
              #expect(visto == antes || visto == depois, "\(place): neither old nor new")
            }
            // The next writer repairs nothing by hand.
            _ = try Escrita(pasta.acervo)
            #expect(try Visto(pasta) == visto, "\(place): changed by the next writer")
            if visto == antes { try cena.passo(pasta) }
            let arvore = try pasta.arvore()
            #expect(arvore.keys.sorted() == fim.keys.sorted(), "\(place)")
            #expect(arvore == fim, "\(place): not what a run without faults leaves")
          }
        }
      }
    }

    /// One that is interrupted by a signal is made again.
    @Test(arguments: Cena.todas)
    func anyCallInterrupted(cena: Cena) throws {
      try Pasta.naMemoria { modelo in
        try cena.preparar(modelo)
        let (calls, fim) = try modelo.copia { pasta in
          let faults = SyscallFaults(.none)
          try SyscallFaults.$current.withValue(faults) { try cena.passo(pasta) }
          return (faults.calls, try pasta.arvore())
        }
        for number in calls.indices {
          try modelo.copia { pasta in
            try SyscallFaults.$current.withValue(SyscallFaults(.once(call: number, code: EINTR))) {
              try cena.passo(pasta)
            }
            #expect(try pasta.arvore() == fim, "\(cena.nome), call \(number)")
          }
        }
      }
    }
  }

  /// What a reader sees.
  struct Visto: Equatable {
    let bases: [Competencia: [UInt8]?]
    let historico: [Operacao]
    let relatorios: [[UInt8]]
    let proximo: Int

    init(_ pasta: Pasta) throws {
      let retrato = try pasta.acervo.retrato()
      var bases: [Competencia: [UInt8]?] = [:]
      for mes in try retrato.competencias() { bases[mes] = try retrato.conteudo(mes) }
      self.bases = bases
      historico = try retrato.historico()
      relatorios = try retrato.bases().flatMap(\.relatorios).map {
        try pasta.acervo.guardado($0.sha256)
      }
      proximo = try retrato.proximoRelatorio()
    }
  }

  /// A step, and what stands before it.
  struct Cena: Sendable, CustomTestStringConvertible {
    let nome: String
    let preparar: @Sendable (Pasta) throws -> Void
    let passo: @Sendable (Pasta) throws -> Void

    var testDescription: String { nome }

    static let todas = [
      Cena(nome: "criarBase, nova pasta") { _ in
      } passo: {
        try $0.gravar(Exemplo.vazia(), acao: .criarBase)
      },
      Cena(nome: "criarBase, pasta sem história") { pasta in
        try pasta.por(Exemplo.vazia())
      } passo: {
        try $0.gravar(Base(competencia: Exemplo.mes(11)), acao: .criarBase, leu: [Exemplo.mes(10)])
      },
      Cena(nome: "controle") {
        try $0.gravar(Exemplo.vazia(), acao: .criarBase)
      } passo: {
        var base = try Exemplo.cheia()
        base.relatorios = []
        try $0.gravar(base)
      },
      Cena(nome: "recebimentos") {
        try $0.gravar(Exemplo.vazia(), acao: .criarBase)
      } passo: {
        try $0.gravar(Exemplo.cheia(), acao: .gerarRelatorio)
      },
      Cena(nome: "duas bases de uma vez") {
        try $0.gravar(Exemplo.vazia(), acao: .criarBase)
      } passo: {
        let bases = try [Exemplo.cheia(), Base(competencia: Exemplo.mes(9))]
        var passo = Passo(
          .registrarEstorno, Exemplo.autoria, mes: try Exemplo.mes(10), bases: bases)
        passo.emissao = try Exemplo.passo(Exemplo.cheia()).emissao
        try Escrita($0.acervo).gravar(passo)
      },
      Cena(nome: "desfazer recebimentos") {
        try $0.gravar(Exemplo.vazia(), acao: .criarBase)
        try $0.gravar(Exemplo.cheia(), acao: .gerarRelatorio)
      } passo: {
        try $0.desfazer()
      },
      Cena(nome: "desfazer criarBase") {
        try $0.gravar(Exemplo.vazia(), acao: .criarBase)
      } passo: {
        try $0.desfazer()
      },
      Cena(nome: "refazer recebimentos") {
        try $0.gravar(Exemplo.vazia(), acao: .criarBase)
        try $0.gravar(Exemplo.cheia(), acao: .gerarRelatorio)
        try $0.desfazer()
      } passo: {
        try $0.refazer()
      },
    ]
  }
#endif
