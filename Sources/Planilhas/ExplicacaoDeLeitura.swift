private import Glibc
package import Spreadsheets

extension SpreadsheetError {
  /// What happened to the file and what to do, as a sentence that follows the file's name.
  package var explicacao: String {
    switch self {
    case .system(let code):
      switch code {
      case ENOENT: "o arquivo não existe. Confira o nome e a pasta."
      case EISDIR: "é uma pasta, não um arquivo. Confira o nome."
      case EACCES: "sem permissão para ler o arquivo. Confira as permissões."
      case EINVAL: "não é um arquivo comum. Confira o nome."
      default:
        "não foi possível ler o arquivo (erro \(code) do sistema). Confira o disco e tente de novo."
      }
    case .unsupported(let kind): kind.explicacao
    case .encrypted:
      "o arquivo está protegido por senha."
        + " Abra-o no Excel, retire a senha (Arquivo → Informações → Proteger) e salve de novo."
    case .damaged(let damage, let part):
      "o arquivo está danificado\(lugar(part, nil)): \(damage.explicacao)."
        + " Gere-o ou baixe-o de novo, ou abra-o no Excel e salve outra vez."
    case .beyond(let limit, let part, let cell):
      "o arquivo passa do limite\(lugar(part, cell)): \(limit.explicacao)."
        + " Se ele é de confiança, aumente `limites.\(limit.chave.chave)` na configuração."
    case .text(let trouble): trouble.explicacao
    }
  }

  private func lugar(_ part: String, _ cell: CellReference?) -> String {
    switch (part.isEmpty, cell) {
    case (true, nil): ""
    case (true, let cell?): " na célula \(cell)"
    case (false, nil): " em \(part.encurtado.entreAspas)"
    case (false, let cell?): " em \(part.encurtado.entreAspas), célula \(cell)"
    }
  }

  /// True when the file is not there or may not be read, false when its content is at fault.
  package var ehDoSistema: Bool {
    if case .system = self { true } else { false }
  }
}

extension FileKind {
  fileprivate var explicacao: String {
    let comoSalvar =
      "No programa que o criou, use Salvar como → Pasta de Trabalho do Excel (.xlsx)."
    return switch self {
    case .empty: "o arquivo está vazio. Gere-o ou baixe-o de novo."
    case .pdf: "é um PDF, não uma planilha. Peça o arquivo em Excel (.xlsx ou .xls)."
    case .html: "é uma página HTML sem nenhuma tabela com dados. \(comoSalvar)"
    case .xml: "é um arquivo XML, não uma planilha do Excel. \(comoSalvar)"
    case .text:
      "é um arquivo de texto, e as primeiras linhas não são colunas separadas por vírgula,"
        + " ponto e vírgula ou tabulação. \(comoSalvar)"
    case .image: "é uma imagem, não uma planilha. Peça o arquivo em Excel (.xlsx ou .xls)."
    case .xlsb: "é uma pasta de trabalho binária do Excel (.xlsb), que não é lida. \(comoSalvar)"
    case .openDocument: "é uma planilha OpenDocument (.ods), que não é lida. \(comoSalvar)"
    case .zip: "é um arquivo compactado (zip) sem planilha dentro. Extraia a planilha e use-a."
    case .compoundFile: "é um documento do Office, mas não do Excel. \(comoSalvar)"
    case .excelWithoutCells:
      "é uma folha de gráfico ou de macros do Excel, sem células. \(comoSalvar)"
    case .otherOffice:
      "é um documento do Word ou do PowerPoint, não uma planilha."
        + " Peça o arquivo em Excel (.xlsx ou .xls)."
    case .numbers:
      "é uma planilha do Numbers (.numbers), que não é lida."
        + " No Numbers, use Arquivo → Exportar para → Excel (.xlsx)."
    case .webArchive: "é uma página da Web de arquivo único (.mht), que não é lida. \(comoSalvar)"
    case .richText: "é um texto formatado (.rtf), não uma planilha. \(comoSalvar)"
    case .symbolicLink: "é uma planilha SYLK (.slk), que não é lida. \(comoSalvar)"
    case .dataInterchange: "é uma planilha DIF (.dif), que não é lida. \(comoSalvar)"
    case .json: "é um arquivo JSON, não uma planilha. Peça o arquivo em Excel (.xlsx ou .xls)."
    case .mail:
      "é uma mensagem de e-mail (.eml), não uma planilha. Abra-a e salve a planilha que veio anexa."
    case .otherArchive:
      "é um arquivo compactado (gzip, RAR ou 7z). Extraia a planilha e use-a."
    case .unknown: "não é uma planilha do Excel (.xlsx ou .xls). \(comoSalvar)"
    }
  }
}

