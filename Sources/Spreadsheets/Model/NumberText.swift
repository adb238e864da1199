/// The shortest decimal text that reads back as the same double: `331.4805`, `5`, `1e+300`.
///
/// Money is taken from this text, so it never passes through binary arithmetic. The exponent form
/// appears below 1e-4 and from 2^54 on, as in `Double.description`.
package func shortestText(of value: Double) -> String {
  let text = value.description
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
