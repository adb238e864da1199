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
    (.unsupported(.empty), "o arquivo está vazio (0 bytes). Baixe-o de novo."),
    (
      .unsupported(.pdf),
      "é um PDF, não uma planilha. Peça o arquivo em Excel (.xlsx ou .xls)."
    ),
    (
      .damaged(.xml(line: 7), part: "xl/workbook.xml"),
      "o arquivo está danificado em \"xl/workbook.xml\": XML inválido na linha 7."
        + " Baixe-o de novo, ou abra-o no Excel e salve outra vez."
    ),
    (
      .damaged(.truncated, part: ""),
      "o arquivo está danificado: termina antes da hora."
        + " Baixe-o de novo, ou abra-o no Excel e salve outra vez."
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

  @Test func onlyTheSystemIsToBlameForASystemCall() {
    #expect(SpreadsheetError.system(errno: EIO).ehDoSistema)
    #expect(!SpreadsheetError.encrypted.ehDoSistema)
    #expect(SpreadsheetError.encrypted.explicacao.contains("protegido por senha"))
  }
}
