import CommandLineKit
import Dados
import DurableFiles

let auditoriaVerificar = Command<Ambiente>(
  "verificar", "Confere se o registro de auditoria está inteiro e inalterado.",
  examples: [
    "comissoes auditoria verificar",
    "comissoes auditoria verificar --relatorio RECEBIMENTOS.xlsx",
  ]
) { form in
  let relatorio = form.option(
    "--relatorio", value: "<arquivo>", shown: "nenhum",
    help: "Relatório que saiu daqui, para conferir o que ele diz do registro.",
    completion: .file(extensions: ["xlsx"]))
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    try ambiente.exigirDados()
    let conferencia = try ambiente.acervo.retrato().conferirAuditoria()
    let testemunha = try values[relatorio].map { caminho throws(Falha) in
      try Testemunha(caminho, diante: conferencia)
    }
    try ambiente.mostrar {
      textoDeAuditoriaConferida(conferencia, testemunha)
    } documento: {
      DocumentoDeAuditoriaConferida(conferencia, testemunha)
    }
    if !conferencia.achados.isEmpty || testemunha?.confere == false { throw Falha.achados }
  }
}

/// A report that was sent away knows how far the audit log went, and nobody here can change it.
struct Testemunha {
  let arquivo: String
  let linhas: Int
  /// True when the log still has that line.
  let confere: Bool

  init(_ caminho: String, diante conferencia: ConferenciaDeAuditoria) throws(Falha) {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try readFile(caminho, atMost: 256 << 20)
    } catch {
      throw Falha(error)
    }
    guard let testemunho = Testemunho(workbook: bytes) else {
      throw Falha(
        .badData,
        "\(caminho): não diz até onde ia o registro de auditoria."
          + " Use um relatório de recebimentos feito por este programa.")
    }
    arquivo = caminho
    linhas = testemunho.linhas
    confere = conferencia.confirma(testemunho)
  }
}
