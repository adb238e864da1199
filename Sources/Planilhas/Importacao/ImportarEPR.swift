package import Dominio
package import Spreadsheets

/// Reads EPR: a record for each row with a name.
package func importarEPR(
  _ workbook: any Workbook, arquivo: String, opcoes: OpcoesDeLeitura
) throws(PlanilhaError) -> Leitura<EPR.Registro> {
  try importar(ColunaDeEPR.self, de: workbook, arquivo: arquivo, opcoes: opcoes) { linha in
    guard let nome = linha.nome(.mutuario) else { return nil }
    return EPR.Registro(
      linha: linha.linha, cliente: nome, assinatura: linha.dia(.assinatura),
      empreendimento: linha.texto(.empreendimento), contrato: linha.texto(.contrato))
  }
}
