private import Foundation

/// A file that a mutation starts from.
struct Seed: Sendable {
  let path: String
  let bytes: [UInt8]

  var fileExtension: String { URL(filePath: path).pathExtension }

  /// All files below the folders, in an order that does not change.
  static func all(in folders: [String]) -> [Seed] {
    folders.flatMap { folder -> [Seed] in
      let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
      return names.sorted().compactMap { name in
        guard !notSpreadsheets.contains(URL(filePath: name).pathExtension) else { return nil }
        let path = "\(folder)/\(name)"
        // Larger ones only make each mutant slower.
        guard let data = try? Data(contentsOf: URL(filePath: path)), data.count <= largest else {
          return nil
        }
        return Seed(path: path, bytes: [UInt8](data))
      }
    }
  }

  private static let largest = 1 << 20
  /// What lies beside spreadsheets in folders of tests.
  private static let notSpreadsheets = ["json", "md", "py", "tsv"]
}

/// A damaged file, made anew whenever it is wanted from the seed of the run and its own number.
struct Mutant {
  /// Where the damage is done.
  enum Layer: String, CaseIterable {
    case bytes, parts, compound, records, texts
  }

  let layer: Layer
  let seed: Seed
  let bytes: [UInt8]

  /// - Parameters:
  ///   - run: the seed of the run.
  ///   - number: of the mutant; the layers take turns.
  init?(_ number: Int, run: UInt64, seeds: [Seed]) {
    var random = SeededRandom(seed: run, stream: number)
    let wanted = Layer.allCases[number % Layer.allCases.count]
    // A seed that has no such layer is passed over; there are a few of each.
    for _ in 0..<100 {
      guard let seed = seeds.any(&random) else { return nil }
      if let bytes = wanted.mutated(seed.bytes, &random) {
        (layer, self.seed, self.bytes) = (wanted, seed, bytes)
        return
      }
    }
    return nil
  }
}

extension Mutant.Layer {
  fileprivate func mutated(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8]? {
    switch self {
    case .bytes:
      var mutant = bytes
      RawBytes.mutate(&mutant, &random)
      return mutant
    case .parts: return ZipParts.mutated(bytes, &random)
    case .compound: return CompoundStructures.mutated(bytes, &random)
    case .records: return Records.mutated(bytes, &random)
    case .texts: return Texts.mutated(bytes, &random)
    }
  }
}
