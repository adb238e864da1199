import CommandLineKit
import Dados
import DurableFiles

let dadosCaminho = Command<Ambiente>(
  "caminho", "Diz qual é a pasta de dados.", examples: ["comissoes dados caminho"]
) { _ in
  { values, ambiente in
    try ambiente.conferirFormato(values)
    let pasta = absolutePath(ambiente.acervo.raiz)
    try ambiente.mostrar {
      "\(pasta)\n"
    } documento: {
      DocumentoDeCaminho(pasta: pasta, existe: fileKind(pasta) == .folder)
    }
  }
}
