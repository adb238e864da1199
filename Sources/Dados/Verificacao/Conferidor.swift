import Dominio
import DurableFiles

/// One pass over a data directory, gathering what is wrong.
struct Conferidor {
  private let retrato: Retrato
  private var acervo: Acervo { retrato.acervo }
  private var conferencia = ConferenciaDeDados()
  private var operacoes: [Operacao] = []
  /// SHA-256 of contents that are named, and by what.
  private var nomeados: [String: String] = [:]
  /// The versions of bases that could be read.
  private var versoes: [String: Base] = [:]
  /// Contents found whole.
  private var inteiros: Set<String> = []

  private init(_ retrato: Retrato) { self.retrato = retrato }

  static func conferir(_ acervo: Acervo) throws(DadosError) -> ConferenciaDeDados {
    let retrato: Retrato
    do throws(DadosError) {
      retrato = try acervo.retrato()
    } catch {
      // Without it nothing else can be judged.
      return ConferenciaDeDados(achados: [.arquivo(error)])
    }
    var conferidor = Conferidor(retrato)
    try conferidor.conferirOperacoes()
    conferidor.conferirRumo()
    try conferidor.conferirVersoes()
    try conferidor.conferirBases()
    try conferidor.conferirObjetos()
    try conferidor.conferirAuditoria()
    try conferidor.conferirOutrosArquivos()
    return conferidor.conferencia
  }

  // MARK: - Operations

  /// Each record must be the one that the record after it names; the last, the one that
  /// `estado.json` names.
  private mutating func conferirOperacoes() throws(DadosError) {
    guard let estado = retrato.historia else { return }
    var esperado = estado.cabeca
    var sabido = true
    for numero in stride(from: estado.operacao, to: 0, by: -1) {
      let caminho = acervo.caminho(operacao: numero)
      let bytes = try comoDados { () throws(FileError) in try readFileIfThere(caminho) }
      guard let bytes else {
        conferencia.achados.append(.operacaoAusente(numero: numero, caminho: caminho))
        sabido = false
        continue
      }
      var certa = true
      if sabido, sha256(of: bytes) != esperado { certa = false }
      do throws(DadosError) {
        let operacao = try acervo.operacao(bytes, caminho: caminho)
        if operacao.numero != numero { certa = false }
        operacoes.insert(operacao, at: 0)
        esperado = operacao.anterior
        // What a changed record says of the one before it may be changed too.
        sabido = certa
      } catch {
        conferencia.achados.append(.arquivo(error))
        sabido = false
        continue
      }
      if !certa {
        conferencia.achados.append(.operacaoAlterada(numero: numero, caminho: caminho))
      }
    }
    conferencia.contagens.operacoes = estado.operacao
    conferencia.ultimoRelatorio = estado.ultimoRelatorio
  }

  /// The operations, one after the other, must lead to the bases that `estado.json` knows.
  private mutating func conferirRumo() {
    guard let estado = retrato.historia, operacoes.count == estado.operacao else { return }
    var bases: [Competencia: String] = [:]
    var tocados: Set<Competencia> = []
    for operacao in operacoes {
      for (mes, troca) in operacao.gravou.sorted(by: { $0.key < $1.key }) {
        if tocados.contains(mes), bases[mes] != troca.antes {
          conferencia.achados.append(.historicoNaoLeva(a: mes, ate: operacao.numero))
        }
        bases[mes] = troca.depois
        tocados.insert(mes)
      }
    }
    if let dado = operacoes.compactMap(\.relatorio).max(), dado != estado.ultimoRelatorio {
      conferencia.achados.append(.ultimoRelatorio(dito: estado.ultimoRelatorio, dado: dado))
    }
    for mes in tocados.sorted() where bases[mes] != estado.bases[mes] {
      conferencia.achados.append(.historicoNaoLeva(a: mes, ate: estado.operacao))
    }
  }

  // MARK: - Kept contents

  /// Every version of every base, every input, every report.
  private mutating func conferirVersoes() throws(DadosError) {
    for operacao in operacoes {
      let dito = "operação \(operacao.numero)"
      for entrada in operacao.entradas { nomear(entrada.sha256, dito) }
      for (mes, troca) in operacao.gravou.sorted(by: { $0.key < $1.key }) {
        for sha256 in [troca.antes, troca.depois].compactMap(\.self) {
          nomear(sha256, dito)
          try lerVersao(sha256, de: mes)
        }
        guard operacao.relatorio != nil, let depois = troca.depois else { continue }
        for relatorio in versoes[depois]?.relatorios ?? []
        where relatorio.numero == operacao.relatorio { nomear(relatorio.sha256, dito) }
      }
    }
    for (mes, sha256) in (retrato.historia?.bases ?? [:]).sorted(by: { $0.key < $1.key }) {
      nomear(sha256, "estado.json")
      try lerVersao(sha256, de: mes)
    }
  }

  private mutating func nomear(_ sha256: String, _ dito: String) {
    if nomeados[sha256] == nil { nomeados[sha256] = dito }
  }

  private mutating func lerVersao(_ sha256: String, de mes: Competencia) throws(DadosError) {
    guard versoes[sha256] == nil, let bytes = try conteudo(sha256) else { return }
    do throws(DadosError) {
      versoes[sha256] = try acervo.base(bytes, de: mes)
    } catch {
      conferencia.achados.append(.arquivo(error))
    }
  }

