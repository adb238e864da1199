import CommandLineKit
import Conciliacao
import Dados
import Dominio

/// A sitting at a terminal: one alert after the other.
///
/// Each decision is an operation of its own, and recorded before the next alert is shown: whatever
/// ends the sitting, nothing that was decided is lost.
final class Revisao {
  private struct Feita {
    let lugar: Int
    let operacao: Int
    let fim: Desfecho.Fim
  }

  private let fila: [NumeroDeAlerta]
  private let ambiente: Ambiente
  private let keyboard: Keyboard
  private var lugar = 0
  private var feitas: [Feita] = []
  private var ultimoMotivo: String?

  init(de fila: [NumeroDeAlerta], _ ambiente: Ambiente, _ keyboard: Keyboard) {
    self.fila = fila
    self.ambiente = ambiente
    self.keyboard = keyboard
  }

  /// - Returns: the key that ended it; nil when all alerts were passed.
  func trabalhar() -> Key? {
    while lugar < fila.count {
      guard let alerta = emAberto() else { continue }
      if let fim = responder(sobre: alerta) { return fim }
    }
    return nil
  }

  /// What came of it.
  var resumo: String {
    guard !fila.isEmpty else { return "Nenhum alerta em aberto com esse pedido.\n" }
    let resolvidos = feitas.count { $0.fim == .resolvido }
    let falsos = feitas.count - resolvidos
    let restam = fila.count - feitas.count
    return "\(contagem(resolvidos, "resolvido", "resolvidos")),"
      + " \(contagem(falsos, "falso positivo", "falsos positivos")),"
      + " \(restam == 1 ? "1 ainda em aberto" : "\(restam) ainda em aberto").\n"
  }

  /// The alert whose turn it is, shown. Nil when it cannot be decided on: then it is passed over.
  private func emAberto() -> Alerta? {
    let numero = fila[lugar]
    var achado: AlertaPorInteiro?
    tentar {
      let (numero, alerta) = try ambiente.acervo.retrato().alertaPedido(
        numero.description, de: nil)
      achado = try AlertaPorInteiro(numero, alerta, em: ambiente.acervo.retrato())
    }
    guard let achado, achado.alerta.desfecho == nil else {
      if achado != nil { mostrar("\nO alerta \(numero) foi encerrado por outro comissoes.\n") }
      lugar += 1
      return nil
    }
    mostrar(
      "\n──── \(lugar + 1) de \(fila.count) ────\n\n" + textoDeUmAlerta(achado, passos: false))
    return achado.alerta
  }

  /// Takes keys until the alert is done with.
  /// - Returns: the key that ends the sitting.
  private func responder(sobre alerta: Alerta) -> Key? {
    let aqui = lugar
    while lugar == aqui {
      mostrar("\n\(TeclaDeRevisao.legenda): ")
      let key = keyboard.read()
      let tecla = TeclaDeRevisao(key)
      mostrar("\(tecla?.nome ?? "")\n")
      switch tecla {
      case .resolver:
        if let fim = encerrar(alerta, .resolvido) { return fim }
      case .falsoPositivo:
        if let fim = encerrar(alerta, .falsoPositivo) { return fim }
      case .pular: lugar += 1
      case .desfazer: desfazer()
      case .sair: return key
      case .ajuda: ajudar()
      case nil: mostrar("Essa tecla não faz nada aqui; ? mostra as que fazem.\n")
      }
    }
    return nil
  }

  /// Asks for the reason and ends the alert.
  /// - Returns: the key that ends the sitting.
  private func encerrar(_ alerta: Alerta, _ fim: Desfecho.Fim) -> Key? {
    mostrar("Motivo\(ultimoMotivo.map { " (Enter repete: \($0))" } ?? ""): ")
    let motivo: String
    switch keyboard.line() {
    case .stopped(let key): return key
    case .cancelled: return nil
    case .text(let texto):
      guard let dito = texto.espacosDobrados.seTiverTexto ?? ultimoMotivo else {
        mostrar("Sem um motivo nada é encerrado. Escreva por quê, para o registro.\n")
        return nil
      }
      motivo = dito
    }
    ultimoMotivo = motivo
    let numero = fila[lugar]
    tentar {
      let escrita = try ambiente.escrita()
      let plano = try escrita.retrato.plano(
        [numero.description], de: nil, PalavraSobreAlerta(.encerrar(fim), motivo: motivo))
      guard plano.itens.map(\.alerta) == [alerta] else {
        throw Falha(.busy, "O alerta \(numero) mudou enquanto era lido; nada foi mudado.")
      }
      let operacao = try plano.gravar(em: escrita, ambiente, argumentos: ["motivo": motivo])
      feitas.append(Feita(lugar: lugar, operacao: operacao.numero, fim: fim))
      mostrar("\(numero): \(fim.nome), como operação \(operacao.numero).\n")
      lugar += 1
    }
    return nil
  }

  /// Takes the last decision of the sitting back, and returns to its alert.
  private func desfazer() {
    guard let ultima = feitas.last else { return mostrar("Ainda não há nada a desfazer.\n") }
    tentar {
      let escrita = try ambiente.escrita()
      let reposicao = try Efeitos(try escrita.retrato.historico())
        .desfazer(ultima.operacao, em: escrita.retrato)
      let operacao = try escrita.repor(reposicao, ambiente.autoria)
      feitas.removeLast()
      mostrar("Operação \(ultima.operacao) desfeita, como operação \(operacao.numero).\n")
      lugar = ultima.lugar
    }
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

  private func mostrar(_ texto: String) { keyboard.show(texto.visible) }
}

extension String {
  fileprivate var seTiverTexto: String? { isEmpty ? nil : self }
}
