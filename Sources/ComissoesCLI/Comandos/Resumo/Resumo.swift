import CommandLineKit
import Conciliacao
import Dados
import Dominio

/// What the program does when it is called alone.
let resumo = Command<Ambiente>(
  "resumo", "Mostra como estão as comissões, e o próximo passo.",
  examples: ["comissoes", "comissoes resumo --formato json"]
) { _ in
  { values, ambiente in
    try ambiente.conferirFormato(values)
    let resumo = Resumo(ambiente)
    try ambiente.mostrar {
      textoDoResumo(resumo)
    } documento: {
      DocumentoDeResumo(resumo)
    }
  }
}

/// The state of the house. A data directory that is damaged is told of, and keeps nobody out.
/// Docs/regras.md §9
struct Resumo {
  /// Clients who are to be received, and how much.
  struct Soma {
    let clientes: Int
    let valor: Dinheiro
  }

  let pasta: String
  let meses: [Competencia]
  /// The newest base that can be read, with what it inherits.
  let base: Base?
  /// Open alerts of the bases before it.
  let alertasAnteriores: Int
  let ultimo: (base: Competencia, relatorio: Relatorio, caminho: String)?
  /// What could not be read, and why.
  let danos: [String]
  let passo: ProximoPasso

  init(_ ambiente: Ambiente) {
    let acervo = ambiente.acervo
    var meses: [Competencia] = []
    var bases: [Base] = []
    var danos: [String] = []
    do {
      let retrato = try acervo.retrato()
      meses = try retrato.competencias()
      for mes in meses {
        do {
          if let base = try retrato.base(mes) { bases.append(base) }
        } catch {
          danos += Falha(qualquer: error).mensagens
        }
      }
    } catch {
      danos = Falha(qualquer: error).mensagens
    }
    pasta = acervo.raiz
    self.meses = meses
    self.danos = danos
    base = bases.last.map { nova in
      nova.comHerancas(de: bases.filter { $0.competencia != nova.competencia })
    }
    alertasAnteriores = bases.dropLast().map(\.alertasAbertos.count).reduce(0, +)
    ultimo = bases.flatMap { base in
      base.relatorios.map { (base.competencia, $0, acervo.caminho($0)) }
    }.max { $0.1.numero < $1.1.numero }
    passo = ProximoPasso(base: base, danificado: !danos.isEmpty, ambiente)
  }

  /// FINANCIADO and not billed; those without a value count as clients.
  var aReceber: Soma {
    let clientes = (base?.clientes ?? []).filter(\.estaAReceber)
    return Soma(
      clientes: clientes.count, valor: clientes.compactMap(\.situacao.valor?.arredondado).soma)
  }

  /// Those of them who have no value.
  var semValor: Int {
    (base?.clientes ?? []).count { $0.estaAReceber && $0.situacao.valor == nil }
  }

  /// Who was billed and has given up, or got a discount, and how much must go back.
  var aDevolver: Soma {
    let estornos = (base?.clientes ?? []).compactMap(\.estorno)
    return Soma(clientes: estornos.count, valor: estornos.soma)
  }

  /// Clients whose manual decision the spreadsheets contradict by now.
  var contrariados: Int { (base?.clientes ?? []).count { $0.decisao?.contrariada == true } }

  /// True when EPR was looked at: who is still to be received has not signed, or has no value.
  var cruzadaComEPR: Bool { base?.relatorios.isEmpty == false }
}

extension Base {
  var alertasAbertos: [Alerta] { alertas.filter { $0.situacao == .pendente } }
}

extension Competencia {
  /// The month before a day: the one whose spreadsheets come then.
  static func anterior(a dia: Dia) -> Competencia? {
    Competencia(ano: dia.ano, mes: dia.mes)?.anterior
  }
}
