import CommandLineKit
import Dados

let dadosVerificar = Command<Ambiente>(
  "verificar", "Confere se a pasta de dados está inteira e se as contas fecham.",
  examples: ["comissoes dados verificar"]
) { _ in
  { values, ambiente in
    try ambiente.conferirFormato(values)
    let acervo = ambiente.acervo
    let resultado = try ResultadoDaConferencia(acervo)
    try ambiente.mostrar {
      textoDeDadosConferidos(resultado, pasta: acervo.raiz)
    } documento: {
      DocumentoDeDadosConferidos(resultado, pasta: acervo.raiz)
    }
    if !resultado.achados.isEmpty { throw Falha.achados }
  }
}
