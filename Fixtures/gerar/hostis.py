"""Writes hostis/: small files that ask for too much or contradict themselves, named for how, and
hostis/esperado.tsv: of each the exit code of `planilha exportar` and a text its message must hold.

Needs nothing but Python. What cannot be small, the tests make themselves.
"""

import os
import random
import struct
import zlib

import comum

OUT = os.path.join(comum.ROOT, "hostis")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
SHEET = "xl/worksheets/sheet1.xml"
MIB = 1 << 20

table = []


def main():
    comum.pasta(OUT)
    zips()
    inflating()
    xml()
    cells()
    compound_files()
    records()
    other_kinds()
    pages()
    xml_spreadsheets()
    separated_texts()
    with open(os.path.join(OUT, "esperado.tsv"), "w") as file:
        file.write("arquivo\tsaida\tmensagem\n")
        for row in sorted(table):
            file.write("\t".join(map(str, row)) + "\n")


def put(name, content, status, says=""):
    with open(os.path.join(OUT, name), "wb") as file:
        file.write(content)
    table.append((name, status, says))


# Zip archives


def deflate(content):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


class Entry:
    def __init__(self, name, content, **lies):
        self.name = name if isinstance(name, bytes) else name.encode()
        self.content = content if isinstance(content, bytes) else content.encode()
        self.lies = lies


def archive(entries, comment=b""):
    """A zip archive; what an entry lies about stands in its central record."""
    data, directory, offsets = b"", b"", {}
    for entry in entries:
        lies = entry.lies
        method = lies.get("method", 8)
        packed = lies.get("packed")
        if packed is None:
            packed = deflate(entry.content) if method == 8 else entry.content
        crc = lies.get("crc", zlib.crc32(entry.content))
        if "same_as" in lies:
            offset = offsets[lies["same_as"]]
        else:
            offset = len(data)
            data += struct.pack(
                "<IHHHHHIIIHH", 0x04034B50, 20, 0, method, 0, 0x21, crc, len(packed),
                len(entry.content), len(entry.name), 0) + entry.name + packed
        offsets[entry.name] = offset
        extra = lies.get("extra", b"")
        directory += struct.pack(
            "<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, lies.get("flags", 0), method, 0, 0x21, crc,
            lies.get("compressed", len(packed)), lies.get("inflated", len(entry.content)),
            len(entry.name), len(extra), 0, 0, 0, 0, lies.get("offset", offset),
        ) + entry.name + extra
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(entries) & 0xFFFF, len(entries) & 0xFFFF,
                      len(directory), len(data), len(comment))
    return data + directory + end + comment


def relationships(items):
    body = "".join(
        f'<Relationship Id="{id}" Type="{REL}/{kind}" Target="{target}"/>'
        for id, kind, target in items)
    return f'<Relationships xmlns="{PACKAGE_REL}">{body}</Relationships>'


def sheet(rows):
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def row(number, *cells):
    return f'<row r="{number}">{"".join(cells)}</row>'


def inline(place, text):
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def number(place, value):
    return f'<c r="{place}"><v>{value}</v></c>'


