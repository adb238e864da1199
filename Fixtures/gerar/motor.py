"""The status engine as a golden table: `motor.py` writes `../casos/motor.txt`.

Docs/regras.md §5 gives an order in which the first row that holds wins. Here the rows are told
apart instead: each states all that it needs, every combination must fall under one row and no
other, and the script stops when that is not so. Needs nothing but Python.
"""

import itertools
import os
from decimal import ROUND_HALF_UP, Decimal

OUT = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "casos", "motor.txt")

FORMAS = ("em branco", "PIX", "FIN + IMOB", "DESCONTO", "QUITADO")
STATUS = ("em branco", "DISTRATO", "DESCONTO", "ENTROU", "EM ABERTO")
WEBOPAY = ("ausente", "só parcelas 2 e 3", "pendente", "meio pago", "pago")
VALORES = {  # name: (COMISSÃO of Gestores, Valor_original of WeboPay)
    "nenhum": (None, None),
    "só Gestores": ("421.1805", None),
    "só WeboPay": (None, "421.18"),
    "iguais": ("421.18", "421.18"),
    "0,01 a mais": ("421.18", "421.19"),
    "0,01 a menos": ("421.18", "421.17"),
    "longe a mais": ("421.1805", "421.1911"),
    "longe a menos": ("1421.18", "421.18"),
}

FORA = {"fora"}  # no row in Gestores
VIVO = {"em branco", "ENTROU", "EM ABERTO"}  # a STATUS that decides nothing
SEM_W = {"ausente", "só parcelas 2 e 3"}
W_ABERTO = {"pendente", "meio pago"}
TODAS, TODOS, QUALQUER = set(FORMAS), set(STATUS), set(WEBOPAY)

NADA = ("NULO", "nenhum", None)
# number, FORMA, STATUS, WeboPay, (status, whose value, fonte), observação
ROWS = (
    ("1", TODAS, {"DISTRATO"}, QUALQUER,
     ("DESISTIU", "zero", "Gestores (Distrato)"), "Cliente fez distrato"),
    ("2", TODAS, {"DESCONTO"}, QUALQUER,
     ("DESCONTO", "zero", "Gestores (Desconto)"), "Cliente recebeu desconto de comissão"),
    ("2", {"DESCONTO"}, VIVO, QUALQUER,
     ("DESCONTO", "zero", "Gestores (Desconto)"), "Cliente recebeu desconto de comissão"),
    ("3", {"QUITADO"}, VIVO, QUALQUER,
     ("REQUER_ANALISE", "G", "Gestores (QUITADO)"),
     "Forma de pagamento desconhecida - análise manual necessária"),
    ("4", {"FIN + IMOB"}, VIVO, QUALQUER,
     ("FINANCIADO", "G", "Gestores (Financiado)"),
     "Aguardando assinatura (EPR) para faturamento"),
    ("5a", {"PIX"}, VIVO, {"pago"},
     ("PAGO", "W ou G", "WeboPay (confirmado)"), "Pagamento PIX confirmado"),
    ("5b", {"PIX"}, VIVO, W_ABERTO, NADA, "PIX pendente de pagamento no WeboPay"),
    ("5c", {"PIX"}, VIVO, SEM_W, NADA, "Aguardando confirmação de pagamento PIX no WeboPay"),
    ("6a", FORA, FORA, {"pago"},
     ("PAGO", "W", "WeboPay"), "Pagamento confirmado apenas em WeboPay"),
    ("6a", {"em branco"}, VIVO, {"pago"},
     ("PAGO", "W", "WeboPay"), "Pagamento confirmado apenas em WeboPay"),
    ("6b", FORA, FORA, W_ABERTO, NADA, "Cliente no WeboPay mas pagamento pendente"),
    ("6b", {"em branco"}, VIVO, W_ABERTO, NADA, "Cliente no WeboPay mas pagamento pendente"),
    ("7", FORA, FORA, SEM_W, NADA, "Cliente sem informação nas planilhas de controle"),
    ("7", {"em branco"}, VIVO, SEM_W, NADA, "Cliente em Gestores sem FORMA de pagamento"),
)

