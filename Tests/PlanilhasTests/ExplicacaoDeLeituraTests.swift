import Glibc
import Spreadsheets
import Testing

@testable import Planilhas

/// The words for a file that cannot be opened.
struct ExplicacaoDeLeituraTests {
  @Test(arguments: [
    (SpreadsheetError.system(errno: ENOENT), "o arquivo não existe. Confira o nome e a pasta."),
    (.system(errno: EISDIR), "é uma pasta, não um arquivo. Confira o nome."),
    (.system(errno: EACCES), "sem permissão para ler o arquivo. Confira as permissões."),
    (.unsupported(.empty), "o arquivo está vazio. Gere-o ou baixe-o de novo."),
    (
      .unsupported(.pdf),
      "é um PDF, não uma planilha. Peça o arquivo em Excel (.xlsx ou .xls)."
    ),
    (
      .damaged(.xml(line: 7), part: "xl/workbook.xml"),
      "o arquivo está danificado em \"xl/workbook.xml\": XML inválido na linha 7."
        + " Gere-o ou baixe-o de novo, ou abra-o no Excel e salve outra vez."
    ),
    (
      .damaged(.truncated, part: ""),
      "o arquivo está danificado: termina antes da hora."
        + " Gere-o ou baixe-o de novo, ou abra-o no Excel e salve outra vez."
    ),
    (
      .beyond(.fileSize(1 << 30), part: ""),
      "o arquivo passa do limite: mais de 1024 MiB. Se ele é de confiança, aumente"
        + " `limites.tamanho_do_arquivo_mib` na configuração."
    ),
  ])
  func sentences(erro: SpreadsheetError, texto: String) {
    #expect(erro.explicacao == texto)
  }

  @Test func aLimitIsToldWithItsCell() {
    func place(_ part: String) -> Substring? {
      SpreadsheetError.beyond(.textLength(9), part: part, cell: CellReference(row: 4, column: 1))
        .explicacao.split(separator: ":").first
    }
    #expect(place("") == "o arquivo passa do limite na célula B5")
    #expect(place("Outubro") == "o arquivo passa do limite em \"Outubro\", célula B5")
  }

  private static let texts: [(TextTrouble, String)] = [
    (
      .columns(line: 4, fields: 5, usual: 3, separator: 0x3B),
      """
      é um arquivo de texto, e as primeiras linhas não têm as mesmas colunas: separadas por ponto \
      e vírgula, são 5 na linha 4, e 3 nas outras. Corrija a linha (um texto que tem o separador \
      dentro fica entre aspas) ou, no programa que o criou, use Salvar como → Pasta de Trabalho do \
      Excel (.xlsx).
      """
    ),
    (
      .openQuote(line: 3, limit: nil),
      """
      as aspas que abrem na linha 3 não fecham, e tudo depois delas seria um texto só. Corrija a \
      linha (aspas que fazem parte de um texto se escrevem duas vezes) ou, no programa que o criou, \
      use Salvar como → Pasta de Trabalho do Excel (.xlsx).
      """
    ),
    (
      .openQuote(line: 3, limit: 9),
      """
      as aspas que abrem na linha 3 não fecham em 9 caracteres, o máximo de uma célula. Corrija a \
      linha (aspas que fazem parte de um texto se escrevem duas vezes), ou, se o texto é mesmo tão \
      longo, aumente `limites.caracteres_por_celula` na configuração.
      """
    ),
    (
      .prose,
      """
      é um arquivo de texto, e as vírgulas das primeiras linhas vêm todas antes de um espaço, como \
      em um texto corrido. Se for mesmo uma planilha, ponha "sep=," sozinho na primeira linha ou, \
      no programa que o criou, use Salvar como → Pasta de Trabalho do Excel (.xlsx).
      """
    ),
    (
      .wide(line: 14, fields: 5, columns: 4, separator: 0x2C),
      """
      a linha 14 tem 5 campos separados por vírgula, e o cabeçalho 4, e não se sabe a que coluna \
      cada valor pertence. Ponha entre aspas os valores que têm o separador dentro ("331,48"), \
      salve com ponto e vírgula entre as colunas ou, no programa que o criou, use Salvar como → \
      Pasta de Trabalho do Excel (.xlsx).
      """
    ),
    (
      .wide(line: 3, fields: 5, columns: 4, separator: 0x3B),
      """
      a linha 3 tem 5 campos separados por ponto e vírgula, e o cabeçalho 4, e não se sabe a que \
      coluna cada valor pertence. Ponha entre aspas os valores que têm o separador dentro ou, no \
      programa que o criou, use Salvar como → Pasta de Trabalho do Excel (.xlsx).
      """
    ),
    (
      .encoding(line: 4),
      """
      é um arquivo de texto em UTF-8, mas a linha 4 tem um caractere de outra codificação, e os \
      nomes com acento não seriam lidos direito. Digite de novo os acentos dessa linha ou, no \
      programa que o criou, use Salvar como → Pasta de Trabalho do Excel (.xlsx).
      """
    ),
    (
      .zero(line: 2),
      """
      a linha 2 tem um caractere nulo, que nenhum texto tem: o arquivo está danificado ou não é \
      texto. Gere-o ou baixe-o de novo ou, no programa que o criou, use Salvar como → Pasta de \
      Trabalho do Excel (.xlsx).
      """
    ),
  ]

  @Test(arguments: texts)
  func troubleOfATextNamesTheLineAndTheRemedy(trouble: TextTrouble, texto: String) {
    #expect(SpreadsheetError.text(trouble).explicacao == texto)
  }

  @Test func theCellOfALostTextIsNamed() {
    let erro = SpreadsheetError.damaged(
      .sharedText(cell: CellReference(row: 6, column: 1)), part: "xl/a.xml")
    #expect(
      erro.explicacao == """
        o arquivo está danificado em "xl/a.xml": a célula B7 se refere a um texto que não está na \
        tabela de textos. Gere-o ou baixe-o de novo, ou abra-o no Excel e salve outra vez.
        """)
  }

  @Test func theDepthOfAPageHasALimitOfItsOwn() {
    #expect(
      SpreadsheetError.beyond(.htmlDepth(400), part: "").explicacao == """
        o arquivo passa do limite: mais de 400 elementos de HTML um dentro do outro. Se ele é de \
        confiança, aumente `limites.niveis_de_html` na configuração.
        """)
  }

  @Test func onlyTheSystemIsToBlameForASystemCall() {
    #expect(SpreadsheetError.system(errno: EIO).ehDoSistema)
    #expect(!SpreadsheetError.encrypted.ehDoSistema)
    #expect(SpreadsheetError.encrypted.explicacao.contains("protegido por senha"))
  }
}
