import Conciliacao
import Dados
import Dominio
import Planilhas
import Relatorios

/// A row of a filled-in list, held against the base that it speaks of.
struct LinhaLida {
  struct Problema {
    let campo: ListaPreenchida.Campo
    let mensagem: String
    /// True when the row is well written, but speaks of an alert that is not so any more.
    let conflito: Bool

    init(_ campo: ListaPreenchida.Campo, _ mensagem: String, conflito: Bool = false) {
      self.campo = campo
      self.mensagem = mensagem
      self.conflito = conflito
    }
  }

  /// Nil when something is wrong, or nothing is to be done.
  let item: PlanoDeAlertas.Item?
  /// True when the alert has ended already exactly as the row says: by an earlier reading of the
  /// same list, as a rule.
  let jaVale: Bool
  let problemas: [Problema]

  init(_ linha: ListaPreenchida.Linha, em retrato: Retrato) throws {
    var problemas: [Problema] = []
    let motivo = linha.motivo.texto
    let fim = Self.fim(linha.decisao.texto)
    if fim == nil {
      problemas.append(
        Problema(linha.decisao, "\"\(linha.decisao.texto)\" não é uma decisão: \(Self.uso)"))
    }
    if motivo.isEmpty {
      problemas.append(Problema(linha.motivo, "falta o motivo da decisão"))
    }
    let numero = NumeroDeAlerta(lendo: linha.numero.texto)
    let alerta = try numero.flatMap { try retrato.alerta($0) }
    jaVale = alerta?.desfecho.map { $0.fim == fim && $0.motivo == motivo } ?? false
    if let numero, let alerta {
      if let recusa = alerta.recusa(.encerrar(fim ?? .resolvido)), !jaVale {
        problemas.append(
          Problema(linha.numero, "o alerta \(numero) \(recusa.explicacao)", conflito: true))
      } else if !jaVale, alerta.marca(na: numero.base) != linha.marca.texto {
        problemas.append(Problema(linha.numero, Self.mudou(numero), conflito: true))
      }
    } else {
      let texto = linha.numero.texto.isEmpty ? "sem número" : "\"\(linha.numero.texto)\""
      problemas.append(Problema(linha.numero, "não há este alerta (\(texto))"))
    }
    self.problemas = problemas
    guard problemas.isEmpty, !jaVale, let numero, let alerta, let fim else {
      item = nil
      return
    }
    item = .init(
      numero: numero, alerta: alerta,
      palavra: PalavraSobreAlerta(.encerrar(fim), motivo: motivo))
  }

  private static let uso =
    "escolha \(ListaDeAlertas.resolvido) ou \(ListaDeAlertas.falsoPositivo)"

  /// Case, accents, `_` and spaces do not count.
  private static func fim(_ texto: String) -> Desfecho.Fim? {
    switch Rotulo(texto) {
    case Rotulo("\(ListaDeAlertas.resolvido)"): .resolvido
    case Rotulo("\(ListaDeAlertas.falsoPositivo)"): .falsoPositivo
    default: nil
    }
  }

  private static func mudou(_ numero: NumeroDeAlerta) -> String {
    "o alerta \(numero) mudou depois que a lista foi feita, ou a linha é a de outro alerta; veja"
      + " 'comissoes alertas mostrar \(numero)' e exporte a lista de novo"
  }
}
