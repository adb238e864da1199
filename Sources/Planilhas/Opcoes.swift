package import Dominio
package import Spreadsheets

/// How the spreadsheets of this house differ from the usual ones. Docs/regras.md §4
package struct OpcoesDeLeitura: Sendable {
  /// The header is looked for in so many rows from the top of each sheet.
  package var linhasDeCabecalho = 10
  /// Other texts under which a column may stand, by spreadsheet and by the header's usual text.
  package var apelidos: [Planilha: [Rotulo: [Rotulo]]] = [:]
  package var formas = OpcoesDeLeitura.formasUsuais
  package var situacoes = OpcoesDeLeitura.situacoesUsuais
  /// The sheet to read of each spreadsheet, by name; the others are searched.
  package var abas: [Planilha: String] = [:]
  /// How much a file may ask for.
  package var limites = Limits()
  /// Takes a header that lacks required columns too: for telling what else is wrong with a file
  /// that will be refused.
  var aceitaIncompleto = false

  package init() {}

  /// `mapeamento_forma`. QUITADO is mapped to ALERTA: known, and known to need a person.
  package static let formasUsuais: [Rotulo: Gestores.Sentido] = [
    Rotulo("PIX"): .pago,
    Rotulo("FIN + IMOB"): .financiado,
    Rotulo("FIN"): .financiado,
    Rotulo("FINANCIADO"): .financiado,
    Rotulo("DESCONTO"): .desconto,
    Rotulo("QUITADO"): .desconhecida,
  ]

  /// `mapeamento_status`.
  package static let situacoesUsuais: [Rotulo: Gestores.Situacao] = [
    Rotulo("DISTRATO"): .desistiu,
    Rotulo("DESCONTO"): .desconto,
    Rotulo("ENTROU"): .entrou,
    Rotulo("EM ABERTO"): .aberto,
  ]
}

extension Gestores.Sentido {
  /// The word that the configuration uses.
  package init?(palavra: String) { self.init(rawValue: Rotulo(palavra).texto) }
}

extension Gestores.Situacao {
  /// The word that the configuration uses.
  package init?(palavra: String) { self.init(rawValue: Rotulo(palavra).texto) }
}
