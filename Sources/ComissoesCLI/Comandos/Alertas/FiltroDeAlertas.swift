import CommandLineKit
import Dominio
import Planilhas

/// The options by which alerts are picked out.
struct PedidoDeAlertas {
  let mes: Token<Competencia?>
  let tipo: Token<TipoDeAlerta?>
  let severidade: Token<TipoDeAlerta.Severidade?>
  let cliente: Token<String?>

  init(_ form: inout Form) {
    mes = form.mes()
    tipo = form.option(
      "--tipo", value: "<T>", shown: "todos",
      help: "Só este tipo de alerta, pelo nome ou pelo número, de 1 a 9.",
      completion: .values(TipoDeAlerta.allCases.map(\.codigo)), parse: lerTipo)
    severidade = form.option(
      "--severidade", value: "<S>", shown: "todas", help: "Só esta severidade.",
      completion: .values(TipoDeAlerta.Severidade.allCases.map { $0.rawValue.lowercased() }),
      parse: lerSeveridade)
    cliente = form.option(
      "--cliente", value: "<texto>", shown: "todos",
      help: "Só os clientes com este texto no nome; maiúsculas e acentos não contam.",
      completion: .dados(.cliente))
  }

  /// The rows that pick out alerts within a base.
  var filtros: [Row] { [tipo.row, severidade.row, cliente.row] }
}

/// Which alerts of a base are meant.
struct FiltroDeAlertas {
  let tipo: TipoDeAlerta?
  let severidade: TipoDeAlerta.Severidade?
  let cliente: Rotulo?
  /// Nil for all.
  let situacao: Alerta.Situacao?

  init(_ pedido: PedidoDeAlertas, situacao: Alerta.Situacao?, _ values: Values) throws {
    tipo = try values[pedido.tipo]
    severidade = try values[pedido.severidade]
    cliente = try values[pedido.cliente].map(Rotulo.init)
    self.situacao = situacao
  }

  func inclui(_ alerta: Alerta) -> Bool {
    (tipo == nil || alerta.tipo == tipo)
      && (severidade == nil || alerta.tipo.severidade == severidade)
      && (situacao == nil || alerta.situacao == situacao)
      && (cliente.map { Rotulo(alerta.cliente.texto).texto.contains($0.texto) } ?? true)
  }

  /// True when it picks by more than the state.
  var escolhe: Bool { tipo != nil || severidade != nil || cliente != nil }
}

@Sendable private func lerTipo(_ texto: String) throws(InvalidValue) -> TipoDeAlerta {
  let codigo = texto.lowercased()
  guard let tipo = Int(texto).flatMap(TipoDeAlerta.init(rawValue:)) ?? TipoDeAlerta(codigo: codigo)
  else {
    let tipos = TipoDeAlerta.allCases.map { "\($0.numero) (\($0.codigo))" }
    throw InvalidValue("os tipos são \(tipos.joined(separator: ", "))")
  }
  return tipo
}

@Sendable private func lerSeveridade(
  _ texto: String
) throws(InvalidValue) -> TipoDeAlerta.Severidade {
  guard let severidade = TipoDeAlerta.Severidade(rawValue: Rotulo(texto).texto) else {
    throw InvalidValue("escreva alta, media ou baixa")
  }
  return severidade
}

/// A reason that says something.
@Sendable func lerMotivo(_ texto: String) throws(InvalidValue) -> String {
  let motivo = texto.espacosDobrados
  guard !motivo.isEmpty else { throw InvalidValue("escreva por quê, para o registro") }
  return motivo
}
