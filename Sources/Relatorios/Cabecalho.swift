import Dominio
private import Glibc
import SheetWriting

extension RelatorioDeRecebimentos.Cabecalho {
  /// `Base Outubro/2025 · Relatório nº 7 · 03/11/2025`.
  var identificacao: String { "\(nomeDaBase) · Relatório nº \(numero) · \(dia.brasileiro)" }

  var origem: String? { fontes.origem }

  var rodape: Footer {
    Footer(
      left: [.text("\(nomeDaBase) · Relatório nº \(numero)")],
      right: [.text("Página "), .page, .text(" de "), .pageCount])
  }

  var properties: DocumentProperties {
    DocumentProperties(
      title: "Comissões a receber - \(nomeDaBase)", author: "comissoes",
      comments: "Relatório nº \(numero), de \(dia.brasileiro), gerado pelo programa comissoes"
        + (auditoria.map { ". Auditoria até aqui: \($0)" } ?? ""),
      created: dia.meioDia)
  }

  private var nomeDaBase: String { Base(competencia: base).nome }
}

extension [Fonte] {
  /// `Fontes: Gestores (COMISSÕES.xlsx) · EPR (EPR.xls)`; nil when there are none.
  var origem: String? {
    guard !isEmpty else { return nil }
    let list = map { "\($0.planilha.rawValue) (\($0.arquivo))" }
    return "Fontes: \(list.joined(separator: " · "))"
  }
}

extension Dia {
  /// Noon in UTC, which is the same day in Brazil, in seconds from 1970.
  var meioDia: Int {
    var moment = tm()
    moment.tm_year = Int32(clamping: ano - 1900)
    moment.tm_mon = Int32(clamping: mes - 1)
    moment.tm_mday = Int32(clamping: dia)
    moment.tm_hour = 12
    return timegm(&moment)
  }
}
