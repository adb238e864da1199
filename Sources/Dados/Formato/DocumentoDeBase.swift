package import Dominio

/// The file of a base, as it would stand in a data directory. Docs/regras.md §8
package func documento(de base: Base) -> [UInt8] { BaseGravada.bytes(base) }
