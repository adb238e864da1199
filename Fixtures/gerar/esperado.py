"""What the program must find in a set of four spreadsheets: `esperado.py FOLDER OUT`.

A second, plain implementation of Docs/regras.md §3 to §7, for comparison. It writes into OUT
`esperado-controle.json` (base criar, then controle) and `esperado-recebimentos.json`
(recebimentos --data 2025-11-03 on that base, with nothing billed before).

`descricao` of an alert is the text that the rules fix. Alerts 1, 2 and 3 may go on after it, with
a near name or the parcelas that exist; `contem` holds what must then be found in the rest.
"""

import json
import os
import re
import sys
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

import comum
import leitura
from leitura import header_key, plain

BASE = "2025-10"
FORMAS = {
    "PIX": "PAGO", "FIN+IMOB": "FINANCIADO", "FIN": "FINANCIADO", "FINANCIADO": "FINANCIADO",
    "DESCONTO": "DESCONTO", "QUITADO": "ALERTA",
}
STATUS = {"DISTRATO": "DESISTIU", "DESCONTO": "DESCONTO", "ENTROU": "ENTROU", "EM ABERTO": "ABERTO"}
TIPOS = {
    1: "gestores_nao_base", 2: "webopay_nao_base", 3: "pix_nao_confirmado", 4: "financiado_sem_valor",
    5: "multiplas_correspondencias", 6: "financiado_no_webopay", 7: "valores_divergentes",
    8: "webopay_sem_gestores", 9: "forma_desconhecida",
}
CENT = Decimal("0.01")


class Mes:
    """The four spreadsheets, read and grouped by name."""

    def __init__(self, folder):
        self.avisos_controle, self.avisos_recebimentos = [], []

        def read(name, layout, avisos=self.avisos_controle):
            return leitura.read(os.path.join(folder, name), layout, avisos)

        self.base = grouped(read(comum.ACOMPANHAMENTO_XLSX, leitura.ACOMPANHAMENTO), "NOME")
        gestores = read(comum.GESTORES_XLSX, leitura.GESTORES)
        for row in gestores:
            row["forma"] = mapped(row["FORMA"], FORMAS)
            row["status"] = mapped(row["STATUS"], STATUS)
            if row["STATUS"] and not row["status"]:
                self.avisos_controle.append(row["lugares"]["STATUS"])
        self.gestores = grouped(gestores, "NOME DO CLIENTE")
        webopay = read(comum.WEBOPAY_XLSX, leitura.WEBOPAY)
        self.webopay = grouped([r for r in webopay if r["Numero_parcela"] == 1], "Pagador")
        self.later = grouped([r for r in webopay if r["Numero_parcela"] != 1], "Pagador")
        self.epr = grouped(
            read(comum.EPR_XLS, leitura.EPR, self.avisos_recebimentos), "Nome Mutuário")


def grouped(rows, column):
    groups = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return dict(groups)


def mapped(text, table):
    if text is None:
        return None
    return table.get(re.sub(r" ?\+ ?", "+", header_key(text)))


# §5


def alerta(numero, cliente, descricao, contem=()):
    return {"numero": numero, "tipo": TIPOS[numero], "cliente": cliente, "descricao": descricao,
            "contem": list(contem)}


def decidir(nome, mes, alertas):
    """Status, value, fonte and observação of one client: the seven priorities in their order."""
    g = mes.gestores.get(nome, [None])[0]
    w = mes.webopay.get(nome, [None])[0]
    pago = w is not None and pago_em(w)
    valor_w = w["Valor_original"] if w else None
    forma = g["forma"] if g else None
    tem_forma = g is not None and g["FORMA"] is not None

    def ergue(numero, descricao, contem=()):
        alertas.append(alerta(numero, nome, descricao, contem))

    if g and g["status"] == "DESISTIU":
        return "DESISTIU", Decimal(0), "Gestores (Distrato)", "Cliente fez distrato"
    if g and "DESCONTO" in (forma, g["status"]):
        return "DESCONTO", Decimal(0), "Gestores (Desconto)", "Cliente recebeu desconto de comissão"
    if tem_forma and forma in ("ALERTA", None):
        palavra = g["FORMA"].upper()
        ergue(9, f'Cliente {nome} com FORMA = "{palavra}" (desconhecida)')
        return ("REQUER_ANALISE", g["COMISSÃO"], f"Gestores ({palavra})",
                "Forma de pagamento desconhecida - análise manual necessária")
    if forma == "FINANCIADO":
        if w:
            ergue(6, f"Cliente {nome} está como FINANCIADO em Gestores mas aparece no WeboPay"
                     + (" (pago)" if pago else " (pendente)"))
        if g["COMISSÃO"] is None:
            ergue(4, f"Cliente {nome} está como FINANCIADO mas sem valor de comissão")
        return ("FINANCIADO", g["COMISSÃO"], "Gestores (Financiado)",
                "Aguardando assinatura (EPR) para faturamento")
    if forma == "PAGO":
        if w and pago:
            valor_g = g["COMISSÃO"]
            if valor_w is None:
                return "PAGO", valor_g, "Gestores (valor ausente no WeboPay)", "Pagamento PIX confirmado"
            if valor_g is not None and abs(valor_g - valor_w) > CENT:
                ergue(7, divergencia(valor_g, valor_w))
            return "PAGO", valor_w, "WeboPay (confirmado)", "Pagamento PIX confirmado"
        if w:
            return "NULO", None, None, "PIX pendente de pagamento no WeboPay"
        later = [str(row["Numero_parcela"]) for row in mes.later.get(nome, [])]
        ergue(3, f"Cliente {nome} marcado como PIX em Gestores mas NÃO aparece no WeboPay", later)
        return "NULO", None, None, "Aguardando confirmação de pagamento PIX no WeboPay"
    if w and pago:
        onde = "mas sem FORMA em Gestores" if g else "mas não em Gestores"
        ergue(8, f"Cliente {nome} encontrado no WeboPay {onde}")
        return "PAGO", valor_w, "WeboPay", "Pagamento confirmado apenas em WeboPay"
    if w:
        return "NULO", None, None, "Cliente no WeboPay mas pagamento pendente"
    if g:
        return "NULO", None, None, "Cliente em Gestores sem FORMA de pagamento"
    return "NULO", None, None, "Cliente sem informação nas planilhas de controle"


