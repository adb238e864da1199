package import Dominio

/// Why a text is no amount.
package enum DinheiroIlegivel: Error, Equatable, Sendable {
  /// One dot followed by exactly three digits: thousands or decimals?
  case ambiguo
  case naoEhValor
}

extension Dinheiro {
  /// Reads an amount as people type it into a cell. Docs/regras.md §4
  ///
  ///     1.234,56   R$ 1.234,56   -R$ 10,00   R$ (10,00)   331.4805   1.234.567
  ///
  /// - Parameter digitado: trimmed, not empty.
  package init(digitado: String) throws(DinheiroIlegivel) {
    var rest = Substring(digitado)
    var isNegative = false
    var hasSign = false
    var hasCurrency = false
    // Currency and sign, which may be parentheses, come in either order, with spaces between.
    while let first = rest.first, !first.isASCIIDigit {
      if first == " " {
        rest = rest.dropFirst()
      } else if !hasSign, first == "-" || first == "+" || first == "\u{2212}" {
        isNegative = first != "+"
        hasSign = true
        rest = rest.dropFirst()
      } else if !hasSign, first == "(", rest.last == ")" {
        isNegative = true
        hasSign = true
        rest = rest.dropFirst().dropLast()
      } else if !hasCurrency, rest.prefix(2).uppercased() == "R$" {
        hasCurrency = true
        rest = rest.dropFirst(2)
      } else {
        throw .naoEhValor
      }
    }
    while rest.last == " " { rest = rest.dropLast() }
    let plain = try Self.decimal(rest)
    guard let dinheiro = Dinheiro((isNegative ? "-" : "") + plain) else { throw .naoEhValor }
    self = dinheiro
  }

  /// Digits with dots and a comma, to digits with at most one dot as the decimal sign.
  private static func decimal(_ text: Substring) throws(DinheiroIlegivel) -> String {
    let halves = text.split(separator: ",", omittingEmptySubsequences: false)
    if halves.count == 2 {
      guard let whole = juntarMilhares(halves[0]), halves[1].isDigits else { throw .naoEhValor }
      return "\(whole).\(halves[1])"
    }
    guard halves.count == 1 else { throw .naoEhValor }
    let groups = text.split(separator: ".", omittingEmptySubsequences: false)
    guard groups.allSatisfy(\.isDigits) else { throw .naoEhValor }
    switch groups.count {
    case 1: return String(text)
    case 2 where groups[1].count == 3: throw .ambiguo
    case 2: return String(text)
    default:
      guard let whole = juntarMilhares(text) else { throw .naoEhValor }
      return whole
    }
  }

  /// `1.234.567` to `1234567`; nil when the dots are no correct thousands groups.
  private static func juntarMilhares(_ text: Substring) -> String? {
    let groups = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = groups.first, groups.allSatisfy(\.isDigits) else { return nil }
    if groups.count > 1 {
      guard (1...3).contains(first.count), first.first != "0",
        groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    return groups.joined()
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

extension Substring {
  /// One digit at least, and nothing else.
  var isDigits: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
