import SheetWriting

/// The four spreadsheets of an invented month, as large as asked for.
///
/// Every client is financed; of ten, one has paid by PIX, one got a discount, one has given up.
struct Sheets {
  private typealias Row = [String]

  private var acompanhamento: [Row]
  private var gestores: [Row]
  private var webopay: [Row]
  private var epr: [Row]

  static func name(_ number: Int) -> String {
    "CLIENTE \(String(number + 100_000).dropFirst()) DA SILVA"
  }

  /// - Parameter givenUp: clients with these numbers have given up.
  init(clients: Int, givenUp: Set<Int> = []) {
    acompanhamento = (0..<clients).map {
      [Self.name($0), "01/10/2025", "CORRETOR \($0 % 7)", "RESIDENCIAL \($0 % 5)"]
    }
    gestores = (0..<clients).map { number in
      let cents = String(number % 100 + 100).dropFirst()
      let forma = number % 10 == 1 ? "PIX" : number % 10 == 2 ? "DESCONTO" : "FIN + IMOB"
      let status = givenUp.contains(number) || number % 10 == 3 ? "DISTRATO" : "ENTROU"
      return [Self.name(number), forma, status, "1.\(100 + number % 900),\(cents)"]
    }
    webopay = (0..<clients).filter { $0 % 10 == 1 }.map {
      [Self.name($0), "1", "1.100,10", "Pago", $0 % 20 == 1 ? "pago" : "pendente"]
    }
    epr = (0..<clients).filter { $0 % 10 != 4 }.map {
      [Self.name($0), "20/10/2025", "RESIDENCIAL \($0 % 5)", "8787.\($0)"]
    }
  }

  mutating func shuffle(
    acompanhamento isFirstToo: Bool, using generator: inout some RandomNumberGenerator
  ) {
    if isFirstToo { acompanhamento.shuffle(using: &generator) }
    gestores.shuffle(using: &generator)
    webopay.shuffle(using: &generator)
    epr.shuffle(using: &generator)
  }

  /// Writes `A.xlsx`, `G.xlsx`, `W.xlsx` and `E.xlsx`, or those of them that are named.
  func write(into room: Room, _ names: String = "AGWE") throws {
    let all: [(Character, [Row], [StaticString])] = [
      ("A", acompanhamento, ["NOME", "DATA", "CORRETOR", "EMPREENDIMENTO"]),
      ("G", gestores, ["NOME DO CLIENTE", "FORMA", "STATUS", "COMISSÃO"]),
      (
        "W", webopay,
        ["Pagador", "Numero parcela", "Valor original", "Status parcela", "Status comissão"]
      ),
      (
        "E", epr,
        ["Nome Mutuário", "Data de Assinatura", "Nome Empreendimento", "Número Contrato"]
      ),
    ]
    for (name, rows, headings) in all where names.contains(name) {
      let columns = headings.enumerated().map { place, heading in
        TableColumn<Row>(heading) { DraftCell(.text($0[place])) }
      }
      try WorkbookDraft(
        properties: DocumentProperties(
          title: "", author: "", comments: "", created: 1_762_171_200),
        sheets: [
          SheetDraft("Plan", lines: [], table: TableDraft("Tabela", of: rows, columns: columns))
        ]
      ).write(to: room.file("\(name).xlsx"))
    }
  }
}

/// The commands that write, on the spreadsheets of a `Room`.
enum Line {
  static func criar(_ mes: String = "2025-10") -> [String] {
    ["base", "criar", "--mes", mes, "--acompanhamento", "A.xlsx"]
  }

  static let controle = ["controle", "--gestores", "G.xlsx", "--webopay", "W.xlsx"]
  static let recebimentos = ["recebimentos", "--epr", "E.xlsx", "--data", "2025-11-03"]

  static func liberar(_ number: Int) -> [String] {
    [
      "cliente", "liberar", Sheets.name(number), "--motivo", "novo contrato", "--data",
      "2025-11-04",
    ]
  }

  static func estornar(_ number: Int) -> [String] {
    ["estorno", "registrar", Sheets.name(number), "--motivo", "PIX", "--data", "2025-11-05"]
  }
}
