"""Writes casos/1 to casos/6: the customer's six examples, one folder each.

Where an example has no row in a spreadsheet, that spreadsheet holds only a stranger. `esperado.json`
has the client and the alerts about that client. In case 1 the customer's document puts VIVIAN in
the base and LEVI in the other sheets; LEVI is meant.
"""

import os

import comum
import esperado

ESTRANHO = "CLIENTE DE OUTRA PESSOA"
VIVIAN, LEVI, MARIA = "VIVIAN SOUZA GONCALVES", "LEVI DE SANTANA LIMA", "MARIA DA SILVA"
QUITADO = "Forma de pagamento desconhecida - análise manual necessária"

# number: client, (FORMA, STATUS, COMISSÃO), WeboPay rows (value, parcela, comissão, number, total),
# expected (status, value, fonte, observação), alerts (number, text)
CASOS = {
    1: (LEVI, ("PIX", "ENTROU", 350.9805), [(350.99, "Pendente", "pendente", 1, 1)],
        ("NULO", None, None, "PIX pendente de pagamento no WeboPay"), []),
    2: ("JOAO ERICK NASCIMENTO AMORIM", ("PIX", "ENTROU", 421.1805), [(421.18, "Pago", "pago", 1, 1)],
        ("PAGO", "421.18", "WeboPay (confirmado)", "Pagamento PIX confirmado"), []),
    3: ("CLEONICE LAYS TRINDADE RIBEIRO", ("FIN + IMOB", "EM ABERTO", 331.4805), [],
        ("FINANCIADO", "331.4805", "Gestores (Financiado)",
         "Aguardando assinatura (EPR) para faturamento"), []),
    4: ("EVELYN SAMILE BISPO DA SILVA SENA", ("QUITADO", "DESCONTO", 337.3305), [],
        ("DESCONTO", "0", "Gestores (Desconto)", "Cliente recebeu desconto de comissão"), []),
    5: (MARIA, ("QUITADO", "ENTROU", 500.0), [],
        ("REQUER_ANALISE", "500", "Gestores (QUITADO)", QUITADO),
        [(9, f'Cliente {MARIA} com FORMA = "QUITADO" (desconhecida)')]),
    6: ("CARLOS SANTOS", None,
        [(100.0, "Pago", "pago", 1, 3), (100.0, "Pendente", "pendente", 2, 3),
         (100.0, "Pendente", "pendente", 3, 3)],
        ("PAGO", "100", "WeboPay", "Pagamento confirmado apenas em WeboPay"),
        [(8, "Cliente CARLOS SANTOS encontrado no WeboPay mas não em Gestores")]),
}


def main():
    for numero, caso in CASOS.items():
        write(numero, *caso)


def write(numero, nome, gestores, webopay, situacao, alertas):
    folder = comum.pasta(os.path.join(comum.ROOT, "casos", str(numero)))
    rng = comum.gerador(f"caso {numero}")
    base = [nome] + [VIVIAN] * (nome == LEVI)
    comum.escrever_acompanhamento(
        os.path.join(folder, "acompanhamento.xlsx"),
        [comum.linha_acompanhamento(rng, n, cliente) for n, cliente in enumerate(base, 1)])
    comum.escrever_gestores(
        os.path.join(folder, "gestores.xlsx"),
        [comum.linha_gestores(rng, 10385, nome, *gestores) if gestores
         else comum.linha_gestores(rng, 10385, ESTRANHO, "PIX", "ENTROU", 300.0)], formatted_after=5)
    comum.escrever_webopay(
        os.path.join(folder, "webopay.xlsx"),
        [comum.linha_webopay(rng, nome, *row) for row in webopay]
        or [comum.linha_webopay(rng, ESTRANHO, 300.0, "Pendente", "pendente")])
    client = dict(zip(("status", "valor_comissao", "fonte", "observacao"), situacao))
    esperado.write(os.path.join(folder, "esperado.json"), {
        "client": {"nome": nome, **client},
        "alertas": [{"numero": n, "cliente": nome, "descricao": text} for n, text in alertas],
    })


if __name__ == "__main__":
    main()