def pago_em(row):
    return all((row[column] or "").lower() == "pago" for column in ("Status_parcela", "Status_comissão"))


def divergencia(gestores, webopay):
    """Two decimals, or as many as it takes for the shown amounts to differ by more than a cent."""
    places = 2
    while abs(rounded(gestores, places) - rounded(webopay, places)) <= CENT:
        places += 1
    return (f"Valores divergentes: Gestores {reais(gestores, places)} vs WeboPay "
            f"{reais(webopay, places)}")


def rounded(value, places=2):
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def reais(value, places):
    text = f"{rounded(value, places):,.{places}f}"
    return "R$ " + text.translate(str.maketrans(",.", ".,"))


def repetidos(planilha, groups, names=None):
    return [
        alerta(5, nome, f"Cliente {nome} aparece {len(rows)} vezes em {planilha} "
                        f"(linhas {', '.join(str(row['linha']) for row in rows)})")
        for nome, rows in groups.items() if len(rows) > 1 and (names is None or nome in names)
    ]


def controle(mes):
    alertas = repetidos("Acompanhamento", mes.base) + repetidos("Gestores", mes.gestores)
    alertas += repetidos("WeboPay", mes.webopay)
    alertas += [alerta(1, nome, f"Cliente {nome} está em Gestores mas não na Base")
                for nome in mes.gestores if nome not in mes.base]
    alertas += [alerta(2, nome, f"Cliente {nome} está no WeboPay mas não na Base")
                for nome in mes.webopay if nome not in mes.base]
    clientes = []
    for nome in sorted(mes.base):
        status, valor, fonte, observacao = decidir(nome, mes, alertas)
        clientes.append({
            "nome": nome, "status": status, "valor_comissao": money(valor), "fonte": fonte,
            "observacao": observacao, "linhas": [row["linha"] for row in mes.base[nome]],
        })
    return {"clientes": clientes, "alertas": ordered(alertas), "avisos": mes.avisos_controle}


# §7


def recebimentos(mes, clientes):
    lists = {name: [] for name in (
        "a_receber", "sem_valor", "ja_faturados", "aguardando_assinatura", "desistencias")}
    total = Decimal(0)
    financiados = set()
    for cliente in clientes:
        nome, valor = cliente["nome"], cliente["valor_comissao"]
        if cliente["status"] == "DESISTIU":
            lists["desistencias"].append(
                {"nome": nome, "observacao": cliente["observacao"], "estorno": None})
        if cliente["status"] != "FINANCIADO":
            continue
        financiados.add(nome)
        if nome not in mes.epr:
            lists["aguardando_assinatura"].append({"nome": nome, "valor": valor})
            continue
        row = mes.epr[nome][0]
        day = row["Data de Assinatura"]
        signed = {"nome": nome, "data_assinatura": day.isoformat() if day else None}
        if valor is None:
            lists["sem_valor"].append(signed)
            continue
        cents = rounded(Decimal(valor))
        total += cents
        lists["a_receber"].append(dict(
            signed, valor=money(cents), empreendimento=row.get("Nome Empreendimento"),
            contrato=row.get("Número Contrato")))
    return {
        "base": BASE, **lists,
        "totais": {
            "clientes_a_receber": len(lists["a_receber"]), "valor_a_receber": money(total),
            "desistencias": len(lists["desistencias"]), "estornos": "0",
        },
        "alertas": ordered(repetidos("EPR", mes.epr, financiados)),
        "avisos": mes.avisos_recebimentos,
    }


def money(value):
    return None if value is None else plain(value)


def ordered(alertas):
    return sorted(alertas, key=lambda a: (a["numero"], a["cliente"], a["descricao"]))


def write(path, document):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(document, file, ensure_ascii=False, indent=1)
        file.write("\n")


def main(folder, out):
    mes = Mes(folder)
    found = controle(mes)
    comum.pasta(out)
    write(os.path.join(out, "esperado-controle.json"), found)
    write(os.path.join(out, "esperado-recebimentos.json"), recebimentos(mes, found["clientes"]))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
