"""Writes a month of the real size: `tamanho_real.py FOLDER [--semente N] [--escala K]`.

5,500 clients, 270 rows of Gestores of which 200 hold someone, 3,400 parcelas, 6,100 contracts;
`--escala` multiplies all four, as far as an .xls goes (65,535 contracts). The same seed gives the
same bytes.
"""

import argparse
import os
from datetime import date

import comum

CLIENTES, GESTORES, GESTORES_COM_NOME, PARCELAS, CONTRATOS = 5500, 270, 200, 3400, 6100
FORMAS = (("FIN + IMOB", 60), ("FIN", 10), ("FINANCIADO", 5), ("PIX", 15), ("DESCONTO", 4), ("QUITADO", 3),
          ("PERMUTA", 1), (None, 2))
STATUS = (("EM ABERTO", 55), ("ENTROU", 38), ("DISTRATO", 3), ("DESCONTO", 2), (None, 2))
ASSINADOS = 0.8  # of those in Gestores, who are in EPR
LINHAS_XLS = 65535
FORA_DA_BASE = 0.03  # of those in Gestores and in WeboPay


def main(folder, semente, escala):
    comum.pasta(folder)
    rng = comum.gerador(semente)
    people = nomes(rng, CLIENTES * escala)
    strangers = nomes(rng, (CONTRATOS + PARCELAS) * escala, taken=set(people))
    known = rng.sample(people, GESTORES_COM_NOME * escala)

    def path(name):
        return os.path.join(folder, name)

    comum.escrever_acompanhamento(
        path(comum.ACOMPANHAMENTO_XLSX), acompanhamento(rng, people, CLIENTES * escala))
    gestores_rows = gestores(rng, known, strangers)
    comum.escrever_gestores(
        path(comum.GESTORES_XLSX), gestores_rows,
        formatted_after=(GESTORES - GESTORES_COM_NOME) * escala)
    comum.escrever_webopay(
        path(comum.WEBOPAY_XLSX), webopay(rng, people, gestores_rows, strangers, PARCELAS * escala))
    contratos = min(CONTRATOS * escala, LINHAS_XLS)
    comum.escrever_epr(path(comum.EPR_XLS), epr(rng, people, known, strangers, contratos))


def nomes(rng, count, taken=frozenset()):
    """Distinct names in the order drawn; two out of three have a fourth part."""
    found = {}
    while len(found) < count:
        nome = comum.nome_inventado(rng)
        if rng.random() < 0.66:
            nome += " " + rng.choice(comum.ULTIMOS)
        while nome in found or nome in taken:
            nome += " " + rng.choice(comum.ULTIMOS)
        found[nome] = None
    return list(found)


def escolha(rng, weighted):
    return rng.choices([value for value, _ in weighted], [weight for _, weight in weighted])[0]


def valor(rng):
    """As Gestores has it: a price times a rate, with four decimals."""
    return round(rng.randrange(150_000, 420_000, 50) * 0.00117, 4)


def grafia(rng, nome):
    """Now and then as people type it."""
    return rng.choice((f" {nome}", nome.lower(), nome.title(), nome.replace(" ", "  "),
                       nome.replace(" ", "\u00a0"))) if rng.random() < 0.05 else nome


def acompanhamento(rng, people, count):
    """One in two hundred stands a second time in place of somebody else."""
    again = rng.sample(people, count // 200)
    rows = people[:count - len(again)] + again
    return [comum.linha_acompanhamento(rng, n, grafia(rng, nome)) for n, nome in enumerate(rows, 1)]


def gestores(rng, known, strangers):
    rows = []
    for n, nome in enumerate(known, 10385):
        nome = rng.choice(strangers) if rng.random() < FORA_DA_BASE else nome
        comissao = valor(rng) if rng.random() > 0.03 else rng.choice((None, "a definir", "R$ 1.234,56"))
        rows.append(comum.linha_gestores(
            rng, n, grafia(rng, nome), escolha(rng, FORMAS), escolha(rng, STATUS), comissao))
    rows[-1] = comum.linha_gestores(rng, 10384 + len(rows), known[0], "PIX", "ENTROU", valor(rng))
    return rows


def webopay(rng, people, gestores_rows, strangers, count):
    """Most who pay by PIX and a few of the others in Gestores, then anybody."""
    rows = []
    for row in gestores_rows:
        nome, comissao, forma = row[1], row[8], row[9]
        if rng.random() < (0.8 if forma == "PIX" else 0.05):
            amount = round(comissao, 2) if isinstance(comissao, float) else round(valor(rng), 2)
            rows += parcelas(rng, nome, amount)
    while len(rows) < count:
        source = strangers if rng.random() < FORA_DA_BASE else people
        rows += parcelas(rng, grafia(rng, rng.choice(source)), round(valor(rng), 2))
    return rows[:count]


def parcelas(rng, nome, amount):
    total = rng.choice((1, 1, 3, 6, 12))
    paid = rng.randrange(total + 1) if rng.random() < 0.5 else total
    return [
        comum.linha_webopay(rng, nome, amount, *(("Pago", "pago") if numero <= paid else
                                                 ("Pendente", "pendente")), numero, total)
        for numero in range(1, total + 1)
    ]


def epr(rng, people, known, strangers, count):
    signed = [nome for nome in known if rng.random() < ASSINADOS]
    rest = rng.sample(people, count // 3) + rng.sample(strangers, count // 2)
    names = signed + rest
    names += rng.choices(names, k=max(0, count - len(names)))
    names = names[:count]
    rng.shuffle(names)
    return [comum.linha_epr(rng, grafia(rng, nome), comum.dia_entre(rng, date(2024, 5, 1), date(2025, 10, 31)))
            for nome in names]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--semente", type=int, default=1)
    parser.add_argument("--escala", type=int, default=1)
    options = parser.parse_args()
    main(options.folder, options.semente, options.escala)
