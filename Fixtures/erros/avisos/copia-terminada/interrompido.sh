# Leaves in the data directory what a "recebimentos --saida" that was killed before it wrote the copy does.
recebimentos
relatorio=$(ls dados/relatorios/*.xlsx)
cat > dados/.entrega <<FIM
{
  "formato": "comissoes.entrega",
  "versao": 1,
  "destino": "$PWD/$1",
  "processo": 1,
  "sha256": "$(sha256sum < "$relatorio" | cut -d' ' -f1)",
  "antes": null
}
FIM
