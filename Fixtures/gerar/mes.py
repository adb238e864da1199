"""Writes planilhas/mes: the four spreadsheets of one month, and the table of README.md.

Each person stands once below with what is to be seen in them. People of the customer's own
examples have the customer's values; all others are invented.
"""

import datetime
import os
from dataclasses import dataclass, field

import comum

OUT = os.path.join(comum.ROOT, "planilhas", "mes")
FILLERS = 18
NBSP, ZWSP, BOM, COMBINING_TILDE = "\u00a0", "\u200b", "\ufeff", "\u0303"


@dataclass
class Pessoa:
    """One client. `base` holds the spellings in Acompanhamento, one for each row."""

    nome: str
    mostra: str
    base: tuple | None = None
    gestores: list = field(default_factory=list)
    webopay: list = field(default_factory=list)
    epr: list = field(default_factory=list)

    def grafias(self):
        return (self.nome,) if self.base is None else self.base


def G(forma, status, comissao, nome=None):
    return dict(forma=forma, status=status, comissao=comissao, nome=nome)


def W(valor, parcela="Pago", comissao="pago", numero=1, total=1, nome=None):
    return dict(valor=valor, parcela=parcela, comissao=comissao, numero=numero, total=total, nome=nome)


def PENDENTE(valor, numero=1, total=1, nome=None):
    return W(valor, "Pendente", "pendente", numero, total, nome)


def E(assinatura, contrato=None, empreendimento=None, nome=None):
    return dict(assinatura=assinatura, contrato=contrato, empreendimento=empreendimento, nome=nome)


def dia(day, month, year=2025):
    return datetime.date(year, month, day)


FORA = ()  # in no row of Acompanhamento

