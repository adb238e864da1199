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
    self.init(de: operacao, em: acervo, leitura: try operacao.leitura())
  }

  init(de operacao: Operacao, em acervo: Acervo, leitura: OpcoesDeLeitura) {
    self.operacao = operacao
    self.acervo = acervo
    self.leitura = leitura
  }

  func ler<Registro>(
    _ planilha: Planilha, _ importar: Importador<Registro>
  ) throws -> Leitura<Registro> {
    var opcoes = leitura
    opcoes.abas[planilha] = operacao.aba(de: planilha)
    let (workbook, arquivo) = try abrir(planilha)
    return try importar(workbook, arquivo, opcoes)
  }

  /// The workbook, and the name of its file.
  func abrir(_ planilha: Planilha) throws -> (any Workbook, String) {
    guard let fonte = operacao.entradas.first(where: { $0.planilha == planilha }) else {
      throw Falha(
        .badData,
        "A operação \(operacao.numero) não guardou a planilha \(planilha.rawValue)."
          + " Faça de novo '\(operacao.nome)', com essa planilha.")
    }
    let bytes = try acervo.guardado(fonte.sha256)
    let workbook = try lendo(fonte.arquivo) { () throws(SpreadsheetError) in
      try openWorkbook(ByteSource(bytes))
    }
    return (workbook, fonte.arquivo)
  }
}

extension Operacao {
  /// How its spreadsheets were read: by the configuration of that time.
  func leitura() throws(Falha) -> OpcoesDeLeitura {
    guard let texto = argumentos["configuracao"] else { return OpcoesDeLeitura() }
    return try Configuracao.ler(
      [UInt8](texto.utf8), arquivo: "configuração da operação \(numero)", gravada: true
    ).leitura
  }

  /// The sheet that was asked for by name.
  func aba(de planilha: Planilha) -> String? {
    switch planilha {
    case .gestores: argumentos["aba_gestores"]
    case .webopay: argumentos["aba_webopay"]
    case .acompanhamento, .epr: argumentos["aba"]
    }
  }
}
