import CommandLineKit
import Conciliacao
import Dados
import Dominio
import Planilhas
import Spreadsheets

let clienteVincular = Command<Ambiente>(
  "vincular", "Faz de dois nomes um só cliente no cruzamento das planilhas.",
  examples: [
    "comissoes cliente vincular \"JOAO SILVA\" \"JOÃO DA SILVA\" --motivo \"mesma pessoa\""
  ]
) { form in
  let um = form.argument(
    "<nome>", help: "Um dos nomes; um dos dois é de um cliente da base.",
    completion: .dados(.clienteOuNomeDeFora))
  let outro = form.argument(
    "<outro>", help: "O outro, como está na planilha.",
    completion: .dados(.clienteOuNomeDeFora))
  let pedido = PedidoDoDiretor(&form)
  return { values, ambiente in
    let (escrita, retrato) = try pedido.abrir(values, ambiente)
    let base = try retrato.baseEscolhida(values[pedido.mes])
    let par = try ParDeNomes(values[um], values[outro], em: base)
    let motivo = try values[pedido.motivo]
    let vinculo = Vinculo(
      nome: par.grafia, cliente: par.cliente, motivo: motivo,
      dia: try pedido.dia(values, ambiente), base: base.competencia)
    let bases = try retrato.bases()
    let efeito: EfeitoDeVinculo
    do throws(VinculoRecusado) {
      efeito = try vincular(vinculo, entre: bases, operacao: retrato.operacao + 1)
    } catch {
      throw Falha(
        .badData,
        "\(error.explicacao(vinculo)); nada foi mudado."
          + (error.volta(em: retrato.historicoLegivel().operacoes).map { " \($0)" } ?? ""))
    }
    var passo = Passo(.vincularNomes, ambiente.autoria, mes: base.competencia, bases: efeito.bases)
    passo.argumentos = vinculo.argumentos(motivo: motivo, dia: vinculo.dia)
    passo.leu = try retrato.meses(da: efeito.decisao, antesDe: base.competencia)
    let resultado = ResultadoDeVinculo(
      base: base, efeito: efeito, motivo: motivo, foiFeito: true, nomeConhecido: par.conhecido,
      juntadas: [], devolvidos: [], estorno: efeito.estorno(entre: bases),
      operacao: try escrita?.gravar(passo))
    try ambiente.mostrar {
      textoDeVinculo(resultado)
    } documento: {
      DocumentoDeVinculo(resultado)
    }
  }
}

let clienteDesvincular = Command<Ambiente>(
  "desvincular", "Desfaz o vínculo de um nome: ele volta a ser só o que está escrito.",
  examples: ["comissoes cliente desvincular \"JOAO SILVA\" --motivo \"são duas pessoas\""]
) { form in
  let nome = form.argument(
    "<nome>", help: "O nome vinculado, ou parte dele.",
    completion: .dados(.vinculado))
  let pedido = PedidoDoDiretor(&form)
  return { values, ambiente in
    let (escrita, retrato) = try pedido.abrir(values, ambiente)
    let base = try retrato.baseEscolhida(values[pedido.mes])
    let vinculo = try base.vinculo(chamado: values[nome])
    let motivo = try values[pedido.motivo]
    let bases = try retrato.bases()
    let efeito = desvincular(
      vinculo, em: base.competencia, entre: bases, operacao: retrato.operacao + 1)
    var passo = Passo(
      .desvincularNomes, ambiente.autoria, mes: base.competencia, bases: efeito.bases)
    passo.leu =
      try retrato.meses(da: efeito.emSeuLugar, antesDe: base.competencia)
      + efeito.largados.map(\.base)
    passo.argumentos = vinculo.argumentos(motivo: motivo, dia: try pedido.dia(values, ambiente))
    let juntadas = efeito.bases.filter { efeito.meses.contains($0.competencia) }.filter {
      ambiente.acompanhamento(de: $0).contains { $0.grafia == vinculo.nome }
    }.map(\.competencia)
    let nomes = [vinculo.nome, vinculo.cliente]
    let resultado = ResultadoDeVinculo(
      base: base, efeito: efeito, motivo: motivo, foiFeito: false, nomeConhecido: true,
      juntadas: juntadas, devolvidos: nomes.flatMap { bases.devolvidos(de: $0) },
      estorno: efeito.estorno(entre: bases),
      operacao: try escrita?.gravar(passo))
    try ambiente.mostrar {
      textoDeVinculo(resultado)
    } documento: {
      DocumentoDeVinculo(resultado)
    }
  }
}

