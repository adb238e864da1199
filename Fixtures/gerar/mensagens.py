"""Writes the binary inputs of the folders of erros/ that no other script makes. Plain Python will do."""

import os
import stat
import struct
import zipfile

ERROS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "erros")
EPOCH = (1980, 1, 1, 0, 0, 0)

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
BASE = (
    '{"formato": "comissoes.base", "versao": 1, "mes": "2025-02", "nome": "", "fontes": [],'
    ' "alertas": [], "clientes": [], "relatorios": []}\n'
)


def main():
    put("planilhas/xlsb/binaria.xlsb", {"xl/workbook.bin": ""})
    put("planilhas/word/carta.docx", {"word/document.xml": "<document/>"})
    put("planilhas/numbers/gestores.numbers", {"Index/Document.iwa": ""})
    put("planilhas/sem-abas/so-graficos.xlsx", charts_only())
    put("dados/importar-que-nao-confere/copia.zip", {"bases/2025-01.json": BASE})
    put("dados/importar-grande-demais/copia.zip", {"bases/2025-01.json": BASE})
    enlarge("dados/importar-grande-demais/copia.zip", len(BASE.encode()), 1 << 30)
    put("dados/importar-um-link/copia.zip", {"bases/2025-01.json": "/etc/passwd"}, link=True)


def charts_only():
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": relationships("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Gráfico1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships("chartsheet", "chartsheets/sheet1.xml"),
        "xl/chartsheets/sheet1.xml": f'<chartsheet xmlns="{MAIN}"/>',
    }


def enlarge(path, size, told):
    """Makes both headers of the only file of an archive tell another size."""
    path = os.path.join(ERROS, path)
    with open(path, "rb") as file:
        data = bytearray(file.read())
    for place in (22, data.index(b"PK\1\2") + 24):
        assert data[place : place + 4] == struct.pack("<I", size)
        data[place : place + 4] = struct.pack("<I", told)
    with open(path, "wb") as file:
        file.write(data)


def relationships(kind, target):
    return (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def put(path, parts, link=False):
    path = os.path.join(ERROS, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, EPOCH)
            info.create_system = 3  # Unix: only there the kind of a file is told.
            info.external_attr = ((stat.S_IFLNK if link else stat.S_IFREG) | 0o644) << 16
            archive.writestr(info, text.encode())


if __name__ == "__main__":
    main()
