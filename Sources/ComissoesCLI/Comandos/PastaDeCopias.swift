import Dados
import Dominio
import DurableFiles
import Planilhas
import Relatorios
import SheetWriting
import Spreadsheets

/// Where the director wants the copies with the problems. Docs/regras.md §4
struct PastaDeCopias {
  private let caminho: String

  /// Refuses the data directory and what lies in it.
  init(_ caminho: String, fora acervo: Acervo) throws(Falha) {
    self.caminho = caminho
    var pasta = absolutePath(caminho)
    let raiz = absolutePath(acervo.raiz)
    while true {
      if pasta == raiz || isSameFile(pasta, raiz) {
        throw Falha(
          .cannotWrite,
          "\(caminho): esta pasta é da pasta de dados. Escolha outra em --anotar;"
            + " nada foi gravado.")
      }
      let acima = pastaDoArquivo(pasta)
      if acima == pasta || acima == "." { break }
      pasta = acima
    }
  }

  /// A copy of each file that could be opened; all names are looked at before the first is written.
  /// - Returns: their paths.
  func gravar(_ planilhas: [PlanilhaConferida], dia: Dia) throws -> [String] {
    let legiveis = planilhas.filter { $0.workbook != nil }
    let destinos = try legiveis.map { planilha in
      let destino = self.destino(de: planilha, entre: legiveis)
      try conferirDestino(destino, planilhas)
      return destino
    }
    for (planilha, destino) in zip(legiveis, destinos) {
      try gravar(planilha, em: destino, dia: dia)
    }
    return destinos
  }

  /// The name of the original, as `.xlsx`; with the kind behind it where two would be the same.
  private func destino(
    de planilha: PlanilhaConferida, entre todas: [PlanilhaConferida]
  ) -> String {
    let nome = planilha.nomeSemExtensao
    let unico = todas.count { $0.nomeSemExtensao == nome } == 1
    let especie = unico ? "" : " (\(planilha.conferencia.planilha.rawValue))"
    return "\(caminho)/\(nome)\(especie).xlsx"
  }

  private func conferirDestino(
    _ destino: String, _ planilhas: [PlanilhaConferida]
  ) throws(Falha) {
    if let programa = programaQueUsa(destino) {
      throw Falha(
        .cannotWrite,
        "\(destino): está aberta no \(programa). Feche a planilha e tente de novo;"
          + " nada foi gravado.")
    }
    guard fileExists(destino) else { return }
    let ehEntrada = planilhas.contains { isSameFile($0.caminho, destino) }
    guard !ehEntrada, CopiaAnotada.isCopy(destino) else {
      throw Falha(
        .cannotWrite,
        "\(destino): já existe e não é uma cópia anotada. Escolha outra pasta em --anotar;"
          + " nada foi gravado.")
    }
  }

  private func gravar(_ planilha: PlanilhaConferida, em destino: String, dia: Dia) throws {
    guard let copia = try planilha.copia(dia: dia) else { return }
    try makePrivateDirectory(caminho)
    let preparada = StagedFile.reserving(destino)
    do throws(SheetWritingError) {
      try copia.write(to: preparada.temporary)
    } catch {
      throw Falha(copia: error, destino: destino)
    }
    try preparada.sync()
    try preparada.commit()
  }
}

extension PlanilhaConferida {
  fileprivate var nomeSemExtensao: String {
    let nome = conferencia.arquivo
    guard let ponto = nome.lastIndex(of: "."), ponto != nome.startIndex else { return nome }
    return String(nome[..<ponto])
  }

  /// Of the sheet that importing uses; of the first visible one where no header was found.
  fileprivate func copia(dia: Dia) throws -> CopiaAnotada? {
    guard let workbook else { return nil }
    let usada = workbook.sheets.first { $0.name == conferencia.aba }
    let visivel = workbook.sheets.first { $0.visibility == .visible }
    guard let sheet = usada ?? visivel ?? workbook.sheets.first else { return nil }
    let notas = conferencia.problemas.map { problema in
      CopiaAnotada.Nota(
        celula: problema.aviso.celula.flatMap(CellReference.init(lendo:)),
        problema.aviso.mensagem)
    }
    return try lendo(conferencia.arquivo) { () throws(SpreadsheetError) in
      try CopiaAnotada(
        de: sheet, em: workbook, cabecalho: conferencia.linhaDoCabecalho.map { $0 - 1 },
        notas: notas, arquivo: conferencia.arquivo, dia: dia)
    }
  }
}

extension CellReference {
  /// Reads `D17`, as an `Aviso` names its cell.
  fileprivate init?(lendo texto: String) {
    let letras = texto.utf8.prefix { (0x41...0x5A).contains($0) }
    guard (1...4).contains(letras.count),
      let linha = Int(texto.dropFirst(letras.count)), linha > 0
    else { return nil }
    let coluna = letras.reduce(0) { $0 * 26 + Int($1) - 0x40 }
    self.init(row: linha - 1, column: coluna - 1)
  }
}

extension Falha {
  fileprivate init(copia erro: SheetWritingError, destino: String) {
    switch erro {
    case .system(let code): self.init(FileError(.write, path: destino, code: code))
    case .unwritable, .refused:
      self.init(
        .cannotWrite,
        "\(destino): a cópia não pôde ser gravada; a planilha é grande demais para .xlsx,"
          + " ou o disco está cheio.")
    }
  }
}
