import Dominio
import DurableFiles

// The kept contents, and the copies of those that hold.

extension Conferidor {
  /// The copies that are what they must be: each can stand in for its kept content.
  mutating func acharCopias() {
    for (mes, certo) in retrato.historia?.bases ?? [:] {
      let caminho = acervo.caminho(mes)
      if let bytes = (try? readFileIfThere(caminho)).flatMap(\.self), sha256(of: bytes) == certo {
        copias[certo] = caminho
        versoes[certo] = try? acervo.base(bytes, de: mes)
      }
    }
  }

  /// Every version of every base, every input, every report.
  mutating func conferirVersoes() {
    for operacao in operacoes {
      let dito = "operação \(operacao.numero)"
      for entrada in operacao.entradas { nomear(entrada.sha256, dito) }
      for (mes, troca) in operacao.gravou.sorted(by: { $0.key < $1.key }) {
        for sha256 in [troca.antes, troca.depois].compactMap(\.self) {
          nomear(sha256, dito)
          lerVersao(sha256, de: mes)
        }
        guard operacao.relatorio != nil, let depois = troca.depois else { continue }
        for relatorio in versoes[depois]?.relatorios ?? []
        where relatorio.numero == operacao.relatorio { nomear(relatorio.sha256, dito) }
      }
    }
    for (mes, sha256) in (retrato.historia?.bases ?? [:]).sorted(by: { $0.key < $1.key }) {
      nomear(sha256, "estado.json")
      lerVersao(sha256, de: mes)
      if versoes[sha256] == nil { conferencia.ilegiveis.append(mes) }
    }
  }

  private mutating func nomear(_ sha256: String, _ dito: String) {
    if nomeados[sha256] == nil { nomeados[sha256] = dito }
  }

  private mutating func lerVersao(_ sha256: String, de mes: Competencia) {
    guard versoes[sha256] == nil, let bytes = conteudo(sha256) else { return }
    do throws(DadosError) {
      versoes[sha256] = try acervo.base(bytes, de: mes)
    } catch {
      achar(.arquivo(error))
    }
  }

  /// A kept content; nil when it is missing or damaged.
  private mutating func conteudo(_ sha256: String) -> [UInt8]? {
    do throws(DadosError) {
      let bytes = try acervo.objetoInteiro(sha256)
      if bytes != nil { inteiros.insert(sha256) }
      return bytes
    } catch {
      achar(.arquivo(error))
      return nil
    }
  }

  mutating func conferirObjetos() {
    for (sha256, dito) in nomeados.sorted(by: { $0.key < $1.key }) where !inteiros.contains(sha256)
    {
      if conteudo(sha256) != nil { continue }
      let caminho = acervo.objetos.path(of: sha256)
      let existe = sha256.ehSHA256 && acervo.objetos.contains(sha256)
      achar(
        existe
          ? .objetoAlterado(caminho: caminho, dito: dito, copia: copias[sha256])
          : .objetoAusente(caminho: caminho, dito: dito, copia: copias[sha256]))
    }
    let objetos = acervo.objetos
    let todos = listar { () throws(FileError) in try objetos.all() }
    conferencia.contagens.objetos = todos.count
    // Also a report from before there was a history: only its base names it.
    let relatorios = Set(versoes.values.flatMap(\.relatorios).map(\.sha256))
    let semNome = todos.filter { nomeados[$0] == nil && !relatorios.contains($0) }
    if !operacoesDanificadas.isEmpty {
      conferencia.observacoes.append(.naoConferido(.nomes(operacoes: operacoesDanificadas)))
    } else if conferencia.ilegiveis.isEmpty, !estadoEhAntigo {
      conferencia.observacoes += semNome.map {
        .semNome(caminho: objetos.path(of: $0), sha256: $0)
      }
    }
    if !conferencia.ilegiveis.isEmpty {
      conferencia.observacoes.append(.naoConferido(.contas(conferencia.ilegiveis)))
    }
  }
}
