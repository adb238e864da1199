import Archives
package import Dominio
import DurableFiles
import JSONDocuments

/// A data directory that shows the same and names nobody. Docs/regras.md §8
///
/// It holds the same operations, bases, bills and audit log, hashed and chained anew, and the
/// spreadsheets that were read, with other names in them; in the place of each report stands a
/// sentence that says so.
package struct CopiaAnonima {
  /// Gives a spreadsheet that reads the same and names nobody; nil when the bytes cannot be read.
  package typealias SemNomes = (
    _ bytes: [UInt8], _ fonte: Fonte, _ operacao: Operacao, _ pseudonimos: inout Pseudonimos
  ) -> [UInt8]?

  private var arquivos: [(nome: NomeNoAcervo, bytes: [UInt8])] = []

  package var quantos: Int { arquivos.count }

  package init(_ acervo: Acervo, semNomes: SemNomes) throws(TransporteError) {
    let retrato = try comoTransporte { () throws(DadosError) in try acervo.retrato() }
    var oficina = Oficina(retrato)
    try comoTransporte { () throws(DadosError) in try oficina.trabalhar(semNomes) }
    arquivos = oficina.arquivos
    guard !arquivos.isEmpty else { throw .semDados(pasta: acervo.raiz) }
  }

  /// Writes it as a folder, or as an archive for `dados importar`.
  package func gravar(em destino: String) throws(TransporteError) {
    if destino.hasSuffix(".zip") {
      let bytes = try comoTransporte { () throws(ArchiveError) in
        let pacote = try ArchiveWriter()
        for arquivo in arquivos { try pacote.add(arquivo.nome.texto, arquivo.bytes) }
        return try pacote.finish()
      }
      try comoTransporte { () throws(FileError) in
        try StagedFile.writing(bytes, to: destino).commit()
      }
    } else {
      try comoTransporte { () throws(FileError) in
        let pasta = try StagedFolder(destino)
        for arquivo in arquivos { try pasta.write(arquivo.bytes, to: arquivo.nome.texto) }
        try pasta.commit()
      }
    }
  }
}

/// Makes the files, in the order in which one names the other: contents, operations, log, state.
private struct Oficina {
  private let retrato: Retrato
  private var anonimizador = Anonimizador(Pseudonimos())
  /// The sentences in the place of spreadsheets, by the SHA-256 of those.
  private var retiradas: [String: [UInt8]] = [:]
  var arquivos: [(nome: NomeNoAcervo, bytes: [UInt8])] = []

  init(_ retrato: Retrato) { self.retrato = retrato }

  mutating func trabalhar(_ semNomes: CopiaAnonima.SemNomes) throws(DadosError) {
    let historico = try retrato.historico()
    let bases = try retrato.bases()
    anonimizador.pseudonimos.manter(
      formas: historico.filter { $0.acao == .configurarForma }.compactMap {
        $0.argumentos["forma"]
      },
      nomes: bases.flatMap { base in
        base.clientes.map(\.chave.texto) + base.alertas.map(\.cliente.texto)
          + base.vinculos.map(\.nome.texto)
      })
    for operacao in historico {
      for entrada in operacao.entradas { try trocar(entrada, de: operacao, semNomes) }
      for (mes, troca) in operacao.gravou.sorted(by: { $0.key < $1.key }) {
        for sha256 in [troca.antes, troca.depois].compactMap(\.self) {
          try versao(sha256, de: mes)
        }
      }
    }
    for (mes, sha256) in (retrato.historia?.bases ?? [:]).sorted(by: { $0.key < $1.key }) {
      try versao(sha256, de: mes)
    }
    try copias()
    guard let estado = retrato.historia else { return }
    var cabeca: String?
    for numero in stride(from: 1, through: estado.operacao, by: 1) {
      cabeca = try operacao(numero, apos: cabeca)
    }
    try auditoriaEEstado(estado, cabeca)
    arquivos.sort { $0.nome.texto < $1.nome.texto }
  }

  /// A spreadsheet with other names in the place of the one that was read.
  private mutating func trocar(
    _ entrada: Fonte, de operacao: Operacao, _ semNomes: CopiaAnonima.SemNomes
  ) throws(DadosError) {
    guard anonimizador.somas[entrada.sha256] == nil else { return }
    let bytes = try retrato.acervo.guardado(entrada.sha256)
    if let nova = semNomes(bytes, entrada, operacao, &anonimizador.pseudonimos) {
      guardar(nova, no: entrada.sha256)
    } else {
      retirar(entrada.sha256)
    }
  }

  /// A sentence in the place of a spreadsheet; each has its own, so that the same stays the same.
  private mutating func retirar(_ sha256: String) {
    guard retiradas[sha256] == nil else { return }
    let frase = "Planilha \(retiradas.count + 1), retirada desta cópia anônima.\n"
    retiradas[sha256] = Array(frase.utf8)
    guardar(Array(frase.utf8), no: sha256)
  }

