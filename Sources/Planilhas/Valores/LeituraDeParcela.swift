private import Dominio

/// The number of a parcela, from the texts `1`, `01`, `1/12` and `1 de 12`. Docs/regras.md §4
///
/// - Returns: 1 or more; nil for anything else, and for a parcela beyond its own total.
package func parcela(lendo texto: String) -> Int? {
  let dobrado = texto.espacosDobrados.lowercased()
  let partes =
    dobrado.contains("/")
    ? dobrado.split(separator: "/", omittingEmptySubsequences: false)
    : dobrado.split(separator: " de ", omittingEmptySubsequences: false)
  let numeros = partes.map { parte -> Int? in
    let limpa = Substring(String(parte).espacosDobrados)
    return limpa.isDigits ? Int(limpa) : nil
  }
  switch (numeros.count, numeros.first ?? nil, numeros.last ?? nil) {
  case (1, let numero?, _) where numero >= 1: return numero
  case (2, let numero?, let total?) where numero >= 1 && numero <= total: return numero
  default: return nil
  }
}
