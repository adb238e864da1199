import Dominio
import Spreadsheets

extension Leiaute {
  /// Tells of the other sheets that could have been read: an old month that was not deleted, or the
  /// one that is meant. Nil when there is none, and when this one was asked for by name.
  ///
  /// To be called when the sheet is read: reading others before would have it read twice.
  func avisoDeParecidas(
    em workbook: any Workbook, arquivo: String, opcoes: OpcoesDeLeitura
  ) -> Aviso? {
    guard opcoes.abas[C.planilha] == nil else { return nil }
    let parecidas = workbook.sheets.filter { outra in
      outra.visibility == .visible && outra.index != aba.index
        && Self.temLinhas(em: outra, de: workbook, opcoes: opcoes)
    }
    guard !parecidas.isEmpty else { return nil }
    let nomes = parecidas.map(\.name).entreAspas
    let quais =
      parecidas.count == 1
      ? "a aba \(nomes) tem o mesmo cabeçalho e não foi lida. Se a certa é ela"
      : "as abas \(nomes) têm o mesmo cabeçalho e não foram lidas. Se a certa é uma delas"
    return Aviso(
      arquivo: arquivo, aba: aba.name, celula: celulaDoCabecalho,
      mensagem: "foi lida esta aba, a primeira; \(quais), use \(C.planilha.opcaoDeAba)")
  }

  /// Whether a sheet has the whole header and something below it. One that cannot be read is not
  /// the one that is meant.
  private static func temLinhas(
    em aba: Sheet, de workbook: any Workbook, opcoes: OpcoesDeLeitura
  ) -> Bool {
    let apelidos = opcoes.apelidos[C.planilha] ?? [:]
    var temCabecalho = false
    var temLinhas = false
    try? workbook.readRows(of: aba) { row in
      if temCabecalho {
        temLinhas = true
        return .stop
      }
      guard row.index < opcoes.linhasDeCabecalho else { return .stop }
      let leiaute = Leiaute(linha: LinhaDeTextos(row), aba: aba, apelidos: apelidos)
      guard leiaute.temCabecalho else { return .proceed }
      temCabecalho = leiaute.faltando.isEmpty
      return temCabecalho ? .proceed : .stop
    }
    return temLinhas
  }
}

extension Planilha {
  /// What chooses the sheet to read, and of which command.
  fileprivate var opcaoDeAba: String {
    switch self {
    case .acompanhamento: "--aba em 'base criar'"
    case .gestores: "--aba-gestores em 'controle'"
    case .webopay: "--aba-webopay em 'controle'"
    case .epr: "--aba em 'recebimentos'"
    }
  }
}
