/// One value that an alert rests on, and the cell that it was read from. Docs/regras.md §10
package struct Evidencia: Hashable, Sendable {
  package let planilha: Planilha
  /// The usual text of its column's header.
  package let coluna: String
  /// In Excel's numbers.
  package let linha: Int
  /// What was understood; nil for a cell that is blank or says nothing that can be used.
  package let valor: String?
  /// Nil when it is not known which file was read.
  package var lugar: Lugar?

  package init(_ coluna: some Coluna, linha: Int, valor: String?) {
    self.init(type(of: coluna).planilha, coluna.rawValue, linha: linha, valor: valor)
  }

  package init(
    _ planilha: Planilha, _ coluna: String, linha: Int, valor: String?, lugar: Lugar? = nil
  ) {
    self.planilha = planilha
    self.coluna = coluna
    self.linha = linha
    self.valor = valor
    self.lugar = lugar
  }
}

extension Evidencia {
  /// For people: amounts in reais and days as they write them.
  package var valorMostrado: String {
    guard let valor else { return "(vazio)" }
    switch coluna {
    case ColunaDeGestores.comissao.rawValue, ColunaDeWeboPay.valor.rawValue:
      return Dinheiro(valor).map { $0.emReais(casas: $0.casas) } ?? valor
    case ColunaDeEPR.assinatura.rawValue: return Dia(lendo: valor)?.brasileiro ?? valor
    default: return valor
    }
  }
}

extension [Evidencia] {
  /// True when the same columns say the same, wherever their cells stand: next month's spreadsheet
  /// is another file with other rows.
  package func dizOMesmo(que outra: [Evidencia]) -> Bool {
    elementsEqual(outra) {
      ($0.planilha, $0.coluna, $0.valor) == ($1.planilha, $1.coluna, $1.valor)
    }
  }
}

/// A cell of a spreadsheet: `gestores.xlsx › Plan1 › D17`.
package struct Lugar: Hashable, Sendable {
  package let arquivo: String
  package let aba: String
  package let celula: String

  package init(arquivo: String, aba: String, celula: String) {
    self.arquivo = arquivo
    self.aba = aba
    self.celula = celula
  }
}

/// Where the columns of a spreadsheet stand that was read.
package struct Origem: Hashable, Sendable {
  package let planilha: Planilha
  /// The file's name, without its folder.
  package let arquivo: String
  package let aba: String
  /// The letters of each column by the usual text of its header.
  package let colunas: [String: String]

  package init(planilha: Planilha, arquivo: String, aba: String, colunas: [String: String]) {
    self.planilha = planilha
    self.arquivo = arquivo
    self.aba = aba
    self.colunas = colunas
  }

  /// Nil when the spreadsheet has no such column.
  package func lugar(_ coluna: String, linha: Int) -> Lugar? {
    colunas[coluna].map { Lugar(arquivo: arquivo, aba: aba, celula: "\($0)\(linha)") }
  }
}

extension [Origem] {
  package subscript(planilha: Planilha) -> Origem? { first { $0.planilha == planilha } }
}
