import Conciliacao
import Dados
import Dominio
import Planilhas

/// A base crossed with Gestores and WeboPay, and the step that records it.
struct PassoDoControle {
  let resultado: Controle
  /// The base with what it inherits: what other months have billed is not to be received here.
  let mostrada: Base
  let mapeamento: [MudancaDeMapeamento]
  /// What the crossing remarks; what the reading remarks is not among them.
  let avisos: [Aviso]
  let passo: Passo
  /// True when the base is left as it was.
  let nadaMuda: Bool
}

extension Ambiente {
  /// Crosses a base; records nothing.
  ///
  /// - Parameters:
  ///   - base: it need not be on record yet.
  ///   - operacao: the number that the step will have.
  func cruzar(
    _ base: Base, gestores: Lida<Gestores.Registro>, webopay: Lida<WeboPay.Registro>,
    operacao: Int, sobre retrato: Retrato
  ) throws -> PassoDoControle {
    let passadas = try retrato.passadas(antesDe: base.competencia)
    var resultado = medir("Controle de \(base.competencia.porExtenso)") {
      Conciliacao.cruzar(
        base, gestores: gestores.leitura.registros, webopay: webopay.leitura.registros,
        em: Corrida(
          operacao: operacao, origens: [gestores.leitura.origem, webopay.leitura.origem],
          passadas: passadas))
    }
    resultado.base.registrar(gestores.fonte)
    resultado.base.registrar(webopay.fonte)
    var passo = Passo(
      .executarControle, autoria, mes: base.competencia, bases: [resultado.base])
    passo.argumentos = argumentos(["aba_gestores": gestores.aba, "aba_webopay": webopay.aba])
    passo.estatisticas = resultado.estatisticas.porNome
    passo.entradas = [gestores.entrada, webopay.entrada]
    passo.leu = passadas.map(\.competencia)
    passo.alertas = resultado.alertas.gerados
    return PassoDoControle(
      resultado: resultado,
      mostrada: resultado.base.comHerancas(
        de: try retrato.outrasBases(alem: base.competencia)),
      mapeamento: [MudancaDeMapeamento](
        em: base, gestores: gestores.leitura.registros, webopay: webopay.leitura.registros,
        formas: configuracao.leitura.formas, em: retrato),
      avisos: resultado.avisosDeDecisao(gestores.leitura, webopay.leitura), passo: passo,
      nadaMuda: resultado.base == base)
  }

  /// Tells on stderr what a changed mapping has done; in JSON it stands in the document.
  func avisar(_ mapeamento: [MudancaDeMapeamento], em mes: Competencia) {
    if formato != .json { shell.remark(mapeamento.texto(em: mes)) }
  }
}

extension Controle {
  /// A manual decision goes on when the spreadsheets change their word; the director is told, with
  /// the cell that says otherwise.
  fileprivate func avisosDeDecisao(
    _ gestores: Leitura<Gestores.Registro>, _ webopay: Leitura<WeboPay.Registro>
  ) -> [Aviso] {
    guard !contrariados.isEmpty else { return [] }
    let cruzamento = Cruzamento(
      gestores: gestores.registros, webopay: webopay.registros, vinculos: base.vinculos)
    let origens = [gestores.origem, webopay.origem]
    return base.clientes.filter { contrariados.contains($0.chave) }.compactMap { cliente in
      guard let decisao = cliente.decisao else { return nil }
      let fatos = cruzamento.fatos(de: cliente.chave)
      let decisiva = fatos.decisiva(
        para: Conciliacao.decidir(fatos), valor: decisao.regras.status == decisao.contra.status)
      let origem = decisiva.flatMap { origens[$0.planilha] } ?? gestores.origem
      return Aviso(
        arquivo: origem.arquivo, aba: origem.aba,
        celula: decisiva.flatMap { origem.lugar($0.coluna, linha: $0.linha)?.celula },
        mensagem: "\(cliente.chave) segue \(decisao.situacao.comValor) por decisão manual"
          + " (\(decisao.motivo)), mas as planilhas agora dizem \(decisao.regras.comValor);"
          + " para voltar às planilhas, use 'comissoes cliente retirar-decisao'")
    }
  }
}

extension Situacao {
  /// `Financiado R$ 300,00`; `Financiado sem valor`, where one is to be expected.
  var comValor: String {
    switch status {
    case .financiado, .pago, .requerAnalise: valor == nil ? "\(resumo) sem valor" : resumo
    case .nulo, .desconto, .desistiu: resumo
    }
  }
}
