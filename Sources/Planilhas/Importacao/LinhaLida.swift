import Dominio
import Spreadsheets

/// A row of data with its columns by name. Reading a cell that makes no sense leaves an `Aviso`.
struct LinhaLida<C: Coluna> {
  let row: Row
  let leiaute: Leiaute<C>
  let arquivo: String
  let dateSystem: DateSystem
  private(set) var avisos: [Aviso] = []

  init(row: Row, leiaute: Leiaute<C>, arquivo: String, dateSystem: DateSystem) {
    self.row = row
    self.leiaute = leiaute
    self.arquivo = arquivo
    self.dateSystem = dateSystem
  }

  /// In Excel's numbers.
  var linha: Int { row.index + 1 }

  /// The cell of a wanted column, if it holds more than white space.
  func celula(_ coluna: C) -> Cell? {
    guard let indice = leiaute[coluna], let cell = row.cell(column: indice) else { return nil }
    if cell.kind == .text, ehSoEspaco(cell) { return nil }
    return cell
  }

  /// Most texts begin with a character of ASCII that is no white space: there is no need to make a
  /// `String` of those.
  private func ehSoEspaco(_ cell: Cell) -> Bool {
    let first = row.utf8(of: cell).first
    if let first, 0x21..<0x80 ~= first { return false }
    return row.text(of: cell).espacosDobrados.isEmpty
  }

  mutating func avisar(_ coluna: C, _ mensagem: String) {
    let celula = leiaute[coluna].map { "\(CellReference(row: row.index, column: $0))" }
    avisos.append(
      Aviso(arquivo: arquivo, aba: leiaute.aba.name, celula: celula, mensagem: mensagem))
  }
}

// What a cell says, by the kind of its column.
extension LinhaLida {
  /// The key of a client's name; a number counts as its text.
  mutating func nome(_ coluna: C) -> ChaveDeNome? {
    guard let cell = celula(coluna) else { return nil }
    guard let texto = texto(de: cell) else {
      avisar(coluna, "\(descricao(de: cell)) no lugar de um nome; a linha ficou de fora")
      return nil
    }
    return ChaveDeNome(nome: texto)
  }

  /// A text that decides nothing; a number counts as its text.
  mutating func texto(_ coluna: C) -> String? {
    guard let cell = celula(coluna) else { return nil }
    guard let texto = texto(de: cell) else {
      avisar(
        coluna,
        "\(descricao(de: cell)) no lugar de um texto; \(coluna.rawValue) fica em branco nesta linha"
      )
      return nil
    }
    return texto
  }

  mutating func dinheiro(_ coluna: C) -> Dinheiro? {
    guard let cell = celula(coluna) else { return nil }
    let consequencia = "\(coluna.rawValue) fica sem valor nesta linha"
    switch cell.kind {
    case .number:
      if let valor = Dinheiro(shortestText(of: cell.number)) { return valor }
      let tamanho = abs(cell.number) < 1 ? "pequeno" : "grande"
      avisar(coluna, "\(descricao(de: cell)) é \(tamanho) demais para um valor; \(consequencia)")
    case .text:
      do throws(DinheiroIlegivel) {
        return try Dinheiro(digitado: row.text(of: cell).espacosDobrados)
      } catch {
        switch error {
        case .ambiguo:
          avisar(
            coluna,
            "\(descricao(de: cell)) é ambíguo, o ponto tanto pode separar milhares como decimais;"
              + " \(consequencia). Escreva com vírgula, como 1.234,00 ou 1,234")
        case .naoEhValor:
          avisar(coluna, "\(descricao(de: cell)) não é um valor; \(consequencia)")
        }
      }
    case .date, .elapsed, .boolean, .error:
      avisar(coluna, "\(descricao(de: cell)) não é um valor; \(consequencia)")
    }
    return nil
  }

  mutating func dia(_ coluna: C) -> Dia? {
    guard let cell = celula(coluna) else { return nil }
    switch cell.kind {
    case .date:
      if let dia = dia(de: cell) { return dia }
    case .text:
      if let dia = Dia(lendo: row.text(of: cell).espacosDobrados) { return dia }
    case .number, .elapsed, .boolean, .error:
      break
    }
    avisar(
      coluna,
      "\(descricao(de: cell)) não é uma data; \(coluna.rawValue) fica sem data nesta linha."
        + " Use uma célula de data ou dd/mm/aaaa")
    return nil
  }

  /// The number of a parcela, or a number of them: 1 or more.
  mutating func parcela(_ coluna: C, consequencia: String) -> Int? {
    guard let cell = celula(coluna) else { return nil }
    switch cell.kind {
    case .number:
      if let numero = Int(exactly: cell.number), numero >= 1 { return numero }
    case .text:
      if let numero = Planilhas.parcela(lendo: row.text(of: cell)) { return numero }
    case .date, .elapsed, .boolean, .error:
      break
    }
    avisar(coluna, "\(descricao(de: cell)) não é um número de parcela; \(consequencia)")
    return nil
  }

  /// The folded text of a text cell, or a number's; nil for the other kinds.
  private func texto(de cell: Cell) -> String? {
    switch cell.kind {
    case .text: row.text(of: cell).espacosDobrados
    case .number: textoDeNumero(cell.number)
    case .date, .elapsed, .boolean, .error: nil
    }
  }

  private func dia(de cell: Cell) -> Dia? {
    guard let serial = SerialDate(serial: cell.number, system: dateSystem), !serial.isTimeOnly
    else { return nil }
    return Dia(ano: serial.year, mes: serial.month, dia: serial.day)
  }

  /// What stands in a cell, for a message.
  func descricao(de cell: Cell) -> String {
    switch cell.kind {
    case .text:
      let texto = row.text(of: cell).espacosDobrados
      return "\"\(texto.count > 40 ? texto.prefix(39) + "…" : texto[...])\""
    case .number: return textoDeNumero(cell.number)
    case .date:
      if let dia = dia(de: cell) { return "a data \(dia.brasileiro)" }
      let ehHora = SerialDate(serial: cell.number, system: dateSystem) != nil
      return ehHora ? "uma hora sem dia" : textoDeNumero(cell.number)
    case .elapsed: return "uma duração"
    case .boolean: return cell.boolean ? "VERDADEIRO" : "FALSO"
    case .error: return "o erro \(row.text(of: cell))"
    }
  }
}

/// A number as the text that somebody typed: whole numbers in full, without an exponent.
package func textoDeNumero(_ numero: Double) -> String {
  if let inteiro = Int(exactly: numero), abs(inteiro) < 1_000_000_000_000_000_000 {
    return String(inteiro)
  }
  return shortestText(of: numero)
}
