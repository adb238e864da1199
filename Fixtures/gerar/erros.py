"""Writes the workbooks of erros/planilhas and erros/avisos: small files that must be refused or
remarked upon, each in the folder named for why.

The two protected ones (password `segredo`) have new random salts at every run; they are left
alone when they are there. Delete them to have them made anew. `protegido.xls` is written by
LibreOffice, whose Python bridge belongs to the system's own interpreter.
"""

import io
import os
import subprocess
import zipfile
from datetime import date

import msoffcrypto
import openpyxl

import comum

OUT = os.path.join(comum.ROOT, "erros")
AVISOS = ("coluna-repetida", "celulas-ilegiveis")
PASSWORD = "segredo"
PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""
TEXT = "Olá! Segue em anexo a planilha do mês.\nQualquer dúvida, é só chamar.\n"

COMISSAO, STATUS = comum.GESTORES.index("COMISSÃO"), comum.GESTORES.index("STATUS")


def main():
    comum.pasta(OUT)
    put("vazio.xlsx", b"")
    put("documento.pdf", PDF)
    put("texto-com-nome-de-planilha.xls", TEXT.encode())
    put("sem-planilha.zip.xlsx", zip_without_workbook())
    gestores = workbook_gestores(people())
    put("cortado.xlsx", gestores[:len(gestores) * 6 // 10])
    epr = workbook_epr()
    put("cortado.xls", epr[:len(epr) // 2])
    put("sem-cabecalho.xlsx", workbook_without_header())
    put("coluna-faltando.xlsx", workbook_gestores(people(), without=(COMISSAO, STATUS)))
    put("coluna-repetida.xlsx", workbook_gestores(people(), again=COMISSAO))
    put("celulas-ilegiveis.xlsx", workbook_gestores(unreadable()))
    if not os.path.exists(at("protegido.xlsx")):
        put("protegido.xlsx", encrypted(gestores))
    if not os.path.exists(at("protegido.xls")):
        encrypt_xls()


def at(name):
    folder = name.split(".")[0]
    return comum.pasta(os.path.join(OUT, "avisos" if folder in AVISOS else "planilhas", folder)) + "/" + name


def put(name, content):
    with open(at(name), "wb") as file:
        file.write(content)


def content_of(write, *arguments, **options):
    """What a writer that wants a path would have put there."""
    path = os.path.join(OUT, ".provisorio")
    write(path, *arguments, **options)
    with open(path, "rb") as file:
        content = file.read()
    os.remove(path)
    return content


def people():
    rng = comum.gerador("erros")
    return [
        comum.linha_gestores(rng, 1, "LEVI DE SANTANA LIMA", "PIX", "ENTROU", 350.9805),
        comum.linha_gestores(rng, 2, "CLEONICE LAYS TRINDADE RIBEIRO", "FIN + IMOB", "EM ABERTO", 331.4805),
    ]


# COMISSÃO, FORMA and STATUS of rows of which at least one cell cannot be read.
UNREADABLE = (
    ("#DIV/0!", "PIX", "ENTROU"), ("#N/A", "PIX", "ENTROU"), ("a combinar", "PIX", "ENTROU"),
    ("1.234", "PIX", "ENTROU"), ("32/13/2025", "PIX", "ENTROU"), ("1,2,3", "PIX", "ENTROU"),
    ("1.23.456", "PIX", "ENTROU"), ("12.34,5", "PIX", "ENTROU"), ("R$", "PIX", "ENTROU"),
    ("US$ 10,00", "PIX", "ENTROU"), ("350,98 reais", "PIX", "ENTROU"), ("(10,00", "PIX", "ENTROU"),
    ("--10,00", "PIX", "ENTROU"), ("1e3", "PIX", "ENTROU"), ("٣٥٠", "PIX", "ENTROU"),
    ("#VALUE!", "FIN + IMOB", "EM ABERTO"), ("#REF!", "FIN + IMOB", "EM ABERTO"),
    (True, "PIX", "ENTROU"), (date(2025, 11, 3), "PIX", "ENTROU"),
    (300, "PIX", "A VERIFICAR"), (301, "PIX", "ENTROU?"), (302, "PIX", 7), (303, "PIX", "#N/A"),
    (304, "#N/A", "ENTROU"),
)


def unreadable():
    rng = comum.gerador("ilegiveis")
    rows = [
        comum.linha_gestores(rng, n, f"CLIENTE {n:02}", forma, status, comissao)
        for n, (comissao, forma, status) in enumerate(UNREADABLE, 1)
    ]
    rows.append(comum.linha_gestores(rng, len(rows) + 1, "#N/A", "PIX", "ENTROU", 305))
    return rows


def workbook_gestores(rows, without=(), again=None):
    order = [at for at in range(len(comum.GESTORES)) if at not in without]
    order += [] if again is None else [again]
    picked = [tuple(row[at] for at in order) for row in rows]
    header = tuple(comum.GESTORES[at] for at in order)
    return content_of(comum.escrever_gestores, picked, formatted_after=3, header=header)


def workbook_epr():
    rng = comum.gerador("epr")
    return content_of(comum.escrever_epr, [
        comum.linha_epr(rng, comum.nome_inventado(rng), date(2025, 10, day)) for day in range(1, 29)
    ])


def workbook_without_header():
    book = openpyxl.Workbook()
    book.active.title = "Plan1"
    for row in (("Lista de compras",), ("Cimento", 10), ("Areia", 3)):
        book.active.append(row)
    return content_of(lambda path: comum.salvar(book, path))


def zip_without_workbook():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("leia-me.txt", comum.ZIP_EPOCH), TEXT)
    return buffer.getvalue()


def encrypted(workbook):
    """The OOXML package of Excel's own encryption: an OLE2 file with EncryptedPackage."""
    out = io.BytesIO()
    msoffcrypto.OfficeFile(io.BytesIO(workbook)).encrypt(PASSWORD, out)
    return out.getvalue()


def encrypt_xls():
    source = os.path.join(OUT, ".provisorio.xls")
    with open(source, "wb") as file:
        file.write(workbook_epr())
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "protegido_xls.py")
    try:
        subprocess.run(["/usr/bin/python3", script, source, at("protegido.xls"), PASSWORD], check=True)
    finally:
        os.remove(source)


if __name__ == "__main__":
    main()
