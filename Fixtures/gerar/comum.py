"""What the generators share: the four layouts, one writer each, invented people.

Each layout is written by another program, because files of one maker agree with each other in
their habits: Acompanhamento and Gestores by openpyxl (Gestores of the month goes through
LibreOffice afterwards), WeboPay by XlsxWriter, EPR by xlwt.

Output is the same byte for byte from run to run.
"""

import datetime
import os
import random
import re
import shutil
import struct
import subprocess
import tempfile
import zipfile

import openpyxl
import xlsxwriter
import xlwt
from openpyxl.styles import Alignment, Font, PatternFill

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

ACOMPANHAMENTO_XLSX = "ACOMPANHAMENTO_SKILL_2025.xlsx"
GESTORES_XLSX = "COMISSÕES_GESTORES.xlsx"
WEBOPAY_XLSX = "relatorio-comissoes_WebroPay.xlsx"
EPR_XLS = "EPR_03-11-25.xls"

ACOMPANHAMENTO = (
    "QUANT.", "DATA", "NOME", "CORRETOR", "IMOBILIARIA", "EMPREENDIMENTO", "UNIDADE", "ETAPA",
    "FGTS", "STATUS", "OBSERVAÇÕES",
)
GESTORES = (
    "#", "NOME DO CLIENTE", "STATUS - NF", "STATUS - NF", "EMPREENDIMENTO", "UNIDADE",
    "VALOR DO IMÓVEL", "% GESTOR", "COMISSÃO", "FORMA", "STATUS", "OBSERVAÇÃO",
)
WEBOPAY = (
    "Pagador", "Empreendimento", "Unidade", "Data_da_venda", "Parcelas_totais", "Numero_parcela",
    "Valor_original", "Valor_disponivel", "Data_vencimento", "Data_pagamento", "Status_parcela",
    "Status_comissão", "Forma_pagamento",
)
EPR = (
    "Nome Empreendimento", "Número Contrato", "Nome Mutuário", "CPF/CNPJ Mutuário",
    "Data de Assinatura", "Data de Registro", "Bloco", "Unidade", "Município", "UF", "Agência",
    "Modalidade", "Valor do Imóvel", "Valor Financiado", "Prazo", "Taxa", "Situação",
)

FROZEN = datetime.datetime(2025, 11, 3, 9, 0, 0)
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)

EMPREENDIMENTOS = (
    "VICENZA", "ACQUA VENTURE AMÉRICA", "Acqua Venture Europa II Mod 1", "Atlanta Residence Park",
    "RESERVA DAS ACÁCIAS", "JARDINS DE ÁVILA",
)
CORRETORES = (
    ("MURILO PINHO", "ALCANCE IMOBILIARIA"), ("SÔNIA BRAGANÇA", "ALCANCE IMOBILIARIA"),
    ("TIAGO D'ÁVILA", "SKILL VENDAS"), ("RENATA PAZ", "LITORAL IMÓVEIS"),
)
PRENOMES = (
    "ADRIANA", "BRENO", "CAMILA", "DANIELLE", "EDUARDO", "FABÍOLA", "GUSTAVO", "HELOÍSA", "ÍCARO",
    "JÉSSICA", "KAUÃ", "LUCIANA", "MÁRCIO", "NATÁLIA", "OTÁVIO", "PRISCILA", "RAFAEL", "SIMONE",
    "TATIANE", "ULISSES", "VALÉRIA", "WESLEY", "YARA", "ZÉLIA", "ANTÔNIO", "BEATRIZ", "CAIO",
)
DO_MEIO = (
    "ALVES", "BARBOSA", "CONCEIÇÃO", "DIAS", "ESPÍRITO SANTO", "FREITAS", "GUIMARÃES", "LIMA",
    "MAGALHÃES", "NUNES", "OLIVEIRA", "PEREIRA", "QUEIROZ", "ROCHA", "SAMPAIO", "TEIXEIRA",
)
ULTIMOS = (
    "ARAÚJO", "BATISTA", "CARVALHO", "DE JESUS", "DOS ANJOS", "FONSECA", "GONÇALVES", "LEAL",
    "MENEZES", "MOREIRA", "NASCIMENTO", "PINHEIRO", "RIBEIRO", "SOUZA", "VASCONCELOS", "XAVIER",
)


def nome_inventado(rng):
    return " ".join(rng.choice(part) for part in (PRENOMES, DO_MEIO, ULTIMOS))


