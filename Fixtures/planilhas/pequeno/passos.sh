# The steps of a month over these four spreadsheets, for the folders of erros/.
base() { comissoes base criar --mes 2025-10 --acompanhamento acompanhamento.csv; }
controle() { comissoes controle --gestores gestores.csv --webopay webopay.csv; }
recebimentos() { comissoes recebimentos --epr epr.csv --data 2025-11-03; }
