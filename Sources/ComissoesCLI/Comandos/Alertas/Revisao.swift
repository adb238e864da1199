import CommandLineKit
import Conciliacao
import Dados
import Dominio

/// A sitting at a terminal: one alert after the other.
///
/// Each decision is an operation of its own, and recorded before the next alert is shown: whatever
/// ends the sitting, nothing that was decided is lost.
final class Revisao {
  private enum Palavra: Equatable {
    case encerrar(Desfecho.Fim)
    case decidir
  }

  private struct Feita {
    let lugar: Int
    let operacao: Int
    let palavra: Palavra
  }

  private let fila: [NumeroDeAlerta]
  private let ambiente: Ambiente
  private let dialogo: Dialogo
  private var lugar = 0
  /// Places before this one that were answered or skipped here, not those that ended otherwise.
  private var passados: Set<Int> = []
  private var feitas: [Feita] = []
  private var ultimoMotivo: String?

  init(de fila: [NumeroDeAlerta], _ ambiente: Ambiente, _ keyboard: Keyboard) {
    self.fila = fila
    self.ambiente = ambiente
    dialogo = Dialogo(keyboard: keyboard, largura: ambiente.shell.width)
  }

  /// - Returns: the key that ended it; nil when all alerts were passed.
  func trabalhar() -> Key? {
    while true {
      while lugar < fila.count {
        guard let alerta = emAberto() else { continue }
        if let fim = responder(sobre: alerta) { return fim }
      }
      // The last key must be one that can be taken back, like every other.
      guard !feitas.isEmpty else { return nil }
      if let fim = despedir() { return fim }
    }
  }

  /// What came of it, with what others have done meanwhile.
  func resumo() throws -> String {
    guard !fila.isEmpty else { return "Nenhum alerta em aberto com esse pedido.\n" }
    let retrato = try ambiente.acervo.retrato()
    let fins = try fila.map { try retrato.alerta($0)?.desfecho }
    let restam = fins.count { $0 == nil }
    let daqui = Set(feitas.map(\.operacao))
    let deFora = fins.count { $0.map { !daqui.contains($0.operacao) } ?? false }
    let decisoes = feitas.filter { $0.palavra == .decidir }
    let resolvidos = feitas.count { $0.palavra == .encerrar(.resolvido) }
    let falsos = feitas.count { $0.palavra == .encerrar(.falsoPositivo) }
    var partes = [
      contagem(resolvidos, "resolvido", "resolvidos"),
      contagem(falsos, "falso positivo", "falsos positivos"),
    ]
    if !decisoes.isEmpty {
      let operacoes = Set(decisoes.map(\.operacao))
      let encerrados = fins.count { $0.map { operacoes.contains($0.operacao) } ?? false }
      partes.append(
        contagem(decisoes.count, "decisão sobre cliente", "decisões sobre clientes")
          + " (\(contagem(encerrados, "alerta encerrado", "alertas encerrados")))")
    }
    if deFora > 0 {
      partes.append(contagem(deFora, "encerrado fora daqui", "encerrados fora daqui"))
    }
    partes.append(restam == 1 ? "1 ainda em aberto" : "\(restam) ainda em aberto")
    return partes.joined(separator: ", ") + ".\n"
  }

  /// The alert whose turn it is, shown. Nil when it cannot be decided on: then it is passed over.
  private func emAberto() -> Alerta? {
    let numero = fila[lugar]
    var aberto: Alerta?
    tentar {
      let retrato = try ambiente.acervo.retrato()
      let (numero, alerta) = try retrato.alertaPedido(numero.description, de: nil)
      if let desfecho = alerta.desfecho {
        let daqui = feitas.contains { $0.operacao == desfecho.operacao }
        let quem = daqui ? "pela decisão" : "por outro comissoes"
        mostrar(
          "\nO alerta \(numero) foi encerrado \(quem), na operação \(desfecho.operacao)"
            + " (\(desfecho.fim.nome): \(desfecho.motivo)).\n")
        return
      }
      let adiante = try fila[lugar...].count { try retrato.alerta($0)?.situacao == .pendente }
      mostrar(
        "\n──── \(passados.count + 1) de \(passados.count + adiante) ────\n\n"
          + textoDeUmAlerta(
            try AlertaPorInteiro(numero, alerta, em: retrato), passos: false,
            em: ambiente.shell.fuso))
      aberto = alerta
    }
    if aberto == nil { lugar += 1 }
    return aberto
  }

  /// Takes keys until the alert is done with.
  /// - Returns: the key that ends the sitting.
  private func responder(sobre alerta: Alerta) -> Key? {
    let aqui = lugar
    while lugar == aqui {
      mostrar("\n\(TeclaDeRevisao.legenda): ")
      let key = dialogo.keyboard.read()
      let tecla = TeclaDeRevisao(key)
      mostrar("\(tecla?.nome ?? "")\n")
      do throws(Dialogo.SemResposta) {
        switch tecla {
        case .resolver: try encerrar(alerta, .resolvido)
        case .falsoPositivo: try encerrar(alerta, .falsoPositivo)
        case .decidir: try decidir(sobre: alerta)
        case .pular: passar()
        case .desfazer: if desfazer() { return nil }
        case .sair: return key
        case .ajuda: ajudar()
        case nil: mostrar("Essa tecla não faz nada aqui; ? mostra as que fazem.\n")
        }
      } catch {
        if case .parar(let key) = error { return key }
      }
    }
    return nil
  }

