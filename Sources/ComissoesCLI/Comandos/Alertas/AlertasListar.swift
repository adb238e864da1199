import CommandLineKit
import Conciliacao
import Dados
import Dominio

let alertasListar = Command<Ambiente>(
  "listar", "Lista os alertas em aberto de uma base, os mais graves primeiro.",
  examples: [
    "comissoes alertas", "comissoes alertas --tipo 3 --cliente souza",
    "comissoes alertas listar --mes 2025-10 --status todos --formato csv",
    "comissoes alertas listar --formato xlsx --saida alertas.xlsx",
  ]
) { form in
  form.formatos(Ambiente.formatosDeLista + [.xlsx])
  let pedido = PedidoDeAlertas(&form)
  let status = form.choice(
    "--status", StatusPedido.self, value: "<S>", default: .pendente, help: "Só os que estão assim.")
  let saida = form.option(
    "--saida", value: "<arquivo>", shown: "nenhum",
    help: "Onde gravar a planilha de '--formato xlsx', para preencher e importar.",
    completion: .file(extensions: ["xlsx"]), parse: lerSaidaXLSX)
  return { values, ambiente in
    try ambiente.conferirFormato(values, permitidos: Ambiente.formatosDeLista + [.xlsx])
    let destino = try ambiente.destinoDaLista(saida, values)
    let situacao = try values[status].situacao
    let filtro = try FiltroDeAlertas(pedido, situacao: situacao, values)
    let base = try ambiente.acervo.retrato().baseEscolhida(values[pedido.mes])
    let alertas = base.alertas.filter(filtro.inclui).sorted(by: Alerta.piorPrimeiro)
    if let destino {
      return try ambiente.gravarLista(alertas, de: base, em: destino)
    }
    try ambiente.mostrar {
      textoDeListaDeAlertas(alertas, de: base, situacao: situacao, inteira: filtro.escolhe)
    } documento: {
      DocumentoDeListaDeAlertas(alertas, de: base.competencia)
    } csv: {
      listaCSV(alertas, de: base.competencia)
    }
  }
}

/// What `--status` takes.
enum StatusPedido: String, CaseIterable, Sendable {
  case pendente
  case resolvido
  case falsoPositivo = "falso_positivo"
  case todos

  /// Nil for all.
  var situacao: Alerta.Situacao? { Alerta.Situacao(rawValue: rawValue) }
}

@Sendable private func lerSaidaXLSX(_ texto: String) throws(InvalidValue) -> String {
  guard texto.lowercased().hasSuffix(".xlsx") else {
    throw InvalidValue("escreva um nome que termine em .xlsx")
  }
  return texto
}

extension Ambiente {
  /// Where the spreadsheet goes; nil for the other formats.
  fileprivate func destinoDaLista(_ saida: Token<String?>, _ values: Values) throws -> String? {
    switch (formato, try values[saida]) {
    case (.xlsx, let caminho?): return caminho
    case (.xlsx, nil):
      throw values.errors([
        .missing(saida.row, remedy: "uma planilha não cabe na tela; diga onde gravá-la")
      ])
    case (_, nil): return nil
    case (_, let caminho?):
      throw values.errors([
        .invalid(saida.row, word: caminho, reason: "só com '--formato xlsx'")
      ])
    }
  }
}

private func listaCSV(_ alertas: [Alerta], de base: Competencia) -> TabelaCSV {
  var tabela = TabelaCSV([
    "id", "numero", "tipo", "severidade", "cliente", "planilha", "descricao", "acao_sugerida",
    "status", "evidencias", "candidatos", "motivo", "reabertura",
  ])
  for alerta in alertas {
    tabela.acrescentar([
      .texto(NumeroDeAlerta(base: base, serie: alerta.serie).description),
      .numero(alerta.tipo.numero), .texto(alerta.tipo.codigo),
      .texto(alerta.tipo.severidade.rawValue), .texto(alerta.cliente.texto),
      .texto(alerta.planilha.rawValue), .texto(alerta.descricao),
      .texto(alerta.tipo.acaoSugerida), .texto(alerta.situacao.rawValue),
      .texto(alerta.evidencias.map(\.texto).joined(separator: "\n")),
      .texto(alerta.candidatos.map(\.texto).joined(separator: "\n")),
      .texto(alerta.desfecho?.motivo), .texto(alerta.reabertura),
    ])
  }
  return tabela
}
