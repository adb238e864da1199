# Leaves in the data directory what a "config forma" that was killed before it changed config.json does.
comissoes config forma QUITADO FINANCIADO
texto() { sed 's/"/\\"/g' "$1" | awk '{ printf "%s\\n", $0 }'; }
cat > dados/.ajuste <<FIM
{
  "formato": "comissoes.ajuste",
  "versao": 1,
  "caminho": "$PWD/config.json",
  "processo": 1,
  "operacao": 2,
  "antes": "$(texto config.json.anterior)",
  "depois": "$(texto config.json)",
  "copia": null
}
FIM
mv config.json.anterior config.json