# A formula sees its own row as {r}: G is the price, H the rate.
PESSOAS = [
    # The customer's own examples
    Pessoa("VIVIAN SOUZA GONCALVES", "7: only in the base"),
    Pessoa("THAIS DE MOURA ARAUJO", "7: only in the base"),
    Pessoa("EVELYN SAMILE BISPO DA SILVA SENA", "2 by STATUS, over FORMA QUITADO",
           gestores=[G("QUITADO", "DESCONTO", 337.3305)]),
    Pessoa("LEVI DE SANTANA LIMA", "5b; only the third parcela is paid",
           gestores=[G("PIX", "ENTROU", 350.9805)],
           webopay=[PENDENTE(350.99, 1, 3), PENDENTE(350.99, 2, 3), W(350.99, numero=3, total=3)]),
    Pessoa("JOAO ERICK NASCIMENTO AMORIM", "5a, values within 0.01",
           gestores=[G("PIX", "ENTROU", 421.1805)], webopay=[W(421.18)]),
    Pessoa("CLEONICE LAYS TRINDADE RIBEIRO", "4, signed: a_receber, 331.4805 billed as 331.48",
           gestores=[G("FIN + IMOB", "EM ABERTO", 331.4805)],
           epr=[E(dia(20, 10), "8787.7235.3736-1", "Acqua Venture Europa II Mod 1")]),
    Pessoa("YASMIN DOS SANTOS LEAL", "7, in EPR: not a candidate",
           epr=[E(dia(23, 5), 878772353735, "Acqua Venture Europa II Mod 1")]),
    Pessoa("ERIC RIOS FERREIRA", "4, signed: a_receber", gestores=[G("FIN + IMOB", "EM ABERTO", 318.25)],
           epr=[E(dia(23, 5), 878772353801, "Acqua Venture Europa II Mod 1")]),
    Pessoa("JOANDERSON DA SILVA JESUS", "6a, no row in Gestores: alert 8; parcela as text 1/12",
           webopay=[W(323.68, numero="1/12", total=12), PENDENTE(323.68, "2/12", 12),
                    PENDENTE(323.68, "3/12", 12)]),
    Pessoa("MARIA DA SILVA", "3, FORMA QUITADO: alert 9", gestores=[G("QUITADO", "ENTROU", 500)]),
    Pessoa("CARLOS SANTOS", "6a: alert 8; later parcelas are ignored",
           webopay=[W(100, total=3), PENDENTE(100, 2, 3), PENDENTE(100, 3, 3)]),

    # 1 and 2
    Pessoa("ANA LÚCIA PRATES", "1: DISTRATO over FIN + IMOB, signed: desistencias, not a_receber",
           gestores=[G("FIN + IMOB", "DISTRATO", 402.1)], epr=[E(dia(2, 9))]),
    Pessoa("BRUNO CÉSAR TELES", "1: DISTRATO over DESCONTO", gestores=[G("DESCONTO", "DISTRATO", 295)]),
    Pessoa("CÍNTIA MATOS", "1: distrato in lower case with spaces, over a paid PIX",
           gestores=[G("PIX", "  distrato ", 310)], webopay=[W(310)]),
    Pessoa("DENISE FARIAS LOBO", "2 by FORMA", gestores=[G("DESCONTO", "EM ABERTO", 288.4)]),
    Pessoa("EDSON PAIVA", "2 by STATUS over FIN, signed: in no list",
           gestores=[G("FIN", "DESCONTO", 377.7)], epr=[E(dia(11, 9))]),

    # 3
    Pessoa("FLÁVIA ROCHA MELO", "3, a FORMA without mapping, value with thousands as text: alert 9",
           gestores=[G("PERMUTA  c/ Veículo", "ENTROU", "R$ 1.234,56")]),
    Pessoa("GILBERTO ANJOS", "3, quitado in lower case, no value, paid in WeboPay: alert 9 alone",
           gestores=[G("quitado", None, None)], webopay=[W(290)]),

    # 4
    Pessoa("HELENA BRITO", "4 without value, signed: alert 4, sem_valor",
           gestores=[G("FINANCIADO", "EM ABERTO", None)], epr=[E(dia(14, 10))]),
    Pessoa("IGOR SANTANA REIS", "4, `a definir` as value, not signed: aviso, alert 4, aguardando",
           gestores=[G("FIN+IMOB", "EM ABERTO", "a definir")]),
    Pessoa("JANAÍNA COUTO", "4, the ambiguous text 1.234 as value, signed: aviso, alert 4, sem_valor",
           gestores=[G("FIN  +  IMOB", "EM ABERTO", "1.234")], epr=[E(dia(15, 10))]),
    Pessoa("KLEBER DUARTE", "4, a formula with #DIV/0! as value: aviso, alert 4, aguardando",
           gestores=[G("FIN", "EM ABERTO", "=G{r}/0")]),
    Pessoa("LARISSA AMADO", "4, a formula that gives empty text: alert 4 without aviso, aguardando",
           gestores=[G("fin", "em aberto", '=IF(G{r}>0,"","x")')]),
    Pessoa("MARCOS VINÍCIUS TOSTA", "4 with a paid W: alert 6 (pago); signed: a_receber, 250.125 up to 250.13",
           gestores=[G("FIN + IMOB", "EM ABERTO", 250.125)], webopay=[W(250.13)], epr=[E(dia(16, 10))]),
    Pessoa("NÁDIA CERQUEIRA", "4 with a pending W: alert 6 (pendente); not signed: aguardando",
           gestores=[G("FIN", "ENTROU", 299.9)], webopay=[PENDENTE(299.9)]),
    Pessoa("OSVALDO PRADO", "4 with only later parcelas: no alert 6; 301.005 up to 301.01",
           gestores=[G("FIN + IMOB", "EM ABERTO", 301.005)],
           webopay=[PENDENTE(100.34, 2, 3), PENDENTE(100.34, 3, 3)], epr=[E(dia(17, 10))]),
    Pessoa("PATRÍCIA LEMOS", "4 by a calculated value: a_receber; date of signature as text",
           gestores=[G("FINANCIADO", "EM ABERTO", "=ROUND(G{r}*H{r},4)")], epr=[E("18/10/2025")]),
    Pessoa("RAIMUNDO NONATO", "4 by a calculated value: a_receber; ISO date as text",
           gestores=[G("FIN + IMOB", "EM ABERTO", "=G{r}*H{r}+0.105")], epr=[E("2025-10-19")]),
    Pessoa("SÍLVIA TORRES", "4, value 412,345 as text: a_receber 412.35; impossible date: aviso, no date",
           gestores=[G("FIN + IMOB", "EM ABERTO", "412,345")], epr=[E("31/02/2025", 878772353990)]),
    Pessoa("TÂNIA ABREU", "4, value (150,00) as text is negative, not signed: aguardando",
           gestores=[G("FIN", "EM ABERTO", "(150,00)")]),
    Pessoa("UBIRAJARA PINTO", "4, not signed: aguardando", gestores=[G("FIN + IMOB", "EM ABERTO", 344.55)]),
    Pessoa("VANESSA CALDAS", "4, unknown STATUS: aviso and nothing else; not signed: aguardando",
           gestores=[G("FIN + IMOB", "AGUARDANDO BANCO", 355.1)]),

    # 5a
    Pessoa("WAGNER BASTOS", "5a, equal values", gestores=[G("PIX", "ENTROU", 360.5)], webopay=[W(360.5)]),
    Pessoa("XÊNIA LOPES", "5a, difference of 0.01 exactly: no alert",
           gestores=[G("PIX", "ENTROU", 360.49)], webopay=[W(360.5)]),
    Pessoa("YURI CAMPOS", "5a, difference of 0.0101: alert 7, two decimals would show 0.01",
           gestores=[G("PIX", "ENTROU", 360.4899)], webopay=[W(360.5)]),
    Pessoa("ZILDA MARIA PORTO", "5a, difference of 1000: alert 7; statuses in other case with spaces",
           gestores=[G("pix", "Entrou", 1360.5)], webopay=[W(360.5, " PAGO ", "Pago ")]),
    Pessoa("ALBERTO NEVES", "5a, value absent in WeboPay: the value of Gestores",
           gestores=[G("PIX", "ENTROU", 333.3305)], webopay=[W(None)]),
    Pessoa("BÁRBARA REGO", "5a, value absent in both", gestores=[G("PIX", "ENTROU", None)], webopay=[W(None)]),
    Pessoa("CELSO AGUIAR", "5a, value absent in Gestores: no alert",
           gestores=[G("PIX", "EM ABERTO", None)], webopay=[W(322.22)]),
    Pessoa("DALVA PINHO", "5a; paid first parcela of two, as text 01",
           gestores=[G("PIX", "ENTROU", 180)], webopay=[PENDENTE(180, 2, 2), W(180, numero="01", total=2)]),

    # 5b and 5c
    Pessoa("ELIAS MOURA", "5b: parcela paid, comissão pending",
           gestores=[G("PIX", "ENTROU", 310)], webopay=[W(310, "Pago", "pendente")]),
    Pessoa("FÁTIMA SERRA", "5b: parcela pending, comissão paid",
           gestores=[G("PIX", "ENTROU", 311)], webopay=[W(311, "Pendente", "pago")]),
    Pessoa("GERALDO LINS", "5c, not in WeboPay: alert 3", gestores=[G("PIX", "ENTROU", 312)]),
    Pessoa("HILDA VARGAS", "5c, only parcelas 2 and 3 in WeboPay: alert 3 names them",
           gestores=[G("PIX", "EM ABERTO", 313)],
           webopay=[W(104.33, numero=2, total=3), W(104.33, numero=3, total=3)]),
    Pessoa("IVO MARTINS", "5c, a parcela that cannot be read: aviso, alert 3",
           gestores=[G("PIX", "ENTROU", 314)], webopay=[W(314, numero="entrada")]),

    # 6 and 7
    Pessoa("JUSSARA GALVÃO", "6a with a Gestores row of blank FORMA: alert 8, sem FORMA",
           gestores=[G(None, "ENTROU", 315)], webopay=[W(316)]),
    Pessoa("LAURO PESSOA", "6b, no row in Gestores", webopay=[PENDENTE(317, 1, 2), PENDENTE(317, 2, 2)]),
    Pessoa("MIRTES ASSIS", "6b with a Gestores row of blank FORMA",
           gestores=[G("   ", "EM ABERTO", 318)], webopay=[PENDENTE(318)]),
    Pessoa("NILTON ROSA", "7 with a Gestores row of blank FORMA", gestores=[G(None, "EM ABERTO", 319)]),
    Pessoa("ODETE FRAGA", "7: only later parcelas in WeboPay, no row in Gestores",
           webopay=[PENDENTE(106, 2, 3)]),

    # Names not in the base
    Pessoa("CLÁUDIO SOBRINHO", "alert 1", FORA, gestores=[G("PIX", "ENTROU", 320)]),
    Pessoa("VIVIANE SOUZA GONCALVES", "alert 1; one letter from VIVIAN SOUZA GONCALVES", FORA,
           gestores=[G("FIN + IMOB", "EM ABERTO", 321)]),
    Pessoa("GORETE LUZ", "alert 1 once and alert 5: twice in Gestores, not in the base", FORA,
           gestores=[G("PIX", "ENTROU", 322), G("FIN", "EM ABERTO", 322, " gorete luz")]),
    Pessoa("10399", "alert 1: a number where a name belongs", FORA, gestores=[G("PIX", None, None, 10399)]),
    Pessoa("THAÍS DE MOURA ARAÚJO", "alert 2; the base has the name without accents", FORA, webopay=[W(330)]),
    Pessoa("LEANDRO VIDAL", "alerts 1 and 2: in Gestores and WeboPay, not in the base", FORA,
           gestores=[G("PIX", "ENTROU", 331)], webopay=[W(331)]),
    Pessoa("RUBENS SALES", "no alert 2: only a later parcela, not in the base", FORA,
           webopay=[PENDENTE(110, 2, 2)]),

    # The same name twice
    Pessoa("JOÃO PEDRO MACIEL", "alert 5 in Acompanhamento: three rows, three spellings",
           ("JOÃO PEDRO MACIEL", f"joa{COMBINING_TILDE}o pedro maciel", f"João{NBSP}Pedro  Maciel "),
           gestores=[G("FIN + IMOB", "EM ABERTO", 340)], epr=[E(dia(21, 10))]),
    Pessoa("JOAO PEDRO MACIEL", "another client than JOÃO PEDRO MACIEL", gestores=[G("DESCONTO", None, 0)]),
    Pessoa("KÁTIA REGINA SILVEIRA", "alert 5 in Gestores: the first row (FIN) is used",
           gestores=[G("FIN", "EM ABERTO", 341.1), G("PIX", "ENTROU", 999)], epr=[E(dia(22, 10))]),
    Pessoa("LUIZ OTÁVIO BARRETO", "alert 5 in WeboPay: two rows of parcela 1, the first (pending) is used",
           gestores=[G("PIX", "ENTROU", 342)],
           webopay=[PENDENTE(342, "1 de 2", 2), W(342, total=2), PENDENTE(342, 2, 2)]),
    Pessoa("MARLENE CUNHA", "alert 5 in EPR: FINANCIADO, the first contract is used",
           gestores=[G("FIN + IMOB", "EM ABERTO", 343.3)],
           epr=[E(dia(23, 10), 878772354001, "VICENZA"), E(dia(30, 10), 878772354777, "RESERVA DAS ACÁCIAS")]),
    Pessoa("NEIDE ALMEIDA", "no alert 5 in EPR: twice there, but PAGO",
           gestores=[G("PIX", "ENTROU", 345)], webopay=[W(345)], epr=[E(dia(1, 8)), E(dia(2, 8))]),

    # Spelling that must not matter
    Pessoa("OLÍVIA PALMARES", "NBSP, double spaces and lower case in the four sheets: a_receber",
           (f"  Olívia{NBSP}Palmares",), gestores=[G("Fin + Imob", "em aberto", 346.4, "olívia   palmares ")],
           epr=[E(dia(24, 10), nome=f"OLÍVIA{NBSP}{NBSP}PALMARES")]),
    Pessoa("PÉRICLES FALCÃO", "zero-width characters in Gestores and WeboPay: 5a",
           gestores=[G("PIX", "ENTROU", 347, f"{BOM}PÉRICLES{ZWSP} FALCÃO")],
           webopay=[W(347, nome=f"PÉRI{ZWSP}CLES FALCÃO")]),
    Pessoa("QUITÉRIA CONCEIÇÃO", "decomposed accents (NFD) in Gestores and EPR: a_receber",
           gestores=[G("FIN + IMOB", "EM ABERTO", 348.8, "QUITE\u0301RIA CONCEIC\u0327A\u0303O")],
           epr=[E(dia(25, 10), nome="QUITE\u0301RIA CONCEIC\u0327A\u0303O")]),
]


