import Dados
import Dominio
import DurableFiles
import Testing

/// What is written is what is read, and always the same bytes. Docs/regras.md §8
struct IdaEVoltaTests {
  @Test func aFullBase() throws {
    try Pasta.com { pasta in
      let base = try Exemplo.cheia()
      try pasta.gravar(base)
      let lida = try pasta.base()
      #expect(lida == base)
    }
  }

  @Test func anEmptyBase() throws {
    try Pasta.com { pasta in
      let base = try Exemplo.vazia()
      try pasta.gravar(base)
      let lida = try pasta.base()
      #expect(lida == base)
    }
  }

  @Test(arguments: Status.allCases)
  func everyStatus(status: Status) throws {
    try Pasta.com { pasta in
      var base = try Exemplo.vazia()
      base.clientes = [
        Cliente(
          chave: try Exemplo.chave("ANA"), linhas: [2],
          situacao: Situacao(status, valor: nil, fonte: nil, observacao: nil))
      ]
      try pasta.gravar(base)
      let lida = try pasta.base()
      #expect(lida == base)
    }
  }

  /// An alert that was new when it was written is no longer new when it is read.
  @Test func alertsAreNotNewAgain() throws {
    try Pasta.com { pasta in
      var base = try Exemplo.vazia()
      base.alertas = [
        Alerta(
          .pixNaoConfirmado, cliente: try Exemplo.chave("ANA"), planilha: .webopay,
          descricao: "x", novo: true)
      ]
      try pasta.gravar(base)
      let lida = try pasta.base()
      #expect(lida?.alertas.map(\.novo) == [false])
    }
  }

  @Test func formerEndsAreKeptWithTheirValues() throws {
    try Pasta.com { pasta in
      var base = try Exemplo.vazia()
      let fim = Desfecho(.falsoPositivo, motivo: "x", autor: .pessoa, operacao: 2, retorno: 5)
      base.alertas = [
        Alerta(
          .formaDesconhecida, cliente: try Exemplo.chave("ANA"), planilha: .gestores,
          descricao: "x", serie: 1, desfecho: fim,
          desfechosAnteriores: [
            DesfechoAnterior(
              Desfecho(.resolvido, motivo: "y", autor: .decisao, operacao: 4),
              com: [Evidencia(.gestores, "FORMA", linha: 7, valor: nil)])
          ], novo: false)
      ]
      try pasta.gravar(base)
      #expect(try pasta.base() == base)
    }
  }

  @Test(arguments: [
    "0", "500", "331.4805", "-0.01", "0.30000000000000004", "999999999999999.99",
    "0.00000000000000005551115123125783",
  ])
  func moneyIsADecimalStringWithEveryDigit(texto: String) throws {
    try Pasta.com { pasta in
      var base = try Exemplo.vazia()
      base.clientes = [
        Cliente(
          chave: try Exemplo.chave("ANA"), linhas: [2],
          situacao: Situacao(
            .pago, valor: try Exemplo.reais(texto), fonte: nil, observacao: nil))
      ]
      try pasta.gravar(base)
      #expect(try pasta.texto(base).contains("\"valor_comissao\": \"\(texto)\""))
      let lida = try pasta.base()
      #expect(lida == base)
    }
  }

