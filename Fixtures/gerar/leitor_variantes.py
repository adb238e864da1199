#!/usr/bin/env python3
"""One workbook as several programs write it, and in packages as odd as any zip program makes them.

    python3 Fixtures/gerar/leitor_variantes.py

openpyxl 3.1.5, gnumeric 1.12 (`ssconvert`), Python's zipfile, Info-ZIP (`zip`). The files are
committed in planilhas/variantes; neither building nor testing needs this script.
"""
import io
import pathlib
import re
import subprocess
import tempfile
import warnings
import zipfile

from portais import FIXTURES, book

TARGET = FIXTURES / "planilhas" / "variantes"
GNUMERIC = {
    "excel_biff7": "gnumeric-biff5.xls",
    "excel_biff8": "gnumeric-biff8.xls",
    "excel_dsf": "gnumeric-book-e-workbook.xls",
    "xlsx": "gnumeric.xlsx",
}
SHEET = "xl/worksheets/sheet1.xml"


class Pipe(io.RawIOBase):
    """A target that cannot be rewound: what is written to it has data descriptors."""

    def __init__(self):
        self.content = bytearray()

    def writable(self):
        return True

    def write(self, piece):
        self.content += piece
        return len(piece)


def package(target, parts, zip64=False, repeated=None):
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        if repeated:
            archive.writestr(*repeated)
        for name, content in parts:
            with archive.open(name, "w", force_zip64=zip64) as entry:
                entry.write(content)


def utf16(name, content):
    if name.endswith((".xml", ".rels")):
        text = re.sub(r"<\?xml[^>]*\?>", "", content.decode())
        content = ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16")
    return name, content


def variants(source):
    with zipfile.ZipFile(source) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    made = {}

    def make(name, parts, **options):
        target = io.BytesIO()
        package(target, parts, **options)
        made[name] = target.getvalue()

    pipe = Pipe()
    package(pipe, parts)
    made["zip-descritores.xlsx"] = bytes(pipe.content)
    make("zip64.xlsx", parts, zip64=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        make("zip-parte-repetida.xlsx", parts, repeated=(SHEET, b"<worksheet/>"))
    made["zip-lixo-antes.xlsx"] = b"#!/bin/sh\nexit 0\n" + pathlib.Path(source).read_bytes()
    make("nomes-em-maiusculas.xlsx", [(name.upper(), content) for name, content in parts])
    make("barras-invertidas.xlsx", [(name.replace("/", "\\"), content) for name, content in parts])
    make("partes-em-utf16.xlsx", [utf16(*part) for part in parts])
    make("partes-com-bom.xlsx", [(name, b"\xef\xbb\xbf" + content) for name, content in parts])
    dotnet = lambda content: b'<?xml version="1.0" encoding="utf-16"?>' + re.sub(rb"<\?xml[^>]*\?>", b"", content)
    make("utf8-que-se-diz-utf16.xlsx", [(name, dotnet(content)) for name, content in parts])
    return made


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "livro.xlsx"
        book(source)
        for kind, name in GNUMERIC.items():
            command = ["ssconvert", "-T", f"Gnumeric_Excel:{kind}", str(source), str(TARGET / name)]
            subprocess.run(command, check=True, capture_output=True)
        # What openpyxl writes has no results of formulas: gnumeric's file goes on from here.
        for name, content in variants(TARGET / "gnumeric.xlsx").items():
            (TARGET / name).write_bytes(content)
        # Info-ZIP, as somebody who unpacked the workbook and packed it again.
        with zipfile.ZipFile(TARGET / "gnumeric.xlsx") as archive:
            archive.extractall(pathlib.Path(folder) / "aberto")
        again = TARGET / "infozip.xlsx"
        again.unlink(missing_ok=True)
        subprocess.run(["zip", "-q", "-X", "-r", "-fd", str(again), "."], cwd=pathlib.Path(folder) / "aberto", check=True)


if __name__ == "__main__":
    main()
