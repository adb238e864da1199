"""Writes a large spreadsheet: `sheets.py FILE --rows N [--inline | --xls] [--seed N]`.

As the export of a portal would be: a header, then rows of numbers, dates and texts, half of them
texts. The XML is what Excel writes, with a shared string for each text, or with `--inline` each text
in its cell. About four of a hundred texts of the xlsx are different ones: 822,000 for a million
rows. The xls has 12 of the 20 columns and at most 65,535 rows. The same seed gives the same bytes.

Only `--xls` needs a package (xlwt).
"""

import argparse
import random
import zipfile
from datetime import date, timedelta
from xml.sax.saxutils import escape

BATCH = 10_000
XLS_COLUMNS = 12
DAY_ZERO = date(1899, 12, 30)
FIRST_DAY, LAST_DAY = ((day - DAY_ZERO).days for day in (date(2019, 1, 1), date(2025, 10, 31)))

FIRST = ("ADRIANA", "BRENO", "CAMILA", "DANIELLE", "EDUARDO", "FABÍOLA", "GUSTAVO", "HELOÍSA", "ÍCARO", "JÉSSICA",
         "KAUÃ", "LUCIANA", "MÁRCIO", "NATÁLIA", "OTÁVIO", "PRISCILA", "RAFAEL", "SIMONE", "TATIANE", "ULISSES")
MIDDLE = ("ALVES", "BARBOSA", "CONCEIÇÃO", "DIAS", "ESPÍRITO SANTO", "FREITAS", "GUIMARÃES", "LIMA", "MAGALHÃES",
          "NUNES", "OLIVEIRA", "PEREIRA", "QUEIROZ", "ROCHA", "SAMPAIO", "TEIXEIRA")
LAST = ("ARAÚJO", "BATISTA", "CARVALHO", "DE JESUS", "DOS ANJOS", "FONSECA", "GONÇALVES", "LEAL", "MENEZES",
        "MOREIRA", "NASCIMENTO", "PINHEIRO", "RIBEIRO", "SOUZA", "VASCONCELOS", "XAVIER")


def name(n):
    """A different name for each number below 1.3 million."""
    n, first = divmod(n * 7919 % 1_310_720, len(FIRST))
    n, middle = divmod(n, len(MIDDLE))
    n, last = divmod(n, len(LAST))
    words = [FIRST[first], MIDDLE[middle], LAST[last]]
    while n:
        n, more = divmod(n - 1, len(LAST))
        words.append(LAST[more])
    return " ".join(words)


