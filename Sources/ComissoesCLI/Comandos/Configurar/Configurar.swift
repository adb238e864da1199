import CommandLineKit
import Dados
import Dominio
import DurableFiles
import Planilhas

let configurar = Command<Ambiente>(
  "configurar", "Pergunta onde ficam os dados e as planilhas, e grava a configuração.",
  examples: [
    "comissoes configurar",
    "comissoes configurar --dados dados --pasta Downloads --sim",
    "comissoes configurar --epr EPR.xls --dry-run",
  ]
) { form in
  let pasta = form.option(
    "--pasta", value: "<pasta>", help: "Onde 'comissoes fechar' procura as planilhas do mês.",
    completion: .directory)
  let arquivos = Planilha.allCases.map { planilha in
    (
      planilha,
      form.option(
        "--\(planilha.chave)", value: "<arquivo>",
        help: "Planilha \(planilha.rawValue), quando tem sempre o mesmo nome.",
        completion: .file(extensions: extensoesLidas))
    )
  }
  let sim = form.sim()
  let dryRun = form.dryRun()
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    var pedido = RespostasDeConfiguracao()
    pedido.dados = ambiente.dadosNaLinha ? ambiente.acervo.raiz : nil
    pedido.pasta = try values[pasta]
    for (planilha, arquivo) in arquivos { pedido.planilhas[planilha] = try values[arquivo] }
    if pedido.estaVazio {
      guard let respostas = try ambiente.perguntarConfiguracao() else {
        return ambiente.shell.complain("Nada foi mudado.\n")
      }
      pedido = respostas
    }
    try pedido.conferir()
    try ambiente.configurar(pedido, sim: values[sim], dryRun: values[dryRun])
  }
}

/// What the configuration is to say; nil for what is to stay as it is.
struct RespostasDeConfiguracao {
  var dados: String?
  var pasta: String?
  var planilhas: [Planilha: String] = [:]
  var formas: [(forma: String, sentido: Gestores.Sentido)] = []

  var estaVazio: Bool { dados == nil && pasta == nil && planilhas.isEmpty && formas.isEmpty }

  /// Refuses what would be found to be wrong only at the next command; all of it at once.
  func conferir() throws(Falha) {
    var problemas: [String] = []
    if let dados, let tipo = fileKind(resolvedPath(dados)), tipo != .folder {
      problemas.append("\(dados): não é uma pasta. Escolha outra para os dados.")
    }
    if let pasta, fileKind(resolvedPath(pasta)) != .folder {
      problemas.append("\(pasta): não há pasta com este nome. Confira o nome.")
    }
    if !problemas.isEmpty { throw Falha(.noInput, problemas) }
  }

  /// - Parameter configuracao: the one that is edited; what it says already is left out.
  func textos(_ configuracao: Configuracao) -> [TextoDeConfiguracao] {
    // In the file, paths count from its own folder.
    func caminho(_ digitado: String) -> String {
      configuracao.pasta == "." ? digitado : absolutePath(digitado)
    }
    func texto(_ secao: String?, _ chave: String, _ digitado: String?, _ atual: String?)
      -> TextoDeConfiguracao?
    {
      guard let digitado, digitado != atual else { return nil }
      return TextoDeConfiguracao(secao: secao, chave: chave, texto: caminho(digitado))
    }
    return [
      texto(
        nil, ChaveDeConfiguracao.diretorioDeDados.rawValue, dados, configuracao.diretorioDeDados),
      texto(
        nil, ChaveDeConfiguracao.pastaDasPlanilhas.rawValue, pasta, configuracao.pastaDasPlanilhas),
    ].compactMap(\.self)
      + Planilha.allCases.compactMap {
        texto("planilhas", $0.chave, planilhas[$0], configuracao.planilhas[$0])
      }
      + formas.filter { configuracao.leitura.formas[Rotulo($0.forma)] != $0.sentido }
      .map { .forma($0.forma, $0.sentido) }
  }
}

extension Ambiente {
  /// Shows the file as it is to be, asks at a terminal, and writes it in one step.
  fileprivate func configurar(
    _ pedido: RespostasDeConfiguracao, sim: Bool, dryRun: Bool
  ) throws {
    let textos = pedido.textos(configuracao)
    let edicao = textos.isEmpty ? nil : try EdicaoDeConfiguracao(configuracao, textos)
    guard let edicao, !dryRun else {
      return try mostrarConfiguracao(edicao, gravada: false)
    }
    guard
      try confirmar(
        "Gravar \(edicao.caminho)?", sim: sim, mostrando: { textoDaConfiguracao(edicao) })
    else { return }
    let mudancas = pedido.formas.map {
      MudancaDeForma(
        forma: $0.forma, antes: configuracao.leitura.formas[Rotulo($0.forma)], depois: $0.sentido,
        dryRun: false)
    }.filter { $0.antes != $0.depois }
    _ = try gravar(edicao, mudancas)
    try mostrarConfiguracao(edicao, gravada: true)
  }

  private func mostrarConfiguracao(_ edicao: EdicaoDeConfiguracao?, gravada: Bool) throws {
    try mostrar {
      guard let edicao else {
        return "\(configuracao.caminho) já diz isso; nada foi mudado.\n"
      }
      return gravada
        ? textoDeConfiguracaoGravada(edicao, proximo: ProximoPasso.fecharUmMes(self))
        : textoDaConfiguracao(edicao) + "\nSimulação: nada foi gravado.\n"
    } documento: {
      DocumentoDeConfigurar(
        edicao, arquivo: edicao?.caminho ?? configuracao.caminho, gravada: gravada)
    }
  }
}