def main():
    comum.pasta(OUT)
    rng = comum.gerador("mes")
    people = PESSOAS + [
        Pessoa(comum.nome_inventado(rng), "") for _ in range(FILLERS)
    ]
    comum.escrever_acompanhamento(os.path.join(OUT, comum.ACOMPANHAMENTO_XLSX), acompanhamento(rng, people))
    gestores_path = os.path.join(OUT, comum.GESTORES_XLSX)
    comum.escrever_gestores(gestores_path, gestores(rng))
    comum.pelo_libreoffice(gestores_path)
    comum.escrever_webopay(os.path.join(OUT, comum.WEBOPAY_XLSX), webopay(rng))
    comum.escrever_epr(os.path.join(OUT, comum.EPR_XLS), epr(rng))
    write_table()


def acompanhamento(rng, people):
    """First rows in turn, then the repeated ones."""
    first = [person.grafias()[0] for person in people if person.grafias()]
    again = [nome for person in people for nome in person.grafias()[1:]]
    return [comum.linha_acompanhamento(rng, n, nome) for n, nome in enumerate(first + again, 1)]


def gestores(rng):
    """A blank row after every sixth, repeated people last, and a total without a name."""
    pairs = [(person, row) for person in PESSOAS for row in person.gestores[:1]]
    pairs += [(person, row) for person in PESSOAS for row in person.gestores[1:]]
    rows = []
    for count, (person, row) in enumerate(pairs, 1):
        value = row["comissao"]
        if isinstance(value, str) and value.startswith("="):
            value = value.format(r=3 + len(rows))
        nome = person.nome if row["nome"] is None else row["nome"]
        rows.append(comum.linha_gestores(rng, 10384 + count, nome, row["forma"], row["status"], value))
        if count % 6 == 0:
            rows.append(None)
    rows += [None, (None,) * 7 + ("TOTAL", f"=SUM(I3:I{2 + len(rows)})")]
    return rows