def texts(count, make):
    """So many different ones for a million rows; a few however few rows there are."""
    return lambda rows: tuple(make(n) for n in range(max(min(count, 40), count * rows // 1_000_000)))


# Header, kind (n number, d date, s text), and for numbers how one is made and written, for texts
# those to choose from, as many for a million rows. Fractions of seventeen digits are Excel's.
COLUMNS = (
    ("Código", "n", lambda rng: rng.randrange(10_000_000), "%d"),
    ("Nome Mutuário", "s", texts(900_000, name)),
    ("Data de Assinatura", "d"),
    ("Valor Financiado", "n", lambda rng: rng.randrange(100_000, 40_000_000) / 100, "%.17g"),
    ("Nome Empreendimento", "s", texts(40_000, lambda n: f"Acqua & Venture Europa {n % 97} Mod {n // 97}")),
    ("Número Contrato", "s", texts(170_000, lambda n: f"8787.{n % 9973:04}.{n // 7:05}-{n % 9}")),
    ("Prazo", "n", lambda rng: rng.randrange(1, 421), "%d"),
    ("UF", "s", texts(28, lambda n: ("BA", "SE", "AL", "PE", "SP", "RJ", "MG")[n % 7])),
    ("Taxa", "n", lambda rng: 0.05 + rng.random() / 20, "%.17g"),
    ("Data de Registro", "d"),
    ("Situação", "s", texts(40, lambda n: ("ASSINADO", "EM ABERTO", "DISTRATO", "CANCELADO")[n % 4])),
    ("Agência", "n", lambda rng: rng.randrange(1, 4000), "%d"),
    ("Unidade", "s", texts(9000, lambda n: f"BL {n % 20:02} AP {n // 20 + 101:03}")),
    ("Valor do Imóvel", "n", lambda rng: rng.randrange(150, 420) * 1000, "%d"),
    ("Corretor", "s", texts(900, lambda n: name(n * 31))),
    ("Comissão", "n", lambda rng: rng.randrange(150_000, 420_000, 50) * 0.00117, "%.17g"),
    ("Município", "s", texts(400, lambda n: f"CAMAÇARI {n}")),
    ("Data da venda", "d"),
    ("Status_parcela", "s", texts(40, lambda n: ("Pago", "Pendente")[n % 2])),
    ("Forma_pagamento", "s", texts(40, lambda n: ("PIX", "FIN + IMOB", "FIN", "QUITADO")[n % 4])),
)


def batches(rng, rows, columns):
    """Up to BATCH rows at a time, each column as a list: numbers, days or texts."""
    pools = [column[2](rows) if column[1] == "s" else None for column in columns]
    for start in range(0, rows, BATCH):
        size = min(BATCH, rows - start)
        made = []
        for column, pool in zip(columns, pools):
            if column[1] == "s":
                made.append(rng.choices(pool, k=size))
            elif column[1] == "d":
                made.append(rng.choices(range(FIRST_DAY, LAST_DAY + 1), k=size))
            else:
                made.append([column[2](rng) for _ in range(size)])
        yield start, made


# xlsx


PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
RELATIONSHIPS = f'<Relationships xmlns="{PACKAGE}/relationships">'
PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{CONTENT}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{CONTENT}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{CONTENT}.styles+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{CONTENT}.sharedStrings+xml"/></Types>'),
    "_rels/.rels": (
        f'{RELATIONSHIPS}<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
        '</Relationships>'),
    "xl/workbook.xml": (
        f'<workbook {MAIN} xmlns:r="{OFFICE}">'
        '<sheets><sheet name="Exportação" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    "xl/_rels/workbook.xml.rels": (
        f'{RELATIONSHIPS}<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId3" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'),
    "xl/styles.xml": (
        f'<styleSheet {MAIN}><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'),
}
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'


def letter(column):
    return chr(ord("A") + column)


def row_template(columns, inline):
    """A row with holes: its number, then for each cell its number and its value."""
    cells = []
    for place, column in enumerate(columns):
        if column[1] == "s":
            value = 't="inlineStr"><is><t>%s</t></is>' if inline else 't="s"><v>%d</v>'
        elif column[1] == "d":
            value = 's="1"><v>%d</v>'
        else:
            value = f"><v>{column[3]}</v>"
        space = "" if value.startswith(">") else " "
        cells.append(f'<c r="{letter(place)}%d"{space}{value}</c>')
    return f'<row r="%d" spans="1:{len(columns)}">{"".join(cells)}</row>'


def write_xlsx(path, rng, rows, inline):
    shared = {}
    texts_in_a_row = sum(column[1] == "s" for column in COLUMNS)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        def part(place):
            entry = zipfile.ZipInfo(place, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            return archive.open(entry, "w")

        for place, text in PARTS.items():
            with part(place) as file:
                file.write((DECLARATION + text).encode())

        def place_of(text):
            """What stands in the cell for a text."""
            return escape(text) if inline else shared.setdefault(text, len(shared))

        with part("xl/worksheets/sheet1.xml") as file:
            last = f"{letter(len(COLUMNS) - 1)}{rows + 1}"
            file.write((
                f'{DECLARATION}<worksheet {MAIN}><dimension ref="A1:{last}"/>'
                '<sheetViews><sheetView workbookViewId="0"/></sheetViews>'
                '<sheetFormatPr defaultRowHeight="15"/><sheetData>').encode())
            header = row_template([(None, "s")] * len(COLUMNS), inline)
            values = [value for column in COLUMNS for value in (1, place_of(column[0]))]
            file.write((header % (1, *values)).encode())
            template = row_template(COLUMNS, inline)
            for start, made in batches(rng, rows, COLUMNS):
                for at, column in enumerate(COLUMNS):
                    if column[1] == "s":
                        made[at] = [place_of(text) for text in made[at]]
                lines = []
                for offset, values in enumerate(zip(*made)):
                    number = start + offset + 2
                    holes = [number] * (2 * len(values) + 1)
                    holes[2::2] = values
                    lines.append(template % tuple(holes))
                file.write("".join(lines).encode())
            file.write(b"</sheetData></worksheet>")

        with part("xl/sharedStrings.xml") as file:
            references = 0 if inline else rows * texts_in_a_row + len(COLUMNS)
            file.write(f'{DECLARATION}<sst {MAIN} count="{references}" uniqueCount="{len(shared)}">'.encode())
            file.write("".join(f"<si><t>{escape(text)}</t></si>" for text in shared).encode())
            file.write(b"</sst>")


# xls


def write_xls(path, rng, rows):
    import xlwt

    columns = COLUMNS[:XLS_COLUMNS]
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Exportação")
    day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for at, column in enumerate(columns):
        sheet.write(0, at, column[0])
    for start, made in batches(rng, rows, columns):
        for offset, values in enumerate(zip(*made)):
            for at, (column, value) in enumerate(zip(columns, values)):
                if column[1] == "d":
                    sheet.write(start + offset + 1, at, DAY_ZERO + timedelta(value), day)
                else:
                    sheet.write(start + offset + 1, at, value)
        sheet.flush_row_data()
    book.save(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file")
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument("--inline", action="store_true")
    parser.add_argument("--xls", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    if options.xls:
        write_xls(options.file, rng, min(options.rows, 65_535))
    else:
        write_xlsx(options.file, rng, options.rows, options.inline)


if __name__ == "__main__":
    main()
