import Dominio
import DurableFiles

// The files under `bases/` and `relatorios/`, against the versions that hold.

extension Conferidor {
  mutating func conferirBases() {
    conferencia.contagens.bases = retrato.estado.bases.count
    for (mes, certo) in retrato.estado.bases.sorted(by: { $0.key < $1.key }) {
      let caminho = acervo.caminho(mes)
      let leitura = ler(caminho)
      guard retrato.historia != nil else {
        if case .bytes(let bytes) = leitura { conferirSolta(bytes, de: mes) }
        continue
      }
      conferirCopia(leitura, certo, caminho, estaAtrasada: estaAtrasada(mes))
      if let base = versoes[certo] { conferencia.bases.append(base) }
    }
    if retrato.historia == nil {
      conferencia.ultimoRelatorio = conferencia.bases.flatMap(\.relatorios).map(\.numero).max() ?? 0
    }
  }

  /// A base without a history: from an early program, or somebody has taken the history away.
  private mutating func conferirSolta(_ bytes: [UInt8], de mes: Competencia) {
    do throws(DadosError) {
      let base = try acervo.base(bytes, de: mes)
      conferencia.bases.append(base)
      if !base.relatorios.isEmpty || base.clientes.contains(where: \.jaPago) {
        achar(.semHistoria(mes))
      }
    } catch {
      achar(.arquivo(error))
    }
  }

  /// True when the last step wrote this base and was cut short before its copy was in place.
  private func estaAtrasada(_ mes: Competencia) -> Bool {
    guard let ultima = operacoes.last, ultima.numero == retrato.operacao,
      let troca = ultima.gravou[mes]
    else { return false }
    let presente = (try? readFileIfThere(acervo.caminho(mes))).flatMap(\.self)
    return presente == nil || presente.map { sha256(of: $0) } == troca.antes
  }

  mutating func conferirRelatorios() {
    for base in conferencia.bases {
      for relatorio in base.relatorios {
        conferencia.contagens.relatorios += 1
        let caminho = acervo.caminho(relatorio)
        let leitura = ler(caminho)
        if case .bytes(let bytes) = leitura, sha256(of: bytes) == relatorio.sha256 {
          copias[relatorio.sha256] = caminho
          testemunhar(bytes, caminho)
        }
        if case .ausente = leitura {
          conferirCopia(
            leitura, relatorio.sha256, caminho, estaAtrasada: estaAtrasada(base.competencia))
        } else {
          conferirCopia(leitura, relatorio.sha256, caminho, estaAtrasada: false)
        }
      }
    }
  }

  mutating func testemunhar(_ bytes: [UInt8], _ caminho: String) {
    guard let testemunho = Testemunho(workbook: bytes) else { return }
    testemunhos.append((caminho, testemunho))
  }

  private mutating func conferirCopia(
    _ leitura: Leitura, _ certo: String, _ caminho: String, estaAtrasada: Bool
  ) {
    switch leitura {
    case .ilegivel: return
    case .bytes(let bytes) where sha256(of: bytes) == certo: return
    case .ausente, .bytes:
      if estaAtrasada {
        return conferencia.observacoes.append(.copiaAtrasada(caminho: caminho))
      }
      let versao = (try? acervo.objetoInteiro(certo)) != nil
      guard case .bytes(let bytes) = leitura else {
        return achar(.copiaAusente(caminho: caminho, versao: versao))
      }
      guard acervo.objetos.contains(sha256(of: bytes)) else {
        return achar(.copiaAlterada(caminho: caminho, versao: versao))
      }
      if !estadoEhAntigo { achar(.copiaAntiga(caminho: caminho)) }
    }
  }
}
