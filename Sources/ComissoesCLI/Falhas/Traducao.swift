import Dados
import Dominio
import DurableFiles
import Glibc
import JSONDocuments
import Planilhas
import Relatorios
import SheetWriting
import Spreadsheets

// Each type of error becomes a `Falha` here and nowhere else.

extension Falha {
  init(_ erro: PlanilhaError) {
    self.init(erro.codigo, erro.mensagem)
  }

  init(_ erro: SpreadsheetError, arquivo: String) {
    self.init(PlanilhaError.ilegivel(arquivo: arquivo, erro))
  }

  init(_ erro: FileError) {
    self.init(erro.codigo, "\(erro.path): \(erro.explicacao)")
  }
}

extension PlanilhaError {
  fileprivate var codigo: ExitCode {
    guard case .ilegivel(_, .system(let code)) = self else { return .badData }
    return code == EIO ? .inputOutput : .noInput
  }
}

extension FileError {
  var codigo: ExitCode {
    if code == EIO { return .inputOutput }
    return isReading ? .noInput : .cannotWrite
  }

  /// What happened and what to do, as a sentence.
  var explicacao: String {
    switch code {
    case ENOENT where operation == .open: "o arquivo não existe. Confira o nome e a pasta."
    case ENOENT where operation == .makeDirectory: linkSemDestino
    case ENOENT: "a pasta não existe. Crie-a, ou escolha outra."
    case EACCES where isReading: "sem permissão para ler. Confira as permissões."
    case EACCES, EPERM, EROFS: "sem permissão para \(verbo). Escolha outra pasta."
    case EIO: "o disco falhou ao \(verbo). Confira o disco e tente de novo."
    case EFBIG where isReading: "é grande demais. Confira o nome."
    case EFBIG:
      "passa do tamanho que um arquivo pode ter aqui (no Linux, veja 'ulimit -f'). Aumente o limite e tente de novo."
    case ENOSPC, EDQUOT: "o disco está cheio. Libere espaço e tente de novo."
    case ENOTDIR, EEXIST: "há um arquivo onde deveria haver uma pasta. Escolha outra pasta."
    case EISDIR where operation == .lock:
      "há uma pasta no lugar deste arquivo. Guarde-a em outro lugar e tente de novo; o programa faz"
        + " o arquivo."
    case EISDIR: "é uma pasta, não um arquivo. Confira o nome."
    default: "não foi possível \(verbo) (erro \(code) do sistema). Confira o disco e tente de novo."
    }
  }

  private var isReading: Bool {
    switch operation {
    case .open, .read, .list: true
    case .create, .write, .sync, .rename, .remove, .makeDirectory, .lock: false
    }
  }

  private var verbo: String {
    switch operation {
    case .open, .read, .list: "ler"
    case .create, .write, .sync, .rename, .makeDirectory, .lock: "gravar"
    case .remove: "apagar"
    }
  }
}

/// Of a data directory, or another folder that is to be made, where there is such a link.
let linkSemDestino =
  "é um link para uma pasta que não existe. Crie essa pasta, ou refaça o link."

extension Falha {
  /// The report could not be made; nothing has been billed.
  init(_ erro: RelatorioDeRecebimentos.Failure) {
    let nada = "Nada foi faturado."
    switch erro {
    case .writing(.system(let code)):
      let falha = FileError(.write, path: "relatório", code: code)
      self.init(falha.codigo, "o relatório não pôde ser gravado: \(falha.explicacao) \(nada)")
    case .writing(.unwritable(_, let lugar)):
      self.init(
        .badData,
        "o relatório não pôde ser gravado: um valor não cabe em uma planilha\(lugar.descricao)."
          + " Corrija a planilha de origem. \(nada)")
    case .writing(.refused):
      self.init(
        .cannotWrite,
        "o relatório não pôde ser gravado. O disco está cheio? Libere espaço e tente de novo."
          + " \(nada)")
    case .reading, .differs:
      self.init(
        .cannotWrite,
        "o relatório gravado não confere com o que deveria dizer, e foi descartado."
          + " O disco está cheio? Libere espaço e tente de novo. \(nada)")
    }
  }
}

extension DraftPlace {
  /// ` (aba "A Receber", B7)`; nothing for a place that says nothing to a reader.
  fileprivate var descricao: String {
    guard case .cell(let sheet, let row, let column) = self else { return "" }
    return " (aba \"\(sheet)\", \(CellReference(row: row, column: column)))"
  }
}

extension JSONDocumentError {
  var explicacao: String {
    let onde = path.isEmpty ? "" : " em `\(path)`"
    return switch problem {
    case .syntax: "o conteúdo não pode ser lido\(onde)"
    case .missingKey: "falta a chave `\(path)`"
    case .missingValue: "falta o valor\(onde)"
    case .wrongType: "o valor\(onde) é de outro tipo"
    case .invalidValue(let valor): "o valor\(onde) não serve (\(valor))"
    }
  }
}

extension Falha {
  /// Whatever a command threw.
  init(qualquer erro: any Error) {
    switch erro {
    case let erro as Falha: self = erro
    case let erro as DadosError: self.init(erro)
    case let erro as TransporteError: self.init(erro)
    case let erro as PlanilhaError: self.init(erro)
    case let erro as DesfazerError: self.init(erro)
    case let erro as FileError: self.init(erro)
    case let erro as RelatorioDeRecebimentos.Failure: self.init(erro)
    case OutputError.system(let code):
      self.init(
        .inputOutput,
        "o resultado não pôde ser mostrado: \(FileError(.write, path: "", code: code).explicacao)"
          + " O que o comando tinha a gravar está gravado.")
    default: self.init(.inputOutput, "\(erro)")
    }
  }
}
