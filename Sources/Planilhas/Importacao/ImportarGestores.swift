package import Dominio
package import Spreadsheets

/// Reads Gestores: a record for each row with a name.
package func importarGestores(
  _ workbook: any Workbook, arquivo: String, opcoes: OpcoesDeLeitura
) throws(PlanilhaError) -> Leitura<Gestores.Registro> {
  try importar(ColunaDeGestores.self, de: workbook, arquivo: arquivo, opcoes: opcoes) { linha in
    guard let nome = linha.nome(.nome) else { return nil }
    return Gestores.Registro(
      linha: linha.linha, cliente: nome, forma: linha.forma(opcoes),
      situacao: linha.situacao(opcoes), comissao: linha.dinheiro(.comissao),
      empreendimento: linha.texto(.empreendimento))
  }
}

extension LinhaLida<ColunaDeGestores> {
  /// A FORMA that no table knows needs a person; one that cannot even be read, too.
  fileprivate mutating func forma(_ opcoes: OpcoesDeLeitura) -> Gestores.Forma? {
    guard let cell = celula(.forma) else { return nil }
    switch cell.kind {
    case .text, .number:
      guard let texto = texto(.forma).flatMap(ChaveDeNome.init(nome:))?.texto else { return nil }
      return Gestores.Forma(
        texto: texto, sentido: opcoes.formas[Rotulo(texto)] ?? .desconhecida)
    case .date, .elapsed, .boolean, .error:
      let descricao = descricao(de: cell)
      avisar(.forma, "\(descricao) no lugar de uma FORMA; o cliente vai para análise manual")
      return Gestores.Forma(
        texto: cell.kind == .error ? row.text(of: cell) : descricao.uppercased(),
        sentido: .desconhecida)
    }
  }

  /// A STATUS that no table knows is told and has no other effect.
  fileprivate mutating func situacao(_ opcoes: OpcoesDeLeitura) -> Gestores.Situacao? {
    guard let cell = celula(.status) else { return nil }
    if cell.kind == .text, let situacao = opcoes.situacoes[Rotulo(row.text(of: cell))] {
      return situacao
    }
    avisar(
      .status,
      "\(descricao(de: cell)) não é um STATUS conhecido e foi ignorado;"
        + " se ele quer dizer alguma coisa, inclua-o em 'mapeamento_status' da configuração")
    return nil
  }
}
