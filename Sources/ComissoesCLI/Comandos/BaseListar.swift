import CommandLineKit
import Dados

let baseListar = Command<Ambiente>(
  "listar", "Lista as bases, da mais antiga à mais nova.", examples: ["comissoes base listar"]
) { form in
  form.formatos(Ambiente.formatosDeLista)
  return { values, ambiente in
    try ambiente.conferirFormato(values, permitidos: Ambiente.formatosDeLista)
    try ambiente.exigirPastaIndicada()
    let bases = try ambiente.acervo.retrato().basesComHerancas()
    try ambiente.mostrar {
      bases.isEmpty
        ? "Nenhuma base em \(ambiente.acervo.raiz). Crie a primeira com"
          + " 'comissoes base criar --mes AAAA-MM --acompanhamento ARQUIVO'.\n"
        : textoDeLista(bases)
    } documento: {
      DocumentoDeLista(bases)
    } csv: {
      bases.csv
    }
  }
}