/// What came of linking names, or of parting them.
struct ResultadoDeVinculo {
  let base: Base
  let efeito: EfeitoDeVinculo
  let motivo: String
  /// False when names were parted.
  let foiFeito: Bool
  /// False when no alert of the base knows the spelling: it may be mistyped.
  let nomeConhecido: Bool
  /// Of names that were parted: the months whose Acompanhamento has rows under the spelling. Made
  /// while it was linked, their bases have them as the client's.
  let juntadas: [Competencia]
  /// Of names that were parted: what either was billed and was given back.
  let devolvidos: [(nome: ChaveDeNome, faturamento: Faturamento)]
  /// What is to be given back since, and was not before; nil when nothing is.
  let estorno: EstornoDeVinculo?
  /// Nil in a dry run.
  let operacao: Operacao?
}

extension [Base] {
  /// What a client was billed by these bases themselves and was given back.
  fileprivate func devolvidos(
    de nome: ChaveDeNome
  ) -> [(nome: ChaveDeNome, faturamento: Faturamento)] {
    flatMap { base in
      (base.cliente(nome)?.faturamentos ?? []).filter {
        $0.base == base.competencia && $0.devolucao != nil
      }.map { (nome, $0) }
    }
  }
}

/// Two typed names, of which one is a client of the base and the other a spelling.
private struct ParDeNomes {
  let cliente: ChaveDeNome
  let grafia: ChaveDeNome
  /// True when the spreadsheets that were crossed have the spelling.
  let conhecido: Bool

  init(_ um: String, _ outro: String, em base: Base) throws(Falha) {
    let clientes = base.clientes.map(\.chave)
    let naBase = Set(clientes)
    guard let chaves = Self.chaves(um, outro) else {
      throw Falha(.usage, "Um dos dois nomes está em branco. Escreva os dois; nada foi mudado.")
    }
    guard chaves.0 != chaves.1 else {
      throw Falha(
        .badData,
        "Os dois nomes são o mesmo para o programa, \(chaves.0): não há o que vincular; nada foi"
          + " mudado.")
    }
    switch (naBase.contains(chaves.0), naBase.contains(chaves.1)) {
    case (true, true):
      throw Falha(
        .badData,
        "\(chaves.0) e \(chaves.1) são dois clientes da \(base.nome); nada foi mudado."
          + " Se são o mesmo, corrija Acompanhamento e refaça a base com"
          + " 'comissoes base criar --substituir'.")
    case (true, false): self.init(chaves.0, outro, em: base)
    case (false, true): self.init(chaves.1, um, em: base)
    case (false, false):
      // Neither is typed in full: one must mean a client, and then the other is the spelling.
      let achados = (
        NomeDigitado(um, entre: clientes), NomeDigitado(outro, entre: clientes)
      )
      switch (achados.0.unico, achados.1.unico) {
      case (let cliente?, nil): self.init(cliente, outro, em: base)
      case (nil, let cliente?): self.init(cliente, um, em: base)
      case (let cliente?, let tambem?):
        throw Falha(
          .badData,
          "\"\(um)\" parece o cliente \(cliente), e \"\(outro)\", o cliente \(tambem), da"
            + " \(base.nome); nada foi mudado. Escreva por inteiro o nome do cliente.")
      case (nil, nil):
        throw Falha(
          .noInput,
          [
            "Nem \"\(um)\" nem \"\(outro)\" é cliente da \(base.nome); nada foi mudado."
              + " Um dos dois tem de ser."
          ]
            + [(achados.0.duvida, um), (achados.1.duvida, outro)].compactMap { duvida, digitado in
              duvida.map {
                Falha(
                  $0, digitado: digitado, "cliente", "clientes", em: "na \(base.nome)",
                  lista: "Procure com 'comissoes base mostrar --nome TEXTO'.")
              }
            }.flatMap(\.mensagens))
      }
    }
  }

