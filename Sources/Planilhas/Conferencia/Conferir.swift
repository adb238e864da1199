package import Dominio
package import Spreadsheets

/// Looks at a spreadsheet as importing would, and goes on where importing would stop.
/// - Throws: `.ilegivel` when the file breaks off while it is read.
package func conferir(
  _ planilha: Planilha, em workbook: any Workbook, arquivo: String, opcoes: OpcoesDeLeitura
) throws(PlanilhaError) -> Conferencia {
  let pedido = Pedido(workbook: workbook, arquivo: arquivo, opcoes: opcoes)
  switch planilha {
  case .acompanhamento:
    return try pedido.conferir(ColunaDeAcompanhamento.nome, importarAcompanhamento) {
      .init(chave: $0.cliente, linha: $0.linha)
    }
  case .gestores:
    return try pedido.conferir(ColunaDeGestores.nome, importarGestores) {
      .init(chave: $0.cliente, linha: $0.linha)
    } guarda: {
      .gestores($0)
    }
  case .webopay:
    // Only the rows of parcela 1 are one a client.
    return try pedido.conferir(ColunaDeWeboPay.pagador, importarWeboPay) {
      .init(chave: $0.cliente, linha: $0.linha)
    } repete: {
      $0.parcela == 1
    } guarda: {
      .webopay($0)
    }
  case .epr:
    return try pedido.conferir(ColunaDeEPR.mutuario, importarEPR) {
      .init(chave: $0.cliente, linha: $0.linha)
    }
  }
}

private struct Pedido {
  let workbook: any Workbook
  let arquivo: String
  let opcoes: OpcoesDeLeitura

  /// - Parameters:
  ///   - coluna: that of the names.
  ///   - repete: true for a record whose name should stand once.
  ///   - guarda: the records that are kept.
  func conferir<C: Coluna, Registro: Sendable & Equatable>(
    _ coluna: C,
    _ importar: (any Workbook, String, OpcoesDeLeitura) throws(PlanilhaError) -> Leitura<Registro>,
    nome: (Registro) -> Conferencia.Nome, repete: (Registro) -> Bool = { _ in true },
    guarda: ([Registro]) -> Conferencia.Lidos? = { _ in nil }
  ) throws(PlanilhaError) -> Conferencia {
    var conferencia = Conferencia(C.planilha, arquivo: arquivo)
    var opcoes = opcoes
    do throws(PlanilhaError) {
      _ = try localizar(C.self, em: workbook, arquivo: arquivo, opcoes: opcoes)
    } catch {
      if case .ilegivel = error { throw error }
      conferencia = Conferencia(C.planilha, arquivo: arquivo, error)
      guard error.temCabecalho else { return conferencia }
      opcoes.aceitaIncompleto = true
    }
    let leiaute = try localizar(C.self, em: workbook, arquivo: arquivo, opcoes: opcoes)
    let leitura = try importar(workbook, arquivo, opcoes)
    conferencia.aba = leiaute.aba.name
    conferencia.linhaDoCabecalho = leiaute.linha + 1
    conferencia.colunas = leiaute.textos
    conferencia.colunaDosNomes = leiaute[coluna].map(CellReference.letters) ?? "A"
    conferencia.nomes = leitura.registros.map(nome)
    conferencia.lidos = guarda(leitura.registros)
    conferencia.origem = leitura.origem
    // A column that is missing has been told once; its rows have no cell to show.
    conferencia.problemas += leitura.avisos.filter { $0.celula != nil }.map { .init(.aviso, $0) }
    conferencia.acrescentarRepetidos(leitura.registros.filter(repete).map(nome))
    return conferencia
  }
}

extension PlanilhaError {
  /// True for a header that only lacks required columns.
  fileprivate var temCabecalho: Bool {
    if case .semCabecalho(let falta) = self { falta.achado?.ehCabecalho == true } else { false }
  }
}

extension Conferencia {
  fileprivate mutating func acrescentarRepetidos(_ nomes: [Nome]) {
    var primeiras: [ChaveDeNome: Int] = [:]
    for nome in nomes {
      if let linha = primeiras[nome.chave] {
        acrescentar(
          .nomeRepetido, nome, "\"\(nome.chave)\" já está na linha \(linha), e só ela vale")
      } else {
        primeiras[nome.chave] = nome.linha
      }
    }
  }
}
