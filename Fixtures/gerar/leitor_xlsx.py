#!/usr/bin/env python3
"""Writes the small workbooks that hold the XLSX reader against what other programs write:

    python3 Fixtures/gerar/leitor_xlsx.py

openpyxl 3.1.5, XlsxWriter 3.2.0, LibreOffice 7.4. The files are committed; neither building nor
testing needs this script.
"""
import datetime as dt
import os
import shutil
import subprocess
import tempfile

import openpyxl
import openpyxl.chart
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "planilhas", "xlsx")
HEADER = ["NOME", "COMISSÃO", "DATA", "HORA", "DURAÇÃO", "PAGO", "TOTAL"]
CLIENTS = [
    ("JOÃO DA SILVA", 331.48050000000001, dt.date(2025, 11, 3), True),
    ("  Maria & Cia <Ltda>  ", 1234.56, dt.date(2025, 10, 31), False),
    ("linha 1\nlinha 2", -0.01, dt.date(1999, 12, 31), True),
    ("_x0041_ 😀", 12345678901234567, dt.date(1904, 1, 2), False),
]
NUMBERS = {"valor": '"R$" #,##0.00', "dia": "dd/mm/yyyy;@", "hora": "h:mm", "duracao": "[h]:mm:ss"}


def by_openpyxl(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Comissões"
    sheet.append(HEADER)
    for row, (name, value, day, paid) in enumerate(CLIENTS, 2):
        # openpyxl does not escape what looks like an escape; the file then means "A".
        sheet.append([name, value, day, dt.time(8, 30), dt.timedelta(hours=36), paid, "=1+1"])
        for column, kind in ((2, "valor"), (3, "dia"), (4, "hora"), (5, "duracao")):
            sheet.cell(row, column).number_format = NUMBERS[kind]
    sheet["A8"] = CellRichText("RICO ", TextBlock(InlineFont(b=True), "E FORTE"))
    sheet["B8"] = "#N/A"
    book.create_sheet("Oculta").sheet_state = "hidden"
    chart = book.create_chartsheet("Gráfico")
    chart.add_chart(openpyxl.chart.BarChart())
    last = book.create_sheet("Muito oculta")
    last.sheet_state = "veryHidden"
    last["XFD1048576"] = "canto"
    book.save(path)


def by_xlsxwriter(path, **options):
    book = xlsxwriter.Workbook(path, options)
    formats = {name: book.add_format({"num_format": code}) for name, code in NUMBERS.items()}
    bold = book.add_format({"bold": True})
    sheet = book.add_worksheet("Comissões")
    sheet.write_row(0, 0, HEADER)
    for row, (name, value, day, paid) in enumerate(CLIENTS, 1):
        sheet.write_string(row, 0, name)
        sheet.write_number(row, 1, value, formats["valor"])
        sheet.write_datetime(row, 2, dt.datetime.combine(day, dt.time()), formats["dia"])
        sheet.write_number(row, 3, 8.5 / 24, formats["hora"])
        sheet.write_number(row, 4, 1.5, formats["duracao"])
        sheet.write_boolean(row, 5, paid)
        sheet.write_formula(row, 6, "=1+1", None, 2)
    sheet.write_rich_string(7, 0, "RICO ", bold, "E FORTE")
    sheet.write_formula(7, 1, "=NA()", None, "#N/A")
    sheet.write_formula(7, 2, '="a"&"b"', None, "ab")
    book.add_worksheet("Oculta").hide()
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "='Comissões'!$B$2:$B$5"})
    book.add_chartsheet("Gráfico").set_chart(chart)
    last = book.add_worksheet("Muito oculta")
    last.very_hidden()
    last.write_string(1048575, 16383, "canto")
    book.close()


def by_libreoffice(source, path):
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
        subprocess.run([*command, "--outdir", folder, source], check=True, capture_output=True)
        shutil.move(os.path.join(folder, os.path.basename(source)), path)


def main():
    os.makedirs(HERE, exist_ok=True)
    place = lambda name: os.path.join(HERE, name)
    by_openpyxl(place("openpyxl.xlsx"))
    by_xlsxwriter(place("xlsxwriter.xlsx"))
    by_xlsxwriter(place("xlsxwriter-1904.xlsx"), date_1904=True)
    by_xlsxwriter(place("xlsxwriter-inline.xlsx"), constant_memory=True)
    by_libreoffice(place("xlsxwriter.xlsx"), place("libreoffice.xlsx"))


if __name__ == "__main__":
    main()
