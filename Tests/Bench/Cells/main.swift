// Reads every cell of spreadsheets and tells how many there are: `make bench`, `make bench-instr`.
//
//     cells FILE…          counts, and a sum that every value goes into
//     cells --hash FILE…   a hash of every place, kind and value, as Tests/Bench/readers.py makes it

import Glibc
import Spreadsheets

var files = Array(CommandLine.arguments.dropFirst())
let isHashed = files.first == "--hash"
if isHashed { files.removeFirst() }

do throws(SpreadsheetError) {
  for file in files {
    let workbook = try openWorkbook(ByteSource(path: file))
    if isHashed {
      let hash = try CellHash(of: workbook)
      print(hash.count, hash.hexadecimal, file)
    } else {
      print(try CellCount(of: workbook), file)
    }
  }
} catch {
  print("cells: \(error)")
  exit(65)
}
