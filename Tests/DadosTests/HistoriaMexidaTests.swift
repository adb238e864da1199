import Archives
import Dominio
import DurableFiles
import FoundationEssentials
import Glibc
import Testing

@testable import Dados

/// A history that was set back, taken away or damaged: verifying tells it, writing refuses.
/// Docs/regras.md §8
struct HistoriaMexidaTests {
  /// Something like the workbook of a report, with its document properties.
  static func relatorio(_ testemunho: String?) throws -> [UInt8] {
    let pacote = try ArchiveWriter()
    let texto = testemunho.map { ". Auditoria até aqui: \($0)" } ?? ""
    try pacote.add(
      "docProps/core.xml", Array("<x><d>Relatório nº 1\(texto)</d></x>".utf8))
    return try pacote.finish()
  }

  /// A base; the report that bills it; a controle over another month. What each step left is kept.
  private func tresPassos(_ corpo: (Pasta, [[String: Data]]) throws -> Void) throws {
    try Pasta.com { pasta in
      var fotos: [[String: Data]] = []
      try pasta.gravar(Exemplo.vazia(), acao: .criarBase)
      fotos.append(try pasta.arvore())
      try pasta.faturar()
      fotos.append(try pasta.arvore())
      try pasta.gravar(Base(competencia: Exemplo.mes(11)), acao: .criarBase)
      fotos.append(try pasta.arvore())
      let conferencia = try pasta.acervo.conferir()
      #expect(conferencia.achados == [])
      #expect(conferencia.observacoes == [])
      try corpo(pasta, fotos)
    }
  }

  private func achados(_ pasta: Pasta) throws -> [ConferenciaDeDados.Achado] {
    try pasta.acervo.conferir().achados
  }

  /// Writing is refused with that, and nothing is changed.
  private func recusa(_ pasta: Pasta, _ erro: DadosError) throws {
    let antes = try pasta.arvore()
    #expect(throws: erro) { try pasta.gravar(Exemplo.vazia()) }
    #expect(throws: erro) { try pasta.desfazer() }
    #expect(try pasta.arvore() == antes)
  }

  @Test func aStateSetBackByTwoSteps() throws {
    try tresPassos { pasta, fotos in
      try pasta.trocar("estado.json", por: #require(fotos[0]["estado.json"]))
      let erro = DadosError.estadoAntigo(caminho: pasta.acervo.estado, operacao: 1, vista: 3)
      let achados = try achados(pasta)
      #expect(achados.contains(.arquivo(erro)))
      let relatorio = "\(pasta.acervo.pastaDeRelatorios)/2025-10-recebimentos-0001.xlsx"
      #expect(achados.contains(.relatorioAdiante(caminho: relatorio, numero: 1, ultimo: 0)))
      try recusa(pasta, erro)
    }
  }

  @Test func aStateSetBackByOneStep() throws {
    try tresPassos { pasta, fotos in
      try pasta.trocar("estado.json", por: #require(fotos[1]["estado.json"]))
      let erro = DadosError.estadoAntigo(caminho: pasta.acervo.estado, operacao: 2, vista: 3)
      #expect(try achados(pasta) == [.arquivo(erro)])
      try recusa(pasta, erro)
    }
  }

  /// The records beyond the old state were removed too; the lines of the log tell of them.
  @Test func aStateAndRecordsSetBack() throws {
    try tresPassos { pasta, fotos in
      try pasta.trocar("estado.json", por: #require(fotos[0]["estado.json"]))
      try pasta.apagar("operacoes/000002.json")
      try pasta.apagar("operacoes/000003.json")
      try recusa(
        pasta, .estadoAntigo(caminho: pasta.acervo.estado, operacao: 1, vista: 3))
    }
  }

  /// All is set back, and only the report that was made meanwhile is still there.
  @Test func everythingSetBackButAReport() throws {
    try tresPassos { pasta, fotos in
      let relatorio = "relatorios/2025-10-recebimentos-0001.xlsx"
      for nome in try pasta.arvore().keys where nome != relatorio {
        if let antiga = fotos[0][nome] {
          try pasta.trocar(nome, por: antiga)
        } else {
          try pasta.apagar(nome)
        }
      }
      #expect(
        try achados(pasta) == [
          .arquivo(.estadoAntigo(caminho: pasta.acervo.estado, operacao: 1, vista: 2)),
          .relatorioAdiante(caminho: "\(pasta.raiz)/\(relatorio)", numero: 1, ultimo: 0),
        ])
      try recusa(pasta, .estadoAntigo(caminho: pasta.acervo.estado, operacao: 1, vista: 2))
      // Another history is written over it: the report knows of a line that is not there.
      try pasta.apagar(relatorio)
      try pasta.gravar(Exemplo.cheia(), acao: .executarControle)
      let falso = try Self.relatorio(
        "1 linhas, SHA-256 \(String(repeating: "a", count: 64))")
      try pasta.trocar("relatorios/2025-10-recebimentos-0002.xlsx", por: Data(falso))
      let caminho = "\(pasta.acervo.pastaDeRelatorios)/2025-10-recebimentos-0002.xlsx"
      #expect(
        try achados(pasta).contains(.testemunho(caminho: caminho, linhas: 1)))
    }
  }

  @Test func aHistoryThatWasDeleted() throws {
    try tresPassos { pasta, _ in
      for nome in ["estado.json", "operacoes", "auditoria.jsonl", "objetos"] {
        try pasta.apagar(nome)
      }
      // The report knows that there was a log.
      let semEstado = DadosError.semEstado(caminho: pasta.acervo.estado)
      #expect(try achados(pasta) == [.arquivo(semEstado)])
      try recusa(pasta, semEstado)
      // Without it, the bills are all that is left.
      try pasta.apagar("relatorios/2025-10-recebimentos-0001.xlsx")
      #expect(
        try achados(pasta).contains(.semHistoria(Exemplo.mes(10))))
    }
  }

