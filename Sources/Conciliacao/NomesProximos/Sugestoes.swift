package import Dominio

/// Looks for whom a name may mean that stands in only one of two places. Docs/regras.md §3
///
/// A proposal, and nothing more: it changes no status and is no evidence of an alert. Whoever has
/// a row under the own name is not looked for.
package struct Sugestoes {
  private let base: Base
  private let cruzamento: Cruzamento

  package init(_ base: Base, _ cruzamento: Cruzamento) {
    self.base = base
    self.cruzamento = cruzamento
  }

  /// Fills in the candidates of alerts 1, 2 and 3.
  func preencher(_ alertas: inout [Alerta]) {
    lazy var clientes = daBase
    preencher(&alertas, .gestoresNaoBase) { nome in
      cruzamento.gestores[nome].map {
        clientes.candidatos(a: conhecido($0), onde: estaSemGestores)
      }
    }
    preencher(&alertas, .webopayNaoBase) { nome in
      cruzamento.primeirasParcelas[nome].map {
        clientes.candidatos(a: conhecido($0), onde: estaSemWeboPay)
      }
    }
    guard alertas.contains(where: { $0.tipo == .pixNaoConfirmado }) else { return }
    // Places, because a dictionary of the clients would copy each.
    let lugares = Dictionary(
      base.clientes.indices.lazy.map { (base.clientes[$0].chave, $0) },
      uniquingKeysWith: { first, _ in first })
    let soNoWeboPay = soNoWeboPay { lugares[$0] == nil }
    preencher(&alertas, .pixNaoConfirmado) { nome in
      lugares[nome].map { soNoWeboPay.candidatos(a: conhecido(base.clientes[$0])) }
    }
  }

  /// The clients who may be meant by a name that a spreadsheet has and the base has not.
  package func candidatos(a nome: ChaveDeNome) -> [Candidato] {
    let clientes = daBase
    if let registro = cruzamento.gestores[nome] {
      let candidatos = clientes.candidatos(a: conhecido(registro), onde: estaSemGestores)
      if !candidatos.isEmpty { return candidatos }
    }
    return cruzamento.primeirasParcelas[nome].map {
      clientes.candidatos(a: conhecido($0), onde: estaSemWeboPay)
    } ?? []
  }

  private func preencher(
    _ alertas: inout [Alerta], _ tipo: TipoDeAlerta,
    _ candidatos: (ChaveDeNome) -> [Candidato]?
  ) {
    for lugar in alertas.indices where alertas[lugar].tipo == tipo {
      guard let candidatos = candidatos(alertas[lugar].cliente) else { continue }
      alertas[lugar].candidatos = candidatos
    }
  }

  // MARK: - Where to look

  /// All clients. One index serves both spreadsheets: of what it finds, those are left out who have
  /// a row of their own.
  private var daBase: NomesConhecidos {
    NomesConhecidos(base.clientes.map(\.chave), em: .acompanhamento) {
      conhecido(base.clientes[$0])
    }
  }

  private func estaSemGestores(_ nome: ChaveDeNome) -> Bool { cruzamento.gestores[nome] == nil }

  private func estaSemWeboPay(_ nome: ChaveDeNome) -> Bool {
    cruzamento.primeirasParcelas[nome] == nil
  }

  private func soNoWeboPay(onde naoEhCliente: (ChaveDeNome) -> Bool) -> NomesConhecidos {
    let registros = cruzamento.primeirasParcelas.primeiros(onde: naoEhCliente)
    return NomesConhecidos(registros.map(\.cliente), em: .webopay) { conhecido(registros[$0]) }
  }

  // MARK: - What is known

  private func conhecido(_ cliente: Cliente) -> NomeConhecido {
    NomeConhecido(
      nome: cliente.chave, empreendimento: cliente.cadastro.empreendimento,
      unidade: cliente.cadastro.unidade,
      valores: [
        cruzamento.gestores[cliente.chave]?.comissao,
        cruzamento.primeirasParcelas[cliente.chave]?.valor, cliente.situacao.valor,
      ].compactMap(\.self))
  }

  private func conhecido(_ registro: Gestores.Registro) -> NomeConhecido {
    NomeConhecido(
      nome: registro.cliente, empreendimento: registro.empreendimento,
      valores: [registro.comissao].compactMap(\.self))
  }

  private func conhecido(_ registro: WeboPay.Registro) -> NomeConhecido {
    NomeConhecido(
      nome: registro.cliente, empreendimento: registro.venda.empreendimento,
      unidade: registro.venda.unidade, valores: [registro.valor].compactMap(\.self))
  }
}