  @Test func theWholeFile() throws {
    try Pasta.com { pasta in
      var base = try Exemplo.vazia()
      base.clientes = [Cliente(chave: try Exemplo.chave("ANA"), linhas: [4])]
      try pasta.gravar(base)
      #expect(
        try pasta.texto(base) == """
          {
            "formato": "comissoes.base",
            "versao": 2,
            "mes": "2025-10",
            "nome": "Base Outubro/2025",
            "fontes": [],
            "relatorios": [],
            "alertas": [],
            "vinculos": [],
            "clientes": [
              {
                "nome": "ANA",
                "status": "NULO",
                "valor_comissao": null,
                "fonte": null,
                "observacao": null,
                "ja_pago": false,
                "data_pagamento": null,
                "faturamento": null,
                "linhas": [4],
                "cadastro": {
                  "data": null,
                  "corretor": null,
                  "imobiliaria": null,
                  "empreendimento": null,
                  "unidade": null
                }
              }
            ]
          }

          """)
    }
  }

  @Test func theSameBaseGivesTheSameBytes() throws {
    try Pasta.com { pasta in
      let base = try Exemplo.cheia()
      try pasta.gravar(base)
      let antes = try pasta.texto(base)
      let lida = try #require(try pasta.base())
      try pasta.gravar(lida)
      #expect(try pasta.texto(base) == antes)
    }
  }

  /// Before alerts had numbers and a life, a file said less; nothing of it is lost.
  @Test func aFileOfVersion1IsReadAndItsAlertsAreNumbered() throws {
    let velho = """
      {
        "formato": "comissoes.base",
        "versao": 1,
        "mes": "2025-10",
        "nome": "Base Outubro/2025",
        "fontes": [],
        "relatorios": [],
        "alertas": [
          {
            "tipo": "gestores_nao_base",
            "cliente": "ANA",
            "planilha": "Gestores",
            "descricao": "x",
            "status": "pendente"
          },
          {
            "tipo": "webopay_nao_base",
            "cliente": "ANA",
            "planilha": "WeboPay",
            "descricao": "y",
            "status": "pendente"
          }
        ],
        "clientes": []
      }

      """
    try Pasta.com { pasta in
      try pasta.por(velho, em: "2025-10.json")
      let lida = try #require(try pasta.base())
      #expect(lida.alertas.map(\.serie) == [1, 2])
      #expect(lida.alertas.map(\.descricao) == ["x", "y"])
      try pasta.gravar(lida)
      #expect(try pasta.base() == lida)
      #expect(try pasta.texto(lida).contains("\"versao\": 2"))
      let guardado = try pasta.acervo.guardado(sha256(of: Array(velho.utf8)))
      #expect(guardado == Array(velho.utf8), "the original is kept")
    }
  }

  @Test("A decision did not keep the name on which it was taken")
  func aDecisionKeepsItsName() throws {
    try Pasta.com { pasta in
      let ana = try Exemplo.chave("ANA")
      let situacao = Situacao(.nulo, valor: nil, fonte: nil, observacao: nil)
      func base(sobre nome: String) throws -> Base {
        var base = try Exemplo.vazia()
        let decisao = DecisaoManual(
          .desistiu, valor: .zero, motivo: "x", dia: try #require(Dia(lendo: "2025-11-03")),
          sobre: try Exemplo.chave(nome), base: base.competencia, contra: situacao,
          regras: situacao)
        base.clientes = [
          Cliente(chave: ana, linhas: [4], situacao: decisao.situacao, decisao: decisao)
        ]
        return base
      }
      let outra = try base(sobre: "ANNA")
      try pasta.gravar(outra)
      #expect(try pasta.texto(outra).contains("\"nome\": \"ANNA\""))
      #expect(try pasta.base() == outra)
      // As a document from before there was the key has it.
      let propria = try base(sobre: "ANA")
      try pasta.gravar(propria)
      #expect(try pasta.texto(propria).ranges(of: "\"nome\": \"ANA\"").count == 1)
      #expect(try pasta.base() == propria)
    }
  }

  /// Two versions are compared with a text diff: one changed client, one changed line.
  @Test func oneChangeIsOneLine() throws {
    try Pasta.com { pasta in
      var base = try Exemplo.cheia()
      try pasta.gravar(base)
      let antes = try pasta.texto(base).split(separator: "\n")
      base.clientes[3].situacao = Situacao(
        .requerAnalise, valor: try Exemplo.reais("12.5"), fonte: nil, observacao: "x")
      try pasta.gravar(base)
      let depois = try pasta.texto(base).split(separator: "\n")
      #expect(antes.count == depois.count)
      #expect(zip(antes, depois).count { $0 != $1 } == 1)
    }
  }

  /// Whatever order a run leaves them in, or the file could not be read again.
  @Test func clientsStandInTheOrderOfKeys() throws {
    try Pasta.com { pasta in
      var base = try Exemplo.cheia()
      let clientes = base.clientes
      base.clientes.reverse()
      try pasta.gravar(base)
      let lida = try pasta.base()
      #expect(lida?.clientes == clientes)
    }
  }
}
