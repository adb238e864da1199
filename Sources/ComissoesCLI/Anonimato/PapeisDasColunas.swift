import Dominio
import Planilhas
import Spreadsheets

/// What a cell may tell of somebody, by where it stands.
enum PapelDaCelula {
  /// Down to the header: texts that are headers by these labels stay.
  case cabecalho(Set<Rotulo>)
  /// Words of the rules, or what somebody has typed in their place.
  case palavra
  case valor
  case dia
  case parcela
  case nome
  /// In a column that nothing reads.
  case outra
}

/// The columns of a spreadsheet, by what stands in them.
struct PapeisDasColunas {
  private let rotulos: Set<Rotulo>
  private let linhasDeCabecalho: Int
  private var aba: Int?
  private var linha = 0
  private var papeis: [Int: PapelDaCelula] = [:]

  init(_ planilha: Planilha, _ workbook: any Workbook, _ opcoes: OpcoesDeLeitura) {
    rotulos = Set(colunasDe(planilha).map(Rotulo.init))
    linhasDeCabecalho = opcoes.linhasDeCabecalho
    switch planilha {
    case .acompanhamento:
      localizar(ColunaDeAcompanhamento.self, workbook, opcoes) { $0 == .dia ? .dia : .nome }
    case .gestores:
      localizar(ColunaDeGestores.self, workbook, opcoes) { coluna in
        switch coluna {
        case .forma, .status: .palavra
        case .comissao: .valor
        case .nome, .empreendimento: .nome
        }
      }
    case .webopay:
      localizar(ColunaDeWeboPay.self, workbook, opcoes) { coluna in
        switch coluna {
        case .statusDaParcela, .statusDaComissao: .palavra
        case .valor: .valor
        case .venda: .dia
        case .parcela, .totalDeParcelas: .parcela
        case .pagador, .empreendimento, .unidade: .nome
        }
      }
    case .epr: localizar(ColunaDeEPR.self, workbook, opcoes) { $0 == .assinatura ? .dia : .nome }
    }
  }

  private mutating func localizar<C: Coluna>(
    _: C.Type, _ workbook: any Workbook, _ opcoes: OpcoesDeLeitura,
    _ papel: (C) -> PapelDaCelula
  ) {
    guard
      let leiaute = try? Planilhas.localizar(C.self, em: workbook, arquivo: "", opcoes: opcoes)
    else { return }
    aba = leiaute.aba.index
    linha = leiaute.linha
    for (coluna, indice) in leiaute.indices { papeis[indice] = papel(coluna) }
  }

  /// All numbers zero-based.
  func papel(aba: Int, linha: Int, coluna: Int) -> PapelDaCelula {
    let ultima = aba == self.aba ? self.linha : linhasDeCabecalho - 1
    if linha <= ultima { return .cabecalho(rotulos) }
    return aba == self.aba ? papeis[coluna] ?? .outra : .outra
  }
}
