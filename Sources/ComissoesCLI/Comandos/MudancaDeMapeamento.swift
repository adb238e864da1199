import Dados
import Dominio
import Planilhas

/// What another meaning of a FORMA has done since the last controle of a base.
struct MudancaDeMapeamento: Equatable {
  let forma: String
  let antes: Gestores.Sentido?
  let depois: Gestores.Sentido?
  /// Clients with this FORMA whose situation changed in this controle.
  let clientes: Int
}

extension [MudancaDeMapeamento] {
  /// Compares the mapping now with that of the last controle of this base that holds; nothing when
  /// there was none, or when it cannot be read any more.
  ///
  /// - Parameters:
  ///   - antes: the base before this controle.
  ///   - depois: the base after it.
  init(
    de antes: Base, para depois: Base, gestores: [Gestores.Registro],
    formas: [Rotulo: Gestores.Sentido], em retrato: Retrato
  ) {
    self = []
    guard let anteriores = retrato.formasDoUltimoControle(antes.competencia) else { return }
    let mudados = Set(diferencas(de: antes, para: depois).filter(\.mudouDeSituacao).map(\.cliente))
    var vistos: Set<ChaveDeNome> = []
    var contagens: [Rotulo: (texto: String, clientes: Int)] = [:]
    for registro in gestores where vistos.insert(registro.cliente).inserted {
      guard let forma = registro.forma else { continue }
      contagens[Rotulo(forma.texto), default: (forma.texto, 0)].clientes +=
        mudados.contains(registro.cliente) ? 1 : 0
    }
    let rotulos = Set(anteriores.keys).union(formas.keys).sorted { $0.texto < $1.texto }
    self = rotulos.filter { anteriores[$0] != formas[$0] }.map { rotulo in
      MudancaDeMapeamento(
        forma: contagens[rotulo]?.texto ?? rotulo.texto, antes: anteriores[rotulo],
        depois: formas[rotulo], clientes: contagens[rotulo]?.clientes ?? 0)
    }
  }

  /// One line each, for people.
  var texto: String {
    map { mudanca in
      let clientes =
        mudanca.clientes == 0
        ? "nenhum cliente mudou"
        : contagem(mudanca.clientes, "cliente mudou", "clientes mudaram")
      return "mapeamento_forma mudou desde o último controle: \(mudanca.forma) →"
        + " \(mudanca.depois.palavra) (era \(mudanca.antes.palavra)); \(clientes) por isso.\n"
    }.joined()
  }
}

extension Gestores.Sentido? {
  fileprivate var palavra: String { self?.palavra ?? "desconhecida" }
}

extension Diferenca {
  fileprivate var mudouDeSituacao: Bool { antes?.situacao != depois?.situacao }
}

extension Retrato {
  /// What the configuration of that time made of each FORMA.
  fileprivate func formasDoUltimoControle(_ mes: Competencia) -> [Rotulo: Gestores.Sentido]? {
    guard let historico = try? historico() else { return nil }
    let efeitos = Efeitos(historico)
    let ultimo = historico.last {
      $0.acao == .executarControle && $0.competencia == mes && efeitos.vale($0.numero)
    }
    guard let ultimo else { return nil }
    guard let texto = ultimo.argumentos["configuracao"] else { return OpcoesDeLeitura.formasUsuais }
    let configuracao = try? Configuracao.ler(
      [UInt8](texto.utf8), arquivo: "configuração da operação \(ultimo.numero)")
    return configuracao?.leitura.formas
  }
}