# alert, row of the engine, further condition on (in Gestores, WeboPay, value of G, of W), text
ALERTAS = (
    (3, "5c", lambda g, w, vg, vw: w == "ausente",
     "Cliente ANA marcado como PIX em Gestores mas NÃO aparece no WeboPay"),
    (3, "5c", lambda g, w, vg, vw: w != "ausente",
     "Cliente ANA marcado como PIX em Gestores mas NÃO aparece no WeboPay (só as parcelas 2 e 3)"),
    (4, "4", lambda g, w, vg, vw: vg is None,
     "Cliente ANA está como FINANCIADO mas sem valor de comissão"),
    (6, "4", lambda g, w, vg, vw: w == "pago",
     "Cliente ANA está como FINANCIADO em Gestores mas aparece no WeboPay (pago)"),
    (6, "4", lambda g, w, vg, vw: w in W_ABERTO,
     "Cliente ANA está como FINANCIADO em Gestores mas aparece no WeboPay (pendente)"),
    (7, "5a", lambda g, w, vg, vw: None not in (vg, vw) and abs(vg - vw) > Decimal("0.01"),
     "Valores divergentes: Gestores {g} vs WeboPay {w}"),
    (8, "6a", lambda g, w, vg, vw: not g,
     "Cliente ANA encontrado no WeboPay mas não em Gestores"),
    (8, "6a", lambda g, w, vg, vw: g,
     "Cliente ANA encontrado no WeboPay mas sem FORMA em Gestores"),
    (9, "3", lambda g, w, vg, vw: True, 'Cliente ANA com FORMA = "QUITADO" (desconhecida)'),
)

HEADER = ("Gestores", "FORMA", "STATUS", "WeboPay", "valores", "nº", "status", "valor", "fonte",
          "observação", "alertas")


def combinations():
    """FORMA, STATUS, WeboPay, name of the values; those that a missing row cannot have left out."""
    gestores = [("fora", "fora"), *itertools.product(FORMAS, STATUS)]
    for (forma, status), webopay, (nome, valores) in itertools.product(
            gestores, WEBOPAY, VALORES.items()):
        if (valores[0] is None or forma != "fora") and (valores[1] is None or webopay not in SEM_W):
            yield forma, status, webopay, nome


def the_row(forma, status, webopay):
    found = [row for row in ROWS if forma in row[1] and status in row[2] and webopay in row[3]]
    if len(found) != 1:
        raise SystemExit(f"{forma}, {status}, {webopay}: {[row[0] for row in found]}")
    return found[0]


def line(forma, status, webopay, nome):
    gestores = forma != "fora"
    valor_g, valor_w = (None if text is None else Decimal(text) for text in VALORES[nome])
    numero, _, _, _, (decidido, de_quem, fonte), observacao = the_row(forma, status, webopay)
    valor = {"zero": Decimal(0), "nenhum": None, "G": valor_g, "W": valor_w,
             "W ou G": valor_g if valor_w is None else valor_w}[de_quem]
    if numero == "5a" and valor_w is None:
        fonte = "Gestores (valor ausente no WeboPay)"
    alertas = [
        f"{tipo}: {texto}".format(**amounts(valor_g, valor_w) if tipo == 7 else {})
        for tipo, de, quando, texto in ALERTAS
        if de == numero and quando(gestores, webopay, valor_g, valor_w)
    ]
    return ("sim" if gestores else "não", forma if gestores else "-", status if gestores else "-",
            webopay, nome, numero, decidido, "-" if valor is None else str(valor), fonte or "-",
            observacao, "; ".join(alertas) or "-")


def amounts(gestores, webopay):
    """Both in reais, with the fewest decimals that still show more than a cent between them."""
    for places in itertools.count(2):
        step = Decimal(1).scaleb(-places)
        shown = [value.quantize(step, ROUND_HALF_UP) for value in (gestores, webopay)]
        if abs(shown[0] - shown[1]) > Decimal("0.01"):
            texts = [f"R$ {value:,}".translate(str.maketrans(",.", ".,")) for value in shown]
            return dict(zip("gw", texts))


def main():
    lines = [HEADER, *(line(*combination) for combination in combinations())]
    widths = [max(len(cells[i]) for cells in lines) for i in range(len(HEADER))]
    with open(OUT, "w", encoding="utf-8", newline="\n") as out:
        for cells in lines:
            out.write(" | ".join(c.ljust(w) for c, w in zip(cells, widths)).rstrip() + "\n")
    print(f"{len(lines) - 1} combinations -> {OUT}")


if __name__ == "__main__":
    main()