  @Test func aRecordThatIsGoneOrDamagedStopsWritingAndTheRestIsListed() throws {
    try tresPassos { pasta, _ in
      for numero in 1...3 {
        let nome = "operacoes/00000\(numero).json"
        let certo = try #require(pasta.arvore()[nome])
        let caminho = "\(pasta.raiz)/\(nome)"
        try pasta.apagar(nome)
        let ausente = DadosError.operacaoAusente(numero: numero, caminho: caminho)
        try recusa(pasta, ausente)
        #expect(try achados(pasta) == [.arquivo(ausente)])

        try pasta.trocar(nome, por: certo.dropLast(2) + Data(" }\n".utf8))
        let alterada = DadosError.operacaoAlterada(numero: numero, caminho: caminho)
        #expect(try achados(pasta) == [.arquivo(alterada)])
        let historico = try pasta.acervo.retrato().historicoLegivel()
        #expect(historico.operacoes.map(\.numero) == [1, 2, 3].filter { $0 != numero })
        #expect(historico.danos == [.init(numero: numero, erro: alterada)])
        if numero == 3 { try recusa(pasta, alterada) }
        try pasta.trocar(nome, por: certo)
      }
      #expect(try achados(pasta) == [])
    }
  }

  @Test func anEndOfTheLogThatIsNotTheLastLineStopsWriting() throws {
    try tresPassos { pasta, _ in
      let certo = try #require(pasta.arvore()["auditoria.jsonl"])
      let erro = DadosError.auditoriaAlterada(caminho: pasta.acervo.auditoria)
      var mexido = certo
      mexido[mexido.count - 90] ^= 1
      for bytes in [mexido, certo.dropLast(30), Data()] {
        try pasta.trocar("auditoria.jsonl", por: bytes)
        try recusa(pasta, erro)
      }
    }
  }

  /// Of a long log only the end is read, and of a long line all that it takes.
  @Test func theEndOfALongLogIsFoundHoweverLongItsLastLine() throws {
    try Pasta.com { pasta in
      for motivo in ["curto", String(repeating: "longo ", count: 30_000)] {
        var passo = try Exemplo.passo(Exemplo.vazia(), acao: .criarBase)
        passo.argumentos["motivo"] = motivo
        try Escrita(pasta.acervo).gravar(passo)
      }
      try pasta.gravar(Exemplo.vazia())
      #expect(try achados(pasta) == [])
    }
  }

  @Test func aReportGoneWithItsKeptContentStopsWriting() throws {
    try tresPassos { pasta, _ in
      let relatorio = try #require(pasta.base()?.relatorios.first)
      let objeto = pasta.acervo.objetos.path(of: relatorio.sha256)
      try pasta.apagar("relatorios/\(relatorio.arquivo)")
      try removeFile(objeto)
      try recusa(pasta, .perdido(caminho: objeto))
    }
  }

