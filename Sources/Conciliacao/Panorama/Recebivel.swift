package import Dominio

/// A commission that this month has billed, or has still to bill. Docs/regras.md §7
package struct Recebivel: Sendable, Equatable {
  package enum Estado: Sendable, Hashable {
    case faturado(relatorio: Int, dia: Dia, devolvidoEm: Dia?)
    /// In EPR, and with a value.
    case assinado
    /// In EPR, and Gestores gives no value.
    case revisar
    case aguardando
    /// Financed and not billed, but another name that means the client was.
    case comOutroNome

    package var ehFaturado: Bool { if case .faturado = self { true } else { false } }
  }

  package let cliente: ChaveDeNome
  package let empreendimento: String?
  package let contrato: String?
  package let assinatura: Dia?
  /// In cents; nil when nobody gives one.
  package let valor: Dinheiro?
  package let estado: Estado
}

/// An EPR that a report of this month was made from.
package struct EPRUsada: Sendable {
  /// The number of that report.
  package let relatorio: Int
  package let registros: [EPR.Registro]

  package init(relatorio: Int, registros: [EPR.Registro]) {
    self.relatorio = relatorio
    self.registros = registros
  }
}

/// Makes the receivables of a base.
struct Recebiveis {
  private let contratos: [Int: IndiceDeNomes<EPR.Registro>]
  private let ultima: IndiceDeNomes<EPR.Registro>
  private let estados: [ChaveDeNome: Recebivel.Estado]

  /// - Parameters:
  ///   - eprs: in the order of the reports.
  ///   - analise: of the last of them.
  init(_ base: Base, eprs: [EPRUsada], analise: Recebimentos) {
    let vinculados = NomesVinculados(base.vinculos)
    let indices = eprs.map { ($0.relatorio, IndiceDeNomes(vinculados.aplicar($0.registros))) }
    contratos = Dictionary(indices, uniquingKeysWith: { _, last in last })
    ultima = indices.last?.1 ?? IndiceDeNomes([])
    estados = Dictionary(
      analise.aReceber.map { ($0.cliente, .assinado) }
        + analise.semValor.map { ($0.cliente, .revisar) }
        + analise.aguardandoAssinatura.map { ($0.cliente, .aguardando) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Of a client: what this base has billed, then what is still to be billed.
  func de(_ cliente: Cliente, em base: Competencia) -> [Recebivel] {
    let faturados = cliente.faturamentos.filter { $0.base == base }.map { faturamento in
      let contrato = contratos[faturamento.relatorio]?[cliente.chave]
      return Recebivel(
        cliente: cliente.chave,
        empreendimento: contrato?.empreendimento ?? cliente.cadastro.empreendimento,
        contrato: faturamento.contrato, assinatura: contrato?.assinatura,
        valor: faturamento.valor,
        estado: .faturado(
          relatorio: faturamento.relatorio, dia: faturamento.dia,
          devolvidoEm: faturamento.devolucao?.dia))
    }
    guard cliente.estaAReceber else { return faturados }
    let contrato = ultima[cliente.chave]
    return faturados + [
      Recebivel(
        cliente: cliente.chave,
        empreendimento: contrato?.empreendimento ?? cliente.cadastro.empreendimento,
        contrato: contrato?.contrato, assinatura: contrato?.assinatura,
        valor: cliente.situacao.valor?.arredondado,
        estado: estados[cliente.chave] ?? .comOutroNome)
    ]
  }
}