def cpf_invalido(rng):
    """Eleven digits whose last check digit is wrong, so that they are nobody's."""
    digits = [rng.randrange(10) for _ in range(9)]
    for length in (9, 10):
        total = sum(digit * weight for digit, weight in zip(digits, range(length + 1, 1, -1)))
        digits.append(total * 10 % 11 % 10)
    digits[10] = (digits[10] + 1 + rng.randrange(9)) % 10
    return "".join(map(str, digits))


def dia_entre(rng, first, last):
    return first + datetime.timedelta(days=rng.randrange((last - first).days + 1))


# Rows


def linha_acompanhamento(rng, numero, nome, **known):
    corretor, imobiliaria = rng.choice(CORRETORES)
    return (
        numero,
        known.get("data", dia_entre(rng, datetime.date(2024, 4, 1), datetime.date(2025, 10, 28))),
        nome, corretor, imobiliaria, known.get("empreendimento", rng.choice(EMPREENDIMENTOS)),
        f"BL {rng.randrange(1, 9):02} AP {rng.randrange(101, 509)}",
        rng.choice(("ANÁLISE", "CONTRATO", "ASSINATURA", None)), rng.choice(("SIM", "NÃO", None)),
        rng.choice(("ATIVO", "EM ABERTO", "DISTRATO", None)), None,
    )


def linha_gestores(rng, numero, nome, forma, status, comissao, observacao=None):
    return (
        numero, nome, None, rng.choice(("SECRE", "OK", None)), rng.choice(EMPREENDIMENTOS),
        f"BL {rng.randrange(1, 9):02} AP {rng.randrange(101, 509)}",
        rng.randrange(150, 420) * 1000, 0.00156, comissao, forma, status, observacao,
    )


def linha_webopay(rng, nome, valor, parcela, comissao, numero=1, total=1):
    venda = dia_entre(rng, datetime.date(2025, 8, 1), datetime.date(2025, 11, 1))
    return (
        nome, rng.choice(EMPREENDIMENTOS), f"BL {rng.randrange(1, 9):02} AP {rng.randrange(101, 509)}",
        venda, total, numero, valor,
        round(valor * 0.97, 2) if isinstance(valor, (int, float)) else None,
        venda + datetime.timedelta(days=10), venda if str(parcela).strip().upper() == "PAGO" else None,
        parcela, comissao, "PIX",
    )


def linha_epr(rng, nome, assinatura, contrato=None, empreendimento=None):
    imovel = rng.randrange(150, 420) * 1000
    numero = contrato or 878770000000 + rng.randrange(9999999)
    cpf = cpf_invalido(rng)
    return (
        empreendimento or rng.choice(EMPREENDIMENTOS), numero, nome,
        float(cpf) if rng.random() < 0.5 else cpf, assinatura,
        assinatura + datetime.timedelta(days=12) if isinstance(assinatura, datetime.date) else None,
        f"BL {rng.randrange(1, 9):02}", f"AP {rng.randrange(101, 509)}", "CAMAÇARI", "BA",
        f"{rng.randrange(1, 4000):04}", "MCMV", imovel, round(imovel * 0.8, 2), 420, 0.0766,
        "ASSINADO",
    )


# Writers


HEADER_FONT = Font(bold=True, color="FFFFFF")
HEADER_FILL = PatternFill("solid", fgColor="1F4E78")
BODY_FILL = PatternFill("solid", fgColor="F2F2F2")


def _put_header(sheet, row, header):
    for column, text in enumerate(header, 1):
        cell = sheet.cell(row, column, text)
        cell.font, cell.fill, cell.alignment = HEADER_FONT, HEADER_FILL, Alignment("center")


def _put_row(sheet, row, values, formats=None):
    """`formats` by column number is for numbers and formulas; `#N/A` and its like become errors."""
    for column, value in enumerate(values, 1):
        if value is None:
            continue
        cell = sheet.cell(row, column, value)
        if isinstance(value, datetime.date):
            cell.number_format = "DD/MM/YYYY"
        elif formats and cell.data_type in ("n", "f"):
            cell.number_format = formats.get(column, "General")


