"""Writes a month so many times the real size: `month.py FOLDER --times K`.

The spreadsheets are those of Fixtures/gerar/tamanho_real.py. An .xls holds 65,535 contracts; beyond
ten times the real size EPR is an .xlsx, which the program takes as well.
"""

import argparse
import os
import sys

import xlsxwriter

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "Fixtures", "gerar"))

import comum  # noqa: E402
import tamanho_real  # noqa: E402

EPR_XLSX = "EPR_03-11-25.xlsx"


def paths(folder, times):
    """Acompanhamento, Gestores, WeboPay and EPR."""
    epr = comum.EPR_XLS if tamanho_real.CONTRATOS * times <= tamanho_real.LINHAS_XLS else EPR_XLSX
    return [
        os.path.join(folder, name)
        for name in (comum.ACOMPANHAMENTO_XLSX, comum.GESTORES_XLSX, comum.WEBOPAY_XLSX, epr)
    ]


def escrever_epr_xlsx(path, rows):
    book = xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"})
    book.set_properties({"created": comum.FROZEN})
    sheet = book.add_worksheet("EPR")
    sheet.write_row(0, 0, comum.EPR)
    for number, values in enumerate(rows, 1):
        sheet.write_row(number, 0, values)
    book.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--times", type=int, required=True)
    options = parser.parse_args()
    epr = paths(options.folder, options.times)[3]
    if epr.endswith(EPR_XLSX):
        comum.escrever_epr = lambda path, rows: escrever_epr_xlsx(epr, rows)
        tamanho_real.LINHAS_XLS = tamanho_real.CONTRATOS * options.times
    tamanho_real.main(options.folder, semente=1, escala=options.times)
