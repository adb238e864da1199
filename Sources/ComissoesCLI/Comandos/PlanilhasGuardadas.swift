import Dados
import Dominio
import Planilhas
import Spreadsheets

/// The spreadsheets that an operation has read, as they were, and how it has read them.
struct PlanilhasGuardadas {
  private let operacao: Operacao
  private let acervo: Acervo
  /// By the configuration of that time.
  private let leitura: OpcoesDeLeitura

  init(de operacao: Operacao, em acervo: Acervo) throws(Falha) {
    let texto = operacao.argumentos["configuracao"]
    let configuracao = try texto.map { texto throws(Falha) in
      try Configuracao.ler([UInt8](texto.utf8), arquivo: "configuração da operação")
    }
    self.init(de: operacao, em: acervo, leitura: configuracao?.leitura ?? OpcoesDeLeitura())
  }

  init(de operacao: Operacao, em acervo: Acervo, leitura: OpcoesDeLeitura) {
    self.operacao = operacao
    self.acervo = acervo
    self.leitura = leitura
  }

  /// - Parameter argumento: under which the operation keeps the sheet that it was told to read.
  func ler<Registro>(
    _ planilha: Planilha, _ argumento: String, _ importar: Importador<Registro>
  ) throws -> Leitura<Registro> {
    var opcoes = leitura
    opcoes.abas[planilha] = operacao.argumentos[argumento]
    let (workbook, arquivo) = try abrir(planilha)
    return try importar(workbook, arquivo, opcoes)
  }

  /// The workbook, and the name of its file.
  func abrir(_ planilha: Planilha) throws -> (any Workbook, String) {
    guard let fonte = operacao.entradas.first(where: { $0.planilha == planilha }) else {
      throw Falha(
        .badData, "A operação \(operacao.numero) não guardou a planilha \(planilha.rawValue).")
    }
    let bytes = try acervo.guardado(fonte.sha256)
    let workbook = try lendo(fonte.arquivo) { () throws(SpreadsheetError) in
      try openWorkbook(ByteSource(bytes))
    }
    return (workbook, fonte.arquivo)
  }
}
