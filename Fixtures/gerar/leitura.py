"""Reads the four spreadsheets for esperado.py: Docs/regras.md §3 and §4, word for word.

Shares nothing with the program but the rules, so that a mistake in one shows against the other.
Rows come as dictionaries of column to value; the place of what cannot be read goes to `avisos`.
"""

import datetime
import os
import re
import unicodedata
from decimal import Decimal

import openpyxl
import xlrd
from openpyxl.utils import get_column_letter

# The Unicode property White_Space. Python's str.isspace() also has U+001C to U+001F.
WHITE_SPACE = "\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B)))
SPACES = re.compile(f"[{WHITE_SPACE}]+")
ZERO_WIDTH = re.compile("[\u200b\ufeff]")
HEADER_ROWS = 10

NAME, TEXT, MONEY, DATE, PARCELA = "name", "text", "money", "date", "parcela"

# sheet: headers that mark the row, required columns, optional columns
ACOMPANHAMENTO = (("NOME", "DATA"), {"NOME": NAME}, {"DATA": DATE})
GESTORES = (
    ("NOME DO CLIENTE",),
    {"NOME DO CLIENTE": NAME, "FORMA": TEXT, "STATUS": TEXT, "COMISSÃO": MONEY}, {},
)
WEBOPAY = (
    ("Pagador", "Numero_parcela"),
    {"Pagador": NAME, "Numero_parcela": PARCELA, "Valor_original": MONEY, "Status_parcela": TEXT,
     "Status_comissão": TEXT}, {"Data_da_venda": DATE},
)
EPR = (
    ("Nome Mutuário",),
    {"Nome Mutuário": NAME, "Data de Assinatura": DATE},
    {"Nome Empreendimento": TEXT, "Número Contrato": TEXT},
)


class Unreadable(Exception):
    pass


def folded(text):
    return SPACES.sub(" ", text).strip(" ")


def key(text):
    """§3: what two names must share to be the same client."""
    return unicodedata.normalize("NFC", folded(ZERO_WIDTH.sub("", text))).upper()


def header_key(text):
    """§4: headers and mapped words compare without accents and case, with `_` equal to a space."""
    plain = unicodedata.normalize("NFD", folded(text.replace("_", " ")))
    return "".join(c for c in plain if not unicodedata.combining(c)).upper()


def plain(number):
    """The shortest decimal text without an exponent: 331.4805, 500, 0."""
    text = format(number, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def read(path, layout, avisos):
    """The rows with a name, in sheet order, each with its number in Excel as `linha`."""
    for sheet_name, rows in _visible_sheets(path):
        found = _header(rows, layout)
        if found is None:
            continue
        header_row, columns, doubled = found
        place = {"arquivo": os.path.basename(path), "aba": sheet_name}
        avisos += [dict(place, celula=_reference(header_row, column)) for column in doubled]
        return _records(rows, header_row, columns, place, avisos)
    raise SystemExit(f"{path}: no header with all required columns")


def _records(rows, header_row, columns, place, avisos):
    name = next(title for title, (_, kind) in columns.items() if kind == NAME)
    parcela = next((title for title, (_, kind) in columns.items() if kind == PARCELA), None)
    records = []
    for number, cells in enumerate(rows[header_row:], header_row + 1):
        places = {title: dict(place, celula=_reference(number, column))
                  for title, (column, _) in columns.items()}
        record, unreadable = {"linha": number, "lugares": places}, []
        for title, (column, kind) in columns.items():
            try:
                record[title] = _value(cells[column] if column < len(cells) else None, kind)
            except Unreadable:
                record[title] = None
                unreadable.append(title)
        if record[name] is None:
            # Without a name it is no record, and nothing is said of its other cells.
            unreadable = [title for title in unreadable if title == name]
        elif parcela and record[parcela] is None:
            unreadable = [parcela] + [title for title in unreadable if title != parcela]
        else:
            records.append(record)
        avisos += [places[title] for title in unreadable]
    return records


def _header(rows, layout):
    """The row, the columns wanted, and the places of headers that stand there again."""
    marks, required, optional = layout
    for number, cells in enumerate(rows[:HEADER_ROWS], 1):
        titles = [header_key(c) if isinstance(c, str) else None for c in cells]
        if not all(header_key(mark) in titles for mark in marks):
            continue
        columns, doubled = {}, []
        for title, kind in {**required, **optional}.items():
            places = [at for at, text in enumerate(titles) if text == header_key(title)]
            if places:
                columns[title] = (places[0], kind)
                doubled += places[1:]
        return (number, columns, doubled) if all(t in columns for t in required) else None
    return None


def _reference(row, column):
    return f"{get_column_letter(column + 1)}{row}"


# Cells are None, str, Decimal, datetime.date, or an Odd: a boolean or an error.


class Odd:
    pass


def _visible_sheets(path):
    with open(path, "rb") as file:
        is_zip = file.read(2) == b"PK"
    if is_zip:
        for sheet in openpyxl.load_workbook(path, data_only=True).worksheets:
            if sheet.sheet_state == "visible":
                yield sheet.title, [[_from_openpyxl(c) for c in row] for row in sheet.iter_rows(min_row=1)]
        return
    book = xlrd.open_workbook(path)
    for sheet in book.sheets():
        if sheet.visibility == 0:
            yield sheet.name, [
                [_from_xlrd(sheet.cell(r, c), book.datemode) for c in range(sheet.ncols)]
                for r in range(sheet.nrows)
            ]


def _from_openpyxl(cell):
    value = cell.value
    if cell.data_type == "e" or isinstance(value, bool):
        return Odd()
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, (int, float)):
        return Decimal(repr(value))
    if isinstance(value, (datetime.time, datetime.timedelta)):
        return Odd()
    return value