extension Damage {
  fileprivate var explicacao: String {
    switch self {
    case .truncated: "termina antes da hora"
    case .checksum: "o conteúdo não é o que foi gravado"
    case .compression: "não pode ser descompactado"
    case .missing: "falta essa parte"
    case .structure: "a estrutura se contradiz"
    case .xml(let line): "XML inválido na linha \(line)"
    case .rowOrder: "as linhas não estão em ordem"
    case .documentType: "traz uma declaração que nenhuma planilha usa (DTD)"
    case .sharedText(let cell):
      "a célula \(cell) se refere a um texto que não está na tabela de textos"
    }
  }
}

extension TextTrouble {
  fileprivate var explicacao: String {
    let comoSalvar =
      "no programa que o criou, use Salvar como → Pasta de Trabalho do Excel (.xlsx)."
    return switch self {
    case .columns(let line, let fields, let usual, let separator):
      "é um arquivo de texto, e as primeiras linhas não têm as mesmas colunas: separadas por"
        + " \(nomeDoSeparador(separator)), são \(fields) na linha \(line), e \(usual) nas outras."
        + " Corrija a linha (um texto que tem o separador dentro fica entre aspas) ou,"
        + " \(comoSalvar)"
    case .wide(let line, let fields, let columns, let separator):
      "a linha \(line) tem \(fields) campos separados por \(nomeDoSeparador(separator)), e o"
        + " cabeçalho \(columns), e não se sabe a que coluna cada valor pertence."
        + " Ponha entre aspas os valores que têm o separador dentro\(exemplo(separator)) ou,"
        + " \(comoSalvar)"
    case .encoding(let line):
      "é um arquivo de texto em UTF-8, mas a linha \(line) tem um caractere de outra codificação,"
        + " e os nomes com acento não seriam lidos direito. Digite de novo os acentos dessa linha"
        + " ou, \(comoSalvar)"
    case .prose:
      "é um arquivo de texto, e as vírgulas das primeiras linhas vêm todas antes de um espaço,"
        + " como em um texto corrido. Se for mesmo uma planilha, ponha \"sep=,\" sozinho na primeira"
        + " linha ou, \(comoSalvar)"
    case .openQuote(let line, nil):
      "as aspas que abrem na linha \(line) não fecham, e tudo depois delas seria um texto só."
        + " Corrija a linha (aspas que fazem parte de um texto se escrevem duas vezes) ou,"
        + " \(comoSalvar)"
    case .openQuote(let line, let limit?):
      "as aspas que abrem na linha \(line) não fecham em \(limit) caracteres, o máximo de uma"
        + " célula. Corrija a linha (aspas que fazem parte de um texto se escrevem duas vezes),"
        + " ou, se o texto é mesmo tão longo, aumente `limites.caracteres_por_celula` na"
        + " configuração."
    case .zero(let line):
      "a linha \(line) tem um caractere nulo, que nenhum texto tem: o arquivo está danificado ou"
        + " não é texto. Gere-o ou baixe-o de novo ou, \(comoSalvar)"
    }
  }

  /// What it nearly always is: the comma of the cents.
  private func exemplo(_ separator: UInt8) -> String {
    separator == UInt8(ascii: ",")
      ? " (\"331,48\"), salve com ponto e vírgula entre as colunas" : ""
  }

  private func nomeDoSeparador(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\t"): "tabulação"
    case UInt8(ascii: ";"): "ponto e vírgula"
    case UInt8(ascii: ","): "vírgula"
    default: "\"\(Character(Unicode.Scalar(byte)))\""
    }
  }
}
