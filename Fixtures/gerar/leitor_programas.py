#!/usr/bin/env python3
"""Makes Fixtures/planilhas/programas: workbooks of programs that the other tests of the readers lack.

    python3 Fixtures/gerar/leitor_programas.py

Debian 12: libspreadsheet-writeexcel-perl, libexcel-writer-xlsx-perl, ruby-spreadsheet, libapache-poi-java with a
JDK, gnumeric; openpyxl 3.1.5, XlsxWriter 3.2.0. The files are committed; neither building nor testing needs this script.
"""
import datetime as dt
import glob
import io
import pathlib
import subprocess
import tempfile

import openpyxl
import xlsxwriter
from openpyxl.worksheet.formula import ArrayFormula

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent / "planilhas" / "programas"


def iso_dates():
    """Cells of type `d`, in a sheet without `<dimension>` (write-only)."""
    book = openpyxl.Workbook(write_only=True, iso_dates=True)
    sheet = book.create_sheet("Datas")
    sheet.append([dt.date(2025, 11, 3), dt.datetime(2025, 11, 3, 14, 30, 15), dt.time(8, 30), "texto"])
    book.save(TARGET / "openpyxl-datas-iso.xlsx")


def macros():
    """An .xlsm; its macros are no macros, which no reader looks at."""
    book = xlsxwriter.Workbook(str(TARGET / "xlsxwriter.xlsm"))
    sheet = book.add_worksheet("Plan1")
    sheet.write_row(0, 0, ["_x005F_", 1.5, "a\rb"])
    book.add_vba_project(io.BytesIO(b"vba"), True)
    book.close()


def array_formulas():
    """Array formulas with texts and numbers as results, by gnumeric in BIFF5, BIFF8 and XLSX."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Matriz"
    for row in range(1, 5):
        sheet.append([f"n{row}", row, f'=A{row}&"ã"', f"=B{row}*2"])
    sheet["E1"] = ArrayFormula("E1:E2", '=A1:A2&"!"')
    sheet["F1"] = ArrayFormula("F1:F2", "=B1:B2*1.5")
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "matriz.xlsx"
        book.save(source)
        for kind, name in {"excel_biff7": "matriz-biff5.xls", "excel_biff8": "matriz.xls", "xlsx": "matriz.xlsx"}.items():
            subprocess.run(["ssconvert", "--recalc", "-T", f"Gnumeric_Excel:{kind}", source, TARGET / name],
                           check=True, capture_output=True)


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    iso_dates()
    macros()
    array_formulas()
    subprocess.run(["perl", HERE / "leitor_programas.pl", TARGET], check=True)
    subprocess.run(["ruby", HERE / "leitor_programas.rb", TARGET], check=True)
    jars = ":".join(glob.glob("/usr/share/java/poi*.jar") + glob.glob("/usr/share/java/commons-*.jar"))
    subprocess.run(["java", "-cp", jars, HERE / "LeitorProgramas.java", TARGET], check=True)


if __name__ == "__main__":
    main()
