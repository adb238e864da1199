import Conciliacao
import Dominio
import Testing

/// What must be known of a client named X for each row of the engine, and each alert, to hold.
struct FactsOfPriorities {
  private let x: ChaveDeNome
  private let outubro: Competencia

  init() throws {
    x = try #require(ChaveDeNome(nome: "X"))
    outubro = try #require(Competencia(lendo: "2025-10"))
  }

  /// By the row's number; together they raise every alert of the row.
  var examples: [String: [Fatos]] {
    [
      "1": [fatos(g(.financiado, .desistiu), w(pago: true))],
      "2": [fatos(g(.desconto)), fatos(g(.desconhecida, .desconto))],
      "3": [fatos(g(.desconhecida), w(pago: true))],
      "4": [
        fatos(g(.financiado)), fatos(g(.financiado, nil, nil)),
        fatos(g(.financiado), w(pago: true)), fatos(g(.financiado), w(pago: false)),
      ],
      "5a": [fatos(g(.pago), w(pago: true)), fatos(g(.pago), w(pago: true, "1234.58"))],
      "5b": [fatos(g(.pago), w(pago: false))],
      "5c": [fatos(g(.pago), nil)],
      "6a": [fatos(nil, w(pago: true)), fatos(g(nil), w(pago: true))],
      "6b": [fatos(nil, w(pago: false)), fatos(g(nil), w(pago: false))],
      "7": [fatos(nil, nil)],
    ]
  }

  /// The alerts of this kind in the smallest controle that raises it.
  func alerts(of tipo: TipoDeAlerta) -> [Alerta] {
    let paid = w(pago: true)
    let (gestores, webopay): ([Gestores.Registro], [WeboPay.Registro]) =
      switch tipo {
      case .gestoresNaoBase: ([g(.pago)], [])
      case .webopayNaoBase: ([], [paid])
      case .pixNaoConfirmado: ([g(.pago)], [])
      case .financiadoSemValor: ([g(.financiado, nil, nil)], [])
      case .multiplasCorrespondencias: ([g(.pago), g(.pago, linha: 7)], [paid])
      case .financiadoNoWebopay: ([g(.financiado)], [paid])
      case .valoresDivergentes: ([g(.pago)], [w(pago: true, "1234.58")])
      case .webopaySemGestores: ([], [paid])
      case .formaDesconhecida: ([g(.desconhecida)], [])
      }
    let estaNaBase = tipo != .gestoresNaoBase && tipo != .webopayNaoBase
    let base = Base(
      competencia: outubro, clientes: estaNaBase ? [Cliente(chave: x, linhas: [4])] : [])
    return cruzar(base, gestores: gestores, webopay: webopay).alertas.filter { $0.tipo == tipo }
  }

  private func fatos(_ gestores: Gestores.Registro?, _ webopay: WeboPay.Registro? = nil)
    -> Fatos
  {
    Fatos(cliente: x, gestores: gestores, webopay: webopay)
  }

  private func g(
    _ sentido: Gestores.Sentido?, _ situacao: Gestores.Situacao? = nil,
    _ comissao: String? = "1234.56", linha: Int = 4
  ) -> Gestores.Registro {
    Gestores.Registro(
      linha: linha, cliente: x,
      forma: sentido.map {
        Gestores.Forma(texto: $0 == .desconhecida ? "QUITADO" : "FORMA", sentido: $0)
      },
      situacao: situacao, comissao: comissao.flatMap(Dinheiro.init))
  }

  private func w(pago: Bool, _ valor: String = "1234.56") -> WeboPay.Registro {
    WeboPay.Registro(
      linha: 4, cliente: x, parcela: 1, valor: Dinheiro(valor), parcelaPaga: pago,
      comissaoPaga: pago)
  }
}
