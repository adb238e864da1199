# spreadsheet 1.0.0, called by leitor_programas.py with a folder.
require "spreadsheet"

book = Spreadsheet::Workbook.new
sheet = book.create_worksheet(name: "Ação")
sheet.row(0).concat(["João 日本", 331.4805, -0.01, true, false, 45964])
sheet.row(1).default_format = Spreadsheet::Format.new(number_format: "DD/MM/YYYY")
sheet.row(1).concat([Date.new(2025, 11, 3), 45964.5, "texto"])
sheet[3, 1] = Spreadsheet::Link.new("http://example.com/", "página")
book.create_worksheet(name: "Oculta").visibility = :hidden
book.write(File.join(ARGV[0], "ruby.xls"))
