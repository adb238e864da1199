import Conciliacao
import Dominio

// What does not add up between bases and reports, for people.

extension Constatacao {
  init(_ falha: FalhaDeConservacao) {
    let historico = naoFature
    switch falha {
    case .totais(let base, let parte, let total):
      self.init(
        lugar: base.nome,
        descricao:
          "os relatórios somam \(parte.emReais()), os clientes faturados \(total.emReais())",
        remedio: historico)
    case .clientes(let base, let porStatus, let total):
      self.init(
        lugar: base.nome, descricao: "\(porStatus) clientes por status, \(total) na base",
        remedio: historico)
    case .relatorio(let base, let numero, let clientes, let valor, let encontrados, let soma):
      self.init(
        lugar: base.nome,
        descricao:
          "o relatório \(numero) diz \(contagem(clientes, "cliente", "clientes")) e"
          + " \(valor.emReais()); a base tem \(contagem(encontrados, "cliente", "clientes")) e"
          + " \(soma.emReais())",
        remedio: historico)
    case .numeroRepetido(let numero, let bases):
      self.init(
        lugar: bases.map(\.nome).joined(separator: ", "),
        descricao: "mais de um relatório tem o número \(numero)", remedio: historico)
    case .numeroAdiante(let base, let numero, let ultimo):
      self.init(
        lugar: base.nome,
        descricao: "o relatório \(numero) está além do último número dado, \(ultimo)",
        remedio: historico)
    case .semRelatorio(let base, let cliente, let numero, let de):
      self.init(
        lugar: base.nome,
        descricao:
          "a comissão de \(cliente) foi faturada no relatório \(numero), que a base de \(de.porExtenso) não tem",
        remedio: historico)
    case .semOrigem(let base, let cliente, let numero, let de):
      self.init(
        lugar: base.nome,
        descricao:
          "\(cliente) tem um faturamento do relatório \(numero) que a base de \(de.porExtenso)"
          + " não tem igual",
        remedio: historico)
    case .fracao(let base, let cliente, let valor):
      self.init(
        lugar: base.nome,
        descricao:
          "a comissão de \(cliente) foi faturada com fração de centavo, \(valor.emReais(casas: valor.casas))",
        remedio: historico)
    case .repetidoNoRelatorio(let base, let cliente, let numero):
      self.init(
        lugar: base.nome,
        descricao: "a comissão de \(cliente) foi faturada duas vezes no relatório \(numero)",
        remedio: historico)
    case .devolucaoDivergente(let cliente, let numero, let bases):
      self.init(
        lugar: bases.map(\.nome).joined(separator: ", "),
        descricao:
          "as bases não dizem o mesmo sobre a devolução da comissão de \(cliente), do relatório"
          + " \(numero)",
        remedio: historico)
    case .liberadoMaisDeUmaVez(let clientes, let bases):
      self.init(
        lugar: bases.map(\.nome).joined(separator: ", "),
        descricao:
          "\(clientes.map(\.texto).joined(separator: ", que é ")): há mais de uma liberação para"
          + " faturar de novo",
        remedio: "Desfaça as liberações que sobram com 'comissoes desfazer', antes de faturar;"
          + " 'comissoes historico listar' mostra quais são.")
    case .faturadoSobDoisNomes(let clientes, let relatorios):
      self.init(
        lugar: clientes.map(\.texto).joined(separator: ", "),
        descricao:
          "são um só cliente, por um vínculo, e a comissão foi faturada mais de uma vez, nos relatórios"
          + " \(relatorios.map(String.init).joined(separator: ", "))",
        remedio: "Se são duas pessoas, separe os nomes com 'comissoes cliente desvincular'; se uma"
          + " comissão sobra, desfaça-a com 'comissoes desfazer' ou, quando o dinheiro voltar,"
          + " registre-o com 'comissoes estorno registrar'.")
    case .faturadoMaisDeUmaVez(let cliente, let relatorios):
      self.init(
        lugar: cliente.texto,
        descricao:
          "a comissão foi faturada mais de uma vez, nos relatórios"
          + " \(relatorios.map(String.init).joined(separator: ", "))",
        remedio: historico)
    }
  }
}

extension Competencia {
  fileprivate var nome: String { "Base \(porExtenso)" }
}