  /// One damaged thing is one finding, and the next writer makes it good from its copy.
  @Test(arguments: [true, false], [Data(), Data("estragado".utf8), nil])
  func aKeptContentIsHealedFromItsCopy(daBase: Bool, dano: Data?) throws {
    try tresPassos { pasta, fotos in
      let base = try #require(try pasta.base())
      let relatorio = try #require(base.relatorios.first)
      let sha256 =
        daBase
        ? try #require(try pasta.acervo.retrato().sha256(base.competencia))
        : relatorio.sha256
      let copia = daBase ? pasta.acervo.caminho(base.competencia) : pasta.acervo.caminho(relatorio)
      let caminho = pasta.acervo.objetos.path(of: sha256)
      let nome = String(caminho.dropFirst(pasta.raiz.count + 1))
      if let dano { try pasta.trocar(nome, por: dano) } else { try pasta.apagar(nome) }

      let conferencia = try pasta.acervo.conferir()
      #expect(conferencia.achados.count == 1)
      switch conferencia.achados.first {
      case .objetoAlterado(caminho, _, copia): #expect(dano != nil)
      case .objetoAusente(caminho, _, copia): #expect(dano == nil)
      default: Issue.record("\(conferencia.achados)")
      }
      #expect(conferencia.bases.count == 2)
      let escrita = try Escrita(pasta.acervo)
      #expect(escrita.consertos == [.objeto(caminho: caminho, copia: copia)])
      #expect(try pasta.arvore() == fotos[2])
    }
  }

  /// Both are gone: one finding a file, and what cannot be judged is told as that.
  @Test func whatFollowsFromDamageIsNoFinding() throws {
    try tresPassos { pasta, _ in
      let mes = try Exemplo.mes(10)
      let sha256 = try #require(try pasta.acervo.retrato().sha256(mes))
      let objeto = pasta.acervo.objetos.path(of: sha256)
      try pasta.trocar("bases/2025-10.json", por: Data("{}".utf8))
      try removeFile(objeto)
      let conferencia = try pasta.acervo.conferir()
      #expect(
        conferencia.achados == [
          .copiaAlterada(caminho: pasta.acervo.caminho(mes), versao: false),
          .objetoAusente(caminho: objeto, dito: "operação 2", copia: nil),
        ])
      #expect(conferencia.observacoes.contains(.naoConferido(.contas([mes]))))
      // What is advised must hold: to delete the copy would bring nothing back.
      #expect(throws: DadosError.perdido(caminho: objeto)) { try pasta.base() }
    }
  }

  @Test(arguments: [
    "auditoria.jsonl", "operacoes/000002.json", "bases/2025-10.json", "estado.json",
    "relatorios/2025-10-recebimentos-0001.xlsx",
  ])
  func aFolderInThePlaceOfAFileIsAFinding(nome: String) throws {
    try tresPassos { pasta, _ in
      try pasta.apagar(nome)
      try makePrivateDirectory("\(pasta.raiz)/\(nome)")
      #expect(
        try achados(pasta) == [.arquivo(.naoEhArquivo(caminho: "\(pasta.raiz)/\(nome)"))])
    }
  }

  @Test func filesThatOthersMayReadAreTold() throws {
    try tresPassos { pasta, _ in
      chmod("\(pasta.raiz)/estado.json", 0o644)
      let conferencia = try pasta.acervo.conferir()
      #expect(
        conferencia.observacoes == [
          .abertos(quantos: 1, primeiro: "\(pasta.raiz)/estado.json")
        ])
    }
  }

  @Test func leftoversAreToldAsSuch() throws {
    try tresPassos { pasta, _ in
      for nome in ["bases/.2025-10.json.4711.tmp", "leia-me.txt"] {
        try pasta.trocar(nome, por: Data("x".utf8))
        chmod("\(pasta.raiz)/\(nome)", 0o600)
      }
      let conferencia = try pasta.acervo.conferir()
      #expect(conferencia.achados == [])
      #expect(
        Set(conferencia.observacoes.map { "\($0)" })
          == Set(
            [
              ConferenciaDeDados.Observacao.resto(
                caminho: "\(pasta.raiz)/bases/.2025-10.json.4711.tmp"),
              .estranho(caminho: "\(pasta.raiz)/leia-me.txt"),
            ].map { "\($0)" }))
    }
  }
}

extension Pasta {
  /// The step that bills, with a report that tells how far the audit log went.
  func faturar() throws {
    let escrita = try Escrita(acervo)
    let bytes = try HistoriaMexidaTests.relatorio(escrita.retrato.pontaDaAuditoria)
    var base = try Exemplo.cheia()
    let antes = try #require(base.relatorios.first)
    let relatorio = Relatorio(
      numero: antes.numero, dia: antes.dia, arquivo: antes.arquivo, sha256: sha256(of: bytes),
      clientes: antes.clientes, valor: antes.valor, desistencias: antes.desistencias)
    base.relatorios = [relatorio]
    var passo = Passo(.gerarRelatorio, Exemplo.autoria, mes: base.competencia, bases: [base])
    passo.emissao = .init(relatorio: relatorio, bytes: bytes)
    try escrita.gravar(passo)
  }
}
