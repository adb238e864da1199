package import Dominio

/// Looks for whom a name may mean that stands in only one of two places. Docs/regras.md §3
///
/// A proposal, and nothing more: it changes no status and is no evidence of an alert. Whoever has
/// a row under the own name is not looked for.
package struct Sugestoes {
  private let base: Base
  private let cruzamento: Cruzamento
  private let naBase: Set<ChaveDeNome>

  package init(_ base: Base, _ cruzamento: Cruzamento) {
    self.base = base
    self.cruzamento = cruzamento
    naBase = Set(base.clientes.map(\.chave))
  }

  /// Fills in the candidates of alerts 1, 2 and 3.
  func preencher(_ alertas: inout [Alerta]) {
    preencher(&alertas, .gestoresNaoBase, entre: semGestores) { nome in
      cruzamento.gestores[nome].map(conhecido)
    }
    preencher(&alertas, .webopayNaoBase, entre: semWeboPay) { nome in
      cruzamento.primeirasParcelas[nome].map(conhecido)
    }
    let clientes = Dictionary(
      base.clientes.map { ($0.chave, $0) }, uniquingKeysWith: { first, _ in first })
    preencher(&alertas, .pixNaoConfirmado, entre: soNoWeboPay) { nome in
      clientes[nome].map(conhecido)
    }
  }

  /// The clients who may be meant by a name that a spreadsheet has and the base has not.
  package func candidatos(a nome: ChaveDeNome) -> [Candidato] {
    if let registro = cruzamento.gestores[nome] {
      let candidatos = semGestores.candidatos(a: conhecido(registro))
      if !candidatos.isEmpty { return candidatos }
    }
    return cruzamento.primeirasParcelas[nome].map {
      semWeboPay.candidatos(a: conhecido($0))
    } ?? []
  }

  /// - Parameter conhecidos: made only when there is an alert of this kind.
  private func preencher(
    _ alertas: inout [Alerta], _ tipo: TipoDeAlerta,
    entre conhecidos: @autoclosure () -> NomesConhecidos,
    _ procurado: (ChaveDeNome) -> NomeConhecido?
  ) {
    let lugares = alertas.indices.filter { alertas[$0].tipo == tipo }
    guard !lugares.isEmpty else { return }
    let conhecidos = conhecidos()
    for lugar in lugares {
      guard let procurado = procurado(alertas[lugar].cliente) else { continue }
      alertas[lugar].candidatos = conhecidos.candidatos(a: procurado)
    }
  }

  // MARK: - Where to look

  private var semGestores: NomesConhecidos {
    clientes { cruzamento.gestores[$0] == nil }
  }

  private var semWeboPay: NomesConhecidos {
    clientes { cruzamento.primeirasParcelas[$0] == nil }
  }

  private func clientes(onde inclui: (ChaveDeNome) -> Bool) -> NomesConhecidos {
    NomesConhecidos(
      base.clientes.filter { inclui($0.chave) }.map(conhecido), em: .acompanhamento)
  }

  private var soNoWeboPay: NomesConhecidos {
    NomesConhecidos(
      cruzamento.primeirasParcelas.primeiros.filter { !naBase.contains($0.cliente) }
        .map(conhecido), em: .webopay)
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
