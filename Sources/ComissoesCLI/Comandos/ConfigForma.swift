import CommandLineKit
import Dados
import Dominio
import DurableFiles
import Planilhas
import Spreadsheets

let configForma = Command<Ambiente>(
  "forma", "Diz o que uma FORMA de Gestores significa; sem argumentos, mostra as que valem.",
  examples: [
    "comissoes config forma", "comissoes config forma QUITADO FINANCIADO",
    "comissoes config forma \"PERMUTA C/ VEÍCULO\" DESCONTO --dry-run",
  ]
) { form in
  form.formatos(Ambiente.formatosDeLista)
  let forma = form.optionalArgument(
    "<forma>", help: "Texto da coluna FORMA; maiúsculas e acentos não contam.",
    completion: .dados(.forma), parse: lerForma)
  let sentido = form.optionalArgument(
    "<sentido>", help: "O que ele significa.", completion: .values(Gestores.Sentido.palavras),
    parse: lerSentido)
  let dryRun = form.dryRun()
  return { values, ambiente in
    let mostra = try values[forma] == nil
    try ambiente.conferirFormato(
      values, permitidos: mostra ? Ambiente.formatosDeLista : [.tabela, .json])
    switch (try values[forma], try values[sentido]) {
    case (nil, _): try mostrarFormas(ambiente)
    case (_?, nil):
      throw values.errors([
        .missing(sentido.row, remedy: "escreva \(Gestores.Sentido.palavrasPermitidas)")
      ])
    case (let forma?, let sentido?):
      try mudar(forma, para: sentido, dryRun: values[dryRun], ambiente)
    }
  }
}

@Sendable func lerForma(_ texto: String) throws(InvalidValue) -> String {
  guard let forma = ChaveDeNome(nome: texto)?.texto, !Rotulo(forma).estaVazio else {
    throw InvalidValue("escreva o texto que está na coluna FORMA")
  }
  return forma
}

@Sendable func lerSentido(_ texto: String) throws(InvalidValue) -> Gestores.Sentido {
  guard let sentido = Gestores.Sentido(palavra: texto) else {
    throw InvalidValue("escreva \(Gestores.Sentido.palavrasPermitidas)")
  }
  return sentido
}

private func mostrarFormas(_ ambiente: Ambiente) throws {
  let usada = try? ambiente.acervo.gestoresMaisNova(ambiente.configuracao.leitura)
  let mapa = MapaDeFormas(ambiente.configuracao.leitura.formas, gestores: usada?.registros)
  try ambiente.mostrar {
    textoDeFormas(mapa, gestores: usada)
  } documento: {
    DocumentoDeFormas(mapa, gestores: usada)
  } csv: {
    mapa.csv
  }
}

private func mudar(
  _ forma: String, para sentido: Gestores.Sentido, dryRun: Bool, _ ambiente: Ambiente
) throws {
  let antes = ambiente.configuracao.leitura.formas[Rotulo(forma)]
  let edicao =
    antes == sentido
    ? nil : try EdicaoDeConfiguracao(ambiente.configuracao, [.forma(forma, sentido)])
  let mudanca = MudancaDeForma(forma: forma, antes: antes, depois: sentido, dryRun: dryRun)
  let operacao = try dryRun ? nil : edicao.flatMap { try ambiente.gravar($0, [mudanca]).last }
  try ambiente.mostrar {
    textoDeMudanca(mudanca, edicao, operacao)
  } documento: {
    DocumentoDeMudancaDeForma(
      mudanca, edicao, arquivo: edicao?.caminho ?? ambiente.configuracao.caminho,
      operacao: operacao)
  }
}

/// Another meaning for a FORMA; the same one twice when nothing changes.
struct MudancaDeForma {
  let forma: String
  /// Nil for one that no table knows.
  let antes: Gestores.Sentido?
  let depois: Gestores.Sentido
  let dryRun: Bool
}

/// The Gestores that was used last.
struct GestoresUsada {
  let base: Competencia
  let arquivo: String
  let registros: [Gestores.Registro]
}

extension Ambiente {
  /// Changes the configuration and puts on record what that makes of a FORMA; neither without the
  /// other.
  /// - Returns: the records; none while there is no history that they could belong to.
  func gravar(
    _ edicao: EdicaoDeConfiguracao, _ mudancas: [MudancaDeForma]
  ) throws -> [Operacao] {
    guard !mudancas.isEmpty, acervo.existe, try acervo.retrato().operacao > 0 else {
      try edicao.gravar()
      return []
    }
    let escrita = try escrita()
    return try zip(mudancas, edicao.trocas).map { mudanca, troca in
      let ajuste = try escrita.ajuste(troca)
      var passo = Passo(.configurarForma, autoria, mes: nil, bases: [])
      passo.argumentos = [
        "forma": mudanca.forma, "antes": mudanca.antes?.palavra,
        "depois": mudanca.depois.palavra, "arquivo": troca.caminho,
        Operacao.configuracaoAntes: troca.antes.map { String(decoding: $0, as: UTF8.self) },
        Operacao.configuracaoDepois: troca.depois.map { String(decoding: $0, as: UTF8.self) },
      ].compactMapValues(\.self)
      let operacao = try escrita.gravar(passo)
      try ajuste.concluir()
      return operacao
    }
  }
}

extension Acervo {
  /// Nil when no base has one.
  func gestoresMaisNova(_ opcoes: OpcoesDeLeitura) throws -> GestoresUsada? {
    let retrato = try retrato()
    for mes in try retrato.competencias().reversed() {
      guard let fonte = try retrato.base(mes)?.fontes.first(where: { $0.planilha == .gestores })
      else { continue }
      let workbook = try openWorkbook(
        ByteSource(guardado(fonte.sha256)), limits: opcoes.limites)
      return GestoresUsada(
        base: mes, arquivo: fonte.arquivo,
        registros: try importarGestores(workbook, arquivo: fonte.arquivo, opcoes: opcoes).registros)
    }
    return nil
  }
}
