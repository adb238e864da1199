import CommandLineKit
import Dados

let auditoriaVerificar = Command<Ambiente>(
  "verificar", "Confere se o registro de auditoria está inteiro e inalterado.",
  examples: ["comissoes auditoria verificar"]
) { _ in
  { values, ambiente in
    try ambiente.conferirFormato(values)
    let conferencia = try ambiente.acervo.retrato().conferirAuditoria()
    try ambiente.mostrar {
      textoDeAuditoriaConferida(conferencia)
    } documento: {
      DocumentoDeAuditoriaConferida(conferencia)
    }
    if !conferencia.achados.isEmpty { throw Falha.achados }
  }
}