  private mutating func guardar(_ bytes: [UInt8], no antes: String) {
    let depois = sha256(of: bytes)
    anonimizador.somas[antes] = depois
    guard let comprimidos = ObjectStore.compressed(bytes) else { return }
    arquivos.append((.objeto(depois), comprimidos))
  }

  private mutating func versao(_ sha256: String, de mes: Competencia) throws(DadosError) {
    guard anonimizador.somas[sha256] == nil else { return }
    let bytes = try retrato.acervo.guardado(sha256)
    for relatorio in try retrato.acervo.base(bytes, de: mes).relatorios {
      retirar(relatorio.sha256)
    }
    guardar(try escrita(bytes, retrato.acervo.caminho(mes)), no: sha256)
  }

  /// The files under `bases/` and `relatorios/`.
  private mutating func copias() throws(DadosError) {
    for mes in try retrato.competencias() {
      guard let bytes = try retrato.conteudo(mes) else { continue }
      for relatorio in try retrato.acervo.base(bytes, de: mes).relatorios {
        retirar(relatorio.sha256)
        let nome = Anonimizador.arquivo(doRelatorio: relatorio.numero, relatorio.arquivo)
        arquivos.append((.relatorio(nome), retiradas[relatorio.sha256] ?? []))
      }
      arquivos.append((.base(mes), try escrita(bytes, retrato.acervo.caminho(mes))))
    }
  }

  private mutating func operacao(
    _ numero: Int, apos anterior: String?
  ) throws(DadosError) -> String {
    let caminho = retrato.acervo.caminho(operacao: numero)
    let lidos = try comoDados { () throws(FileError) in try readFile(caminho) }
    var membros = try documento(lidos, caminho).object ?? [:]
    membros["anterior"] = anterior.map { .string($0) } ?? .null
    let bytes = Self.texto(.object(membros))
    arquivos.append((.operacao(numero), bytes))
    return sha256(of: bytes)
  }

  private mutating func auditoriaEEstado(
    _ estado: Estado, _ cabeca: String?
  ) throws(DadosError) {
    let acervo = retrato.acervo
    let lidos = try comoDados { () throws(FileError) in try readFile(acervo.auditoria) }
    var novo = Estado.Auditoria()
    var auditoria: [UInt8] = []
    for linha in lidos.prefix(max(0, estado.auditoria.bytes)).split(separator: UInt8(ascii: "\n")) {
      let membros = try documento(Array(linha), acervo.auditoria).object ?? [:]
      let bytes = LinhasDeAuditoria.linha(membros, apos: novo)
      novo = bytes.estado
      auditoria += bytes.bytes
    }
    var estado = estado
    estado.cabeca = cabeca
    estado.auditoria = novo
    estado.bases = estado.bases.mapValues { anonimizador.somas[$0] ?? $0 }
    arquivos.append((.auditoria, auditoria))
    arquivos.append((.estado, EstadoGravado.bytes(estado)))
  }

  private mutating func escrita(_ bytes: [UInt8], _ caminho: String) throws(DadosError) -> [UInt8] {
    Self.texto(try documento(bytes, caminho))
  }

  private mutating func documento(
    _ bytes: [UInt8], _ caminho: String
  ) throws(DadosError) -> JSONValue {
    let lido = try comoDados(caminho) { () throws(JSONDocumentError) in
      try decodeJSON(JSONValue.self, from: bytes)
    }
    return anonimizador.documento(lido)
  }

  private static func texto(_ valor: JSONValue) -> [UInt8] {
    var writer = JSONWriter(.indented)
    writer.value(valor)
    return writer.finished
  }
}

extension LinhasDeAuditoria {
  /// A line with these members after another, chained to it.
  fileprivate static func linha(
    _ membros: [String: JSONValue], apos anterior: Estado.Auditoria
  ) -> (bytes: [UInt8], estado: Estado.Auditoria) {
    var writer = JSONWriter(.compact)
    writer.object { writer in
      writer.member("n", anterior.linhas + 1)
      let primeiros = ["operacao", "momento", "usuario", "acao"]
      let outros = membros.keys.filter {
        !primeiros.contains($0) && !["n", "anterior", "sha256"].contains($0)
      }
      for nome in primeiros + outros.sorted() {
        guard let valor = membros[nome] else { continue }
        writer.key(nome)
        writer.value(valor)
      }
      writer.member("anterior", anterior.sha256)
    }
    let aberta = Array(writer.bytes.dropLast())
    let sha256 = sha256(of: aberta)
    let linha = aberta + Array(",\"sha256\":\"\(sha256)\"}\n".utf8)
    return (
      linha,
      Estado.Auditoria(
        linhas: anterior.linhas + 1, bytes: anterior.bytes + linha.count, sha256: sha256)
    )
  }
}
