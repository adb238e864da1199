import Dominio

/// A row of a spreadsheet that bears a client's name.
protocol RegistroDeCliente {
  var linha: Int { get }
  var cliente: ChaveDeNome { get set }
  /// What tells this row from another one of the same name.
  var evidenciasDeRepeticao: [Evidencia] { get }
}

/// The rows of a spreadsheet by name. The first row in sheet order is the one used.
struct IndiceDeNomes<Registro: RegistroDeCliente> {
  private let registros: [Registro]
  /// Where in `registros` the row stands that counts of each name. Hardly any name stands twice: an
  /// array for each would be most of the work.
  private var primeiro: [ChaveDeNome: Int]
  /// The same for all rows of the names that stand more than once, in sheet order.
  private var varios: [ChaveDeNome: [Int]] = [:]

  init(_ registros: some Sequence<Registro>) {
    let registros = Array(registros)
    var varios: [ChaveDeNome: [Int]] = [:]
    primeiro = Dictionary(
      registros.indices.lazy.map { (registros[$0].cliente, $0) },
      uniquingKeysWith: { primeiro, lugar in
        varios[registros[lugar].cliente, default: [primeiro]].append(lugar)
        return primeiro
      })
    for (nome, lugares) in varios {
      let emOrdem = lugares.sorted { registros[$0].linha < registros[$1].linha }
      self.varios[nome] = emOrdem
      primeiro[nome] = emOrdem.first
    }
    self.registros = registros
  }

  subscript(nome: ChaveDeNome) -> Registro? { primeiro[nome].map { registros[$0] } }

  /// Each name once, in the order of keys.
  var nomes: [ChaveDeNome] { primeiro.keys.sorted() }

  /// The row that counts of each name, in the order of keys.
  func primeiros(onde inclui: (ChaveDeNome) -> Bool = { _ in true }) -> [Registro] {
    primeiro.keys.filter(inclui).sorted().compactMap { self[$0] }
  }

  /// The rows that bear the name, in Excel's numbers, ascending.
  func linhas(de nome: ChaveDeNome) -> [Int] {
    if let lugares = varios[nome] { return lugares.map { registros[$0].linha } }
    return primeiro[nome].map { [registros[$0].linha] } ?? []
  }

  /// Alert 5 for each name that stands more than once.
  func repetidos(
    em planilha: Planilha, onde inclui: (ChaveDeNome) -> Bool = { _ in true }
  ) -> [Alerta] {
    varios.keys.filter(inclui).sorted().map { nome in
      .multiplasCorrespondencias(nome, em: planilha, (varios[nome] ?? []).map { registros[$0] })
    }
  }
}
