import CommandLineKit
import Dados
import Dominio
import DurableFiles
import Planilhas
import Spreadsheets

/// One of the four files, as the line or the configuration names it, ready to be read.
struct Entrada {
  let planilha: Planilha
  let caminho: String
  let opcoes: OpcoesDeLeitura

  /// The name by which messages call it.
  var arquivo: String { nomeDoArquivo(caminho) }

  /// The sheet that was asked for by name.
  var aba: String? { opcoes.abas[planilha] }
}

/// An input that a command asks for: which spreadsheet, and the options that name file and sheet.
struct EntradaPedida {
  let planilha: Planilha
  let arquivo: Token<String?>
  let aba: Token<String?>
}

extension Ambiente {
  /// The file to read; a usage error when it is named nowhere.
  func entrada(_ pedida: EntradaPedida, _ values: Values) throws -> Entrada {
    guard let entrada = try resolvida(pedida, values) else {
      throw values.errors([falta(pedida)])
    }
    return entrada
  }

  /// Two files to read; when both are named nowhere, both are told.
  func entradas(
    _ primeira: EntradaPedida, _ segunda: EntradaPedida, _ values: Values
  ) throws -> (Entrada, Entrada) {
    switch (try resolvida(primeira, values), try resolvida(segunda, values)) {
    case (let um?, let outro?): return (um, outro)
    case (nil, nil): throw values.errors([falta(primeira), falta(segunda)])
    case (nil, _): throw values.errors([falta(primeira)])
    case (_, nil): throw values.errors([falta(segunda)])
    }
  }

  /// As the line names it, else as the configuration does.
  private func resolvida(_ pedida: EntradaPedida, _ values: Values) throws -> Entrada? {
    var opcoes = configuracao.leitura
    opcoes.abas[pedida.planilha] = try values[pedida.aba]
    guard let caminho = try values[pedida.arquivo] ?? configuracao.planilhas[pedida.planilha] else {
      return nil
    }
    avisarSeAberta(caminho)
    return Entrada(planilha: pedida.planilha, caminho: caminho, opcoes: opcoes)
  }

  private func falta(_ pedida: EntradaPedida) -> Mistake {
    .missing(
      pedida.arquivo.row,
      remedy: "dê o arquivo na linha, ou em `planilhas.\(pedida.planilha.chave)` da configuração")
  }
}

extension Planilha {
  /// Its key in the configuration.
  var chave: String { rawValue.lowercased() }
}

/// A spreadsheet that was read, and which bytes they were.
struct Lida<Registro: Sendable & Equatable> {
  let leitura: Leitura<Registro>
  let entrada: Passo.Entrada
  /// The sheet that was asked for by name.
  let aba: String?

  var fonte: Fonte { entrada.fonte }
}

typealias Importador<Registro: Sendable & Equatable> =
  (any Workbook, String, OpcoesDeLeitura) throws(PlanilhaError) -> Leitura<Registro>

extension Entrada {
  func ler<Registro>(_ importar: Importador<Registro>) throws(Falha) -> Lida<Registro> {
    // What is recorded must be what was read, also of a file that is being saved meanwhile. One
    // that cannot be opened is told by the reading.
    let antes = try? sha256(ofFile: caminho)
    let leitura: Leitura<Registro>
    do throws(PlanilhaError) {
      leitura = try medir("\(planilha.rawValue) lida de \(caminho)") { () throws(PlanilhaError) in
        try importar(abrir(caminho, opcoes.limites), arquivo, opcoes)
      }
    } catch {
      throw Falha(error)
    }
    Narrator.current?.detail(
      "  aba \"\(leitura.aba)\", cabeçalho na linha \(leitura.linhaDoCabecalho),"
        + " \(contagem(leitura.registros.count, "registro", "registros")),"
        + " \(contagem(leitura.avisos.count, "aviso", "avisos"))")
    let depois: String
    do throws(FileError) {
      depois = try sha256(ofFile: caminho)
    } catch {
      throw Falha(error)
    }
    guard depois == antes else { throw Falha(DadosError.entradaMudou(caminho: caminho)) }
    let fonte = Fonte(planilha: planilha, arquivo: arquivo, sha256: depois)
    return Lida(leitura: leitura, entrada: .init(fonte: fonte, caminho: caminho), aba: aba)
  }
}

/// Opens a spreadsheet; what is wrong with it is told under the file's own name.
func abrir(_ caminho: String, _ limites: Limits) throws(PlanilhaError) -> any Workbook {
  do throws(SpreadsheetError) {
    let workbook = try openWorkbook(ByteSource(path: caminho), limits: limites)
    guard let narrator = Narrator.current, narrator.followsRows else { return workbook }
    return WatchedWorkbook(workbook, name: nomeDoArquivo(caminho), narrator)
  } catch {
    throw .ilegivel(arquivo: error.ehDoSistema ? caminho : nomeDoArquivo(caminho), error)
  }
}

/// Does something and, to who asked for details, tells how long it took.
func medir<Resultado, Erro: Error>(
  _ nome: String, _ corpo: () throws(Erro) -> Resultado
) throws(Erro) -> Resultado {
  guard let narrator = Narrator.current else { return try corpo() }
  return try narrator.step(nome, corpo)
}

/// Both results; when both fail, both failures are told.
func ambas<Um, Outro>(
  _ um: () throws(Falha) -> Um, _ outro: () throws(Falha) -> Outro
) throws(Falha) -> (Um, Outro) {
  let primeiro: Um
  do throws(Falha) {
    primeiro = try um()
  } catch let falha {
    do throws(Falha) {
      _ = try outro()
    } catch let tambem {
      throw Falha(falha.codigo, falha.mensagens + tambem.mensagens)
    }
    throw falha
  }
  return (primeiro, try outro())
}