  /// A kept content; nil when it is missing or damaged.
  private mutating func conteudo(_ sha256: String) throws(DadosError) -> [UInt8]? {
    guard sha256.ehSHA256, acervo.objetos.contains(sha256) else { return nil }
    let bytes = try comoDados { () throws(FileError) in try acervo.objetos.get(sha256) }
    if bytes != nil { inteiros.insert(sha256) }
    return bytes
  }

  private mutating func conferirObjetos() throws(DadosError) {
    for (sha256, dito) in nomeados.sorted(by: { $0.key < $1.key }) where !inteiros.contains(sha256)
    {
      let caminho = acervo.objetos.path(of: sha256)
      if try conteudo(sha256) != nil { continue }
      let existe = sha256.ehSHA256 && acervo.objetos.contains(sha256)
      conferencia.achados.append(
        existe
          ? .objetoAlterado(caminho: caminho, dito: dito)
          : .objetoAusente(sha256: sha256, caminho: caminho, dito: dito))
    }
    let todos = try comoDados { () throws(FileError) in try acervo.objetos.all() }
    conferencia.contagens.objetos = todos.count
    for sha256 in todos where nomeados[sha256] == nil {
      conferencia.observacoes.append(.semNome(caminho: acervo.objetos.path(of: sha256)))
    }
  }

  // MARK: - Copies

  private mutating func conferirBases() throws(DadosError) {
    var atrasadas: Set<Competencia> = []
    for mes in try retrato.competencias() {
      conferencia.contagens.bases += 1
      let caminho = acervo.caminho(mes)
      let bytes = try comoDados { () throws(FileError) in try readFileIfThere(caminho) }
      if let certo = retrato.historia?.bases[mes] {
        let presente = bytes.map { sha256(of: $0) }
        if let ultima = operacoes.last?.gravou[mes], presente != certo,
          presente == nil || presente == ultima.antes
        {
          atrasadas.insert(mes)
        }
        conferirCopia(presente, certo, caminho, estaAtrasada: atrasadas.contains(mes))
        if let base = versoes[certo] { conferencia.bases.append(base) }
      } else if let bytes {
        do throws(DadosError) {
          conferencia.bases.append(try acervo.base(bytes, de: mes))
        } catch {
          conferencia.achados.append(.arquivo(error))
        }
      }
    }
    if retrato.historia == nil {
      conferencia.ultimoRelatorio = conferencia.bases.flatMap(\.relatorios).map(\.numero).max() ?? 0
    }
    for base in conferencia.bases {
      for relatorio in base.relatorios {
        conferencia.contagens.relatorios += 1
        let caminho = acervo.caminho(relatorio)
        let bytes = try comoDados { () throws(FileError) in try readFileIfThere(caminho) }
        conferirCopia(
          bytes.map { sha256(of: $0) }, relatorio.sha256, caminho,
          estaAtrasada: bytes == nil && atrasadas.contains(base.competencia))
      }
    }
  }

  /// - Parameter estaAtrasada: the last step was cut short before this copy was in place.
  private mutating func conferirCopia(
    _ presente: String?, _ certo: String, _ caminho: String, estaAtrasada: Bool
  ) {
    guard presente != certo else { return }
    let objeto = acervo.objetos.path(of: certo)
    if estaAtrasada {
      conferencia.observacoes.append(.copiaAtrasada(caminho: caminho))
    } else if presente == nil {
      conferencia.achados.append(.copiaAusente(caminho: caminho, objeto: objeto))
    } else {
      conferencia.achados.append(.copiaAlterada(caminho: caminho, objeto: objeto))
    }
  }

  // MARK: - Audit log, and what else lies there

  private mutating func conferirAuditoria() throws(DadosError) {
    let auditoria = try retrato.conferirAuditoria()
    conferencia.contagens.linhasDeAuditoria = auditoria.linhas
    conferencia.achados += auditoria.achados.map { .auditoria($0) }
    if auditoria.sobra > 0 {
      conferencia.observacoes.append(.sobraDeAuditoria(bytes: auditoria.sobra))
    }
  }

  private mutating func conferirOutrosArquivos() throws(DadosError) {
    let relatorios = Set(conferencia.bases.flatMap(\.relatorios).map(\.arquivo))
    let meses = Set(try retrato.competencias().map { "bases/\($0.iso).json" })
    let arquivos = try comoDados { () throws(FileError) in try listTree(acervo.raiz) }
    for arquivo in arquivos {
      let conhecido =
        meses.contains(arquivo)
        || (arquivo.hasPrefix("relatorios/") && relatorios.contains(String(arquivo.dropFirst(11))))
        || conhecido(arquivo)
      if !conhecido {
        conferencia.observacoes.append(.desconhecido(caminho: "\(acervo.raiz)/\(arquivo)"))
      }
    }
  }

  private func conhecido(_ arquivo: String) -> Bool {
    if ["estado.json", "auditoria.jsonl", ".trava"].contains(arquivo) { return true }
    switch NomeNoAcervo(arquivo) {
    case .operacao(let numero): return numero <= retrato.operacao + 1
    case .objeto: return true
    case .base, .relatorio, .estado, .auditoria, nil: return false
    }
  }
}

extension String {
  /// True for sixty-four hexadecimal digits in lower case.
  fileprivate var ehSHA256: Bool {
    utf8.count == 64 && utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
