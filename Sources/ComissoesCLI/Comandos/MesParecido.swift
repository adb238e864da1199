import Dominio
import Planilhas

extension Competencia {
  /// The month that a slip was most likely meant for: `outubro/2025`, `out/25`, `2025/10`,
  /// `10-2025`, `202510`. Nil when it could be anything.
  init?(parecidaCom texto: String) {
    let pedacos = Rotulo(texto).texto.split { !$0.isLetter && !$0.isNumber }
      .filter { $0 != "DE" }.map(String.init)
    switch pedacos.count {
    case 2:
      let (um, outro) = (pedacos[0], pedacos[1])
      let (mes, ano) = um.count == 4 && Int(um) != nil ? (outro, um) : (um, outro)
      guard let mes = Self.mes(mes), let ano = Self.ano(ano) else { return nil }
      self.init(ano: ano, mes: mes)
    case 1:
      guard pedacos[0].count == 6, let numero = Int(pedacos[0]) else { return nil }
      if let competencia = Competencia(ano: numero / 100, mes: numero % 100) {
        self = competencia
      } else {
        self.init(ano: numero % 10_000, mes: numero / 10_000)
      }
    default: return nil
    }
  }

  private static func mes(_ texto: String) -> Int? {
    if let numero = Int(texto) { return numero }
    guard texto.count >= 3 else { return nil }
    let nomes = (1...12).compactMap { Competencia(ano: 2000, mes: $0)?.porExtenso }
    return nomes.firstIndex { Rotulo($0).texto.hasPrefix(texto) }.map { $0 + 1 }
  }

  private static func ano(_ texto: String) -> Int? {
    guard let numero = Int(texto) else { return nil }
    return texto.count == 2 ? 2000 + numero : numero
  }
}
