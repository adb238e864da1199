import Conciliacao
import Dominio
import JSONDocuments
import Relatorios

/// A whole base to be handed on, in whichever form. Docs/regras.md §7
struct BaseExportada {
  /// With what it inherits from the others.
  let base: Base
  let dia: Dia
  private let alertas: [ChaveDeNome: Int]

  init(_ base: Base, dia: Dia) {
    self.base = base
    self.dia = dia
    alertas = base.alertasEmAberto
  }

  func alertas(de cliente: Cliente) -> Int { alertas[cliente.chave] ?? 0 }

  var linhas: [PlanilhaDaBase.Linha] {
    base.clientes.emOrdemAlfabetica(por: \.chave).map {
      PlanilhaDaBase.Linha($0, alertas: alertas(de: $0))
    }
  }

  var cabecalho: PlanilhaDaBase.Cabecalho {
    PlanilhaDaBase.Cabecalho(
      base: base.competencia, dia: dia, resumo: resumo, fontes: base.fontes)
  }

  /// `A receber: R$ 849,55 · Faturado nesta base: R$ 4.524,77 · 27 alertas em aberto`
  private var resumo: String {
    let totais = Totais(base)
    var partes = [
      "A receber: \(totais.aReceber.emReais())",
      "Faturado nesta base: \(totais.faturado.emReais())",
    ]
    if totais.estornos != .zero { partes.append("A devolver: \(totais.estornos.emReais())") }
    return (partes + [resumoDosAlertas]).joined(separator: " · ")
  }

  private var resumoDosAlertas: String {
    let abertos = alertas.values.reduce(0, +)
    let fora = abertos - linhas.reduce(0) { $0 + $1.alertas }
    let todos = contagem(abertos, "alerta em aberto", "alertas em aberto")
    return fora == 0
      ? todos : "\(todos), \(fora) de \(fora == 1 ? "nome" : "nomes") fora da base"
  }

  /// CSV or JSON.
  func bytes(como formato: Ambiente.Formato) throws -> [UInt8] {
    guard formato == .csv else { return try encodeJSON(DocumentoDaExportacao(self)) }
    var bytes: [UInt8] = []
    let saida = Escoadouro { bytes += $0 }
    csv.escrever(em: saida)
    try saida.finish()
    return bytes
  }
}
