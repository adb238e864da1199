"""Crosses the four spreadsheets of a month with pandas, by the same rules as the program.

    crossing.py [--engine calamine] ACOMPANHAMENTO GESTORES WEBOPAY EPR RESULT

What a Python programmer would write: pandas.read_excel finds the header and the columns, rows of the
same name are looked up in dictionaries, and RESULT is JSON. It reads, crosses and writes; it has no ledger,
workbook, evidence of alerts, near names or messages about cells. Without files it only loads
pandas.
"""

import argparse
import json
import warnings
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal

import openpyxl  # noqa: F401  (pandas loads them when it meets a file)
import pandas as pd
import xlrd  # noqa: F401

MAPEAMENTO_FORMA = {
    "PIX": "PAGO", "FIN + IMOB": "FINANCIADO", "FIN": "FINANCIADO", "FINANCIADO": "FINANCIADO",
    "DESCONTO": "DESCONTO", "QUITADO": "ALERTA",
}
MAPEAMENTO_STATUS = {"DISTRATO": "DESISTIU", "DESCONTO": "DESCONTO", "ENTROU": "ENTROU", "EM ABERTO": "ABERTO"}


# Reading


def ler(path, engine, *wanted):
    """The first visible sheet, from the header on: the first of ten rows that has the wanted texts."""
    with pd.ExcelFile(path, engine=engine) as book:
        sheet = primeira_visivel(book)
        top = book.parse(sheet, header=None, nrows=10)
        for at, row in top.iterrows():
            if set(wanted) <= set(row.astype(str).str.strip().str.upper()):
                return book.parse(sheet, skiprows=at)
    raise ValueError(f"{path}: header not found in the first 10 rows")


def primeira_visivel(book):
    if book.engine == "openpyxl":
        return next(sheet.title for sheet in book.book.worksheets if sheet.sheet_state == "visible")
    if book.engine == "calamine":
        return next(sheet.name for sheet in book.book.sheets_metadata if str(sheet.visible).endswith(".Visible"))
    return book.sheet_names[0]


def nome(value):
    """The key of a name: white space folded, in capitals; None for no name."""
    return None if pd.isna(value) else " ".join(str(value).split()).upper() or None


def texto(value):
    return "" if pd.isna(value) else " ".join(str(value).split()).upper()


def valor(value):
    """Money from a number, or from a text such as `R$ 1.234,56`; None for what is neither."""
    if isinstance(value, str):
        digits = value.replace("R$", "").strip()
        if "," in digits:
            digits = digits.replace(".", "").replace(",", ".")
        try:
            return float(digits)
        except ValueError:
            return None
    return None if pd.isna(value) else float(value)


def centavos(comissao):
    """Half a cent goes up, which `round` of a binary fraction does not always do."""
    return str(Decimal(str(comissao)).quantize(Decimal("0.01"), ROUND_HALF_UP))


def por_nome(frame, column):
    """The first row of each name, and the names that stand in more than one."""
    frame = frame.assign(chave=frame[column].map(nome)).dropna(subset=["chave"])
    counts = frame["chave"].value_counts()
    first = frame.drop_duplicates("chave")
    return {row["chave"]: row for row in first.to_dict("records")}, set(counts[counts > 1].index)


# The seven priorities


