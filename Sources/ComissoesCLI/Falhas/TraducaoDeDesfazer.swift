import Dados

extension Falha {
  /// An operation cannot be taken back, or done again; nothing has been changed.
  init(_ erro: DesfazerError) {
    let lista = "Veja as operações com 'comissoes historico listar'."
    switch erro {
    case .nada(a: .refazer):
      self.init(.badData, "Não há nada a refazer: nenhuma operação está desfeita. \(lista)")
    case .nada:
      self.init(.badData, "Não há nada a desfazer: nenhuma operação está valendo. \(lista)")
    case .inexistente(let numero):
      self.init(.noInput, "Não há operação \(numero). \(lista)")
    case .semEfeito(let numero, a: .refazer):
      self.init(.badData, "A operação \(numero) não está desfeita; nada foi mudado. \(lista)")
    case .semEfeito(let numero, _):
      self.init(
        .badData,
        "A operação \(numero) já está desfeita; nada foi mudado."
          + " 'comissoes refazer \(numero)' a faria valer de novo.")
    case .naoSeDesfaz(let operacao):
      let alvo = operacao.alvo ?? operacao.numero
      self.init(
        .badData,
        "A operação \(operacao.numero) é ela mesma um '\(operacao.nome)'; nada foi mudado."
          + " 'comissoes desfazer \(alvo)' desfaz a operação \(alvo), e 'comissoes refazer"
          + " \(alvo)' a refaz.")
    case .naoEhDasBases(let operacao, let antes):
      self.init(
        .badData,
        "A operação \(operacao.numero) (\(operacao.nome)) mudou a configuração, e nenhuma base; nada"
          + " foi mudado agora. \(operacao.comando(a: .desfazer))\(ultimaDasBases(antes))")
    case .arquivoMudou(let operacao, let acao, let troca, let achado, let antes):
      let ela = "a operação \(operacao.numero) (\(operacao.nome))"
      self.init(
        .badData,
        [
          "\(troca.caminho): a configuração já não é a que \(ela)"
            + " \(acao == .desfazer ? "deixou" : "encontrou"), e só essa se troca byte a byte; nada foi"
            + " mudado. \(operacao.comando(a: acao))\(ultimaDasBases(antes))"
        ]
          + (achado == nil
            ? ["O arquivo já não está lá."]
            : linhasMudadas(de: troca.antes, para: achado).map { "Diferença: \($0)" }))
    case .arquivo(let falha): self.init(falha)
    case .dependem(let numero, let outras):
      let nomes = outras.map { "\($0.numero) (\($0.nome))" }.joined(separator: ", ")
      self.init(
        .badData,
        "A operação \(numero) não pode ser desfeita sozinha, porque o que veio depois se apoia nela;"
          + " nada foi mudado. Desfaça primeiro, nesta ordem: \(nomes).")
    case .mudou(let numero, a: .refazer):
      self.init(
        .badData,
        "A operação \(numero) não pode ser refeita, porque depois de desfeita foi feito mais, e ela"
          + " poderia faturar de novo o que já foi faturado; nada foi mudado."
          + " Se for o caso, rode de novo o comando original. \(lista)")
    case .mudou(let numero, _):
      self.init(
        .badData,
        "A operação \(numero) não pode ser desfeita, porque a base já não é a que ela deixou;"
          + " nada foi mudado. \(lista)")
    }
  }
}

/// The one to take back instead; nothing when there is none.
private func ultimaDasBases(_ numero: Int?) -> String {
  numero.map { " A última que mudou bases desfaz-se com 'comissoes desfazer \($0)'." } ?? ""
}

extension Operacao {
  /// How a `config forma` is gone back on, or done again, by hand.
  fileprivate func comando(a acao: Acao) -> String {
    let forma = argumentos["forma"] ?? ""
    let arquivo = argumentos["arquivo"]
    let opcao = arquivo.map { " --config \(entreAspas($0))" } ?? ""
    let sentido = argumentos[acao == .desfazer ? "antes" : "depois"]
    return sentido.map {
      "Para \(acao == .desfazer ? "voltar" : "refazer"): comissoes config forma \(entreAspas(forma))"
        + " \($0)\(opcao)."
    } ?? "Para voltar, apague `\(forma)` de `mapeamento_forma` em \(arquivo ?? "config.json")."
  }
}
