#!/usr/bin/env python3
"""Makes Fixtures/planilhas/xls: workbooks that other programs write, for the tests of the .xls reader.

Needs xlwt 1.3.0, openpyxl 3.1.5 and LibreOffice 7.4 (`soffice`). The files are committed; neither
building nor testing needs this script.
"""
import datetime
import pathlib
import subprocess
import tempfile

import openpyxl
import openpyxl.chart
import xlwt

TARGET = pathlib.Path(__file__).resolve().parent.parent / "planilhas" / "xls"


def types():
    """Every kind of cell that xlwt writes, and a hidden and a very hidden sheet."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Ação")
    sheet.write(0, 0, "JOÃO DA SILVA")
    sheet.write(0, 1, "日本 😀")
    sheet.write(1, 0, 331.4805)
    sheet.write(1, 1, 7)
    sheet.write(1, 2, -0.29)
    sheet.write(1, 3, 1e300)
    sheet.write(1, 4, True)
    sheet.row(1).set_cell_error(5, 0x2A)  # #N/A
    date = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    sheet.write(3, 0, datetime.date(2025, 11, 3), date)
    sheet.write(3, 1, datetime.datetime(2025, 11, 3, 14, 30, 15), xlwt.easyxf(num_format_str="dd/mm/yyyy hh:mm:ss"))
    sheet.write(3, 2, 1.5, xlwt.easyxf(num_format_str="[h]:mm"))
    sheet.write(3, 3, 1234.56, xlwt.easyxf(num_format_str='"R$" #,##0.00'))
    sheet.write(3, 4, -1, date)
    sheet.write(3, 5, xlwt.Formula("1+1"))
    sheet.write_rich_text(4, 0, ["a", ("b", xlwt.easyfont("bold true")), "c"])
    sheet.write(4, 255, "IV5")
    book.add_sheet("Oculta").write(0, 0, 1)
    book.get_sheet(1).visibility = 1
    book.add_sheet("Muito oculta").write(0, 0, 2)
    book.get_sheet(2).visibility = 2
    book.save(str(TARGET / "xlwt_tipos.xls"))


def texts():
    """Shared texts over several Continue records, cut inside narrow, wide and rich texts."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Textos")
    for row in range(120):
        sheet.write(row, 0, f"{row:03d} " + "estreito " * (row * 3))
        sheet.write(row, 1, f"{row:03d} " + "largo Ж😀 " * (row * 2))
        sheet.write_rich_text(row, 2, [f"{row:03d}", ("rico" * row, xlwt.easyfont("bold true"))])
    book.save(str(TARGET / "xlwt_textos.xls"))


def from_1904():
    book = xlwt.Workbook()
    book.dates_1904 = True
    sheet = book.add_sheet("Datas")
    sheet.write(0, 0, datetime.date(2025, 11, 3), xlwt.easyxf(num_format_str="dd/mm/yyyy"))
    book.save(str(TARGET / "xlwt_1904.xls"))


def libreoffice():
    """Formulas with their results, a chart in the sheet, a hidden sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Dados"
    sheet.append(["Mês", "Valor"])
    for month, value in enumerate([10, 20.25, 30], start=1):
        sheet.append([datetime.date(2025, month, 1), value])
    for cell, formula in {
        "D1": "=SUM(B2:B4)", "D2": '="Jo" & "ão"', "D3": "=B2>5", "D4": "=1/0", "D5": '=""',
        "D6": "=NA()", "D7": '=REPT("Ж😀",2000)', "D8": "=A2+1",
    }.items():
        sheet[cell] = formula
    sheet["D8"].number_format = "dd/mm/yyyy"
    chart = openpyxl.chart.BarChart()
    chart.add_data(openpyxl.chart.Reference(sheet, min_col=2, min_row=1, max_row=4), titles_from_data=True)
    sheet.add_chart(chart, "F2")
    hidden = book.create_sheet("Apoio")
    hidden["C3"] = "fora da vista"
    hidden.sheet_state = "hidden"
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "libreoffice_formulas.xlsx"
        book.save(path)
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "xls:MS Excel 97", "--outdir", str(TARGET), str(path)],
            check=True, capture_output=True)


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    types()
    texts()
    from_1904()
    libreoffice()
