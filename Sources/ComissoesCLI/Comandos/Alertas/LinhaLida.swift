import Conciliacao
import Dados
import Dominio
import Planilhas
import Relatorios

/// A row of a filled-in list, held against the base that it speaks of.
struct LinhaLida {
  /// Nil when something is wrong.
  let item: PlanoDeAlertas.Item?
  let problemas: [(campo: ListaPreenchida.Campo, mensagem: String)]

  init(_ linha: ListaPreenchida.Linha, em retrato: Retrato) throws {
    var problemas: [(campo: ListaPreenchida.Campo, mensagem: String)] = []
    let fim = Self.fim(linha.decisao.texto)
    if fim == nil {
      problemas.append((linha.decisao, "\"\(linha.decisao.texto)\" não é uma decisão: \(Self.uso)"))
    }
    if linha.motivo.texto.isEmpty {
      problemas.append((linha.motivo, "falta o motivo da decisão"))
    }
    let numero = NumeroDeAlerta(lendo: linha.numero.texto)
    let alerta = try numero.flatMap { try retrato.alerta($0) }
    if let numero, let alerta {
      if let recusa = alerta.recusa(.encerrar(fim ?? .resolvido)) {
        problemas.append((linha.numero, "o alerta \(numero) \(recusa.explicacao)"))
      } else if alerta.marca(na: numero.base) != linha.marca.texto {
        problemas.append((linha.numero, Self.mudou(numero)))
      }
    } else {
      let texto = linha.numero.texto.isEmpty ? "sem número" : "\"\(linha.numero.texto)\""
      problemas.append((linha.numero, "não há este alerta (\(texto))"))
    }
    self.problemas = problemas
    guard problemas.isEmpty, let numero, let alerta, let fim else {
      item = nil
      return
    }
    item = .init(
      numero: numero, alerta: alerta,
      palavra: PalavraSobreAlerta(.encerrar(fim), motivo: linha.motivo.texto))
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
    "o alerta \(numero) mudou depois que a lista foi feita; veja"
      + " 'comissoes alertas mostrar \(numero)' e exporte a lista de novo"
  }
}
