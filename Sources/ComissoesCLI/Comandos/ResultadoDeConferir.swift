import Conciliacao
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
      conferencias[lugar].acrescentarPrevistos()
      conferencias[lugar].ordenarPorLinha()
      planilhas[lugar].conferencia = conferencias[lugar]
      planilhas[lugar].comparada = guardadas.comparar(planilhas[lugar], opcoes: opcoes)
      planilhas[lugar].acrescentarSumicos(guardadas)
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

extension Conferencia {
  /// What the rules will make of the rows; a cell that is told already is not told twice.
  fileprivate mutating func acrescentarPrevistos() {
    let previsoes =
      switch lidos {
      case .gestores(let registros): prever(registros)
      case .webopay(let registros): prever(registros)
      case nil: [Previsao]()
      }
    let ditas = Set(problemas.compactMap(\.aviso.celula))
    for previsao in previsoes {
      let evidencia = previsao.evidencia
      let celula = origem?.lugar(evidencia.coluna, linha: evidencia.linha)?.celula
      // A column that is missing has been told, and its cells are nowhere.
      guard let celula, !ditas.contains(celula) else { continue }
      acrescentar(.previsto, celula: celula, previsao.mensagem)
    }
  }
}

extension PlanilhaConferida {
  /// A file that has lost so much, or such clients, that it may be cut, filtered, or another one.
  fileprivate mutating func acrescentarSumicos(_ guardadas: Guardadas) {
    guard let comparada, let comparacao = comparada.comparacao else { return }
    if let perda = comparacao.perda(conferencia.planilha) {
      conferencia.acrescentar(
        .sumico,
        "tinha \(contagem(comparacao.registrosAntes, "registro", "registros")) em"
          + " \(comparada.fonte.arquivo) (base de \(comparada.base.porExtenso)) e agora tem"
          + " \(comparacao.registrosAgora), \(perda)% a menos; confira se está inteira, sem filtro,"
          + " e se é o arquivo certo")
    }
    guard conferencia.planilha == .acompanhamento || conferencia.planilha == .gestores,
      let (base, sumidos) = guardadas.abertos(
        entre: comparacao.sumiram, semContar: conferencia.nomes.map(\.chave)),
      !sumidos.isEmpty
    else { return }
    let aReceber = sumidos.filter(\.estaAReceber).compactMap(\.situacao.valor?.arredondado).soma
    conferencia.acrescentar(
      .sumico,
      "\(contagem(sumidos.count, "cliente em aberto sumiu", "clientes em aberto sumiram")) desde"
        + " \(comparada.fonte.arquivo), com \(aReceber.emReais()) a receber na \(base.nome):"
        + " \(sumidos.map(\.chave.texto).emLista)")
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
  /// True when the file could not be opened at all, whatever is in it.
  var ehDoSistema: Bool {
    if case .ilegivel(_, let erro) = self { erro.ehDoSistema } else { false }
  }
}
