import CommandLineKit
import Conciliacao
import Dados
import Dominio
import DurableFiles
import Planilhas
import Relatorios
import Spreadsheets

let alertasImportar = Command<Ambiente>(
  "importar", "Lê de volta a lista de alertas preenchida no Excel e aplica o que está decidido.",
  examples: [
    "comissoes alertas importar alertas.xlsx --dry-run",
    "comissoes alertas importar alertas.xlsx --sim",
  ]
) { form in
  let arquivo = form.argument(
    "<arquivo>", help: "A lista de 'alertas listar --formato xlsx', com Decisão e Motivo.",
    completion: .file(extensions: extensoesLidas))
  let sim = form.flag("--sim", help: "Não pergunta antes; necessária fora de um terminal.")
  let dryRun = form.dryRun()
  return { values, ambiente in
    try ambiente.conferirFormato(values)
    let consentimento = Consentimento(
      dryRun: try values[dryRun], sim: try values[sim],
      pergunta: { "Mudar \(contagem($0.itens.count, "alerta", "alertas"))?" })
    let caminho = try values[arquivo]
    ambiente.avisarSeAberta(caminho)
    // A file that is not there is told before whether somebody is there to be asked.
    let lida = try ListaLida(caminho, ambiente.configuracao.leitura.limites)
    try ambiente.exigirQuemResponda(consentimento, sim.row, values)
    let argumentos = ["arquivo": lida.arquivo, "sha256": lida.sha256]
    ambiente.avisar(try lida.esquecidas(em: ambiente.acervo.retrato()))
    try ambiente.dizer(consentimento, argumentos: argumentos) { retrato in
      try lida.plano(em: retrato)
    }
  }
}

/// A working list as it came back, and which file it was.
struct ListaLida {
  let arquivo: String
  let sha256: String
  private let lista: ListaPreenchida

  init(_ caminho: String, _ limites: Limits) throws(Falha) {
    let arquivo = nomeDoArquivo(caminho)
    // What is recorded must be what was read. A file that cannot be opened is told by the reading.
    let antes = try? DurableFiles.sha256(ofFile: caminho)
    let lista: ListaPreenchida?
    do throws(PlanilhaError) {
      let workbook = try abrir(caminho, limites)
      lista = try lendo(arquivo) { () throws(SpreadsheetError) in try ListaPreenchida(workbook) }
    } catch {
      throw Falha(error)
    }
    guard let lista else {
      throw Falha(
        .badData,
        "\(caminho): não é uma lista de alertas: nenhuma aba tem as colunas Nº, Decisão, Motivo e"
          + " Não mexer (escondida). Exporte uma com 'comissoes alertas listar --formato xlsx --saida"
          + " ARQUIVO.xlsx', e grave-a sem apagar colunas.")
    }
    do throws(FileError) {
      sha256 = try DurableFiles.sha256(ofFile: caminho)
    } catch {
      throw Falha(error)
    }
    guard sha256 == antes else { throw Falha(DadosError.entradaMudou(caminho: caminho)) }
    self.arquivo = arquivo
    self.lista = lista
  }

  /// Conflicts that are told one by one: where the list is old they are many, and all the same.
  private static let conflitosDitos = 5

  /// What the rows decide. All that is wrong with any of them is told; what already is as a row
  /// says is passed over, so that a list can be worked off in portions.
  func plano(em retrato: Retrato) throws -> PlanoDeAlertas {
    var itens: [PlanoDeAlertas.Item] = []
    var jaDecididas = 0
    var problemas: [LinhaLida.Problema] = []
    var vistos: [NumeroDeAlerta: String] = [:]
    for linha in lista.linhas where !linha.decisao.texto.isEmpty {
      let lida = try LinhaLida(linha, em: retrato)
      problemas += lida.problemas
      if lida.jaVale { jaDecididas += 1 }
      guard let item = lida.item else { continue }
      if let outra = vistos[item.numero] {
        problemas.append(
          .init(linha.numero, "o alerta \(item.numero) já está decidido em \(outra)"))
      } else {
        vistos[item.numero] = linha.numero.celula
        itens.append(item)
      }
    }
    guard problemas.isEmpty else { throw Falha(.badData, mensagens(problemas)) }
    return PlanoDeAlertas(itens: itens, jaDecididas: jaDecididas)
  }

  /// A line for each, and one for the conflicts that are too many.
  private func mensagens(_ problemas: [LinhaLida.Problema]) -> [String] {
    let calados = problemas.filter(\.conflito).dropFirst(Self.conflitosDitos)
    var conflitos = 0
    var ditos = problemas.filter {
      if $0.conflito { conflitos += 1 }
      return !$0.conflito || conflitos <= Self.conflitosDitos
    }.map { String(aviso($0.campo, $0.mensagem).linha.dropLast()) }
    if !calados.isEmpty {
      let linhas = contagem(calados.count, "linha", "linhas")
      ditos.append(
        "\(arquivo): e mais \(linhas) de alertas que mudaram ou já estão encerrados de outro jeito."
          + " Exporte a lista de novo, ou apague a Decisão dessas linhas.")
    }
    return ditos.dropLast()
      + ditos.suffix(1).map { "\($0) Corrija a lista e importe de novo; nada foi mudado." }
  }

  /// Rows with a reason and no decision, of alerts that are open: somebody may have forgotten it.
  func esquecidas(em retrato: Retrato) throws -> [Aviso] {
    try lista.linhas.filter { linha in
      guard linha.decisao.texto.isEmpty, !linha.motivo.texto.isEmpty,
        let numero = NumeroDeAlerta(lendo: linha.numero.texto)
      else { return false }
      return try retrato.alerta(numero).map { $0.desfecho == nil } ?? false
    }.map { aviso($0.decisao, "há um motivo, mas nenhuma decisão; a linha ficou de fora") }
  }

  private func aviso(_ campo: ListaPreenchida.Campo, _ mensagem: String) -> Aviso {
    Aviso(arquivo: arquivo, aba: lista.aba, celula: campo.celula, mensagem: mensagem)
  }
}
