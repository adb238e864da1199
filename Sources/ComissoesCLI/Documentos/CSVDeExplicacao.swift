import Conciliacao
import Dominio

extension NomeExplicado {
  /// One line for each fact that a priority looked at, and one for a priority without any; each with
  /// what came of it all.
  var csv: TabelaCSV {
    var tabela = TabelaCSV([
      "base", "nome", "prioridade", "condicao", "veredito", "planilha", "coluna", "linha",
      "arquivo", "aba", "celula", "na_celula", "lido", "status", "valor_comissao", "fonte",
      "decidido_em", "motivo_da_decisao", "alertas",
    ])
    for linha in explicacao.linhas {
      let inicio: [TabelaCSV.Campo] = [
        .texto(base.competencia.iso), .texto(chave.texto), .texto(linha.prioridade.numero),
        .texto(linha.prioridade.condicao), .texto(linha.veredito.rawValue),
      ]
      for fato in linha.fatos {
        tabela.acrescentar(
          inicio + [
            .texto(fato.planilha.rawValue), .texto(fato.coluna), .numero(fato.linha),
            .texto(fato.lugar?.arquivo), .texto(fato.lugar?.aba), .texto(fato.lugar?.celula),
            .texto(cru(fato)), .texto(ficouSemLer(fato) ? Self.naoLido : fato.valor),
          ] + desfecho)
      }
      if linha.fatos.isEmpty {
        tabela.acrescentar(
          inicio + [
            .texto(nil), .texto(nil), .numero(nil), .texto(nil), .texto(nil), .texto(nil),
            .texto(nil), .texto(nil),
          ] + desfecho)
      }
    }
    return tabela
  }

  /// What is said of a cell that holds something of which nothing was understood.
  static let naoLido = "não lido"

  /// What stands in the cell of a fact; nil when it is blank.
  func cru(_ fato: Evidencia) -> String? { fato.lugar.flatMap { cruas[$0] } }

  /// True when nothing was understood of a cell that is not blank.
  func ficouSemLer(_ fato: Evidencia) -> Bool {
    fato.valor == nil && cru(fato)?.contains { $0 != "\"" && !$0.isWhitespace } ?? false
  }

  /// How the client stands in the base, whether somebody decided so, and what is asked of him.
  private var desfecho: [TabelaCSV.Campo] {
    let situacao = cliente?.situacao
    return [
      .texto(situacao?.status.rawValue), .valor(situacao?.valor), .texto(situacao?.fonte),
      .dia(cliente?.decisao?.dia), .texto(cliente?.decisao?.motivo),
      .texto(
        alertas.map { "\(base.numero(de: $0)) \($0.situacao.rawValue)" }.joined(separator: "; ")),
    ]
  }
}
