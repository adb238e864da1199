import Dominio
import DurableFiles
import Planilhas
import Spreadsheets

/// What `conferir` found in the files of a month.
struct ResultadoDeConferir {
  private(set) var planilhas: [PlanilhaConferida]

  var problemas: Int { planilhas.reduce(0) { $0 + $1.conferencia.problemas.count } }

  /// - Parameter caminhos: in the order of the month's work.
  /// - Throws: when none of the files could even be opened.
  init(
    _ caminhos: [(Planilha, String)], guardadas: Guardadas, opcoes: OpcoesDeLeitura
  ) throws(Falha) {
    var falhas: [PlanilhaError] = []
    planilhas = caminhos.map { planilha, caminho in
      let conferida = PlanilhaConferida(planilha, caminho, opcoes: opcoes)
      if let falha = conferida.falha, falha.ehDoSistema { falhas.append(falha) }
      return conferida
    }
    if falhas.count == planilhas.count, let primeira = falhas.first {
      throw Falha(Falha(primeira).codigo, falhas.flatMap { Falha($0).mensagens })
    }
    var conferencias = planilhas.map(\.conferencia)
    acrescentarNomesParecidos(
      em: &conferencias, base: guardadas.base.map { ($0.nome, $0.clientes.map(\.chave)) })
    for lugar in planilhas.indices {
      planilhas[lugar].conferencia = conferencias[lugar]
      planilhas[lugar].comparada = guardadas.comparar(planilhas[lugar], opcoes: opcoes)
    }
  }
}

/// One of the files, looked at.
struct PlanilhaConferida {
  let caminho: String
  /// Nil when the file cannot be read.
  let sha256: String?
  /// Nil when it cannot be opened.
  let workbook: (any Workbook)?
  /// What kept it from being read.
  let falha: PlanilhaError?
  var conferencia: Conferencia
  /// Nil when none of its kind was kept.
  var comparada: PlanilhaComparada?

  init(_ planilha: Planilha, _ caminho: String, opcoes: OpcoesDeLeitura) {
    self.caminho = caminho
    let arquivo = nomeDoArquivo(caminho)
    sha256 = try? DurableFiles.sha256(ofFile: caminho)
    do throws(PlanilhaError) {
      let workbook = try abrir(caminho, opcoes.limites)
      conferencia = try conferir(planilha, em: workbook, arquivo: arquivo, opcoes: opcoes)
      self.workbook = workbook
      falha = nil
    } catch {
      conferencia = Conferencia(planilha, arquivo: arquivo, error)
      workbook = nil
      falha = error
    }
  }
}

/// A file held against the one of its kind that was used last.
struct PlanilhaComparada {
  let fonte: Fonte
  let base: Competencia
  let mesmoArquivo: Bool
  /// Nil when the kept file cannot be read any more, or the new one cannot.
  let comparacao: Comparacao?
}

extension PlanilhaError {
  fileprivate var ehDoSistema: Bool {
    if case .ilegivel(_, let erro) = self { erro.ehDoSistema } else { false }
  }
}
