import Conciliacao
import Dados
import Dominio
import Planilhas

/// Another meaning of a FORMA than at the last controle, and what it does.
struct MudancaDeMapeamento: Equatable {
  let forma: String
  let antes: Gestores.Sentido?
  let depois: Gestores.Sentido?
  /// Clients who with the former meaning would stand otherwise after this controle.
  let clientes: Int
  /// The controle that knew the former meaning.
  let desde: Operacao
}

extension [MudancaDeMapeamento] {
  /// Compares the mapping now with that of the last controle that holds, of this month or, in its
  /// first controle, of the last month before that has one; nothing when there was none, or when it
  /// cannot be read any more.
  ///
  /// - Parameter base: the base of this controle, with its links of names and decisions.
  init(
    em base: Base, gestores: [Gestores.Registro], webopay: [WeboPay.Registro],
    formas: [Rotulo: Gestores.Sentido], em retrato: Retrato
  ) {
    self = []
    guard let ultimo = retrato.ultimoControle(ate: base.competencia),
      let anteriores = ultimo.formas
    else { return }
    let rotulos = Set(anteriores.keys).union(formas.keys).filter { anteriores[$0] != formas[$0] }
    guard !rotulos.isEmpty else { return }
    let mudados = clientesMudados(
      em: base, gestores: gestores, antes: gestores.map { $0.lido(com: anteriores) },
      webopay: webopay
    ).compactMap(\.forma)
    let textos = Dictionary(
      gestores.compactMap(\.forma).map { (Rotulo($0.texto), $0.texto) },
      uniquingKeysWith: { first, _ in first })
    let contagens = Dictionary(grouping: mudados) { Rotulo($0.texto) }.mapValues(\.count)
    self = rotulos.sorted { $0.texto < $1.texto }.map { rotulo in
      MudancaDeMapeamento(
        forma: textos[rotulo] ?? rotulo.texto, antes: anteriores[rotulo],
        depois: formas[rotulo], clientes: contagens[rotulo] ?? 0, desde: ultimo)
    }
  }

  /// One line each, for people.
  ///
  /// - Parameter mes: the month of the controle that is told of.
  func texto(em mes: Competencia) -> String {
    map { mudanca in
      let clientes =
        mudanca.clientes == 0
        ? "nenhum cliente está diferente por isso"
        : contagem(
          mudanca.clientes, "cliente está diferente", "clientes estão diferentes") + " por isso"
      let deOutroMes = mudanca.desde.competencia.flatMap {
        $0 == mes ? nil : ", o de \($0.porExtenso)"
      }
      return
        "O sentido de uma FORMA mudou desde o último controle\(deOutroMes ?? ""): \(mudanca.forma) →"
        + " \(mudanca.depois.palavra) (era \(mudanca.antes.palavra)); \(clientes).\n"
    }.joined()
  }
}

extension Gestores.Sentido? {
  fileprivate var palavra: String { self?.palavra ?? "desconhecida" }
}

extension Gestores.Registro {
  /// The same row as another mapping of FORMA reads it.
  fileprivate func lido(com formas: [Rotulo: Gestores.Sentido]) -> Gestores.Registro {
    Gestores.Registro(
      linha: linha, cliente: cliente,
      forma: forma.map {
        .init(texto: $0.texto, sentido: formas[Rotulo($0.texto)] ?? .desconhecida)
      },
      situacao: situacao, comissao: comissao, empreendimento: empreendimento)
  }
}

extension Operacao {
  /// What the configuration of that time made of each FORMA; nil when it cannot be read.
  fileprivate var formas: [Rotulo: Gestores.Sentido]? { try? leitura().formas }
}

extension Retrato {
  /// The last controle that holds, of the latest month up to this one that has any.
  fileprivate func ultimoControle(ate mes: Competencia) -> Operacao? {
    guard let historico = try? historico() else { return nil }
    let efeitos = Efeitos(historico)
    return historico.filter { operacao in
      operacao.acao == .executarControle && efeitos.vale(operacao.numero)
        && operacao.competencia.map { $0 <= mes } ?? false
    }.max { ($0.competencia ?? mes, $0.numero) < ($1.competencia ?? mes, $1.numero) }
  }
}
