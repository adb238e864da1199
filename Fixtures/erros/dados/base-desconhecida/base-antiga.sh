printf '{"formato": "comissoes.base", "versao": 1, "mes": "2025-09", "nome": "", "fontes": [], "alertas": [], "clientes": [], "relatorios": []}' > dados/bases/2025-09.json
