import CommandLineKit
import Dados
import Dominio

let dadosImportar = Command<Ambiente>(
  "importar", "Traz de volta uma pasta de dados exportada; só em uma pasta vazia.",
  examples: ["comissoes dados importar COPIA-2025-11-03.zip --dados recuperado"]
) { form in
  let arquivo = form.argument(
    "<arquivo>", help: "Cópia feita por 'dados exportar'.",
    completion: .file(extensions: ["zip"]))
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    let caminho = try values[arquivo]
    let raiz = ambiente.acervo.raiz
    let importacao = try Importacao(de: caminho, para: ambiente.acervo)
    let resultado = try ResultadoDaConferencia(importacao.provisorio)
    if let primeiro = resultado.achados.first {
      throw Falha(
        .badData,
        "\(caminho): a cópia não confere (\(contagem(resultado.achados.count, "achado", "achados"));"
          + " o primeiro: \(primeiro.descricao)). Use outra cópia; nada foi mudado.")
    }
    try importacao.publicar()
    try ambiente.mostrar {
      "\(raiz): \(contagem(importacao.arquivos, "arquivo", "arquivos")) de \(caminho).\n"
    } documento: {
      DocumentoDeImportacao(pasta: raiz, arquivos: importacao.arquivos)
    }
  }
}
