import Dominio
import JSONDocuments

/// `relatorio listar --formato json`
struct DocumentoDeRelatorios: Encodable {
  let relatorios: [ResumoDeRelatorio]

  init(_ guardados: [RelatorioGuardado]) { relatorios = guardados.map(ResumoDeRelatorio.init) }
}

struct ResumoDeRelatorio: Encodable {
  let numero: Int
  let base: String
  let data: String
  let arquivo: String
  let sha256: String
  let clientes: Int
  let valor: String
  let desistencias: Int

  init(_ guardado: RelatorioGuardado) {
    numero = guardado.relatorio.numero
    base = guardado.base.competencia.iso
    data = guardado.relatorio.dia.iso
    arquivo = guardado.relatorio.arquivo
    sha256 = guardado.relatorio.sha256
    clientes = guardado.relatorio.clientes
    valor = guardado.relatorio.valor.texto
    desistencias = guardado.relatorio.desistencias
  }
}

/// `relatorio mostrar --formato json`
struct DocumentoDeRelatorio: Encodable {
  struct Faturado: Encodable {
    let nome: String
    let valor: String
    @OrNull var contrato: String?
  }

  let relatorio: ResumoDeRelatorio
  let faturados: [Faturado]

  init(_ guardado: RelatorioGuardado) {
    relatorio = ResumoDeRelatorio(guardado)
    faturados = guardado.faturados.map {
      Faturado(
        nome: $0.cliente.texto, valor: $0.faturamento.valor.texto,
        contrato: $0.faturamento.contrato)
    }
  }
}

/// `relatorio reemitir --formato json`
struct DocumentoDeReemissao: Encodable {
  let relatorio: ResumoDeRelatorio
  let caminho: String

  init(_ guardado: RelatorioGuardado, caminho: String) {
    relatorio = ResumoDeRelatorio(guardado)
    self.caminho = caminho
  }
}
