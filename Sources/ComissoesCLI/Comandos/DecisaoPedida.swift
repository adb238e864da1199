import Conciliacao
import Dados
import Dominio

/// A manual decision that somebody asks for, with an amount that goes with its status.
struct DecisaoPedida {
  private let cliente: Cliente
  private let base: Base
  private let status: Status
  private let valor: ValorDecidido
  private let motivo: String
  private let dia: Dia

  /// - Throws: when the amount does not go with the status.
  init(
    sobre cliente: Cliente, em base: Base, status: Status, informado: Dinheiro?, motivo: String,
    dia: Dia
  ) throws(Falha) {
    self.cliente = cliente
    self.base = base
    self.status = status
    self.motivo = motivo
    self.dia = dia
    do throws(ValorDecidido.Recusa) {
      valor = try ValorDecidido(status, informado: informado, de: cliente)
    } catch {
      throw Falha(error, status, de: cliente)
    }
  }

  /// - Parameters:
  ///   - escrita: nil in a dry run.
  ///   - retrato: the data as they are, of which the base is one.
  func gravar(
    em escrita: Escrita?, _ retrato: Retrato, _ ambiente: Ambiente
  ) throws -> ResultadoDeDecisao {
    let efeito = decidir(
      cliente.chave, status, valor: valor.valor, motivo: motivo, dia: dia,
      em: base.competencia, entre: try retrato.bases(), operacao: retrato.operacao + 1)
    guard efeito.bases.first?.competencia == base.competencia else {
      throw Falha(
        .badData,
        "não foi possível decidir sobre \(cliente.chave) na \(base.nome);"
          + " nada foi mudado.")
    }
    var passo = Passo(
      .decidirCliente, ambiente.autoria, mes: base.competencia, bases: efeito.bases)
    passo.argumentos = [
      "cliente": cliente.chave.texto, "status": status.rawValue, "motivo": motivo,
      "data": dia.iso,
    ].merging(valor.valor.map { ["valor": $0.texto] } ?? [:]) { given, _ in given }
    let operacao = try escrita?.gravar(passo)
    return ResultadoDeDecisao(
      base: base, antes: cliente, efeito: efeito, outras: try retrato.bases(), valor: valor,
      operacao: operacao)
  }
}

/// What came of a decision, or of its withdrawal.
struct ResultadoDeDecisao {
  let base: Base
  let antes: Cliente
  /// With what other months have billed.
  let depois: Cliente
  let efeito: EfeitoDeDecisao
  /// Where the amount comes from; nil when a decision was withdrawn.
  let valor: ValorDecidido?
  /// The months that change in which the client has another name.
  let comOutroNome: [(mes: Competencia, nome: ChaveDeNome)]
  /// Nil in a dry run.
  let operacao: Operacao?

  init(
    base: Base, antes: Cliente, efeito: EfeitoDeDecisao, outras: [Base], valor: ValorDecidido?,
    operacao: Operacao?
  ) {
    self.base = base
    self.antes = antes
    self.efeito = efeito
    self.valor = valor
    self.operacao = operacao
    comOutroNome = efeito.bases.compactMap { base in
      base.clienteMudado(chamado: antes.chave).map { (base.competencia, $0) }
    }
    let mudada = efeito.bases.first { $0.competencia == base.competencia } ?? base
    depois =
      mudada.comHerancas(de: outras.filter { $0.competencia != base.competencia })
      .cliente(antes.chave) ?? antes
  }
}

extension Base {
  /// Whom the name means here, when it is not itself a client.
  fileprivate func clienteMudado(chamado nome: ChaveDeNome) -> ChaveDeNome? {
    guard cliente(nome) == nil else { return nil }
    return vinculos.first { $0.nome == nome }?.cliente
  }
}

extension Retrato {
  /// The months that tell of a decision, before the one in which it comes to hold; those that change
  /// need not be named.
  func meses(
    da decisao: DecisaoManual?, antesDe mes: Competencia
  ) throws(DadosError) -> [Competencia] {
    guard let decisao else { return [] }
    return try competencias().filter { decisao.base <= $0 && $0 < mes }
  }
}

extension Falha {
  fileprivate init(_ recusa: ValorDecidido.Recusa, _ status: Status, de cliente: Cliente) {
    let palavra = status.rawValue.lowercased()
    switch recusa {
    case .falta:
      self.init(
        .usage,
        "\(cliente.chave) não tem um valor a faturar, e \(palavra) precisa de um. Diga-o com"
          + " --valor, como --valor 337,33; nada foi mudado.")
    case .sobra:
      self.init(
        .usage,
        "Com --status \(palavra) nada se fatura, e um valor não faz sentido."
          + " Deixe --valor de fora; nada foi mudado.")
    case .nada:
      self.init(
        .usage,
        "Com --status \(palavra) o valor é o que se fatura, e não pode ser zero. Se nada se deve,"
          + " decida desconto ou desistiu; nada foi mudado.")
    case .negativo:
      self.init(
        .usage,
        "O valor de uma comissão não pode ser negativo. Escreva-o sem o sinal; nada foi mudado.")
    }
  }
}
