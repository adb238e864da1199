import CommandLineKit
import Dados
import Dominio
import Planilhas

let dadosAnonimizar = Command<Ambiente>(
  "anonimizar", "Faz uma cópia da pasta de dados sem o nome de ninguém.",
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
    let copia = try CopiaAnonima(ambiente.acervo) { bytes, fonte, operacao, pseudonimos in
      guard var opcoes = try? operacao.leitura() else { return nil }
      opcoes.abas[fonte.planilha] = operacao.aba(de: fonte.planilha)
      return planilhaAnonima(bytes, fonte.planilha, opcoes, &pseudonimos)
    }
    try copia.gravar(em: caminho)
    try ambiente.mostrar {
      "\(caminho): \(contagem(copia.quantos, "arquivo", "arquivos")).\n"
        + "Trocados, também nas planilhas lidas: nomes de clientes, corretores, imobiliárias,"
        + " empreendimentos, unidades, contratos, usuários e arquivos; o mesmo nome é sempre o mesmo"
        + " pseudônimo.\n"
        + "Retirados: os relatórios, e os caminhos da configuração.\n"
        + "Ficam: valores, datas, status, alertas, números de linhas e de relatórios;"
        + " 'historico reproduzir' dá o mesmo resultado.\n"
    } documento: {
      DocumentoDeCopiaAnonima(saida: caminho, arquivos: copia.quantos)
    }
  }
}
