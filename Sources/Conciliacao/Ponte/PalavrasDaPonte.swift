import Dominio

extension PonteDeEstornos {
  /// The parts between the two ends: for people, for programs, and whether they add.
  package var partes: [(nome: String, codigo: String, parcela: Parcela, soma: Bool)] {
    [
      ("Faturados que desistiram ou receberam desconto", "novos", novos, true),
      ("Devolvidos", "devolvidos", devolvidos, false),
      ("Voltaram a valer (sem estorno)", "encerrados", encerrados, false),
    ]
  }
}

extension Ponte.Motivo {
  /// For people.
  package var texto: String {
    switch self {
    case .faturado(let mes): "Faturados nos relatórios de \(mes.porExtenso)"
    case .entrou: "Entraram na base"
    case .saiu: "Saíram da base"
    case .passou: "Faturados no meio, fora das duas bases"
    case .mudouDeStatus(let de, let para): "\(de.nome) → \(para.nome)"
    case .mudouDeValor: "Financiados cujo valor mudou"
    case .voltou: "Faturados que voltaram ao status de antes"
    case .liberado: "Liberados para faturar de novo"
    case .igual: "Sem mudança"
    }
  }
}
