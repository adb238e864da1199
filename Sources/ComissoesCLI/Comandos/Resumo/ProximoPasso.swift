import Dados
import Dominio
import Planilhas

/// What is most likely to be done next, and by which line.
struct ProximoPasso {
  /// `Ver os alertas`, without a full stop.
  let oQue: String
  let comando: String

  /// - Parameter base: the newest.
  init(base: Base?, danificado: Bool, _ ambiente: Ambiente) {
    let opcoes = ambiente.opcoesDadas
    let onde = Self.pasta(ambiente)
    func fechar(_ mes: String) -> String { "comissoes fechar --mes \(mes)\(onde)\(opcoes)" }
    guard !danificado else {
      oQue = "Conferir a pasta de dados"
      comando = "comissoes dados verificar\(opcoes)"
      return
    }
    guard let base else {
      oQue =
        "Fechar o primeiro mês, com "
        + (onde.isEmpty ? "as quatro planilhas" : "a pasta em que estão as quatro planilhas")
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

  /// The words that name the folder of the spreadsheets; none where `fechar` finds it by itself.
  private static func pasta(_ ambiente: Ambiente) -> String {
    let configuracao = ambiente.configuracao
    guard configuracao.pastaDasPlanilhas == nil, configuracao.planilhas.isEmpty else { return "" }
    let daqui = (try? planilhasDaPasta(OndeProcurar.pastaAtual)) ?? []
    return daqui.count >= Planilha.allCases.count ? "" : " --pasta PASTA"
  }

  /// The line after the configuration says where the spreadsheets are.
  static func fecharUmMes(_ ambiente: Ambiente) -> String {
    "comissoes fechar --mes \(mesQueSeFecha(ambiente))"
  }

  private static func mesQueSeFecha(_ ambiente: Ambiente) -> String {
    Competencia.anterior(a: ambiente.shell.today())?.iso ?? "AAAA-MM"
  }
}
