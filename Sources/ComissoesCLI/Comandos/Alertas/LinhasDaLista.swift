import Dados
import Dominio
import DurableFiles
import JSONDocuments
import Relatorios

extension ListaDeAlertas.Linha {
  init(_ alerta: Alerta, de base: Base) {
    self.init(
      numero: base.numero(de: alerta).description, severidade: alerta.tipo.severidade,
      nomeDaSeveridade: alerta.tipo.severidade.nome,
      tipo: "\(alerta.tipo.numero). \(alerta.tipo.nome)", cliente: alerta.cliente.texto,
      planilha: alerta.planilha.rawValue, descricao: alerta.descricao,
      evidencia: resumo(alerta.evidencias.map(\.texto), de: base.numero(de: alerta)),
      sugestoes: alerta.candidatos.map(\.texto).joined(separator: "\n"),
      status: alerta.situacao.nome, motivo: alerta.desfecho?.motivo,
      marca: alerta.marca(na: base.competencia))
  }
}

/// A name repeated a hundred times has hundreds of cells; a row shows the first.
private func resumo(_ evidencias: [String], de numero: NumeroDeAlerta) -> String {
  let mostradas = 8
  let resto = evidencias.count - mostradas
  return evidencias.prefix(mostradas).joined(separator: "\n")
    + (resto > 0 ? "\n… e mais \(resto): comissoes alertas mostrar \(numero)" : "")
}

extension Alerta {
  /// What a list says of what the alert was like when it was made: month, identity, evidence and
  /// state. Another row or file with the same values is no change. Docs/regras.md §10
  func marca(na base: Competencia) -> String {
    var writer = JSONWriter(.compact)
    writer.object {
      $0.member("mes", base.iso)
      $0.member("tipo", tipo.codigo)
      $0.member("cliente", cliente.texto)
      $0.member("planilha", planilha.rawValue)
      $0.member("status", situacao.rawValue)
      for (lugar, evidencia) in evidencias.enumerated() {
        $0.member("\(lugar).\(evidencia.planilha.rawValue).\(evidencia.coluna)", evidencia.valor)
      }
    }
    // A letter first: no program takes it for a number.
    return "v1-\(sha256(of: writer.bytes).prefix(16))"
  }
}