def parts(rows=None, shared=None, styles=None, names=("Plan1",), sheet_xml=None):
    """The parts of a sound workbook, by name."""
    if rows is None:
        rows = "".join(row(n, inline(f"A{n}", f"CLIENTE {n}"), number(f"B{n}", n * 1.5))
                       for n in range(1, 40))
    listed = "".join(f'<sheet name="{name}" sheetId="{i + 1}" r:id="rId{i + 1}"/>'
                     for i, name in enumerate(names))
    result = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"/>',
        "_rels/.rels": relationships([("rId1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml":
            f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(
            [(f"rId{i + 1}", "worksheet", f"worksheets/sheet{i + 1}.xml")
             for i in range(len(names))]
            + [("rIdS", "sharedStrings", "sharedStrings.xml"), ("rIdT", "styles", "styles.xml")]),
        SHEET: sheet_xml if sheet_xml is not None else sheet(rows),
    }
    for index in range(1, len(names)):
        result[f"xl/worksheets/sheet{index + 1}.xml"] = result[SHEET]
    if shared is not None:
        result["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{shared}</sst>'
    if styles is not None:
        result["xl/styles.xml"] = f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'
    return result


def xlsx(lies=None, replace=None, add=(), **kinds):
    """A workbook.

    lies: of entries, by name. replace: other contents, by name; None leaves the part out.
    """
    contents = parts(**kinds)
    contents.update(replace or {})
    entries = [Entry(name, content, **(lies or {}).get(name, {}))
               for name, content in contents.items() if content is not None]
    return archive(entries + list(add))


def zips():
    whole = xlsx()
    for sixteenth in range(1, 16):
        put(f"zip-cortado-{sixteenth:02}-de-16.xlsx", whole[:len(whole) * sixteenth // 16], 65,
            "danificado")
    put("zip-crc-errado.xlsx", xlsx({SHEET: {"crc": 0xDEADBEEF}}), 65, "soma de verificação")
    put("zip-metodo-desconhecido.xlsx", xlsx({SHEET: {"method": 99}}), 65, "descompactado")
    put("zip-cifrado.xlsx", xlsx({SHEET: {"flags": 1}}), 65, "senha")
    put("zip-deflate-invalido.xlsx", xlsx({SHEET: {"packed": b"\xff" * 200}}), 65, "descompactado")
    packed = deflate(sheet("").encode())
    put("zip-deflate-sem-fim.xlsx", xlsx({SHEET: {"packed": packed[:-8]}}), 65, "danificado")
    put("zip-deflate-vazio.xlsx", xlsx({SHEET: {"packed": b""}}), 65, "termina antes da hora")
    put("zip-tamanho-inflado-enorme.xlsx", xlsx({SHEET: {"inflated": 0xFFFFFFFE}}), 0)
    put("zip-tamanho-inflado-zero.xlsx", xlsx({SHEET: {"inflated": 0}}), 0)
    put("zip-tamanho-comprimido-enorme.xlsx", xlsx({SHEET: {"compressed": 0xFFFFFFFE}}), 0)
    put("zip-tamanho-comprimido-menor.xlsx", xlsx({SHEET: {"compressed": 10}}), 65,
        "termina antes da hora")
    put("zip-guardado-maior-que-o-arquivo.xlsx",
        xlsx({SHEET: {"method": 0, "compressed": 0x7FFFFFFF}}), 65, "danificado")
    put("zip-deslocamento-fora.xlsx", xlsx({SHEET: {"offset": 0x7FFFFFFF}}), 65,
        "termina antes da hora")
    put("zip-deslocamento-errado.xlsx", xlsx({SHEET: {"offset": 3}}), 65, "se contradiz")
    wide = struct.pack("<HHQQQ", 1, 24, 1 << 63, 1 << 63, 1 << 63)
    put("zip-zip64-alem-do-mundo.xlsx",
        xlsx({SHEET: {"compressed": 0xFFFFFFFF, "inflated": 0xFFFFFFFF, "offset": 0xFFFFFFFF,
                      "extra": wide}}), 65, "termina antes da hora")
    wide = struct.pack("<HHQQQ", 1, 24, (1 << 63) - 1, (1 << 63) - 1, (1 << 63) - 1)
    put("zip-zip64-no-fim-do-mundo.xlsx",
        xlsx({SHEET: {"compressed": 0xFFFFFFFF, "inflated": 0xFFFFFFFF, "offset": 0xFFFFFFFF,
                      "extra": wide}}), 65, "termina antes da hora")
    put("zip-campo-extra-que-nao-cabe.xlsx",
        xlsx({SHEET: {"extra": struct.pack("<HH", 1, 0xFFFF)}}), 0)
    end = len(whole) - 22
    locator = struct.pack("<IIQI", 0x07064B50, 0, end, 1)
    put("zip-localizador-para-si-mesmo.xlsx", whole[:end] + locator + whole[end:], 0)
    put("zip-diretorio-vazio.xlsx",
        b"PK\x03\x04" + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 0, 0, 0, 0, 0), 65, "zip")
    put("zip-diretorio-fora.xlsx", whole[:end + 12] + b"\xff" * 8 + whole[end + 20:], 65,
        "danificado")
    put("zip-contagem-mentida.xlsx", whole[:end + 8] + b"\xff\xff\xff\xff" + whole[end + 12:], 0)
    put("zip-comentario-que-nao-cabe.xlsx", whole[:-2] + b"\xff\xff", 65, "danificado")
    put("zip-nome-com-nul.xlsx",
        xlsx(add=[Entry(b"xl/worksheets/sheet1.xml\0.txt", "nada"), Entry(b"\0", "nada")]), 0)
    put("zip-nome-com-bidi-e-escape.xlsx", xlsx(replace={
        "xl/_rels/workbook.xml.rels": relationships(
            [("rId1", "worksheet", "worksheets/\u202e\u2066&#x9;slx.1teehs")])}), 65,
        "falta essa parte")
    put("zip-nome-que-nao-e-utf8.xlsx", xlsx(add=[Entry(b"\xff\xfe\x80", "nada")]), 0)
    put("zip-caminho-para-fora.xlsx", xlsx(
        replace={"xl/_rels/workbook.xml.rels": relationships(
            [("rId1", "worksheet", "../../../../../../etc/passwd")])},
        add=[Entry("../../etc/passwd", "nada")]), 65, "danificado")
    put("zip-caminho-de-url.xlsx", xlsx(replace={"xl/_rels/workbook.xml.rels": relationships(
        [("rId1", "worksheet", "http://127.0.0.1:9/sheet1.xml")])}), 65, "falta essa parte")
    deep = "a/" * 30_000 + "workbook.xml"
    put("zip-caminho-de-sessenta-mil-letras.xlsx",
        archive([Entry("_rels/.rels", relationships([("rId1", "officeDocument", deep)])),
                 Entry(deep, "<workbook/>")]), 65, "zip")
    nested = whole
    for level in range(4):
        nested = archive([Entry(f"nivel{level}-{copy}.zip", nested) for copy in range(10)])
    put("zip-dentro-de-zip.xlsx", nested, 65, "zip")


def inflating():
    """Bombs: little in the file, much once inflated."""
    blank = b" " * (40 * MIB)
    whole = sheet("").encode()
    bomb = whole.replace(b"</sheetData>", blank + b"</sheetData>")
    put("bomba-de-espacos.xlsx", xlsx(sheet_xml=bomb), 65, "limites.taxa_de_compressao")
    put("bomba-de-linhas.xlsx", xlsx(sheet_xml=sheet("<row/>" * (20 * MIB // 6))), 65,
        "limites.linhas")
    put("bomba-de-textos-compartilhados.xlsx", xlsx(shared="<si/>" * (20 * MIB // 5)), 65,
        "limites.taxa_de_compressao")
    put("bomba-de-estilos.xlsx",
        xlsx(styles="<cellXfs>" + '<xf numFmtId="14"/>' * MIB + "</cellXfs>"), 65,
        "limites.taxa_de_compressao")
    put("bomba-de-relacoes.xlsx", xlsx(replace={"xl/_rels/workbook.xml.rels": relationships(
        [("rId1", "worksheet", "worksheets/sheet1.xml")] * 10_001)}), 65, "limites.partes_do_zip")
    put("bomba-de-tipos.xlsx", xlsx(replace={"[Content_Types].xml": f'<Types xmlns="{TYPES}">'
        + '<Override PartName="/xl/a.xml" ContentType="text/xml"/>' * 10_001 + "</Types>"}), 65,
        "limites.partes_do_zip")
    put("bomba-ao-lado.xlsx", xlsx(add=[Entry("docProps/app.xml", blank)]), 0)
    filler = sheet("<row/>" * MIB)
    names = [f"Plan{n}" for n in range(1, 60)]
    over = parts(names=names, sheet_xml=filler)
    entries = [Entry(name, content, **({"same_as": SHEET.encode()} if name.startswith(
        "xl/worksheets") and name != SHEET else {})) for name, content in over.items()]
    put("bomba-sobreposta.xlsx", archive(entries), 65, "limites.taxa_de_compressao")
    put("bomba-de-uma-parte-em-muitas-abas.xlsx", xlsx(
        names=["Plan1"], sheet_xml=filler, replace={
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>' + "".join(
                f'<sheet name="P{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 900))
            + "</sheets></workbook>"}), 65, "limites.taxa_de_compressao")
    put("bomba-de-abas.xlsx", xlsx(replace={
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>' + "".join(
            f'<sheet name="P{n}" sheetId="{n}" r:id="rId1"/>' for n in range(5001))
        + "</sheets></workbook>"}), 65, "limites.abas")
    put("bomba-de-texto-repetido.xlsx", xlsx(
        shared=f"<si><t>{'A' * 32767}</t></si>",
        rows="".join(row(n, f'<c r="A{n}" t="s"><v>0</v></c>') for n in range(1, 5001))), 65,
        "limites.taxa_de_textos")
    put("bomba-de-uma-celula-repetida.xlsx",
        xlsx(rows=row(1, number("B1", 1), number("A1", 7) * 300_000)), 0)
    put("bomba-de-um-texto-repetido-na-mesma-celula.xlsx",
        xlsx(rows=row(1, *[inline("A1", "x" * 30_000)] * 2500)), 65, "limites.t")


def with_dtd(dtd, body="&a;"):
    return (f'<?xml version="1.0"?><!DOCTYPE worksheet {dtd}><worksheet xmlns="{MAIN}">'
            f'<sheetData><row><c t="inlineStr"><is><t>{body}</t></is></c></row></sheetData>'
            f"</worksheet>")


def attributes(count):
    return "".join(f' a{n}="1"' for n in range(count))


def xml():
    laughs = '<!ENTITY l0 "ha">' + "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    for name, content in {
        "bilhao-de-risadas": with_dtd(f"[{laughs}]", "&l9;"),
        "crescimento-quadratico": with_dtd(f'[<!ENTITY a "{"A" * 50_000}">]', "&a;" * 50_000),
        "entidade-de-arquivo": with_dtd('[<!ENTITY a SYSTEM "file:///etc/passwd">]'),
        "entidade-de-http": with_dtd('[<!ENTITY a SYSTEM "http://127.0.0.1:9/x">]'),
        "entidade-de-dispositivo": with_dtd('[<!ENTITY a SYSTEM "file:///dev/random">]'),
        "entidade-de-parametro":
            with_dtd('[<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]', ""),
        "entidade-recursiva": with_dtd('[<!ENTITY a "&b;"><!ENTITY b "&a;">]'),
        "dtd-externa": with_dtd('SYSTEM "http://127.0.0.1:9/x.dtd"', ""),
        "dtd-publica": with_dtd('PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://127.0.0.1:9/x"', ""),
        "dtd-de-nada": with_dtd("", ""),
        "dtd-com-atributos-de-praxe":
            with_dtd('[<!ATTLIST c t CDATA "s">]', ""),
    }.items():
        put(f"xml-{name}.xlsx", xlsx(sheet_xml=content), 65, "DTD")
    put("xml-dtd-em-utf16.xlsx",
        xlsx(sheet_xml=("\ufeff" + with_dtd('[<!ENTITY a "b">]')).encode("utf-16-le")), 65, "DTD")
    put("xml-dtd-nos-textos.xlsx", xlsx(replace={"xl/sharedStrings.xml":
        with_dtd('[<!ENTITY a SYSTEM "file:///etc/passwd">]')}), 65, "DTD")
    put("xml-dtd-nas-relacoes.xlsx", xlsx(replace={"_rels/.rels": with_dtd("[]")}), 65, "DTD")
    for name, content, status, says in [
        ("entidade-nao-declarada", sheet(row(1, inline("A1", "&nbsp;"))), 65, "XML inválido"),
        ("xinclude", sheet('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" '
                           'href="file:///etc/passwd" parse="text"/>'), 0, ""),
        ("folha-de-estilo", '<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?>' + sheet(""), 0,
         ""),
        ("esquema", sheet("").replace("<worksheet", "<worksheet xmlns:xsi='http://www.w3.org/2001/"
         "XMLSchema-instance' xsi:schemaLocation='a http://127.0.0.1:9/x.xsd'"), 0, ""),
        ("cem-mil-niveis", sheet("<a>" * 100_000), 65, "limites.niveis_de_xml"),
        ("cem-mil-atributos", sheet(f"<row{attributes(1000) * 100}/>"), 65,
         "limites.atributos_de_xml"),
        ("muitas-vezes-mil-atributos", sheet(f"<row{attributes(1000)}/>" * 500), 65,
         "limites.atributos_de_xml"),
        ("atributos-com-maior-que", sheet("<row" + "".join(
            f" a{n}='>>'" for n in range(5000)) + "/>"), 65, "limites.atributos_de_xml"),
        ("espacos-de-nomes-aninhados", sheet("".join(
            "<a" + "".join(f' xmlns:p{level}x{n}="u"' for n in range(100)) + ">"
            for level in range(150))), 65, "limites.atributos_de_xml"),
        ("trinta-mil-nomes", sheet("".join(f"<a{n:x}/>" for n in range(30_000))), 65,
         "limites.nomes_de_xml"),
        ("trinta-mil-nomes-de-atributos", sheet("".join(f'<a x{n:x}=""/>' for n in range(30_000))), 65,
         "limites.nomes_de_xml"),
        ("atributo-de-dois-mib", sheet(f'<row a="{"x" * (2 * MIB)}"/>'), 65,
         "limites.etiqueta_de_xml_kib"),
        ("espacos-dentro-da-etiqueta", sheet(f"<row{' ' * (2 * MIB)}/>"), 65,
         "limites.etiqueta_de_xml_kib"),
        ("etiqueta-sem-fim", sheet(f"<row {'a' * 900_000}"), 65, "XML inválido"),
        ("comentario-de-doze-mib", sheet(f"<!--{'x' * (12 * MIB)}-->"), 65, "XML inválido"),
        ("instrucao-de-doze-mib", sheet(f"<?x {'x' * (12 * MIB)}?>"), 65, "XML inválido"),
        ("cdata-de-um-mib", sheet(f"<row><c t='str'><v><![CDATA[{'x' * MIB}]]></v></c>"
                                    "</row>"), 65, "limites.caracteres_por_celula"),
        ("texto-de-doze-mib", sheet(row(1, inline("A1", "x" * (12 * MIB)))), 65,
         "limites.caracteres_por_celula"),
        ("nome-de-sessenta-mil-letras", sheet(f"<{'a' * 60_000}/>"), 65, "XML inválido"),
        ("referencias-de-caracteres", sheet(row(1, inline("A1", "&#65;" * 32_767))), 0, ""),
        ("caractere-de-controle", sheet(row(1, inline("A1", "a\x01b"))), 65, "XML inválido"),
        ("referencia-a-nul", sheet(row(1, inline("A1", "&#0;"))), 65, "XML inválido"),
        ("nul", sheet(row(1, inline("A1", "a\0b"))), 65, "XML inválido"),
        ("controle-por-escape", sheet(row(1, inline("A1", "a_x0001__x0000__x001B_[31m"))), 0, ""),
        ("metade-de-par-por-escape", sheet(row(1, inline("A1", "_xD800__xDC00_ _xDC00_"))), 0, ""),
        ("duas-raizes", sheet("") * 2, 65, "XML inválido"),
        ("aspas-sem-fim", sheet('<row r="1'), 65, "XML inválido"),
        ("sem-fim", sheet("")[:-5], 65, "XML inválido"),
        ("so-declaracao", '<?xml version="1.0"?>', 65, "XML inválido"),
        ("declaracao-sem-fim", "<?xml " + " " * 500 + 'version="1.0"?>' + sheet(""), 65,
         "XML inválido"),
        ("atributo-repetido", sheet('<row r="1" r="2"/>'), 65, "XML inválido"),
        ("utf8-invalido", sheet(row(1, inline("A1", "@"))).encode().replace(b"@", b"\xc3\x28"), 65,
         "XML inválido"),
        ("utf8-longo-demais", sheet(row(1, inline("A1", "@"))).encode()
         .replace(b"@", b"\xc0\xbc"), 65, "XML inválido"),
        ("utf16-sem-par", ("\ufeff" + sheet(row(1, inline("A1", "@")))).encode("utf-16-le")
         .replace(b"@\0", b"\x00\xd8"), 65, "XML inválido"),
        ("utf16-com-mil-atributos", ("\ufeff" + sheet("<row" + "".join(
            f' \u4e3c{n}="\u3c3c"' for n in range(1000)) + "/>")).encode("utf-16-be"), 65,
         "limites.atributos_de_xml"),
        ("utf7", '<?xml version="1.0" encoding="UTF-7"?>' + sheet(""), 65, "XML inválido"),
        ("ebcdic", ('<?xml version="1.0" encoding="IBM037"?>' + sheet("")).encode("cp037"), 65,
         "XML inválido"),
        ("codificacao-trocada-no-caminho", ('\ufeff<?xml version="1.0" encoding="IBM037"?>'
         + sheet("")).encode("utf-16-le"), 65, "XML inválido"),
        ("utf32", sheet("").encode("utf-32"), 65, "XML inválido"),
    ]:
        put(f"xml-{name}.xlsx", xlsx(sheet_xml=content), status, says)


def cells():
    shared = "<si><t>UM</t></si>"
    for name, content, status, says in [
        ("indice-de-texto-fora", '<c r="A1" t="s"><v>999999999</v></c>', 65, "célula A1"),
        ("indice-de-texto-negativo", '<c r="A1" t="s"><v>-1</v></c>', 65, "célula A1"),
        ("indice-de-texto-sem-fim", f'<c r="A1" t="s"><v>{"9" * 40}</v></c>', 65, "célula A1"),
        ("linha-a-mais", number("A1048577", 1), 65, "limites.linhas"),
        ("coluna-a-mais", number("XFE1", 1), 65, "limites.colunas"),
        ("coluna-sem-fim", number("ZZZZZZ1", 1), 65, "limites.colunas"),
        ("lugar-sem-sentido", number("ZZZZZZZZZ" + "9" * 40, 1), 0, ""),
        ("lugar-zero", number("A0", 1), 0, ""),
        ("ultima-do-mundo", number("XFD1048576", 1), 0, ""),
        ("estilo-fora", f'<c r="A1" s="{"9" * 18}"><v>1</v></c>', 0, ""),
        ("numero-sem-fim", number("A1", "1e" + "9" * 17), 0, ""),
        ("numero-de-milhares-de-algarismos", number("A1", "9" * 30_000), 0, ""),
        ("numero-de-cem-mil-algarismos", number("A1", "9" * 100_000), 65,
         "limites.caracteres_por_celula"),
        ("nao-numeros", number("A1", "NaN") + number("B1", "inf") + number("C1", "0x1p4"), 0, ""),
        ("datas-impossiveis", '<c r="A1" t="d"><v>9999-99-99T99:99:99</v></c>'
         '<c r="B1" t="d"><v>0000-01-01</v></c>', 0, ""),
        ("texto-de-32767", inline("A1", "é" * 32_767), 0, ""),
        ("texto-de-32768", inline("A1", "é" * 32_768), 65, "limites.caracteres_por_celula"),
        ("texto-de-fora-do-plano", inline("A1", "\U0001f600" * 16_384), 65,
         "limites.caracteres_por_celula"),
        ("controles-e-bidi", inline("A1", "\u202e\u2066\u200f\x7f\x9b31m\ufeff"), 0, ""),
    ]:
        put(f"celula-{name}.xlsx", xlsx(rows=row(1, content), shared=shared), status, says)
    declared = f'<sst xmlns="{MAIN}" count="4294967295" uniqueCount="4294967295">{shared}</sst>'
    put("celula-contagem-declarada.xlsx", xlsx(replace={
        "xl/sharedStrings.xml": declared,
        SHEET: sheet("").replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><cols><col '
                                 'min="1" max="4294967295"/></cols><sheetData>')}), 0)
    put("celula-aba-com-bidi-e-escape.xlsx", xlsx(
        names=["Plan\u202eslx.\u2066\u009b31m\u0085"]), 0)
    put("celula-formato-de-meio-mib.xlsx", xlsx(
        styles=f'<numFmts><numFmt numFmtId="200" formatCode="{"[&quot;" * 70_000}"/></numFmts>'
        '<cellXfs><xf numFmtId="200"/></cellXfs>',
        rows=row(1, '<c r="A1" s="0"><v>45000</v></c>')), 0)


# Compound files

END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def directory_entry(name, kind, child=FREE, left=FREE, right=FREE, start=END, size=0, length=None):
    units = name.encode("utf-16-le")[:64]
    return units.ljust(64, b"\0") + struct.pack(
        "<HBBIII16sIQQIQ", len(units) + 2 if length is None else length, kind, 1, left, right,
        child, b"", 0, 0, 0, start, size)


def compound(stream, directory_first=True, name="Workbook", patches=(), fat=None, entry=None,
             root=None, header=None):
    """A compound file of one stream of at least 4096 bytes.

    fat, entry, root: other values, by sector or by field. header: struct format and value, by
    offset.
    """
    stream = stream.ljust(4096, b"\0")
    count = -(-len(stream) // 512)
    first = 2 if directory_first else 0
    place = {"directory": 0 if directory_first else count + 1,
             "fat": 1 if directory_first else count}
    table = [FREE] * 128 * (1 + (count + 2) // 128)
    assert len(table) == 128, "one sector of table is enough for these"
    for index in range(count):
        table[first + index] = first + index + 1 if index + 1 < count else END
    table[place["directory"]], table[place["fat"]] = END, FAT
    for sector, value in (fat or {}).items():
        table[sector] = value
    fields = {"start": first, "size": len(stream)}
    fields.update(entry or {})
    top = {"child": 1}
    top.update(root or {})
    directory = (directory_entry("Root Entry", 5, **top) + directory_entry(name, 2, **fields))
    directory = directory.ljust(512, b"\0")
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", head, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", head, 40, 0, 1, place["directory"], 0, 4096, END, 0, END, 0)
    struct.pack_into("<109I", head, 76, place["fat"], *[FREE] * 108)
    for offset, (form, value) in (header or {}).items():
        struct.pack_into(form, head, offset, value)
    allocation = struct.pack("<128I", *table)
    sectors = [directory, allocation, stream] if directory_first else [
        stream, allocation, directory]
    return bytes(head) + b"".join(sectors)


def record(number, body=b""):
    return struct.pack("<HH", number, len(body)) + body


def begin(content):
    return record(0x809, struct.pack("<HHHHII", 0x600, content, 0, 1997, 0, 6))


EOF = record(0x0A)


def label(row, column, index):
    return record(0xFD, struct.pack("<HHHI", row, column, 0, index))


def number_record(row, column, value):
    return record(0x203, struct.pack("<HHHd", row, column, 0, value))


def shared_table(*texts, count=None):
    body = b"".join(struct.pack("<HB", len(text), 0) + text.encode("latin-1") for text in texts)
    count = len(texts) if count is None else count
    result = record(0xFC, struct.pack("<II", count, count) + body[:8000])
    # One text that goes on needs the flags again at each cut.
    rest = body[8000:]
    while rest:
        result += record(0x3C, b"\0" + rest[:8000])
        rest = rest[8000:]
    return result


def bound_sheet(offset, name=b"Plan1", kind=0):
    return record(0x85, struct.pack("<IBBBB", offset, 0, kind, len(name), 0) + name)


def stream(cells, extra=b"", sheets=1, offset=None, closing=EOF, name=b"Plan1"):
    """A workbook stream of one sheet that is listed so many times."""
    size = len(bound_sheet(0, name)) * sheets
    start = len(begin(5)) + len(extra) + size + len(EOF)
    listed = bound_sheet(start if offset is None else offset, name) * sheets
    return begin(5) + extra + listed + EOF + begin(0x10) + cells + closing


def some_cells():
    return b"".join(label(n, 0, n % 2) + number_record(n, 1, n * 1.5) for n in range(150))


TEXTS = shared_table("UM", "DOIS")


def compound_files():
    whole = compound(stream(some_cells(), TEXTS))
    for sixteenth in range(1, 16):
        put(f"xls-cortado-{sixteenth:02}-de-16.xls", whole[:len(whole) * sixteenth // 16], 65,
            "danificado")
    late = compound(stream(some_cells(), TEXTS), directory_first=False)
    put("xls-sem-o-diretorio.xls", late[:-512], 65, "danificado")
    put("xls-sem-a-tabela.xls", late[:-1024], 65, "danificado")
    book = stream(some_cells(), TEXTS)
    for name, content, status, says in [
        ("so-assinatura", whole[:8], 65, "danificado"),
        ("so-cabecalho", whole[:512], 65, "danificado"),
        ("fat-em-laco", compound(book, fat={4: 2}), 65, "se contradiz"),
        ("fat-para-si-mesmo", compound(book, fat={2: 2}), 65, "se contradiz"),
        ("fat-para-fora", compound(book, fat={4: 0x00FFFFFF}), 65, "danificado"),
        ("fat-de-si-mesma", compound(book, header={76: ("<I", 2)}), 65, "danificado"),
        ("fat-que-nao-existe", compound(book, header={76: ("<I", 0x00FFFFFF)}), 65, "danificado"),
        ("difat-em-laco", compound(book, header={76: ("<I", FREE), 68: ("<I", 1), 72: ("<I", 9)}),
         65, "danificado"),
        ("difat-declarada-enorme", compound(book, header={72: ("<I", 0x7FFFFFFF)}), 0, ""),
        ("tabela-declarada-enorme", compound(book, header={44: ("<I", 0xFFFFFFFF)}), 0, ""),
        ("diretorio-em-laco", compound(book, fat={0: 0}), 65, "se contradiz"),
        ("diretorio-fora", compound(book, header={48: ("<I", 0x00FFFFFF)}), 65, "danificado"),
        ("arvore-em-laco", compound(book, entry={"left": 1, "right": 1, "child": 0}), 0, ""),
        ("arvore-para-fora", compound(book, root={"child": 0x7FFFFFFF}), 0, ""),
        ("raiz-filha-de-si", compound(book, root={"child": 0, "left": 0, "right": 0}), 0, ""),
        ("mini-em-laco", compound(
            book, entry={"start": 0, "size": 100}, root={"child": 1, "start": 2, "size": 4096},
            header={60: ("<I", 1)}), 65, "danificado"),
        ("corte-de-mini-enorme", compound(book, header={56: ("<I", 0xFFFFFFFF)}), 0, ""),
        ("tamanho-sem-fim", compound(
            book, entry={"size": (1 << 63) + 4096}, header={26: ("<H", 4)}), 0, ""),
        ("tamanho-menor", compound(book, entry={"size": 4096}), 65, "termina antes da hora"),
        ("primeiro-setor-fora", compound(book, entry={"start": 0x00FFFFFF}), 65, "danificado"),
        ("primeiro-setor-nenhum", compound(book, entry={"start": END}), 65, "danificado"),
        ("setor-de-tamanho-absurdo", compound(book, header={30: ("<H", 0xFFFF)}), 0, ""),
        ("setor-de-tamanho-zero", compound(book, header={30: ("<H", 0)}), 0, ""),
        ("setor-de-64-kib", compound(book, header={30: ("<H", 16)}), 65, "danificado"),
        ("mini-setor-absurdo", compound(book, header={32: ("<H", 0xFFFF)}), 0, ""),
        ("nome-de-comprimento-absurdo", compound(book, entry={"length": 0xFFFF}), 0, ""),
        ("nome-com-nul", compound(book, name="Work\0book"), 65, "não do Excel"),
        ("nome-vazio", compound(book, name=""), 65, "não do Excel"),
        ("sem-workbook", compound(book, name="WordDocument"), 65, "não do Excel"),
        ("workbook-de-zeros", compound(b""), 65, "se contradiz"),
        ("cifrado-por-nome", compound(book, name="EncryptedPackage"), 65, "senha"),
    ]:
        put(f"xls-{name}.xls", content, status, says)


def records():
    for name, content, status, says in [
        ("indice-de-texto-fora", stream(label(0, 0, 2), TEXTS), 65, "célula A1"),
        ("indice-de-texto-enorme", stream(label(0, 0, 0xFFFFFFFF), TEXTS), 65, "célula A1"),
        ("registro-maior-que-o-resto", stream(
            number_record(0, 0, 1), TEXTS, closing=struct.pack("<HH", 0x203, 0xFFFF)), 65,
         "termina antes da hora"),
        ("sem-fim", stream(number_record(0, 0, 1), TEXTS, closing=b""), 65,
         "termina antes da hora"),
        ("contagem-de-textos-enorme", stream(
            label(0, 0, 0), shared_table("UM", count=0xFFFFFFFF)), 0, ""),
        ("texto-maior-que-a-tabela", stream(
            label(0, 0, 0), record(0xFC, struct.pack("<IIHB", 1, 1, 0xFFFF, 1) + b"abc")), 65,
         "célula A1"),
        ("corridas-e-fonetica-enormes", stream(
            label(0, 0, 1), record(0xFC, struct.pack(
                "<IIHBHIs", 2, 2, 1, 0x0C, 0xFFFF, 0xFFFFFFFF, b"A"))), 65, "célula A1"),
        ("tabela-de-textos-cortada", stream(
            label(0, 0, 0), record(0xFC, b"\1\0\0")), 65, "célula A1"),
        ("texto-de-65535", stream(
            label(0, 0, 0), shared_table("A" * 65_535)), 65, "limites.caracteres_por_celula"),
        ("texto-repetido", stream(
            b"".join(label(n, 0, 0) for n in range(2600)), shared_table("A" * 32_767)), 65,
         "limites.taxa_de_textos"),
        ("celula-repetida", stream(number_record(0, 1, 1) + number_record(0, 0, 1) * 4000), 0, ""),
        ("continuacoes-vazias", stream(
            record(0x204, struct.pack("<HHHHB", 0, 0, 0, 0xFFFF, 0)) + record(0x3C) * 20_000), 0,
         ""),
        ("formulas-e-continuacoes", stream(b"".join(
            record(6, struct.pack("<HHHQHIH", n, 0, 0, 0xFFFF << 48, 0, 0, 0)) + record(0x3C) * 20
            for n in range(500))), 65, "se contradiz"),
        ("comecos-aninhados", stream(begin(0x20) * 3000), 65, "termina antes da hora"),
        ("fins-a-mais", stream(EOF * 5000), 0, ""),
        ("muitas-vezes-a-mesma-aba", stream(some_cells(), TEXTS, sheets=900), 65,
         "termina antes da hora"),
        ("abas-demais", stream(b"", sheets=5001, name=b""), 65, "limites.abas"),
        ("aba-alem-do-fim", stream(b"", offset=0x7FFFFFFF), 65, "termina antes da hora"),
        ("aba-no-meio-de-um-registro", stream(some_cells(), TEXTS, offset=7), 65, "danificado"),
        ("aba-que-e-a-pasta", stream(some_cells(), TEXTS, offset=0), 0, ""),
        ("nome-de-aba-cortado", begin(5) + record(0x85, struct.pack("<IBBBB", 90, 0, 0, 255, 1))
         + EOF, 65, "se contradiz"),
        ("nome-de-aba-com-nul-e-escape", stream(
            number_record(0, 0, 1), name=b"\0\x1b[31mPlan\x9b\x7f"), 0, ""),
        ("mulrk-mentido", stream(record(
            0xBD, struct.pack("<HHHIH", 0, 0, 0, 2, 16_383))), 65, "se contradiz"),
        ("mulrk-ao-contrario", stream(record(
            0xBD, struct.pack("<HHHIH", 0, 9, 0, 2, 0))), 65, "se contradiz"),
        ("coluna-65535", stream(number_record(0, 65_535, 1)), 65, "limites.colunas"),
        ("numero-cortado", stream(record(0x203, b"\0\0\0\0\0\0\1")), 65, "se contradiz"),
        ("numero-que-nao-e", stream(number_record(0, 0, float("nan"))
                                    + number_record(0, 1, float("-inf"))), 0, ""),
        ("data-sem-fim", stream(record(0x203, struct.pack("<HHHd", 0, 0, 0, 1e308)), record(
            0xE0, struct.pack("<HHHHHHHHHH", 0, 14, 0, 0, 0, 0, 0, 0, 0, 0))), 0, ""),
        ("formula-sem-o-texto", stream(
            record(6, struct.pack("<HHHQHIH", 0, 0, 0, 0xFFFF << 48, 0, 0, 0))), 65,
         "se contradiz"),
        ("protegido", stream(b"", record(0x2F, struct.pack("<HH", 1, 0xFFFF))), 65, "senha"),
        ("pagina-desconhecida", stream(number_record(0, 0, 1), record(0x42, b"\xff\xff")), 0, ""),
        ("linhas-fora-de-ordem", stream(b"".join(
            number_record(3000 - n, 0, n) for n in range(3000))), 0, ""),
        ("ultima-linha-e-coluna", stream(number_record(65_535, 16_383, 1)), 0, ""),
    ]:
        # Longer ones stand alone, as the oldest files do: a stream of records without a folder.
        put(f"biff-{name}.xls", compound(content) if len(content) < 60_000 else content, status,
            says)


def other_kinds():
    noise = random.Random(1)
    whole = xlsx()
    for name, content, says in [
        ("vazio.xlsx", b"", "vazio"),
        ("um-byte.xls", b"P", "é um arquivo de texto"),
        ("so-zeros.xlsx", bytes(5000), "não é uma planilha"),
        ("ruido.xls", b"\x80" + noise.randbytes(5000), "não é uma planilha"),
        ("ruido-com-assinatura-de-zip.xlsx", b"PK\x03\x04" + noise.randbytes(5000), "danificado"),
        ("ruido-com-assinatura-de-xls.xls",
         b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise.randbytes(5000), "danificado"),
        ("ruido-com-assinatura-de-biff.xls", begin(5) + noise.randbytes(5000), "danificado"),
        ("gzip.xlsx", b"\x1f\x8b\x08" + deflate(whole), "é um arquivo compactado"),
        ("pdf-e-zip.xlsx", b"%PDF-1.4\n" + whole, "PDF"),
        ("rtf.xls", b"{\\rtf1" + b"{" * 5000, "texto"),
        ("pdf-de-nada.xls", b"%PDF-", "PDF"),
        ("json.csv", b'{"a": 1, "b": 2}\n' * 3, "JSON"),
        ("json-que-nao-fecha.csv", b"[" * 3000 + b'{"a":1,"b":2}', "JSON"),
        ("dif.xls", b'TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,2\r\n""\r\n', "DIF"),
        ("mensagem.xls", b"From: a@b.br\r\nSubject: a, b\r\nMIME-Version: 1.0\r\n\r\na;b\r\nc;d\r\n",
         "e-mail"),
    ]:
        put(f"outro-{name}", content, 65, says)


# What portals call .xls: pages, XML of Excel 2003, separated text

LAUGHS = "".join("<!ENTITY %s '%s'>" % (b, f"&{a};" * 10) for a, b in zip("abcdefgh", "bcdefghi"))


def pages():
    def cell(content):
        return "<table><tr><td>" + content + "</table>"

    no_table = "sem nenhuma tabela"
    for name, content, status, says in [
        ("vinte-mil-niveis", cell("<b>" * 20_000 + "x"), 65, "limites.niveis_de_html"),
        ("tabelas-aninhadas", "<table><tr><td>x" * 500, 65, "limites.niveis_de_html"),
        ("tabelas-aninhadas-com-texto", "<table><tr><td>x" * 40 + "<tr><td>y" * 5000, 0, ""),
        ("tabelas-vazias-aninhadas", "<table>" * 300 + cell("x"), 0, ""),
        ("tabelas-demais", "<table><td>x</table>" * 5001, 65, "limites.abas"),
        ("vinte-mil-atributos", "<table><tr><td " + "".join(f"a{n}=1 " for n in range(20_000))
         + ">x</table>", 0, ""),
        ("atributo-de-100-kb", f"<table><tr><td title='{'x' * 100_000}'>x</table>", 0, ""),
        ("aspas-sem-fim", "<table><tr><td title='" + "<td>x" * 10_000, 65, no_table),
        ("comentario-sem-fim", "<html><!--" + cell("x") * 2000, 65, no_table),
        ("script-sem-fim", "<html><script>" + cell("x") * 2000, 65, no_table),
        ("bilhao-de-risadas", "<!DOCTYPE html [<!ENTITY a 'ha'>" + LAUGHS + "]>"
         + cell("&i;"), 0, ""),
        ("entidade-de-arquivo", "<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
         + cell("&a;"), 0, ""),
        ("entidades", cell("&lt;" * 20_000), 0, ""),
        ("entidades-desconhecidas", cell("&lol;" * 5000), 0, ""),
        ("referencias-sem-caractere", cell("&#0;&#xD800;&#x110000;&#99999999999999999999;x"), 0, ""),
        ("rowspan-sem-fim", cell("<td rowspan=99999999999999999999 colspan=99999999999>x"), 0, ""),
        ("rowspan-de-mil-colunas", "<table><tr>" + "<td rowspan=0>x" * 1000 + "<tr><td>x" * 9000, 0,
         ""),
        ("rowspans-cruzados", "<table>" + "".join(
            "<tr>" + f"<td rowspan={n % 7 + 2} colspan={n % 5 + 1}>x" * 9 for n in range(300)), 0, ""),
        ("colspan-enorme", "<table><tr>" + "<td colspan=1000>" * 18 + "x", 65, "limites.colunas"),
        ("texto-de-32767", cell("é" * 32_767), 0, ""),
        ("texto-de-32768", cell("é" * 32_768), 65, "limites.caracteres_por_celula"),
        ("quebras-demais", cell("x" + "<br>" * 32_767 + "x"), 65, "limites.caracteres_por_celula"),
        ("fins-sem-comeco", cell("x" + "</b></td x></p>" * 5000), 0, ""),
        ("menores-que", cell("<" * 30_000), 0, ""),
        ("nul", cell("a\0b"), 0, ""),
        ("referencias-demais", cell("&" * 40_000), 65, "limites.caracteres_por_celula"),
        ("escolhas-demais", cell("<select>" + "<option selected>x" * 9000), 0, ""),
        ("codificacao-desconhecida", "<meta charset=utf-7>" + cell("+ADw-"), 0, ""),
        ("muitas-codificacoes", "<meta charset=utf-16><meta charset=ibm037>" * 50 + cell("x"), 0, ""),
        ("nome-de-aba-com-controles", "<table><caption>\x1b[31m\u202e</caption><tr><td>x</table>",
         0, ""),
        ("nome-de-aba-com-bidi", "<table><caption>\u202e" + "x" * 30_000 + "</caption><tr><td>x</table>",
         0, ""),
    ]:
        put(f"html-{name}.xls", content.encode(), status, says)
    put("html-utf16-impar.xls", b"\xff\xfe" + cell("x").encode("utf-16le") + b"<", 65,
        "termina antes da hora")
    put("html-bom-mentido.xls", b"\xef\xbb\xbf" + cell("JO\xc3O").encode("latin-1"), 0)
    put("html-bom-de-utf16-mentido.xls", b"\xff\xfe" + cell("x").encode(), 65, "arquivo de texto")


def xml_spreadsheets():
    name_space = "urn:schemas-microsoft-com:office:spreadsheet"

    def book(content, before="", styles=""):
        return (f'<?xml version="1.0"?>{before}<Workbook xmlns="{name_space}" xmlns:ss="{name_space}">'
                f"{styles}{content}</Workbook>")

    def table(content):
        return book(f'<Worksheet ss:Name="A"><Table>{content}</Table></Worksheet>')

    def cell(content, **places):
        attributes = " ".join(f'ss:{name}="{value}"' for name, value in places.items())
        return f'<Cell {attributes}><Data ss:Type="String">{content}</Data></Cell>'

    row = f"<Row>{cell('x')}</Row>"
    for name, content, status, says in [
        ("bilhao-de-risadas", book(row, f"<!DOCTYPE x [<!ENTITY a 'ha'>{LAUGHS}]>"), 65, "DTD"),
        ("entidade-de-arquivo", book(row, "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"),
         65, "DTD"),
        ("dtd-de-http", book(row, "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>"), 65, "DTD"),
        ("entidade-nao-declarada", table(f"<Row>{cell('&a;')}</Row>"), 65, "XML inválido"),
        ("indice-de-linha-a-mais", table('<Row ss:Index="1048577"/>'), 65, "limites.linhas"),
        ("indice-de-coluna-a-mais", table(f"<Row>{cell('x', Index=16385)}</Row>"), 65,
         "limites.colunas"),
        ("indices-sem-sentido", table("".join(
            f'<Row ss:Index="{n}">{cell("x", Index=n)}</Row>'
            for n in ["0", "-1", "x", "", "99999999999999999999"])), 0, ""),
        ("indices-para-tras", table("".join(
            f'<Row ss:Index="{3000 - n}">{cell("x")}</Row>' for n in range(1500))), 0, ""),
        ("mesma-linha-e-coluna", table(f'<Row ss:Index="1">{cell("x", Index=1)}</Row>' * 1500),
         0, ""),
        ("ultima-celula", table(
            f'<Row ss:Index="1048576">{cell("x", Index=16384)}</Row>'), 0, ""),
        ("span-enorme", table('<Row ss:Span="999999999999"/>'), 65, "limites.linhas"),
        ("colunas-repetidas", table('<Column ss:Index="1" ss:Span="16383" ss:StyleID="a"/>' * 2500
                                    + row), 0, ""),
        ("mescla-enorme", table(f"<Row>{cell('x', MergeAcross=999999999999)}{cell('x')}</Row>"),
         65, "limites.colunas"),
        ("mil-niveis", table("<a>" * 1000), 65, "limites.niveis_de_xml"),
        ("dez-mil-atributos", table("<Row " + " ".join(f'a{n}="1"' for n in range(10_000)) + "/>"), 65,
         "limites.atributos_de_xml"),
        ("trinta-mil-nomes", table("".join(f"<a{n}/>" for n in range(30_000))), 65,
         "limites.nomes_de_xml"),
        ("abas-demais", book("<Worksheet/>" * 5001), 65, "limites.abas"),
        ("estilos-em-roda", book(f"<Worksheet><Table>{row}</Table></Worksheet>", styles="".join(
            f'<Styles><Style ss:ID="a{n}" ss:Parent="a{(n + 1) % 500}"/></Styles>'
            for n in range(500))), 0, ""),
        ("texto-de-32767", table(f"<Row>{cell('é' * 32_767)}</Row>"), 0, ""),
        ("texto-de-32768", table(f"<Row>{cell('é' * 32_768)}</Row>"), 65,
         "limites.caracteres_por_celula"),
        ("numero-de-cem-mil-algarismos", table(
            '<Row><Cell><Data ss:Type="Number">' + "9" * 100_000 + "</Data></Cell></Row>"), 65,
         "limites.caracteres_por_celula"),
        ("datas-impossiveis", table("<Row>" + "".join(
            f'<Cell><Data ss:Type="DateTime">{day}</Data></Cell>' for day in [
                "0000-00-00T00:00:00", "9999-99-99T99:99:99", "-1-1-1", "T",
                "99999999999999999999-01-01T00:00:00"]) + "</Row>"), 0, ""),
        ("sem-fim", table(row)[:-30], 65, "XML inválido"),
        ("nul", table(f"<Row>{cell('a' + chr(0) + 'b')}</Row>"), 65, "XML inválido"),
        ("duas-raizes", table(row) + table(row).split("?>")[1], 65, "XML inválido"),
    ]:
        put(f"xmlss-{name}.xls", content.encode(), status, says)


def separated_texts():
    rows = "NOME;VALOR\n" + "JOÃO;1\n" * 20
    for name, content, status, says in [
        ("aspas-sem-fim", rows + '"ANA;2\n' + rows, 65, "abrem na linha 22"),
        ("aspas-sem-fim-na-primeira-linha", '"' + rows, 65, "abrem na linha 1"),
        ("aspas-que-engolem-o-resto", rows + '"ANA;2\n' + rows * 700, 65, "abrem na linha 22"),
        ("aspas-e-mais-aspas", rows + '"' * 50_001, 65, "abrem na linha 22"),
        ("nul", "NOME;VALOR\nJO\0O;1\n", 65, "linha 2 tem um caractere nulo"),
        ("nul-longe", rows * 100 + "JO\0O;1\n", 65, "linha 2101 tem um caractere nulo"),
        ("nul-na-primeira-linha", "aa\0;b\n" * 2000, 65, "linha 1 tem um caractere nulo"),
        ("texto-de-32767", "a;b\nc;" + "é" * 32_767 + "\n", 0, ""),
        ("texto-de-32768", "a;b\nc;" + "é" * 32_768 + "\n", 65, "limites.caracteres_por_celula"),
        ("colunas-demais", (";".join("x" * 16_385) + "\n") * 2, 65, "limites.colunas"),
        ("so-separadores", (";" * 30_000 + "\n") * 2, 0, ""),
        ("linhas-em-branco", "a;b\nc;d\n" + "\n" * 100_000 + "e;f\n", 0, ""),
        ("prosa", "Prezada Ana, bom dia\nsegue a lista, como combinado\n", 65, "texto corrido"),
        ("linha-que-discorda", "a;b\nc;d\ne;f;g\n", 65, "são 3 na linha 3"),
        ("sep-mentido", "sep=|\na;b\nc;d\n", 0, ""),
        ("sep-sem-linhas", "sep=;\n", 0, ""),
        ("sep-entre-aspas-sem-fim", '"sep=;\na;b\nc;d\n', 65, "abrem na linha 1"),
        ("so-fins-do-dos", "\x1a" * 2000, 65, "não é uma planilha"),
        ("formulas", "NOME;VALOR\n=cmd|' /C calc'!A0;+1+1\n@SUM(1);-1\n", 0, ""),
        ("bidi-e-fim-de-linha-unicode", "NOME;\u202eVALOR\nJO\u2028O;\u20661\n", 0, ""),
        ("controles", "NOME;VALOR\n\x1b[31m;1\n", 0, ""),
        ("controles-longe", rows * 100 + "\x1b[31m\x07;\x9b1\n", 0, ""),
    ]:
        put(f"csv-{name}.csv", content.encode(), status, says)
    put("csv-utf16-impar.csv", b"\xff\xfe" + rows.encode("utf-16le") + b"x", 65,
        "termina antes da hora")
    put("csv-utf16-sem-par.csv", b"\xff\xfe" + rows.encode("utf-16le") + b"\x3d\xd8\x00\xdc\x00\xdc", 0)
    put("csv-bom-mentido.csv", b"\xef\xbb\xbf" + rows.encode("latin-1"), 0)
    put("csv-bom-de-utf16-mentido.csv", b"\xff\xfe" + rows.encode(), 65, "arquivo de texto")
    put("csv-dois-bom.csv", b"\xef\xbb\xbf" * 2 + rows.encode(), 0)


if __name__ == "__main__":
    main()
