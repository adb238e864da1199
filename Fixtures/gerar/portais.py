#!/usr/bin/env python3
"""Makes Fixtures/planilhas/portais: what portals call .xls and is HTML, XML or separated text.

    python3 Fixtures/gerar/portais.py

openpyxl 3.1.5, xlrd 2.0.1, LibreOffice 7.4 (`soffice`), gnumeric 1.12 (`ssconvert`), xsltproc. The files are
committed; neither building nor testing needs this script.
"""
import datetime as dt
import html
import pathlib
import re
import subprocess
import tempfile
from xml.sax.saxutils import escape

import openpyxl
import xlrd

FIXTURES = pathlib.Path(__file__).resolve().parent.parent
TARGET = FIXTURES / "planilhas" / "portais"
EPR = FIXTURES / "planilhas" / "mes" / "EPR_03-11-25.xls"
WANTED = ["Nome Empreendimento", "Número Contrato", "Nome Mutuário", "Data de Assinatura"]


def book(path):
    """Every kind of cell, merged cells, a hidden sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Comissões"
    sheet.append(["NOME", "COMISSÃO", "DATA", "HORA", "DURAÇÃO", "PAGO", "TOTAL"])
    sheet.append(["JOÃO & <Cia>", 331.4805, dt.date(2025, 11, 3), dt.time(8, 30), dt.timedelta(hours=36), True, "=B2*2"])
    sheet.append(["linha 1\nlinha 2", -0.01, dt.datetime(1999, 12, 31, 23, 59, 58), None, None, False, "=1/0"])
    sheet["A5"] = 'aspas " e ; e ,'
    sheet["C5"] = "depois de duas colunas"
    sheet.merge_cells("A5:B6")
    for row in (2, 3):
        for column, code in ((2, '"R$" #,##0.00'), (3, "dd/mm/yyyy"), (4, "hh:mm"), (5, "[h]:mm:ss")):
            sheet.cell(row, column).number_format = code
    hidden = book.create_sheet("Oculta")
    hidden["B2"] = "x"
    hidden.sheet_state = "hidden"
    book.save(path)


def excel_2003(source, target):
    """LibreOffice's own stylesheet. It repeats columns by recursion and fails on the thousands of
    empty ones of a sheet, so those are cut first."""
    sheet = "/usr/lib/libreoffice/share/xslt/export/spreadsheetml/ooo2spreadsheetml.xsl"
    flat = convert(source, "fods", None).decode()
    flat = re.sub(r'-(columns|rows)-repeated="\d{4,}"', r'-\1-repeated="2"', flat)
    made = subprocess.run(["xsltproc", sheet, "-"], input=flat.encode(), check=True, capture_output=True)
    (TARGET / target).write_bytes(made.stdout)


def convert(source, kind, target):
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True)
        made = next(path for path in pathlib.Path(folder).iterdir() if path.is_file())
        content = made.read_bytes()
        if target:
            (TARGET / target).write_bytes(content)
        return content


def epr_rows():
    """The EPR of the month as a portal writes it: everything is text, a date is dd/mm/aaaa."""
    sheet = xlrd.open_workbook(EPR).sheet_by_index(0)
    columns = [sheet.row_values(0).index(name) for name in WANTED]
    for row in range(sheet.nrows):
        cells = []
        for column in columns:
            cell = sheet.cell(row, column)
            if cell.ctype == xlrd.XL_CELL_DATE:
                cells.append(xlrd.xldate_as_datetime(cell.value, 0).strftime("%d/%m/%Y"))
            elif cell.ctype == xlrd.XL_CELL_NUMBER:
                cells.append(f"{cell.value:.0f}")
            else:
                cells.append(str(cell.value))
        yield cells


def epr_html(rows):
    # Windows-1252 cannot hold a decomposed accent or a zero-width space: references can.
    lines = ["<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-1\"></head>"]
    lines.append("<body><table border=\"1\">")
    for number, cells in enumerate(rows):
        tag = "th" if number == 0 else "td"
        lines.append("<tr>" + "".join(f"<{tag}>{html.escape(text) or '&nbsp;'}" for text in cells))
    lines.append("</table></body></html>")
    return "\r\n".join(lines).encode("cp1252", "xmlcharrefreplace")


def epr_xml(rows):
    lines = ['<?xml version="1.0" encoding="utf-8"?>', '<?mso-application progid="Excel.Sheet"?>']
    lines.append('<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
                 ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="EPR"><Table>')
    for cells in rows:
        data = "".join(f'<Cell><Data ss:Type="String">{escape(text)}</Data></Cell>' for text in cells)
        lines.append(f"<Row>{data}</Row>")
    lines.append("</Table></Worksheet></Workbook>")
    return "\n".join(lines).encode()


def epr_csv(rows):
    lines = [";".join('"' + text.replace('"', '""') + '"' for text in cells) for cells in rows]
    return ("\r\n".join(lines) + "\r\n").encode("utf-16")


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "livro.xlsx"
        book(source)
        excel_2003(source, "libreoffice-2003.xml")
        convert(source, "html", "libreoffice.html")
        # Separator, quote, character set (1 Windows-1252, 76 UTF-8, 65535 UTF-16), first line.
        convert(source, "csv:Text - txt - csv (StarCalc):59,34,1,1", "libreoffice-1252.csv")
        convert(source, "csv:Text - txt - csv (StarCalc):9,34,65535,1", "libreoffice-utf16.tsv")
        convert(source, "ods", "libreoffice.ods")
        for kind, name in (("html:html40", "gnumeric.html"), ("stf:stf_csv", "gnumeric.csv"), ("sylk:sylk", "gnumeric.slk")):
            command = ["ssconvert", "-T", f"Gnumeric_{kind}", str(source), str(TARGET / name)]
            subprocess.run(command, check=True, capture_output=True)
    rows = list(epr_rows())
    (TARGET / "EPR_html.xls").write_bytes(epr_html(rows))
    (TARGET / "EPR_xml.xls").write_bytes(epr_xml(rows))
    (TARGET / "EPR_csv.xls").write_bytes(epr_csv(rows))


if __name__ == "__main__":
    main()
