import CommandLineKit
import Conciliacao
import Dados
import Dominio
import Planilhas

let explicar = Command<Ambiente>(
  "explicar",
  "Explica por que um cliente tem o status que tem, regra por regra e célula por célula.",
  examples: ["comissoes explicar \"ANA SOUZA\"", "comissoes explicar souza --mes 2025-10"]
) { form in
  form.formatos(Ambiente.formatosDeLista)
  let nome = form.argument(
    "<nome>",
    help: "Nome de um cliente ou de uma planilha, ou parte dele; maiúsculas e acentos não contam.",
    completion: .dados(.cliente))
  let mes = form.mes()
  return { values, ambiente in
    try ambiente.conferirFormato(values, permitidos: Ambiente.formatosDeLista)
    let retrato = try ambiente.acervo.retrato()
    let base = try retrato.baseComHerancas(values[mes])
    let controle = try ControleGuardado(ultimoDe: base, em: retrato)
    let chave = try controle.nome(digitado: values[nome])
    let explicado = try controle.explicar(chave, configuracao: ambiente.configuracao)
    try ambiente.mostrar {
      textoDeExplicacao(explicado)
    } documento: {
      DocumentoDeExplicacao(explicado)
    } csv: {
      explicado.csv
    }
  }
}

/// A name with all that the last controle of a base says of it, and why.
struct NomeExplicado {
  let base: Base
  let operacao: Operacao
  let chave: ChaveDeNome
  /// Nil when the name stands in a spreadsheet only.
  let cliente: Cliente?
  let explicacao: Explicacao
  /// What stands in the cells that were looked at.
  let cruas: CelulasCruas
  /// What the engine would say with the configuration as it is now; nil when that is the same.
  let hoje: Decisao?
  /// Clients who may be meant, when the name is none.
  let candidatos: [Candidato]

  /// What the rules say by the base: not what the director has put in their place.
  var regrasNaBase: Situacao? { cliente.map { $0.decisao?.regras ?? $0.situacao } }

  /// Spellings that mean the client.
  var vinculos: [Vinculo] { base.vinculos.filter { $0.cliente == chave } }

  /// Alerts of the client under any spelling, by number.
  var alertas: [Alerta] {
    let nomes = Set([chave] + vinculos.map(\.nome))
    return base.alertas.filter { nomes.contains($0.cliente) }.sorted { $0.serie < $1.serie }
  }
}

/// The last controle of a base, run again on the spreadsheets that it had read.
private struct ControleGuardado {
  let base: Base
  let operacao: Operacao
  let planilhas: PlanilhasGuardadas
  let acervo: Acervo
  let cruzamento: Cruzamento
  let origens: [Origem]

  init(ultimoDe base: Base, em retrato: Retrato) throws {
    let historico = try retrato.historico()
    let efeitos = Efeitos(historico)
    let ultimo = historico.last {
      $0.acao == .executarControle && $0.competencia == base.competencia
        && efeitos.vale($0.numero)
    }
    guard let ultimo else {
      throw Falha(
        .noInput,
        "A \(base.nome) ainda não passou por nenhum controle, e sem ele não há o que explicar."
          + " Rode 'comissoes controle --gestores ARQUIVO --webopay ARQUIVO'.")
    }
    self.base = base
    operacao = ultimo
    acervo = retrato.acervo
    planilhas = try PlanilhasGuardadas(de: ultimo, em: retrato.acervo)
    (cruzamento, origens) = try planilhas.cruzamento(base.vinculos)
  }

  /// The client of a typed name, or else the name of a spreadsheet.
  func nome(digitado: String) throws(Falha) -> ChaveDeNome {
    let clientes: NomeDigitado.Duvida
    switch NomeDigitado(digitado, entre: base.clientes.map(\.chave)) {
    case .um(let cliente): return cliente
    case .duvida(let duvida): clientes = duvida
    }
    let grafia = NomeDigitado(digitado, entre: base.vinculos.map(\.nome)).unico
    if case .nenhum = clientes, let vinculo = base.vinculos.first(where: { $0.nome == grafia }) {
      return vinculo.cliente
    }
    let emPlanilhas = NomeDigitado(digitado, entre: cruzamento.nomes)
    if case .nenhum = clientes, let nome = emPlanilhas.unico { return nome }
    if let nome = ChaveDeNome(nome: digitado), emPlanilhas == .um(nome) { return nome }
    let duvida = if case .nenhum = clientes { emPlanilhas.duvida } else { clientes }
    throw Falha(
      duvida ?? clientes, digitado: digitado, "nome", "nomes",
      em: "na \(base.nome), em Gestores ou no WeboPay",
      lista: "Procure com 'comissoes base mostrar --mes \(base.competencia.iso) --nome TEXTO'.")
  }

  func explicar(_ chave: ChaveDeNome, configuracao: Configuracao) throws -> NomeExplicado {
    let cliente = base.cliente(chave)
    let explicacao = Explicacao(cruzamento.fatos(de: chave), origens: origens)
    var cruas = CelulasCruas()
    let evidencias = explicacao.linhas.flatMap(\.fatos)
    for origem in origens {
      try cruas.ler(evidencias.filter { $0.planilha == origem.planilha }, em: planilhas, origem)
    }
    var hoje: Decisao?
    if configuracao.texto != operacao.argumentos["configuracao"] {
      let agora = PlanilhasGuardadas(de: operacao, em: acervo, leitura: configuracao.leitura)
      let fatos = try agora.cruzamento(base.vinculos).0.fatos(de: chave)
      hoje = decidir(fatos)
      if hoje?.situacao == explicacao.decisao.situacao { hoje = nil }
    }
    return NomeExplicado(
      base: base, operacao: operacao, chave: chave, cliente: cliente, explicacao: explicacao,
      cruas: cruas, hoje: hoje,
      candidatos: cliente == nil ? Sugestoes(base, cruzamento).candidatos(a: chave) : [])
  }
}

extension PlanilhasGuardadas {
  fileprivate func cruzamento(_ vinculos: [Vinculo]) throws -> (Cruzamento, [Origem]) {
    let gestores = try ler(.gestores, importarGestores)
    let webopay = try ler(.webopay, importarWeboPay)
    return (
      Cruzamento(
        gestores: gestores.registros, webopay: webopay.registros, vinculos: vinculos),
      [gestores.origem, webopay.origem]
    )
  }
}
