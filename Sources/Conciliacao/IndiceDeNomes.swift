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
  private var porNome: [ChaveDeNome: [Registro]] = [:]

  init(_ registros: some Sequence<Registro>) {
    for registro in registros { porNome[registro.cliente, default: []].append(registro) }
    for (nome, linhas) in porNome where linhas.count > 1 {
      porNome[nome] = linhas.sorted { $0.linha < $1.linha }
    }
  }

  subscript(nome: ChaveDeNome) -> Registro? { porNome[nome]?.first }

  /// Each name once, in the order of keys.
  var nomes: [ChaveDeNome] { porNome.keys.sorted() }

  /// The row that counts of each name, in the order of keys.
  func primeiros(onde inclui: (ChaveDeNome) -> Bool = { _ in true }) -> [Registro] {
    porNome.keys.filter(inclui).sorted().compactMap { self[$0] }
  }

  /// The rows that bear the name, in Excel's numbers, ascending.
  func linhas(de nome: ChaveDeNome) -> [Int] { porNome[nome]?.map(\.linha) ?? [] }

  /// Alert 5 for each name that stands more than once.
  func repetidos(
    em planilha: Planilha, onde inclui: (ChaveDeNome) -> Bool = { _ in true }
  ) -> [Alerta] {
    porNome.filter { $0.value.count > 1 && inclui($0.key) }.sorted { $0.key < $1.key }.map {
      .multiplasCorrespondencias($0.key, em: planilha, $0.value)
    }
  }
}
