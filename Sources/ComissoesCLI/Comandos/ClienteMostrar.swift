import CommandLineKit
import Conciliacao
import Dados
import Dominio

let clienteMostrar = Command<Ambiente>(
  "mostrar", "Mostra a ficha de um cliente em todos os meses, com cada mudança.",
  examples: [
    "comissoes cliente mostrar \"ANA SOUZA\"",
    "comissoes cliente mostrar souza --formato csv > mudancas.csv",
  ]
) { form in
  form.formatos(Ambiente.formatosDeLista)
  let nome = form.nomeDoCliente(.clienteDeSempre)
  return { values, ambiente in
    try ambiente.conferirFormato(values, permitidos: Ambiente.formatosDeLista)
    let ficha = try FichaDeCliente(chamado: values[nome], em: ambiente.acervo.retrato())
    try ambiente.mostrar {
      textoDaFicha(ficha, em: ambiente.shell.fuso)
    } documento: {
      DocumentoDaFicha(ficha)
    } csv: {
      ficha.csv
    }
  }
}

/// All that is on record of a client, month by month, and every change of it.
struct FichaDeCliente {
  struct Mes {
    let base: Base
    let cliente: Cliente
    /// Spellings that mean the client in this month.
    let vinculos: [Vinculo]
    /// Those of the client under any spelling, by number.
    let alertas: [Alerta]
  }

  struct Mudanca {
    let linha: LinhaDeAuditoria
    /// Why, as who asked for the operation said.
    let motivo: String?
  }

  let chave: ChaveDeNome
  /// The months that have the client, ascending.
  let meses: [Mes]
  /// Oldest first.
  let mudancas: [Mudanca]

  init(chamado nome: String, em retrato: Retrato) throws {
    let bases = try retrato.basesComHerancas()
    let chave = try Self.chave(nome, entre: bases, em: retrato.acervo)
    var nomes: Set<String> = [chave.texto]
    var meses: [Mes] = []
    for base in bases {
      guard let cliente = base.cliente(chave) else { continue }
      let vinculos = base.vinculos.filter { $0.cliente == chave }
      nomes.formUnion(vinculos.map(\.nome.texto))
      meses.append(
        Mes(
          base: base, cliente: cliente, vinculos: vinculos,
          alertas: base.alertas.filter { alerta in
            alerta.cliente == chave || vinculos.contains { $0.nome == alerta.cliente }
          }.sorted { $0.serie < $1.serie }))
    }
    self.chave = chave
    self.meses = meses
    let linhas = try retrato.auditoria(de: nomes)
    let motivos = Dictionary(
      linhas.compactMap { linha in linha.argumentos?["motivo"].map { (linha.operacao, $0) } },
      uniquingKeysWith: { first, _ in first })
    mudancas = linhas.filter { $0.cliente != nil }.map {
      Mudanca(linha: $0, motivo: motivos[$0.operacao])
    }
  }

  /// Of any month, also by a spelling that is linked.
  private static func chave(
    _ nome: String, entre bases: [Base], em acervo: Acervo
  ) throws(Falha) -> ChaveDeNome {
    guard !bases.isEmpty else {
      throw Falha(
        .noInput,
        "\(acervo.raiz): ainda não há nenhuma base."
          + " Crie uma com 'comissoes base criar --mes AAAA-MM --acompanhamento ARQUIVO'.")
    }
    let duvida: NomeDigitado.Duvida
    switch NomeDigitado(nome, entre: Set(bases.flatMap(\.clientes).map(\.chave))) {
    case .um(let chave): return chave
    case .duvida(let outra): duvida = outra
    }
    let vinculos = bases.flatMap(\.vinculos)
    if let grafia = NomeDigitado(nome, entre: vinculos.map(\.nome)).unico,
      let vinculo = vinculos.last(where: { $0.nome == grafia })
    {
      return vinculo.cliente
    }
    throw Falha(
      duvida, digitado: nome, "cliente", "clientes", em: nil,
      lista: "Procure com 'comissoes base mostrar --nome TEXTO';"
        + " um nome que só está em Gestores ou WeboPay se vê com 'comissoes explicar'.")
  }
}

extension FichaDeCliente {
  /// Every change, one a line.
  fileprivate var csv: TabelaCSV {
    var tabela = TabelaCSV(["operacao", "momento", "usuario", "base", "acao", "mudanca", "motivo"])
    for mudanca in mudancas {
      let linha = mudanca.linha
      tabela.acrescentar([
        .numero(linha.operacao), .texto(linha.momento), .texto(linha.usuario),
        .texto(linha.competencia?.iso), .texto(linha.acao.rawValue), .texto(linha.mudanca),
        .texto(mudanca.motivo),
      ])
    }
    return tabela
  }
}
