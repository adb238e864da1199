package import Dominio
package import Spreadsheets

/// Reads WeboPay: a record for each row with a name and a parcela, whichever parcela it is.
package func importarWeboPay(
  _ workbook: any Workbook, arquivo: String, opcoes: OpcoesDeLeitura
) throws(PlanilhaError) -> Leitura<WeboPay.Registro> {
  try importar(ColunaDeWeboPay.self, de: workbook, arquivo: arquivo, opcoes: opcoes) { linha in
    guard let nome = linha.nome(.pagador), let parcela = linha.numeroDaParcela() else { return nil }
    let parcelaPaga = linha.diz("PAGO", .statusDaParcela)
    let comissaoPaga = linha.diz("PAGO", .statusDaComissao)
    return WeboPay.Registro(
      linha: linha.linha, cliente: nome, parcela: parcela, valor: linha.dinheiro(.valor),
      parcelaPaga: parcelaPaga, comissaoPaga: comissaoPaga,
      venda: WeboPay.Venda(
        dia: linha.dia(.venda), empreendimento: linha.texto(.empreendimento),
        unidade: linha.texto(.unidade),
        parcelas: linha.parcela(
          .totalDeParcelas,
          consequencia: "\(ColunaDeWeboPay.totalDeParcelas.rawValue) fica em branco nesta linha")))
  }
}

extension LinhaLida<ColunaDeWeboPay> {
  fileprivate mutating func numeroDaParcela() -> Int? {
    guard celula(.parcela) != nil else {
      avisar(.parcela, "\(ColunaDeWeboPay.parcela.rawValue) está em branco; a linha ficou de fora")
      return nil
    }
    return parcela(.parcela, consequencia: "a linha ficou de fora")
  }
}

extension LinhaLida {
  /// Compares without regard to case and ends.
  fileprivate mutating func diz(_ palavra: String, _ coluna: C) -> Bool {
    texto(coluna)?.emMaiusculas == palavra
  }
}