def escrever_acompanhamento(path, rows):
    """Title in row 1, blank row 2, header in row 3; a hidden sheet that looks the same before it."""
    book = openpyxl.Workbook()
    hidden = book.active
    hidden.title = "LANÇAMENTOS 2024"
    hidden.sheet_state = "hidden"
    _put_header(hidden, 1, ("NOME", "DATA"))
    _put_row(hidden, 2, ("CLIENTE DE PLANILHA OCULTA", datetime.date(2024, 1, 2)))
    sheet = book.create_sheet("ACOMPANHAMENTO 2025")
    book.active = 1
    sheet["A1"] = "ACOMPANHAMENTO DE VENDAS - SKILL 2025"
    sheet["A1"].font = Font(bold=True, size=16)
    sheet.merge_cells("A1:K1")
    _put_header(sheet, 3, ACOMPANHAMENTO)
    for offset, values in enumerate(rows):
        _put_row(sheet, 4 + offset, values)
    sheet.freeze_panes = "A4"
    sheet.column_dimensions["C"].width = 42
    salvar(book, path)


def escrever_gestores(path, rows, formatted_after=40, header=GESTORES):
    """Blank row 1, header in row 2, rows of None left blank, coloured empty rows at the end."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "GESTORES"
    sheet.row_dimensions[1].height = 36
    _put_header(sheet, 2, header)
    formats = {7: '"R$" #,##0.00', 8: "0.000%", 9: '"R$" #,##0.00'}
    for offset, values in enumerate(rows):
        if values is not None:
            _put_row(sheet, 3 + offset, values, formats)
    first_empty = 3 + len(rows)
    for row in range(first_empty, first_empty + formatted_after):
        for column in range(1, len(header) + 1):
            sheet.cell(row, column).fill = BODY_FILL
    sheet.column_dimensions["B"].width = 42
    salvar(book, path)


def escrever_webopay(path, rows):
    book = xlsxwriter.Workbook(path)
    book.set_properties({"title": "Relatório de comissões", "created": FROZEN})
    sheet = book.add_worksheet("Relatório")
    bold = book.add_format({"bold": True})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, WEBOPAY, bold)
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values):
            if isinstance(value, datetime.date):
                sheet.write_datetime(row, column, value, day)
            elif isinstance(value, str):
                sheet.write_string(row, column, value)
            elif value is not None:
                sheet.write_number(row, column, value)
    sheet.freeze_panes(1, 0)
    book.close()


def escrever_epr(path, rows):
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("EPR")
    day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    bold = xlwt.easyxf("font: bold on")
    for column, text in enumerate(EPR):
        sheet.write(0, column, text, bold)
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values):
            if isinstance(value, datetime.date):
                sheet.write(row, column, value, day)
            elif value is not None:
                sheet.write(row, column, value)
    book.save(path)


# Files


def salvar(book, path):
    book.properties.creator = "Fixtures"
    book.properties.created = FROZEN
    book.save(path)
    _freeze(path)


def _freeze(path):
    """Fixes what openpyxl takes from the clock, and writes fractions as Excel does.

    Excel stores seventeen digits (331.48050000000001), openpyxl the shortest (331.4805).
    """
    with zipfile.ZipFile(path) as source:
        parts = [(entry.filename, source.read(entry)) for entry in source.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts:
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2025-11-03T09:00:00Z", content)
            if name.startswith("xl/worksheets/"):
                content = re.sub(rb"<v>(-?\d+\.\d+)</v>", _excel_digits, content)
            target.writestr(zipfile.ZipInfo(name, ZIP_EPOCH), content, zipfile.ZIP_DEFLATED)


def _excel_digits(match):
    return b"<v>%s</v>" % format(float(match[1]), ".17g").encode()


def pelo_libreoffice(path):
    """Has LibreOffice open the workbook, calculate its formulas and write it anew in place."""
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "entrada.xlsx")
        shutil.copy(path, source)
        out = os.path.join(folder, "saida")
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/perfil", "--headless",
             "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, source],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with open(os.path.join(out, "entrada.xlsx"), "rb") as file:
            content = bytearray(file.read())
    _freeze_entry_times(content)
    with open(path, "wb") as file:
        file.write(content)


def _freeze_entry_times(content):
    """Sets every entry of a zip archive to 1980-01-01 and leaves all else as its maker wrote it."""
    day_one = struct.pack("<HH", 0, 0x21)
    end = content.rindex(b"PK\5\6")
    count, _, at = struct.unpack_from("<HII", content, end + 10)
    for _ in range(count):
        name, extra, comment = struct.unpack_from("<HHH", content, at + 28)
        local, = struct.unpack_from("<I", content, at + 42)
        content[at + 12:at + 16] = day_one
        content[local + 10:local + 14] = day_one
        at += 46 + name + extra + comment


def pasta(path):
    os.makedirs(path, exist_ok=True)
    return path


def gerador(seed):
    return random.Random(f"comissoes {seed}")
