import Dominio
import DurableFiles

/// One pass over a data directory, gathering what is wrong. What one damaged thing makes impossible
/// to judge is told as that, and not as further damage.
struct Conferidor {
  let retrato: Retrato
  var acervo: Acervo { retrato.acervo }
  var conferencia = ConferenciaDeDados()
  /// The records that hold.
  var operacoes: [Operacao] = []
  /// Numbers of those that do not.
  var operacoesDanificadas: [Int] = []
  /// SHA-256 of contents that are named, and by what.
  var nomeados: [String: String] = [:]
  /// The versions of bases that could be read.
  var versoes: [String: Base] = [:]
  /// Contents found whole.
  var inteiros: Set<String> = []
  /// The files under `bases/` and `relatorios/` that are what they must be, by SHA-256.
  var copias: [String: String] = [:]
  /// True when `estado.json` is of an earlier time: then what came later is no damage.
  var estadoEhAntigo = false
  /// What the reports say of the audit log, by their paths.
  var testemunhos: [(caminho: String, testemunho: Testemunho)] = []

  private init(_ retrato: Retrato) { self.retrato = retrato }

  static func conferir(_ acervo: Acervo) throws(DadosError) -> ConferenciaDeDados {
    let retrato: Retrato
    do throws(DadosError) {
      // Not as other readers do: bases of which no operation tells are found further on.
      if let estado = try acervo.lerEstado() {
        retrato = Retrato(acervo: acervo, estado: estado)
      } else {
        retrato = try acervo.retrato()
      }
    } catch {
      // Without it nothing else can be judged.
      return ConferenciaDeDados(achados: [.arquivo(error)])
    }
    var conferidor = Conferidor(retrato)
    conferidor.conferirOperacoes()
    conferidor.conferirRumo()
    conferidor.acharCopias()
    conferidor.conferirVersoes()
    conferidor.conferirBases()
    conferidor.conferirRelatorios()
    conferidor.conferirObjetos()
    conferidor.conferirOutrosArquivos()
    conferidor.conferirAuditoria()
    return conferidor.conferencia
  }

  /// What stands at a path.
  enum Leitura {
    case ausente
    /// It cannot be read; that is a finding already.
    case ilegivel
    case bytes([UInt8])
  }

  mutating func ler(_ caminho: String) -> Leitura {
    do throws(DadosError) {
      let bytes = try comoDados { () throws(FileError) in try readFileIfThere(caminho) }
      return bytes.map { .bytes($0) } ?? .ausente
    } catch {
      achar(.arquivo(error))
      return .ilegivel
    }
  }

  /// The names in a folder; one that cannot be looked into is a finding.
  mutating func listar(_ corpo: () throws(FileError) -> [String]) -> [String] {
    do throws(DadosError) {
      return try comoDados(corpo)
    } catch {
      achar(.arquivo(error))
      return []
    }
  }

  mutating func achar(_ achado: ConferenciaDeDados.Achado) {
    if !conferencia.achados.contains(achado) { conferencia.achados.append(achado) }
  }

  // MARK: - Operations

  /// Each record must be the one that the record after it names; the last, the one that
  /// `estado.json` names. After the last there is none that ever was true.
  private mutating func conferirOperacoes() {
    guard let estado = retrato.historia else { return }
    let historico = retrato.historicoLegivel()
    operacoes = historico.operacoes
    operacoesDanificadas = historico.danos.map(\.numero)
    for dano in historico.danos { achar(.arquivo(dano.erro)) }
    conferencia.contagens.operacoes = estado.operacao
    conferencia.ultimoRelatorio = estado.ultimoRelatorio
    do throws(DadosError) {
      if let vista = try retrato.operacaoAlem() {
        estadoEhAntigo = true
        achar(
          .arquivo(
            .estadoAntigo(caminho: acervo.estado, operacao: estado.operacao, vista: vista)))
        conferencia.observacoes.append(.naoConferido(.posteriores))
      }
    } catch {
      achar(.arquivo(error))
    }
  }

  /// The operations, one after the other, must lead to the bases that `estado.json` knows.
  private mutating func conferirRumo() {
    guard let estado = retrato.historia, operacoesDanificadas.isEmpty else { return }
    var bases: [Competencia: String] = [:]
    var tocados: Set<Competencia> = []
    for operacao in operacoes {
      for (mes, troca) in operacao.gravou.sorted(by: { $0.key < $1.key }) {
        if tocados.contains(mes), bases[mes] != troca.antes {
          achar(.historicoNaoLeva(a: mes, ate: operacao.numero))
        }
        bases[mes] = troca.depois
        tocados.insert(mes)
      }
    }
    if let dado = operacoes.compactMap(\.relatorio).max(), dado != estado.ultimoRelatorio {
      achar(.ultimoRelatorio(dito: estado.ultimoRelatorio, dado: dado))
    }
    for mes in tocados.sorted() where bases[mes] != estado.bases[mes] {
      achar(.historicoNaoLeva(a: mes, ate: estado.operacao))
    }
  }
}
