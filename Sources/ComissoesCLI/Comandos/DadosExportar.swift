import CommandLineKit
import Dados
import Dominio
import DurableFiles

let dadosExportar = Command<Ambiente>(
  "exportar", "Grava a pasta de dados inteira em um arquivo .zip.",
  examples: ["comissoes dados exportar COPIA-2025-11-03.zip"]
) { form in
  let arquivo = form.argument(
    "<arquivo>", help: "Onde gravar a cópia, em formato .zip; não pode existir ainda.",
    completion: .file(extensions: ["zip"]))
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    let caminho = try values[arquivo]
    try exigirLivre(caminho, fora: ambiente.acervo)
    try exigirConferido(ambiente.acervo)
    let exportacao = try Exportacao(ambiente.acervo)
    try StagedFile.writing(exportacao.bytes, to: caminho).commit()
    try ambiente.mostrar {
      "\(caminho): \(contagem(exportacao.arquivos, "arquivo", "arquivos")),"
        + " \((exportacao.bytes.count + 1023) / 1024) KB.\n"
        + "Traz nomes e valores: guarde-a como guarda o original.\n"
    } documento: {
      DocumentoDeExportacao(
        arquivo: caminho, arquivos: exportacao.arquivos, bytes: exportacao.bytes.count,
        sha256: sha256(of: exportacao.bytes))
    }
  }
}

/// Refuses a place where something stands already, and the data directory itself.
func exigirLivre(_ caminho: String, fora acervo: Acervo) throws(Falha) {
  guard !isWithin(caminho, folder: acervo.raiz) else {
    throw Falha(
      .cannotWrite,
      "\(caminho): fica dentro da pasta de dados. Escolha outra pasta; nada foi gravado.")
  }
  guard fileKind(caminho) == nil else {
    throw Falha(
      .cannotWrite, "\(caminho): já existe. Escolha outro nome; nada foi gravado.")
  }
}

/// Refuses to copy a directory that is not what it must be: the copy would be no better.
func exigirConferido(_ acervo: Acervo) throws {
  guard try ResultadoDaConferencia(acervo).achados.isEmpty else {
    throw Falha(
      .badData,
      "\(acervo.raiz): a pasta de dados não confere, e a cópia não serviria para nada."
        + " Rode 'comissoes dados verificar'; para guardá-lo como está, copie a pasta.")
  }
}
