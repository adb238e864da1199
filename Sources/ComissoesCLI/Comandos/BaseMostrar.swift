import CommandLineKit
import Dados
import Dominio
import Planilhas

let baseMostrar = Command<Ambiente>(
  "mostrar", "Mostra os clientes e os totais de uma base.",
  examples: [
    "comissoes base mostrar --mes 2025-10 --status financiado",
    "comissoes base mostrar --nome souza",
  ]
) { form in
  form.formatos(Ambiente.formatosDeLista)
  let mes = form.mes()
  let status = form.option(
    "--status", value: "<S>", shown: "todos", help: "Só os clientes neste status.",
    completion: .values(palavrasDeStatus), parse: lerStatus)
  let nome = form.option(
    "--nome", value: "<texto>", shown: "todos",
    help: "Só os clientes com este texto no nome; maiúsculas e acentos não contam.",
    completion: .dados(.cliente))
  return { values, ambiente in
    try ambiente.conferirFormato(values, permitidos: Ambiente.formatosDeLista)
    let base = try ambiente.acervo.retrato().baseComHerancas(values[mes])
    let status = try values[status]
    let trecho = try values[nome].map(Rotulo.init)
    let clientes = base.clientes.filter { cliente in
      (status == nil || cliente.situacao.status == status)
        && (trecho.map { Rotulo(cliente.chave.texto).texto.contains($0.texto) } ?? true)
    }
    try ambiente.mostrar {
      textoDaBase(base, clientes: clientes, inteira: status != nil || trecho != nil)
    } documento: {
      DocumentoDaBase(base, clientes: clientes)
    } csv: {
      BaseExportada(base, dia: ambiente.shell.today()).csv(de: clientes)
    }
  }
}
