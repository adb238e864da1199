# The steps of a month over these four spreadsheets, for the folders of erros/.
base() { comissoes base criar --mes 2025-10 --acompanhamento acompanhamento.csv; }
controle() { comissoes controle --gestores gestores.csv --webopay webopay.csv; }
recebimentos() { comissoes recebimentos --epr epr.csv --data 2025-11-03; }

# reescrever NUMBER EDIT: makes of the record of the last operation what sed does, as somebody who
# knows what else vouches for it would.
reescrever() {
  registro=$(ls dados/operacoes/*"$1".json)
  de=$(sha256sum <"$registro" | cut -d' ' -f1)
  sed -i "$2" "$registro"
  para=$(sha256sum <"$registro" | cut -d' ' -f1)
  # The last member of estado.json is the hash of all before it.
  sed "s/$de/$para/" dados/estado.json | head -c -83 >estado
  printf ',\n  "sha256": "%s"\n}\n' "$(sha256sum <estado | cut -d' ' -f1)" >>estado
  mv estado dados/estado.json
}
