import CommandLineKit
import Conciliacao
import Dados
import Dominio
import Planilhas

let controle = Command<Ambiente>(
  "controle", "Cruza a base com Gestores e WeboPay e define o status de cada cliente.",
  examples: [
    "comissoes controle --gestores GESTORES.xlsx --webopay WEBOPAY.xlsx",
    "comissoes controle --mes 2025-10 --gestores G.xlsx --webopay W.xlsx --dry-run",
  ]
) { form in
  let mes = form.mes()
  let gestores = EntradaPedida(
    planilha: .gestores, arquivo: form.planilha("--gestores", help: "Planilha Gestores."),
    aba: form.aba("--aba-gestores", de: .gestores))
  let webopay = EntradaPedida(
    planilha: .webopay, arquivo: form.planilha("--webopay", help: "Planilha WeboPay."),
    aba: form.aba("--aba-webopay", de: .webopay))
  let dryRun = form.dryRun()
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    let entradas = try ambiente.entradas(gestores, webopay, values)
    let dryRun = try values[dryRun]
    try ambiente.exigirBase(values[mes])
    let (gestores, webopay) = try ambas { () throws(Falha) in
      try entradas.0.ler(importarGestores)
    } _: { () throws(Falha) in
      try entradas.1.ler(importarWeboPay)
    }
    let escrita = try ambiente.escrita(dryRun: dryRun)
    let retrato = try escrita?.retrato ?? ambiente.acervo.retrato()
    let base = try retrato.baseEscolhida(values[mes])
    let passadas = try retrato.passadas(antesDe: base.competencia)

    var resultado = cruzar(
      base, gestores: gestores.leitura.registros, webopay: webopay.leitura.registros,
      em: Corrida(
        operacao: retrato.operacao + 1,
        origens: [gestores.leitura.origem, webopay.leitura.origem], passadas: passadas))
    resultado.base.registrar(gestores.fonte)
    resultado.base.registrar(webopay.fonte)
    // What other months have billed is not to be received here.
    let mostrada = resultado.base.comHerancas(
      de: try retrato.outrasBases(alem: base.competencia))
    let mapeamento = [MudancaDeMapeamento](
      em: base, gestores: gestores.leitura.registros, webopay: webopay.leitura.registros,
      formas: ambiente.configuracao.leitura.formas, em: retrato)
    var passo = Passo(
      .executarControle, ambiente.autoria, mes: resultado.base.competencia, bases: [resultado.base])
    passo.argumentos = ambiente.argumentos([
      "aba_gestores": entradas.0.aba, "aba_webopay": entradas.1.aba,
    ])
    passo.estatisticas = resultado.estatisticas.porNome
    passo.entradas = [gestores.entrada, webopay.entrada]
    passo.leu = passadas.map(\.competencia)
    passo.alertas = resultado.alertas.gerados
    try escrita?.gravar(passo)

    let avisos =
      gestores.leitura.avisos + webopay.leitura.avisos
      + resultado.avisosDeDecisao(gestores.leitura)
    ambiente.avisar(avisos)
    if ambiente.formato != .json { ambiente.shell.complain(mapeamento.texto(em: base.competencia)) }
    try ambiente.mostrar {
      textoDeControle(resultado, mostrada, dryRun: dryRun)
    } documento: {
      DocumentoDeControle(resultado, mapeamento, dryRun: dryRun, avisos: avisos)
    }
  }
}

extension Controle {
  /// A manual decision goes on when the spreadsheets change their word; the director is told.
  fileprivate func avisosDeDecisao(_ gestores: Leitura<Gestores.Registro>) -> [Aviso] {
    let linhas = Dictionary(
      gestores.registros.map { ($0.cliente, $0.linha) }, uniquingKeysWith: { first, _ in first })
    return base.clientes.filter { contrariados.contains($0.chave) }.compactMap { cliente in
      guard let decisao = cliente.decisao else { return nil }
      let lugar = linhas[cliente.chave].flatMap {
        gestores.origem.lugar(ColunaDeGestores.forma.rawValue, linha: $0)
      }
      return Aviso(
        arquivo: gestores.origem.arquivo, aba: gestores.origem.aba, celula: lugar?.celula,
        mensagem: "\(cliente.chave) segue \(decisao.situacao.comValor) por decisão manual"
          + " (\(decisao.motivo)), mas as planilhas agora dizem \(decisao.regras.comValor);"
          + " para voltar às planilhas, use 'comissoes cliente retirar-decisao'")
    }
  }
}

extension Situacao {
  /// `Financiado R$ 300,00`; `Financiado sem valor`, where one is to be expected.
  fileprivate var comValor: String {
    switch status {
    case .financiado, .pago, .requerAnalise: valor == nil ? "\(resumo) sem valor" : resumo
    case .nulo, .desconto, .desistiu: resumo
    }
  }
}