def webopay(rng):
    return [
        comum.linha_webopay(rng, row["nome"] or person.nome, row["valor"], row["parcela"], row["comissao"],
                            row["numero"], row["total"])
        for person in PESSOAS for row in person.webopay
    ]


def epr(rng):
    """The people above among strangers who signed, too."""
    rows = []
    for person in PESSOAS:
        rows += [comum.linha_epr(rng, comum.nome_inventado(rng),
                                 comum.dia_entre(rng, dia(1, 5), dia(31, 10)))]
        rows += [comum.linha_epr(rng, row["nome"] or person.nome, row["assinatura"], row["contrato"],
                                 row["empreendimento"])
                 for row in person.epr]
    return rows


def write_table():
    """Puts the table of people between its two marks in README.md."""
    lines = ["| person | shows (row of the engine, alerts, list) |", "| --- | --- |"]
    lines += [f"| {person.nome} | {person.mostra} |" for person in PESSOAS]
    path = os.path.join(comum.ROOT, "README.md")
    with open(path, encoding="utf-8") as file:
        before, rest = file.read().split("<!-- people -->\n")
        after = rest.split("<!-- end of people -->\n")[1]
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"{before}<!-- people -->\n" + "\n".join(lines) + f"\n<!-- end of people -->\n{after}")


if __name__ == "__main__":
    main()