  private init(_ cliente: ChaveDeNome, _ digitado: String, em base: Base) {
    self.cliente = cliente
    let conhecidos = base.alertas.filter {
      $0.tipo == .gestoresNaoBase || $0.tipo == .webopayNaoBase
    }.map(\.cliente)
    let achado = NomeDigitado(digitado, entre: conhecidos).unico
    grafia = achado ?? ChaveDeNome(nome: digitado) ?? cliente
    conhecido = achado != nil
  }

  private static func chaves(_ um: String, _ outro: String) -> (ChaveDeNome, ChaveDeNome)? {
    guard let um = ChaveDeNome(nome: um), let outro = ChaveDeNome(nome: outro) else { return nil }
    return (um, outro)
  }
}

extension Base {
  /// The link of a spelling, or of the only spelling of a client.
  fileprivate func vinculo(chamado nome: String) throws(Falha) -> Vinculo {
    guard !vinculos.isEmpty else {
      throw Falha(
        .noInput,
        "Não há nomes vinculados na \(self.nome); nada foi mudado. Confira o mês com --mes.")
    }
    let achado = NomeDigitado(nome, entre: vinculos.map(\.nome))
    if let grafia = achado.unico, let vinculo = vinculos.first(where: { $0.nome == grafia }) {
      return vinculo
    }
    let doCliente = NomeDigitado(nome, entre: vinculos.map(\.cliente)).unico.map { cliente in
      vinculos.filter { $0.cliente == cliente }
    }
    if let doCliente, let unico = doCliente.first, doCliente.count == 1 { return unico }
    throw Falha(
      doCliente.map { .varios($0.map(\.nome)) } ?? achado.duvida ?? .nenhum(parecidos: []),
      digitado: nome, "nome vinculado", "nomes vinculados",
      em: "na \(self.nome)",
      lista: "Os vínculos de um cliente estão em 'comissoes cliente mostrar NOME'.")
  }
}

extension Ambiente {
  /// The rows that a base was made from, as they are written there; none when they cannot be read.
  fileprivate func acompanhamento(de base: Base) -> [Acompanhamento.Registro] {
    guard let fonte = base.fontes.first(where: { $0.planilha == .acompanhamento }),
      let bytes = try? acervo.guardado(fonte.sha256),
      let workbook = try? openWorkbook(ByteSource(bytes), limits: configuracao.leitura.limites)
    else { return [] }
    let leitura = try? importarAcompanhamento(
      workbook, arquivo: fonte.arquivo, opcoes: configuracao.leitura)
    return leitura?.registros ?? []
  }
}

extension VinculoRecusado {
  /// How to be rid of one of two bills, or of two releases; nil for what has its remedy in the words.
  fileprivate func volta(em historico: [Operacao]) -> String? {
    let efeitos = Efeitos(historico)
    func desfazer(_ ehEla: (Operacao) -> Bool) -> String {
      let numero = historico.last { efeitos.vale($0.numero) && ehEla($0) }?.numero
      return "'comissoes desfazer\(numero.map { " \($0)" } ?? "")'"
    }
    switch self {
    case .faturadoDuasVezes(let daGrafia, let doCliente):
      let voltas = [daGrafia, doCliente].map { conta in
        desfazer { $0.relatorio == conta.faturamento.relatorio }
      }
      return "Se uma das comissões não é devida, desfaça o seu relatório (\(voltas[0]) ou"
        + " \(voltas[1])) ou, se o dinheiro já voltou, registre-o com 'comissoes estorno registrar';"
        + " se as duas são devidas, deixe os nomes sem vínculo."
    case .liberadoDuasVezes(let daGrafia, let doCliente):
      let voltas = [daGrafia, doCliente].map { liberado in
        desfazer {
          $0.acao == .liberarCliente && $0.competencia == liberado.base
            && $0.argumentos["cliente"] == liberado.cliente.texto
        }
      }
      return "Desfaça antes uma das liberações, com \(voltas[0]) ou \(voltas[1])."
    case .grafiaEhCliente, .semCliente, .deOutroCliente, .jaVinculado, .emCadeia,
      .decisoesDiferentes:
      return nil
    }
  }
}

extension Vinculo {
  fileprivate func argumentos(motivo: String, dia: Dia) -> [String: String] {
    ["nome": nome.texto, "cliente": cliente.texto, "motivo": motivo, "data": dia.iso]
  }
}
