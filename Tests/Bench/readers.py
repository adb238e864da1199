"""Other readers of spreadsheets: `readers.py READER [FILE]`, or with `--hash` before them.

Reads every cell of the first sheet in the reader's own quickest way. Without FILE it only loads the reader, which is
the reader's own start-up. `--hash` prints the number of cells and their hash, as `cells --hash` does
(Tests/Bench/Cells/CellHash.swift); of xlsx2csv, which writes text, only the number.
"""

import collections
import datetime
import struct
import sys
import zlib

SERIAL_0 = datetime.datetime(1899, 12, 30)
ONE_MILLISECOND = datetime.timedelta(milliseconds=1)


class Hash:
    """Of each row the CRC-32 of its number and cells, and of these the sum."""

    def __init__(self):
        self.count = 0
        self.sum = 0

    def add(self, index, values):
        row = [struct.pack("<I", index)]
        for column, value in enumerate(values):
            if value is None or value == "":
                continue
            row.append(struct.pack("<H", column) + encoded(value))
            self.count += 1
        if len(row) > 1:
            self.sum += zlib.crc32(b"".join(row))

    def __str__(self):
        return f"{self.count} {self.sum % 2**64:x}"


def encoded(value):
    if isinstance(value, bool):
        return b"b" + bytes([value])
    if isinstance(value, str):
        text = value.encode()
        return b"s" + struct.pack("<I", len(text)) + text
    if isinstance(value, datetime.date):
        if not isinstance(value, datetime.datetime):
            value = datetime.datetime(value.year, value.month, value.day)
        return b"d" + struct.pack("<q", (value - SERIAL_0) // ONE_MILLISECOND)
    return b"n" + struct.pack("<d", value)


# Each loads its package, and returns a function that reads a file and one that yields its rows.


def calamine():
    from python_calamine import CalamineWorkbook

    def read(path):
        # The sheet as the Rust library has it: no Python object for each cell.
        CalamineWorkbook.from_path(path).get_sheet_by_index(0)

    def rows(path):
        sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0)
        return enumerate(sheet.iter_rows(), sheet.start[0])

    return read, rows


def fastexcel():
    import fastexcel
    import polars  # noqa: F401  (fastexcel loads it when asked for a frame)

    def frame(path, **options):
        return fastexcel.read_excel(path).load_sheet(0, **options).to_polars()

    def rows(path):
        with_header = frame(path)
        return enumerate([with_header.columns, *with_header.iter_rows()])

    return frame, rows


def openpyxl():
    import openpyxl

    def rows(path):
        book = openpyxl.load_workbook(path, read_only=True)
        return enumerate(book.worksheets[0].iter_rows(values_only=True))

    def read(path):
        collections.deque(rows(path), maxlen=0)

    return read, rows


def pandas():
    import openpyxl  # noqa: F401  (pandas loads them when it meets a file)
    import pandas
    import xlrd  # noqa: F401

    def rows(path):
        frame = pandas.read_excel(path, keep_default_na=False, na_filter=False)
        return enumerate([list(frame.columns), *frame.itertuples(index=False)])

    return pandas.read_excel, rows


def xlrd():
    import xlrd

    def read(path):
        sheet = xlrd.open_workbook(path).sheet_by_index(0)
        for row in range(sheet.nrows):
            sheet.row_values(row)

    def rows(path):
        book = xlrd.open_workbook(path)
        sheet = book.sheet_by_index(0)

        def value(cell):
            if cell.ctype == xlrd.XL_CELL_DATE:
                return xlrd.xldate_as_datetime(cell.value, book.datemode)
            return cell.value

        return ((row, [value(cell) for cell in sheet.row(row)]) for row in range(sheet.nrows))

    return read, rows


def xlsx2csv():
    import csv
    import tempfile

    from xlsx2csv import Xlsx2csv

    def read(path):
        Xlsx2csv(path, outputencoding="utf-8").convert("/dev/null")

    def rows(path):
        with tempfile.NamedTemporaryFile("r", newline="", encoding="utf-8") as file:
            Xlsx2csv(path, outputencoding="utf-8").convert(file.name)
            yield from enumerate(csv.reader(file))

    return read, rows


READERS = {load.__name__: load for load in (calamine, fastexcel, openpyxl, pandas, xlrd, xlsx2csv)}


def main(words):
    hashed = words[:1] == ["--hash"]
    reader, *files = words[hashed:]
    read, rows = READERS[reader]()
    for path in files:
        if hashed:
            total = Hash()
            for index, values in rows(path):
                total.add(index, values)
            print(total)
        else:
            read(path)


if __name__ == "__main__":
    main(sys.argv[1:])
