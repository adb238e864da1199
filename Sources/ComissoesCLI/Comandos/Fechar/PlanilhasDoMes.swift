import CommandLineKit
import Dominio
import DurableFiles
import Planilhas

/// The files of a month, one a kind, and what was left aside.
struct PlanilhasDoMes {
  struct Escolhida {
    let caminho: String
    /// By what it was recognised; nil for one that the configuration names.
    let achado: CabecalhoAchado?
    /// Files with the very same content.
    let iguais: [String]
  }

  private(set) var escolhidas: [Planilha: Escolhida] = [:]
  /// A sentence each.
  let deFora: [String]

  subscript(planilha: Planilha) -> Escolhida? { escolhidas[planilha] }

  /// - Parameters:
  ///   - vistos: the files that were looked at.
  ///   - configuradas: what the configuration names for those that are not among them.
  ///   - prevalecem: the files named so come before those that were looked at.
  ///   - perguntar: which of several that all say to be this one; nil when nobody can be asked.
  /// - Throws: every kind of which there are several, at once, when nobody says which.
  init(
    _ vistos: [ArquivoVisto], configuradas: [Planilha: String], prevalecem: Bool,
    perguntar: (Planilha, [Escolhida]) throws -> Int?
  ) throws {
    deFora = vistos.compactMap(\.recusa)
    var duvidas: [String] = []
    for planilha in Planilha.allCases {
      let configurada = configuradas[planilha].map {
        Escolhida(caminho: $0, achado: nil, iguais: [])
      }
      let candidatas =
        prevalecem && configurada != nil ? [] : Self.candidatas(a: planilha, vistos)
      switch candidatas.count {
      case 0: escolhidas[planilha] = configurada
      case 1: escolhidas[planilha] = candidatas[0]
      default:
        if let qual = try perguntar(planilha, candidatas) {
          escolhidas[planilha] = candidatas[qual]
        } else {
          duvidas.append(
            "\(candidatas.map(\.caminho).entreElas) são todas \(planilha.rawValue), e só uma pode"
              + " valer. Deixe na linha, ou na pasta, só a certa.")
        }
      }
    }
    if !duvidas.isEmpty { throw Falha(.usage, duvidas) }
  }

  /// The files that are this one; of those with the same content, the first.
  private static func candidatas(
    a planilha: Planilha, _ vistos: [ArquivoVisto]
  ) -> [Escolhida] {
    var grupos: [(soma: String?, caminhos: [String], achado: CabecalhoAchado)] = []
    for visto in vistos {
      guard let achado = visto.achados.first(where: { $0.planilha == planilha }) else { continue }
      let soma = try? sha256(ofFile: visto.caminho)
      if let lugar = grupos.firstIndex(where: { soma != nil && $0.soma == soma }) {
        grupos[lugar].caminhos.append(visto.caminho)
      } else {
        grupos.append((soma, [visto.caminho], achado))
      }
    }
    return grupos.map {
      Escolhida(
        caminho: $0.caminhos[0], achado: $0.achado, iguais: Array($0.caminhos.dropFirst()))
    }
  }
}

extension [String] {
  /// `a, b e c`.
  var entreElas: String {
    guard count > 1, let ultima = last else { return joined() }
    return "\(dropLast().joined(separator: ", ")) e \(ultima)"
  }
}
