import Dominio
import DurableFiles

// The audit log, and whatever else lies in the directory.

extension Conferidor {
  mutating func conferirAuditoria() {
    let auditoria: ConferenciaDeAuditoria
    do throws(DadosError) {
      auditoria = try retrato.conferirSoAuditoria()
    } catch {
      return achar(.arquivo(error))
    }
    conferencia.contagens.linhasDeAuditoria = auditoria.linhas
    for achado in auditoria.achados { achar(.auditoria(achado)) }
    if auditoria.sobra > 0, retrato.historia != nil, !estadoEhAntigo {
      conferencia.observacoes.append(.sobraDeAuditoria(bytes: auditoria.sobra))
    }
    let negados = testemunhos.filter { !auditoria.confirma($0.testemunho) }
    if auditoria.achados.isEmpty {
      for (caminho, testemunho) in negados {
        achar(.testemunho(caminho: caminho, linhas: testemunho.linhas))
      }
    } else if !negados.isEmpty {
      conferencia.observacoes.append(.naoConferido(.testemunhos(quantos: negados.count)))
    }
  }

  mutating func conferirOutrosArquivos() {
    let atuais = Set(conferencia.bases.flatMap(\.relatorios).map(\.arquivo))
    let raiz = acervo.raiz
    var abertos: [String] = []
    for arquivo in listar({ () throws(FileError) in try listTree(raiz) }) {
      let caminho = "\(raiz)/\(arquivo)"
      if isOpenToOthers(caminho) { abertos.append(caminho) }
      switch NomeNoAcervo(arquivo) {
      case .estado, .auditoria, .objeto: continue
      // One that became true after `estado.json` is a finding already.
      case .operacao: continue
      case .base(let mes):
        if retrato.estado.bases[mes] == nil { conferirBaseAlem(mes, caminho) }
      case .relatorio(let nome):
        if !atuais.contains(nome) { conferirRelatorioAlem(nome, caminho) }
      case nil: conferirEstranho(arquivo, caminho)
      }
    }
    if isOpenToOthers(raiz) { abertos.insert(raiz, at: 0) }
    if let primeiro = abertos.first {
      conferencia.observacoes.append(.abertos(quantos: abertos.count, primeiro: primeiro))
    }
  }

  /// A base of a month that has none: a version that a step has taken back and not yet taken away,
  /// or one that the program has not written.
  private mutating func conferirBaseAlem(_ mes: Competencia, _ caminho: String) {
    guard case .bytes(let bytes) = ler(caminho) else { return }
    if acervo.objetos.contains(sha256(of: bytes)) {
      if !estadoEhAntigo { conferencia.observacoes.append(.resto(caminho: caminho)) }
    } else {
      achar(.arquivo(.desconhecido(caminho: caminho)))
    }
  }

  private mutating func conferirRelatorioAlem(_ nome: String, _ caminho: String) {
    // Which reports the unreadable base has, nobody can say.
    if conferencia.ilegiveis.contains(where: { nome.hasPrefix("\($0.iso)-") }) { return }
    guard case .bytes(let bytes) = ler(caminho) else { return }
    let testemunho = Testemunho(workbook: bytes)
    testemunhar(bytes, caminho)
    if let numero = NomeNoAcervo.numero(deRelatorio: nome), numero > conferencia.ultimoRelatorio {
      achar(
        .relatorioAdiante(caminho: caminho, numero: numero, ultimo: conferencia.ultimoRelatorio))
    } else if acervo.objetos.contains(sha256(of: bytes)) {
      conferencia.observacoes.append(.resto(caminho: caminho))
    } else if testemunho != nil {
      achar(.relatorioSemOperacao(caminho: caminho))
    } else {
      conferencia.observacoes.append(.estranho(caminho: caminho))
    }
  }

  private mutating func conferirEstranho(_ arquivo: String, _ caminho: String) {
    if arquivo == ".trava" { return }
    let nome = arquivo.split(separator: "/").last.map(String.init) ?? arquivo
    if caminho == acervo.entrega {
      conferencia.observacoes.append(.entregaPendente(caminho: caminho))
    } else if caminho == acervo.ajuste {
      conferencia.observacoes.append(.ajustePendente(caminho: caminho))
    } else if StagedFile.isLeftover(nome) || Escrita.ehDaBibliotecaDePlanilhas(nome) {
      conferencia.observacoes.append(.resto(caminho: caminho))
    } else {
      conferencia.observacoes.append(.estranho(caminho: caminho))
    }
  }
}
