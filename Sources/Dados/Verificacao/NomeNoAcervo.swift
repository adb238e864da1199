import Dominio

/// A file's name from the root of a data directory: one that the program gives.
enum NomeNoAcervo: Equatable {
  case estado
  case auditoria
  case operacao(Int)
  case objeto(String)
  case base(Competencia)
  case relatorio(String)

  /// Nil for every other name, such as one that leads out of the directory.
  init?(_ nome: String) {
    let partes = nome.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch partes.count {
    case 1:
      switch nome {
      case "estado.json": self = .estado
      case "auditoria.jsonl": self = .auditoria
      default: return nil
      }
    case 2:
      guard let simples = Self.simples(pasta: partes[0], nome: partes[1]) else { return nil }
      self = simples
    case 3:
      let soma = partes[1] + partes[2].prefix(62)
      guard partes[0] == "objetos", partes[1].utf8.count == 2, partes[2].utf8.count == 65,
        partes[2].hasSuffix(".gz"), soma.utf8.allSatisfy(Self.ehHexadecimal)
      else { return nil }
      self = .objeto(soma)
    default: return nil
    }
  }

  private static func simples(pasta: String, nome: String) -> NomeNoAcervo? {
    switch pasta {
    case "operacoes":
      guard let numero = Int(nome.dropLast(5)), numero > 0,
        nome == "\(preenchido(numero, 6)).json"
      else { return nil }
      return .operacao(numero)
    case "bases":
      guard let mes = Competencia(lendo: String(nome.dropLast(5))), nome == "\(mes.iso).json"
      else { return nil }
      return .base(mes)
    case "relatorios":
      guard nome.hasSuffix(".xlsx"), !nome.hasPrefix("."),
        nome.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0 != "\\" })
      else { return nil }
      return .relatorio(nome)
    default: return nil
    }
  }

  /// 7 of `2025-10-recebimentos-0007.xlsx`.
  static func numero(deRelatorio nome: String) -> Int? {
    let partes = nome.dropLast(5).split(separator: "-", omittingEmptySubsequences: false)
    guard partes.count == 4, partes[2] == "recebimentos" else { return nil }
    return Int(partes[3])
  }

  private static func ehHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }
}
