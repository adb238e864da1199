private import Foundation

/// What a run is to do, as its arguments say.
///
///     fuzz COUNT SEED JOBS         runs mutants 0 to COUNT-1
///     fuzz only NUMBER SEED        writes one mutant to .build/fuzz and runs it
///     fuzz same COUNT SEED         reads sheets 0 to COUNT-1 both ways and compares
///     fuzz worker FROM TO SEED     what the first form starts
enum Plan {
  case all(count: Int, seed: UInt64, jobs: Int)
  case only(Int, seed: UInt64)
  case same(count: Int, seed: UInt64)
  case worker(Range<Int>, seed: UInt64)

  init?(_ words: [String]) {
    let numbers = words.compactMap { Int($0) }
    switch words.first {
    case "only" where numbers.count == 2: self = .only(numbers[0], seed: UInt64(numbers[1]))
    case "same" where numbers.count == 2:
      self = .same(count: numbers[0], seed: UInt64(numbers[1]))
    case "worker" where numbers.count == 3 && numbers[0] <= numbers[1]:
      self = .worker(numbers[0]..<numbers[1], seed: UInt64(numbers[2]))
    case _ where numbers.count == 3 && words.count == 3 && numbers[2] > 0:
      self = .all(count: numbers[0], seed: UInt64(numbers[1]), jobs: numbers[2])
    default: return nil
    }
  }

  /// The committed spreadsheets, and more where the variable CORPUS names a folder of them.
  static let seedFolders: [String] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let corpus = ProcessInfo.processInfo.environment["CORPUS"].map { [$0] } ?? []
    return [root.appending(path: "Fixtures/planilhas").path] + corpus
  }()
}
