import Dominio
import DurableFiles
import JSONDocuments

// What a step builds upon must be what the last one left. All of it is for `dados verificar`; here
// stands what can be looked at before every step.

extension Retrato {
  /// The record of the last operation, the presence of those before it, the end of the audit log,
  /// and no trace of an operation that `estado.json` does not know.
  func conferirAlicerces() throws(DadosError) {
    guard let estado = historia else { return }
    if let vista = try operacaoAlem() {
      throw .estadoAntigo(caminho: acervo.estado, operacao: estado.operacao, vista: vista)
    }
    let presentes = Set(try acervo.numerosDeOperacoes())
    for numero in stride(from: 1, through: estado.operacao, by: 1) where !presentes.contains(numero)
    {
      throw .operacaoAusente(numero: numero, caminho: acervo.caminho(operacao: numero))
    }
    _ = try acervo.operacao(estado.operacao, soma: estado.cabeca)
    guard try acervo.acaba(estado.auditoria) else {
      throw .auditoriaAlterada(caminho: acervo.auditoria)
    }
  }

  /// The number of an operation that became true after the last one of `estado.json`; nil without a
  /// trace of one. Where another process has gone on meanwhile there is nothing to tell.
  func operacaoAlem() throws(DadosError) -> Int? {
    guard let estado = historia else { return nil }
    var vista = try acervo.operacaoAlem(de: estado)
    if vista == nil, try temBaseDeDepois() { vista = estado.operacao + 1 }
    return try ehOUltimo ? vista : nil
  }

  private func temBaseDeDepois() throws(DadosError) -> Bool {
    for mes in try acervo.mesesComArquivo() {
      let bytes = try comoDados { () throws(FileError) in
        try readFileIfThere(acervo.caminho(mes))
      }
      guard let soma = bytes.map({ DurableFiles.sha256(of: $0) }), soma != sha256(mes),
        acervo.objetos.contains(soma)
      else { continue }
      if try ehDeDepois(soma, de: mes) { return true }
    }
    return false
  }

  /// True for a kept version, found in the place of the base of a month, of which no operation up to
  /// the last one tells. What stays behind of a step that was cut short is an earlier version.
  func ehDeDepois(_ soma: String, de mes: Competencia) throws(DadosError) -> Bool {
    guard historia != nil, try ehOUltimo else { return false }
    let historico = historicoLegivel()
    let conhecida = historico.operacoes.contains { operacao in
      operacao.gravou[mes].map { $0.antes == soma || $0.depois == soma } ?? false
    }
    // A record that cannot be read might have told of it.
    if !conhecida, let dano = historico.danos.first { throw dano.erro }
    return !conhecida
  }

  /// False when another process has made a step true meanwhile: it puts no copy in its place before.
  private var ehOUltimo: Bool {
    get throws(DadosError) { try acervo.lerEstado() == historia }
  }
}

extension Acervo {
  /// True when the log has what that counts, and the last line of it is the right one. Only the end
  /// of the log is read: it grows with each step.
  fileprivate func acaba(_ conta: Estado.Auditoria) throws(DadosError) -> Bool {
    guard conta.linhas > 0 else { return true }
    guard conta.bytes > 0 else { return false }
    // Hardly any line is longer than that.
    for inicio in [max(0, conta.bytes - 65_536), 0] {
      let fim = try comoDados { () throws(FileError) in
        try readFileIfThere(auditoria, from: inicio)
      }
      let contados = conta.bytes - inicio
      guard let fim, fim.count >= contados, fim[contados - 1] == UInt8(ascii: "\n") else {
        return false
      }
      let antes = fim[..<(contados - 1)]
      if let quebra = antes.lastIndex(of: UInt8(ascii: "\n")) {
        return LinhaEncadeada(antes[(quebra + 1)...])?.calculado == conta.sha256
      }
      if inicio == 0 { return LinhaEncadeada(antes)?.calculado == conta.sha256 }
    }
    return false
  }

  /// The numbers of the records that lie there, ascending.
  func numerosDeOperacoes() throws(DadosError) -> [Int] {
    let nomes = try comoDados { () throws(FileError) in try listDirectory(pastaDeOperacoes) }
    return nomes.compactMap { nome in
      if case .operacao(let numero) = NomeNoAcervo("operacoes/\(nome)") { numero } else { nil }
    }.sorted()
  }

  /// The number of an operation that became true after those of `estado.json`; nil without a trace
  /// of one. The next one may have been cut short before it was true: that leaves its record and
  /// its lines, and no copy.
  func operacaoAlem(de estado: Estado) throws(DadosError) -> Int? {
    let proxima = estado.operacao + 1
    let numeros = try numerosDeOperacoes()
    if let maior = numeros.last, maior > proxima { return maior }
    if numeros.last == proxima, let operacao = try? operacao(proxima, soma: nil),
      try publicou(operacao, apos: estado)
    {
      return proxima
    }
    if let maior = try operacoesNoRegistro(apos: estado.auditoria).max(), maior > proxima {
      return maior
    }
    // No report gets its name before the step that made it is true.
    return try maiorRelatorio() > estado.ultimoRelatorio ? proxima : nil
  }

  /// The highest number in the names of the reports that lie there; 0 without one.
  private func maiorRelatorio() throws(DadosError) -> Int {
    let nomes = try comoDados { () throws(FileError) in try listDirectory(pastaDeRelatorios) }
    return nomes.compactMap { nome in
      if case .relatorio(let nome) = NomeNoAcervo("relatorios/\(nome)") {
        NomeNoAcervo.numero(deRelatorio: nome)
      } else {
        nil
      }
    }.max() ?? 0
  }

  /// True when a copy tells of an operation that `estado.json` does not know.
  private func publicou(_ operacao: Operacao, apos estado: Estado) throws(DadosError) -> Bool {
    for (mes, troca) in operacao.gravou {
      guard let depois = troca.depois, depois != estado.bases[mes] else { continue }
      let copia = try comoDados { () throws(FileError) in try readFileIfThere(caminho(mes)) }
      if let copia, sha256(of: copia) == depois { return true }
    }
    return false
  }

  /// The operations of which lines tell that stand in the log beyond those that count.
  private func operacoesNoRegistro(apos conta: Estado.Auditoria) throws(DadosError) -> [Int] {
    struct Linha: Decodable { let operacao: Int }
    guard conta.bytes >= 0 else { return [] }
    let linhas = try comoDados { () throws(FileError) in
      try readFileIfThere(auditoria, from: conta.bytes)
    }
    return (linhas ?? []).split(separator: UInt8(ascii: "\n")).compactMap { linha in
      (try? decodeJSON(Linha.self, from: Array(linha)))?.operacao
    }
  }
}
