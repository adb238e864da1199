/// True when there is nothing but the digits 0 to 9.
func soDigitos(_ text: Substring) -> Bool { text.utf8.allSatisfy { (0x30...0x39).contains($0) } }

/// A number in at least so many digits.
package func preenchido(_ number: Int, _ digits: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
