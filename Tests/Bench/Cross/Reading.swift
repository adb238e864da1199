import Planilhas
import Spreadsheets

func read<Registro>(
  _ path: String,
  _ importar: (any Workbook, String, OpcoesDeLeitura) throws(PlanilhaError) -> Leitura<Registro>
) throws -> Leitura<Registro> {
  try importar(openWorkbook(ByteSource(path: path)), path, OpcoesDeLeitura())
}
