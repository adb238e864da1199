// Damages spreadsheets at random and lets the program read them: `make fuzz`.

import Foundation

guard let plan = Plan(Array(CommandLine.arguments.dropFirst())) else {
  print("usage: fuzz COUNT SEED JOBS | fuzz only NUMBER SEED | fuzz same COUNT SEED")
  exit(64)
}
let seeds = Seed.all(in: Plan.seedFolders)

switch plan {
case .worker(let numbers, let seed):
  try Worker(seed: seed, seeds: seeds).run(numbers)

case .only(let number, let seed):
  guard let mutant = Mutant(number, run: seed, seeds: seeds) else {
    print("no seed file has a layer for mutant \(number)")
    exit(64)
  }
  try FileManager.default.createDirectory(atPath: ".build/fuzz", withIntermediateDirectories: true)
  let file = ".build/fuzz/\(seed)-\(number).\(mutant.seed.fileExtension)"
  try Data(mutant.bytes).write(to: URL(filePath: file))
  print("\(file): layer \(mutant.layer.rawValue), from \(mutant.seed.path)")
  let verdict = Worker.judge(file, dados: ".build/fuzz/dados")
  print(
    verdict.complaint ?? (verdict.isReadable ? "read, as it must be" : "refused, as it must be"))

case .same(let count, let seed):
  let result = BothWays.run(0..<count, run: seed, seeds: seeds)
  for number in result.different {
    print("sheet \(number): not the same both ways")
    if let bytes = BothWays.mutant(number, run: seed, seeds: seeds) {
      try FileManager.default.createDirectory(
        atPath: ".build/fuzz", withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(filePath: ".build/fuzz/same-\(seed)-\(number).xlsx"))
    }
  }
  print(
    "\(result.compared) damaged sheets with seed \(seed), read both ways:"
      + " \(result.different.count) differ, \(result.readable) read and the others refused")
  exit(result.different.isEmpty ? 0 : 1)

case .all(let count, let seed, let jobs):
  let start = Date()
  let report = await Supervisor(seed: seed).run(count: count, jobs: jobs)
  for failure in report.failures.sorted(by: { $0.number < $1.number }) {
    print("mutant \(failure.number): \(failure.what)")
    print("  again: make fuzz SEED=\(seed) ONLY=\(failure.number)")
  }
  let seconds = Int(Date().timeIntervalSince(start).rounded())
  print(
    "\(count) mutants of \(seeds.count) files with seed \(seed): \(report.failures.count) failures,"
      + " \(report.readable) read and the others refused, \(seconds) s, slowest \(report.slowest) s, peak \(report.peakMiB) MiB"
  )
  exit(report.failures.isEmpty ? 0 : 1)
}
