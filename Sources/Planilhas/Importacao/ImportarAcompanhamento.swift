package import Dominio
package import Spreadsheets

/// Reads Acompanhamento: a record for each row with a name.
package func importarAcompanhamento(
  _ workbook: any Workbook, arquivo: String, opcoes: OpcoesDeLeitura
) throws(PlanilhaError) -> Leitura<Acompanhamento.Registro> {
  try importar(
    ColunaDeAcompanhamento.self, de: workbook, arquivo: arquivo, opcoes: opcoes
  ) { linha in
    guard let nome = linha.nome(.nome) else { return nil }
    return Acompanhamento.Registro(
      linha: linha.linha, cliente: nome,
      cadastro: Acompanhamento.Cadastro(
        dia: linha.dia(.dia), corretor: linha.texto(.corretor),
        imobiliaria: linha.texto(.imobiliaria), empreendimento: linha.texto(.empreendimento),
        unidade: linha.texto(.unidade)))
  }
}
