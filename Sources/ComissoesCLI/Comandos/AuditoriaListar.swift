import CommandLineKit
import Dados
import Dominio
import Planilhas

let auditoriaListar = Command<Ambiente>(
  "listar", "Lista o que foi mudado, por quem e quando, com antes e depois.",
  examples: [
    "comissoes auditoria listar --base 2025-10 --cliente souza",
    "comissoes auditoria listar --acao gerar_relatorio --desde 2025-11-01",
  ]
) { form in
  form.formatos(Ambiente.formatosDeLista)
  let mes = form.option(
    "--base", aliases: ["--mes"], value: "<M>", shown: "todos",
    help: "Só o que mudou na base deste mês.",
    completion: .dados(.mes), parse: lerMes)
  let cliente = form.option(
    "--cliente", value: "<texto>", shown: "todos",
    help: "Só os clientes com este texto no nome; maiúsculas e acentos não contam.",
    completion: .dados(.clienteDeSempre))
  let acao = form.choice(
    "--acao", Operacao.Acao.self, value: "<A>", shown: "todas", help: "Só esta ação.")
  let desde = form.option(
    "--desde", value: "<D>", shown: "o começo",
    help: "Só deste dia em diante, como 2025-11-03 ou 03/11/2025.", parse: lerDia)
  return { values, ambiente in
    try ambiente.conferirFormato(values, permitidos: Ambiente.formatosDeLista)
    try ambiente.exigirPastaIndicada()
    let mes = try values[mes]
    let trecho = try values[cliente].map(Rotulo.init)
    let acao = try values[acao]
    let desde = try values[desde]
    let fuso = ambiente.shell.fuso
    let (linhas, ilegiveis) = try ambiente.acervo.retrato().auditoria()
    if let primeira = ilegiveis.first {
      ambiente.shell.complain(
        "Aviso: \(ambiente.acervo.auditoria), linha \(primeira): não pode ser lida"
          + "\(ilegiveis.count > 1 ? ", nem outras \(ilegiveis.count - 1)" : "")."
          + " Rode 'comissoes auditoria verificar'.\n")
    }
    let pedidas = linhas.filter { linha in
      (mes == nil || linha.competencia == mes) && (acao == nil || linha.acao == acao)
        && (desde.map { dia in fuso.local(linha.momento).map { $0.dia >= dia } ?? true } ?? true)
        && (trecho.map { trecho in
          linha.cliente.map { Rotulo($0).texto.contains(trecho.texto) } ?? false
        } ?? true)
    }
    try ambiente.mostrar {
      textoDeAuditoria(
        pedidas, filtrado: !linhas.isEmpty,
        inteira: mes != nil || trecho != nil || acao != nil || desde != nil, em: fuso)
    } documento: {
      DocumentoDeAuditoria(pedidas)
    } csv: {
      pedidas.csv
    }
  }
}
