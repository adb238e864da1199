import CommandLineKit
import Dados

let dadosAnonimizar = Command<Ambiente>(
  "anonimizar", "Faz uma cópia do diretório de dados sem o nome de ninguém.",
  examples: [
    "comissoes dados anonimizar PARA-O-SUPORTE.zip",
    "comissoes dados anonimizar copia-sem-nomes",
  ]
) { form in
  let saida = form.argument(
    "<saída>", help: "Pasta, ou arquivo .zip; não pode existir ainda.",
    completion: .file(extensions: ["zip"]))
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    let caminho = try values[saida]
    try exigirLivre(caminho, fora: ambiente.acervo)
    try exigirConferido(ambiente.acervo)
    let copia = try CopiaAnonima(ambiente.acervo)
    try copia.gravar(em: caminho)
    try ambiente.mostrar {
      "\(caminho): \(contagem(copia.quantos, "arquivo", "arquivos")).\n"
        + "Trocados: nomes de clientes, corretores, imobiliárias, empreendimentos, unidades,"
        + " contratos, usuários e arquivos; o mesmo nome é sempre o mesmo pseudônimo.\n"
        + "Retirados: as planilhas lidas, os relatórios e a configuração.\n"
        + "Ficam: valores, datas, status, alertas, números de linhas e de relatórios.\n"
    } documento: {
      DocumentoDeCopiaAnonima(saida: caminho, arquivos: copia.quantos)
    }
  }
}
