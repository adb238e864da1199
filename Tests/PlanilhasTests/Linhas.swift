import Dominio
import Spreadsheets
import Testing

@testable import Planilhas

// Each of the four spreadsheets with its usual header in row 1 of the sheet Plan1, so that the
// first row given here is row 2.

typealias Valores = [FakeWorkbook.Value?]

func lerAcompanhamento(
  _ linhas: [Valores], opcoes: OpcoesDeLeitura = .init(), dates: DateSystem = .from1900
) throws -> Leitura<Acompanhamento.Registro> {
  try importarAcompanhamento(
    FakeWorkbook(
      [
        .init(
          rows: [["NOME", "DATA", "CORRETOR", "IMOBILIARIA", "EMPREENDIMENTO", "UNIDADE"]] + linhas)
      ],
      dates: dates), arquivo: "acompanhamento.xlsx", opcoes: opcoes)
}

func lerGestores(
  _ linhas: [Valores], opcoes: OpcoesDeLeitura = .init()
) throws -> Leitura<Gestores.Registro> {
  try importarGestores(
    FakeWorkbook([
      .init(rows: [["NOME DO CLIENTE", "FORMA", "STATUS", "COMISSÃO", "EMPREENDIMENTO"]] + linhas)
    ]), arquivo: "gestores.xlsx", opcoes: opcoes)
}

func lerWeboPay(
  _ linhas: [Valores], opcoes: OpcoesDeLeitura = .init()
) throws -> Leitura<WeboPay.Registro> {
  try importarWeboPay(
    FakeWorkbook([
      .init(
        rows: [
          [
            "Pagador", "Numero_parcela", "Valor_original", "Status_parcela", "Status_comissão",
            "Empreendimento", "Unidade", "Data_da_venda", "Parcelas_totais",
          ]
        ] + linhas)
    ]), arquivo: "webopay.xlsx", opcoes: opcoes)
}

func lerEPR(
  _ linhas: [Valores], opcoes: OpcoesDeLeitura = .init(), dates: DateSystem = .from1900
) throws -> Leitura<EPR.Registro> {
  try importarEPR(
    FakeWorkbook(
      [
        .init(
          rows: [["Nome Mutuário", "Data de Assinatura", "Nome Empreendimento", "Número Contrato"]]
            + linhas)
      ],
      dates: dates), arquivo: "epr.xls", opcoes: opcoes)
}

func chave(_ nome: String) throws -> ChaveDeNome { try #require(ChaveDeNome(nome: nome)) }

func reais(_ texto: String) throws -> Dinheiro { try #require(Dinheiro(texto)) }

/// The place of a remark, without its words.
extension Aviso {
  var lugar: String { "\(arquivo)/\(aba ?? "")/\(celula ?? "")" }
}
