import Conciliacao
import Dados
import Dominio
import JSONDocuments

extension Controle.Estatisticas {
  /// By the names of the document, as the history keeps them.
  var porNome: [String: String] {
    [
      "clientes_atualizados": clientesAtualizados, "novos_financiados": novos[.financiado] ?? 0,
      "novos_pagos": novos[.pago] ?? 0, "novos_descontos": novos[.desconto] ?? 0,
      "novos_desistiu": novos[.desistiu] ?? 0,
      "novos_requer_analise": novos[.requerAnalise] ?? 0, "alertas_gerados": alertasGerados,
    ].mapValues(String.init)
  }
}

/// `controle --formato json`
struct DocumentoDeControle: Encodable {
  struct Estatisticas: Encodable {
    enum CodingKeys: String, CodingKey {
      case clientesAtualizados = "clientes_atualizados"
      case novosFinanciados = "novos_financiados"
      case novosPagos = "novos_pagos"
      case novosDescontos = "novos_descontos"
      case novosDesistiu = "novos_desistiu"
      case novosRequerAnalise = "novos_requer_analise"
      case alertasGerados = "alertas_gerados"
    }

    let clientesAtualizados: Int
    let novosFinanciados: Int
    let novosPagos: Int
    let novosDescontos: Int
    let novosDesistiu: Int
    let novosRequerAnalise: Int
    let alertasGerados: Int

    init(_ estatisticas: Controle.Estatisticas) {
      clientesAtualizados = estatisticas.clientesAtualizados
      novosFinanciados = estatisticas.novos[.financiado] ?? 0
      novosPagos = estatisticas.novos[.pago] ?? 0
      novosDescontos = estatisticas.novos[.desconto] ?? 0
      novosDesistiu = estatisticas.novos[.desistiu] ?? 0
      novosRequerAnalise = estatisticas.novos[.requerAnalise] ?? 0
      alertasGerados = estatisticas.alertasGerados
    }
  }

  enum CodingKeys: String, CodingKey {
    case base, estatisticas, clientes, alertas, avisos
    case dryRun = "dry_run"
    case mapeamento = "mapeamento_forma"
  }

  /// A FORMA that means something else than at the last controle.
  struct Mapeamento: Encodable {
    let forma: String
    /// Null where the mapping did not, or does not, know it.
    @OrNull var antes: String?
    @OrNull var depois: String?
    /// How many stand otherwise because of it.
    let clientes: Int
    /// The operation that knew the former meaning.
    let desde: Int

    init(_ mudanca: MudancaDeMapeamento) {
      forma = mudanca.forma
      antes = mudanca.antes?.palavra
      depois = mudanca.depois?.palavra
      clientes = mudanca.clientes
      desde = mudanca.desde.numero
    }
  }

  let base: String
  let dryRun: Bool
  let estatisticas: Estatisticas
  let clientes: [DocumentoDeCliente]
  let alertas: [DocumentoDeAlerta]
  let avisos: [DocumentoDeAviso]
  let mapeamento: [Mapeamento]

  init(_ controle: Controle, _ mapeamento: [MudancaDeMapeamento], dryRun: Bool, avisos: [Aviso]) {
    base = controle.base.competencia.iso
    self.dryRun = dryRun
    estatisticas = Estatisticas(controle.estatisticas)
    clientes = controle.base.clientes.map(DocumentoDeCliente.init)
    alertas = controle.alertas.map(DocumentoDeAlerta.init)
    self.avisos = avisos.map(DocumentoDeAviso.init)
    self.mapeamento = mapeamento.map(Mapeamento.init)
  }
}
