/// The columns wanted of one of the four spreadsheets; the raw value is the header's text.
/// Docs/regras.md §4
package protocol Coluna: CaseIterable, Hashable, Sendable, RawRepresentable<String> {
  static var planilha: Planilha { get }
  /// The header row is the first that holds all of these.
  static var doCabecalho: [Self] { get }
  static var obrigatorias: [Self] { get }
}

package enum ColunaDeAcompanhamento: String, Coluna {
  case nome = "NOME"
  case dia = "DATA"
  case corretor = "CORRETOR"
  case imobiliaria = "IMOBILIARIA"
  case empreendimento = "EMPREENDIMENTO"
  case unidade = "UNIDADE"

  package static let planilha = Planilha.acompanhamento
  package static let doCabecalho: [Self] = [.nome, .dia]
  package static let obrigatorias: [Self] = [.nome]
}

package enum ColunaDeGestores: String, Coluna {
  case nome = "NOME DO CLIENTE"
  case forma = "FORMA"
  case status = "STATUS"
  case comissao = "COMISSÃO"
  case empreendimento = "EMPREENDIMENTO"

  package static let planilha = Planilha.gestores
  package static let doCabecalho: [Self] = [.nome]
  package static let obrigatorias: [Self] = [.nome, .forma, .status, .comissao]
}

package enum ColunaDeWeboPay: String, Coluna {
  case pagador = "Pagador"
  case parcela = "Numero_parcela"
  case valor = "Valor_original"
  case statusDaParcela = "Status_parcela"
  case statusDaComissao = "Status_comissão"
  case empreendimento = "Empreendimento"
  case unidade = "Unidade"
  case venda = "Data_da_venda"
  case totalDeParcelas = "Parcelas_totais"

  package static let planilha = Planilha.webopay
  package static let doCabecalho: [Self] = [.pagador, .parcela]
  package static let obrigatorias: [Self] = [
    .pagador, .parcela, .valor, .statusDaParcela, .statusDaComissao,
  ]
}

package enum ColunaDeEPR: String, Coluna {
  case mutuario = "Nome Mutuário"
  case assinatura = "Data de Assinatura"
  case empreendimento = "Nome Empreendimento"
  case contrato = "Número Contrato"

  package static let planilha = Planilha.epr
  package static let doCabecalho: [Self] = [.mutuario]
  package static let obrigatorias: [Self] = [.mutuario, .assinatura]
}
