private import Glibc

extension WorkbookDraft {
  /// Writes the workbook as `.xlsx`, over whatever is at the path.
  ///
  /// The library may report success on a file that was cut short when its folder for temporary
  /// files was full: read the file back before trusting it. After an error, what is at the path
  /// is worth nothing. A file that is new is private to its owner.
  /// - Parameter path: its folder also takes the temporary files.
  package func write(to path: String) throws(SheetWritingError) {
    try checkCells()
    try makeFile(path)
    try quietly { () throws(SheetWritingError) in
      let library = try LibraryWorkbook(path: path, temporaryFolder: folder(of: path))
      try library.set(properties)
      for sheet in sheets { try library.add(sheet) }
      try library.close()
    }
  }

  /// The library takes a NaN and the 31st of February without a word.
  private func checkCells() throws(SheetWritingError) {
    for sheet in sheets {
      for (row, line) in sheet.lines.enumerated() {
        try check(.text(line.text), in: sheet, row: row, column: 0)
      }
      for (column, cell) in sheet.legend.enumerated() {
        try check(cell.content, in: sheet, row: sheet.headerRow - 1, column: column)
      }
      for (row, cells) in sheet.table.rows.enumerated() {
        for (column, cell) in cells.enumerated() {
          try check(cell.content, in: sheet, row: sheet.headerRow + 1 + row, column: column)
        }
      }
      for (column, heading) in sheet.table.columns.enumerated() {
        guard case .sum(let cached, let shown, _) = heading.total else { continue }
        let row = sheet.headerRow + 1 + sheet.table.height
        try check(.number(cached, shown: shown), in: sheet, row: row, column: column)
      }
    }
  }

  private func check(
    _ content: CellContent, in sheet: SheetDraft, row: Int, column: Int
  ) throws(SheetWritingError) {
    try content.check(at: .cell(sheet: "\(sheet.name)", row: row, column: column))
  }
}

extension GridWorkbookDraft {
  /// Writes the workbook as `.xlsx`, over whatever is at the path, as `WorkbookDraft.write` does.
  package func write(to path: String) throws(SheetWritingError) {
    for sheet in sheets {
      for placed in sheet.cells {
        try placed.cell.content.check(
          at: .cell(sheet: sheet.name, row: placed.row, column: placed.column))
      }
    }
    try makeFile(path)
    try quietly { () throws(SheetWritingError) in
      let library = try LibraryWorkbook(path: path, temporaryFolder: folder(of: path))
      try library.set(properties)
      let first = sheets.firstIndex { !$0.isHidden }
      for (place, sheet) in sheets.enumerated() {
        try library.add(sheet, isFirst: place == first)
      }
      try library.close()
    }
  }
}

extension CellContent {
  fileprivate func check(at place: DraftPlace) throws(SheetWritingError) {
    if let fault { throw .unwritable(fault, at: place) }
  }
}

/// Makes the file first: it gets its mode from here, and the reason of a failure is known. The
/// library only says that it failed, and prints the reason in English.
private func makeFile(_ path: String) throws(SheetWritingError) {
  guard !path.isEmpty, !path.utf8.contains(0) else { throw .system(errno: EINVAL) }
  let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else { throw .system(errno: errno) }
  close(descriptor)
}

private func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
