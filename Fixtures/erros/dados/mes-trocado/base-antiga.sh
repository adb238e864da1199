mkdir -p dados/bases
printf '{"formato": "comissoes.base", "versao": 1, "mes": "2025-02", "nome": "", "fontes": [], "alertas": [], "clientes": [], "relatorios": []}' > dados/bases/2025-01.json