  /// Takes keys after the last alert, until one ends the sitting or leads back into it.
  /// - Returns: the key that ends it.
  private func despedir() -> Key? {
    while lugar >= fila.count {
      mostrar("\nNão há mais alertas. d desfaz a última decisão, q sai: ")
      let key = dialogo.keyboard.read()
      let tecla = TeclaDeRevisao(key)
      mostrar("\(tecla?.nome ?? "")\n")
      switch tecla {
      case .desfazer: _ = desfazer()
      case .sair: return key
      case .resolver, .falsoPositivo, .decidir, .pular, .ajuda, nil:
        mostrar("Aqui só d e q fazem algo; o que foi decidido já está gravado.\n")
      }
    }
    return nil
  }

  private func passar() {
    passados.insert(lugar)
    lugar += 1
  }

  /// Asks for the reason.
  private func motivo(para nada: String) throws(Dialogo.SemResposta) -> String {
    let repetir = ultimoMotivo.map { " (Enter repete: \($0))" } ?? ""
    let dito = try dialogo.perguntar("Motivo\(repetir)") { $0 }
    guard let motivo = dito.isEmpty ? ultimoMotivo : dito else {
      mostrar("Sem um motivo nada é \(nada). Escreva por quê, para o registro.\n")
      throw .voltar
    }
    ultimoMotivo = motivo
    return motivo
  }

  /// Asks for the reason and ends the alert.
  private func encerrar(_ alerta: Alerta, _ fim: Desfecho.Fim) throws(Dialogo.SemResposta) {
    let motivo = try motivo(para: "encerrado")
    let numero = fila[lugar]
    tentar {
      let escrita = try ambiente.escrita()
      let plano = try escrita.retrato.plano(
        [numero.description], de: nil, PalavraSobreAlerta(.encerrar(fim), motivo: motivo))
      guard plano.itens.map(\.alerta) == [alerta] else {
        throw Falha(.busy, "O alerta \(numero) mudou enquanto era lido; nada foi mudado.")
      }
      let operacao = try plano.gravar(em: escrita, ambiente, argumentos: ["motivo": motivo])
      feitas.append(Feita(lugar: lugar, operacao: operacao.numero, palavra: .encerrar(fim)))
      mostrar("\(numero): \(fim.nome), como operação \(operacao.numero).\n")
      passar()
    }
  }

  /// Asks what is to hold for the client, and makes it hold as `cliente decidir` does.
  private func decidir(sobre alerta: Alerta) throws(Dialogo.SemResposta) {
    let numero = fila[lugar]
    var lida: Base?
    tentar { lida = try ambiente.acervo.retrato().baseEscolhida(numero.base) }
    guard let lida else { return }
    guard let cliente = lida.cliente(alerta.cliente) else {
      return mostrar(
        "\(alerta.cliente) não está na \(lida.nome), e só se decide sobre quem está. Se for outra"
          + " grafia de um cliente, use 'comissoes cliente vincular'; ? mostra o comando.\n")
    }
    let status = try dialogo.status()
    let valor = try dialogo.valor(status, de: cliente)
    let motivo = try motivo(para: "decidido")
    tentar {
      let escrita = try ambiente.escrita()
      let base = try escrita.retrato.baseEscolhida(numero.base)
      guard base.cliente(alerta.cliente) == cliente,
        try escrita.retrato.alerta(numero)?.desfecho == nil
      else {
        throw Falha(
          .busy, "\(cliente.chave) mudou enquanto se respondia; nada foi mudado. Decida de novo.")
      }
      let pedida = try DecisaoPedida(
        sobre: cliente, em: base, status: status, informado: valor, motivo: motivo,
        dia: ambiente.shell.today())
      let resultado = try pedida.gravar(em: escrita, escrita.retrato, ambiente)
      guard let operacao = resultado.operacao else { return }
      feitas.append(Feita(lugar: lugar, operacao: operacao.numero, palavra: .decidir))
      mostrar(textoDeDecisao(resultado))
      if resultado.efeito.alertas.contains(numero) {
        passar()
      } else {
        mostrar(
          "O alerta \(numero) continua em aberto: a decisão não responde ao que ele pergunta.\n")
      }
    }
  }

  /// Takes the last decision of the sitting back, and returns to its alert.
  /// - Returns: true when something was taken back.
  private func desfazer() -> Bool {
    guard let ultima = feitas.last else {
      mostrar("Ainda não há nada a desfazer.\n")
      return false
    }
    var foiDesfeita = false
    tentar {
      let escrita = try ambiente.escrita()
      let reposicao = try Efeitos(try escrita.retrato.historico())
        .desfazer(ultima.operacao, em: escrita.retrato)
      let operacao = try escrita.repor(reposicao, ambiente.autoria)
      feitas.removeLast()
      mostrar("Operação \(ultima.operacao) desfeita, como operação \(operacao.numero).\n")
      lugar = ultima.lugar
      passados = passados.filter { $0 < lugar }
      foiDesfeita = true
    }
    return foiDesfeita
  }

  private func ajudar() {
    mostrar(TeclaDeRevisao.pagina)
    tentar {
      let retrato = try ambiente.acervo.retrato()
      let (numero, alerta) = try retrato.alertaPedido(fila[lugar].description, de: nil)
      let passos = proximosPassos(try AlertaPorInteiro(numero, alerta, em: retrato))
      mostrar("\nPara copiar, em outro terminal:\n" + passos.map { "  \($0)\n" }.joined())
    }
  }

  /// What fails is told, and the sitting goes on.
  private func tentar(_ corpo: () throws -> Void) {
    do {
      try corpo()
    } catch {
      for mensagem in Falha(qualquer: error).mensagens { mostrar("Erro: \(mensagem)\n") }
    }
  }

  private func mostrar(_ texto: String) { dialogo.mostrar(texto) }
}
