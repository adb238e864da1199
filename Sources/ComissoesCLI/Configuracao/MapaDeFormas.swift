import Dominio
import Planilhas

/// What each FORMA means now, and how often it stands in a Gestores.
struct MapaDeFormas {
  enum Origem: String {
    case usual
    case configuracao
    /// In no mapping: the engine takes it for unknown.
    case nenhuma
  }

  struct Entrada {
    let forma: String
    let sentido: Gestores.Sentido
    let origem: Origem
    /// Rows of Gestores; nil without one.
    let ocorrencias: Int?
  }

  /// Those of the mapping in alphabetical order, then those that only Gestores has.
  let entradas: [Entrada]

  /// - Parameter gestores: the rows of the Gestores that was used last; nil without one.
  init(_ formas: [Rotulo: Gestores.Sentido], gestores: [Gestores.Registro]?) {
    var contagens: [Rotulo: (texto: String, vezes: Int)] = [:]
    for forma in (gestores ?? []).compactMap(\.forma) {
      contagens[Rotulo(forma.texto), default: (forma.texto, 0)].vezes += 1
    }
    let mapeadas = formas.sorted { $0.key.texto < $1.key.texto }.map { rotulo, sentido in
      Entrada(
        forma: rotulo.texto, sentido: sentido,
        origem: OpcoesDeLeitura.formasUsuais[rotulo] == sentido ? .usual : .configuracao,
        ocorrencias: gestores == nil ? nil : contagens[rotulo]?.vezes ?? 0)
    }
    let desconhecidas = contagens.filter { formas[$0.key] == nil }
      .sorted { ($1.value.vezes, $0.key.texto) < ($0.value.vezes, $1.key.texto) }
      .map {
        Entrada(
          forma: $0.value.texto, sentido: .desconhecida, origem: .nenhuma,
          ocorrencias: $0.value.vezes)
      }
    entradas = mapeadas + desconhecidas
  }
}
