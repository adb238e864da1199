#!/usr/bin/env python3
"""Makes Fixtures/planilhas/listas: working lists of alerts, filled in and saved by other programs.

    python3 Fixtures/gerar/listas.py .build/release/comissoes

openpyxl 3.1.5, LibreOffice 7.4 (`soffice`). The files are committed; neither building nor testing needs this
script. The list is that of the alerts of Fixtures/planilhas/mes; it must be made anew when their evidence
changes.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

import openpyxl

FIXTURES = pathlib.Path(__file__).resolve().parent.parent
TARGET = FIXTURES / "planilhas" / "listas"
MES = FIXTURES / "planilhas" / "mes"

DECISOES = {
    "2510-3": ("resolvido", "não é desta diretoria"),
    "2510-20": ("falso positivo", "pagou o sinal por PIX"),
    "2510-27": ("Resolvido ", "  recebido em  setembro "),
}


def run(folder, program, *words):
    subprocess.run([program, *map(str, words)], cwd=folder, check=True, capture_output=True)


def fill(path):
    """As a person does: two columns of some rows."""
    book = openpyxl.load_workbook(path)
    sheet = book["Alertas"]
    header = next(row for row in sheet.iter_rows() if row[0].value == "Nº")
    column = {cell.value: cell.column for cell in header}
    for row in range(header[0].row + 1, sheet.max_row + 1):
        decision = DECISOES.get(sheet.cell(row, 1).value)
        if decision:
            sheet.cell(row, column["Decisão"]).value = decision[0]
            sheet.cell(row, column["Motivo"]).value = decision[1]
    book.save(path)


def convert(source, kind, target, folder):
    profile = f"-env:UserInstallation=file://{folder}/profile"
    out = pathlib.Path(folder) / "out"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    shutil.copy(next(out.glob(f"*.{kind.split(':')[0]}")), TARGET / target)
    shutil.rmtree(out)


def main(program):
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        program = str(pathlib.Path(program).resolve())
        run(folder, program, "base", "criar", "--mes", "2025-10",
            "--acompanhamento", MES / "ACOMPANHAMENTO_SKILL_2025.xlsx")
        run(folder, program, "controle", "--gestores", MES / "COMISSÕES_GESTORES.xlsx",
            "--webopay", MES / "relatorio-comissoes_WebroPay.xlsx")
        run(folder, program, "alertas", "--formato", "xlsx", "--saida", "lista.xlsx")
        path = pathlib.Path(folder) / "lista.xlsx"
        fill(path)
        shutil.copy(path, TARGET / "openpyxl.xlsx")
        convert(path, "xlsx", "libreoffice.xlsx", folder)
        convert(path, "xls", "libreoffice.xls", folder)
        convert(path, "csv:Text - txt - csv (StarCalc):44,34,76", "libreoffice.csv", folder)


main(sys.argv[1])