def _from_xlrd(cell, datemode):
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return cell.value
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        return Decimal(repr(cell.value))
    if cell.ctype == xlrd.XL_CELL_DATE:
        return xlrd.xldate_as_datetime(cell.value, datemode).date()
    return Odd() if cell.ctype in (xlrd.XL_CELL_BOOLEAN, xlrd.XL_CELL_ERROR) else None


def _value(cell, kind):
    if cell is None or isinstance(cell, str) and not folded(ZERO_WIDTH.sub("", cell)):
        return None
    return {NAME: _name, TEXT: _text, MONEY: _money, DATE: _date, PARCELA: _parcela}[kind](cell)


def _text(cell):
    if isinstance(cell, str):
        return folded(cell)
    if isinstance(cell, Decimal):
        return plain(cell)
    raise Unreadable


def _name(cell):
    return key(_text(cell)) or None


GROUP = r"(?:\.[0-9]{3})"


def _money(cell):
    if isinstance(cell, Decimal):
        return cell
    text = folded(cell).upper() if isinstance(cell, str) else ""
    match = re.fullmatch(r"(\()? ?([+-]?) ?(?:R\$)? ?([+-]?) ?([0-9.,]+) ?(\))?", text)
    if not match or bool(match[1]) != bool(match[5]):
        raise Unreadable
    signs = match[2] + match[3]
    if len(signs) + bool(match[1]) > 1:
        raise Unreadable
    amount = _unsigned(match[4])
    return -amount if match[1] or signs == "-" else amount


def _unsigned(digits):
    if re.fullmatch(rf"(?:[0-9]+|[0-9]{{1,3}}{GROUP}+),[0-9]+", digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    if re.fullmatch(rf"[0-9]{{1,3}}{GROUP}{{2,}}", digits):
        return Decimal(digits.replace(".", ""))
    if re.fullmatch(r"[0-9]+", digits) or re.fullmatch(r"[0-9]+\.[0-9]+", digits) and not re.fullmatch(
            r"[0-9]+\.[0-9]{3}", digits):
        return Decimal(digits)
    raise Unreadable


def _date(cell):
    if isinstance(cell, datetime.date):
        return cell
    text = folded(cell) if isinstance(cell, str) else ""
    if match := re.fullmatch(r"([0-9]{2})/([0-9]{2})/([0-9]{4})", text):
        day, month, year = match.groups()
    elif match := re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text):
        year, month, day = match.groups()
    else:
        raise Unreadable
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        raise Unreadable from None


def _parcela(cell):
    if isinstance(cell, Decimal) and cell == cell.to_integral_value():
        return int(cell)
    if isinstance(cell, str) and (
            match := re.fullmatch(r"([0-9]+)(?: ?/ ?[0-9]+| de [0-9]+)?", folded(cell), re.IGNORECASE)):
        return int(match[1])
    raise Unreadable
