import Dados
import Dominio

/// What is most likely to be done next, and by which line.
struct ProximoPasso {
  /// `Ver os alertas`, without a full stop.
  let oQue: String
  let comando: String

  /// - Parameter base: the newest.
  init(base: Base?, danificado: Bool, _ ambiente: Ambiente) {
    let opcoes = ambiente.opcoesDadas
    func fechar(_ mes: String) -> String {
      let sabeOnde =
        ambiente.configuracao.pastaDasPlanilhas != nil || !ambiente.configuracao.planilhas.isEmpty
      return "comissoes fechar --mes \(mes)\(sabeOnde ? "" : " --pasta Downloads")\(opcoes)"
    }
    guard !danificado else {
      oQue = "Conferir a pasta de dados"
      comando = "comissoes dados verificar\(opcoes)"
      return
    }
    guard let base else {
      oQue = "Fechar o primeiro mês, com a pasta em que estão as quatro planilhas"
      comando = fechar(Self.mesQueSeFecha(ambiente))
      return
    }
    let mes = base.competencia
    if base.relatorios.isEmpty {
      oQue = "Terminar de fechar \(mes.porExtenso)"
      comando = fechar(mes.iso)
    } else if base.alertasAbertos.contains(where: { $0.tipo.severidade == .alta }) {
      oQue = "Ver os alertas, os mais graves primeiro"
      comando = "comissoes alertas\(opcoes)"
    } else {
      let seguinte = mes.seguinte ?? mes
      oQue = "Quando as planilhas chegarem, fechar \(seguinte.porExtenso)"
      comando = fechar(seguinte.iso)
    }
  }

  /// The line after the configuration says where the spreadsheets are.
  static func fecharUmMes(_ ambiente: Ambiente) -> String {
    "comissoes fechar --mes \(mesQueSeFecha(ambiente))"
  }

  private static func mesQueSeFecha(_ ambiente: Ambiente) -> String {
    Competencia.anterior(a: ambiente.shell.today())?.iso ?? "AAAA-MM"
  }
}