def decidir(g, w, alertas):
    """Status, value, source and remark of a client, from the first row of Gestores and of WeboPay;
    adds what is odd to `alertas`."""
    forma = texto(g["FORMA"]) if g else ""
    status = MAPEAMENTO_STATUS.get(texto(g["STATUS"])) if g else None
    sentido = MAPEAMENTO_FORMA.get(forma)
    pago = w is not None and texto(w["Status_parcela"]) == "PAGO" and texto(w["Status_comissão"]) == "PAGO"
    if status == "DESISTIU":
        return "DESISTIU", 0.0, "Gestores (Distrato)", "Cliente fez distrato"
    if status == "DESCONTO" or sentido == "DESCONTO":
        return "DESCONTO", 0.0, "Gestores (Desconto)", "Cliente recebeu desconto de comissão"
    if forma and sentido in ("ALERTA", None):
        alertas.append("forma_desconhecida")
        return ("REQUER_ANALISE", valor(g["COMISSÃO"]), f"Gestores ({forma})",
                "Forma de pagamento desconhecida - análise manual necessária")
    if sentido == "FINANCIADO":
        if w is not None:
            alertas.append("financiado_no_webopay")
        comissao = valor(g["COMISSÃO"])
        if comissao is None:
            alertas.append("financiado_sem_valor")
        return "FINANCIADO", comissao, "Gestores (Financiado)", "Aguardando assinatura (EPR) para faturamento"
    if sentido == "PAGO":
        if w is None:
            alertas.append("pix_nao_confirmado")
            return "NULO", None, None, "Aguardando confirmação de pagamento PIX no WeboPay"
        if not pago:
            return "NULO", None, None, "PIX pendente de pagamento no WeboPay"
        de_gestores, de_webopay = valor(g["COMISSÃO"]), valor(w["Valor_original"])
        if de_webopay is None:
            return "PAGO", de_gestores, "Gestores (valor ausente no WeboPay)", "Pagamento PIX confirmado"
        # Half of a hundredth of a cent, for binary fractions.
        if de_gestores is not None and abs(de_gestores - de_webopay) > 0.010005:
            alertas.append("valores_divergentes")
        return "PAGO", de_webopay, "WeboPay (confirmado)", "Pagamento PIX confirmado"
    if w is not None and pago:
        alertas.append("webopay_sem_gestores")
        return "PAGO", valor(w["Valor_original"]), "WeboPay", "Pagamento confirmado apenas em WeboPay"
    if w is not None:
        return "NULO", None, None, "Cliente no WeboPay mas pagamento pendente"
    if g:
        return "NULO", None, None, "Cliente em Gestores sem FORMA de pagamento"
    return "NULO", None, None, "Cliente sem informação nas planilhas de controle"


def cruzar(acompanhamento, gestores, webopay, epr):
    base, repetidos = por_nome(acompanhamento, "NOME")
    alertas = [("multiplas_correspondencias", chave) for chave in repetidos]
    de_gestores, repetidos = por_nome(gestores, "NOME DO CLIENTE")
    alertas += [("multiplas_correspondencias", chave) for chave in repetidos]
    de_webopay, repetidos = por_nome(webopay[webopay["Numero_parcela"] == 1], "Pagador")
    alertas += [("multiplas_correspondencias", chave) for chave in repetidos]
    alertas += [("gestores_nao_base", chave) for chave in de_gestores if chave not in base]
    alertas += [("webopay_nao_base", chave) for chave in de_webopay if chave not in base]
    assinados, repetidos = por_nome(epr, "Nome Mutuário")

    clientes, a_receber = [], []
    for chave in sorted(base):
        novos = []
        status, comissao, fonte, observacao = decidir(de_gestores.get(chave), de_webopay.get(chave), novos)
        alertas += [(tipo, chave) for tipo in novos]
        clientes.append({
            "nome": chave, "status": status, "valor_comissao": comissao, "fonte": fonte, "observacao": observacao,
        })
        if status != "FINANCIADO":
            continue
        if chave in repetidos:
            alertas.append(("multiplas_correspondencias", chave))
        if chave in assinados and comissao is not None:
            assinado = assinados[chave]
            a_receber.append({
                "nome": chave, "valor": centavos(comissao),
                "data_assinatura": str(assinado["Data de Assinatura"]),
                "empreendimento": assinado["Nome Empreendimento"], "contrato": str(assinado["Número Contrato"]),
            })
    return {
        "clientes": clientes, "a_receber": a_receber, "alertas": sorted(alertas),
        "totais": {"por_status": Counter(cliente["status"] for cliente in clientes)},
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--engine", help="of pandas, for all files")
    parser.add_argument("files", nargs="*", metavar="FILE")
    options = parser.parse_args()
    if not options.files:
        return
    *sheets, result = options.files
    warnings.simplefilter("ignore")  # engines that will change
    header = (("NOME", "DATA"), ("NOME DO CLIENTE",), ("PAGADOR", "NUMERO_PARCELA"), ("NOME MUTUÁRIO",))
    resultado = cruzar(*(ler(path, options.engine, *texts) for path, texts in zip(sheets, header)))
    with open(result, "w", encoding="utf-8") as file:
        json.dump(resultado, file, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
