import Dominio
import DurableFiles
import JSONDocuments

/// The audit log: JSON Lines, only ever appended to, each line chained to the one before.
/// Docs/regras.md §8
///
///     {"n":12,"operacao":3,…,"anterior":"<sha256 of line 11>","sha256":"<sha256 of this one>"}
///
/// The hash of a line is that of its bytes before `,"sha256"`. How many lines there are and the
/// hash of the last also stand in `estado.json`, so that a cut tail is noticed.
struct LinhasDeAuditoria {
  private(set) var bytes: [UInt8] = []
  private(set) var estado: Estado.Auditoria
  private let operacao: Operacao

  init(de operacao: Operacao, apos estado: Estado.Auditoria) {
    self.operacao = operacao
    self.estado = estado
  }

  /// What the operation as a whole did.
  mutating func operar() {
    let operacao = operacao
    linha { writer in
      writer.key("argumentos")
      writer.object { writer in
        for (nome, texto) in operacao.argumentos.sorted(by: { $0.key < $1.key }) {
          writer.member(nome, texto)
        }
      }
    }
  }

  /// Every client of whom a base says something else afterwards.
  mutating func comparar(_ competencia: Competencia, antes: Base?, depois: Base?) {
    for diferenca in diferencas(de: antes, para: depois) {
      linha { writer in
        writer.member("mes", competencia.iso)
        writer.member("cliente", diferenca.cliente.texto)
        writer.key("antes")
        writer.retrato(diferenca.antes)
        writer.key("depois")
        writer.retrato(diferenca.depois)
      }
    }
  }

  /// Every alert that ended or opened again, and every link of names.
  mutating func compararAlertasEVinculos(_ competencia: Competencia, antes: Base?, depois: Base?) {
    for mudado in alertasMudados(de: antes, para: depois) {
      linha { writer in
        writer.member("mes", competencia.iso)
        writer.member(
          "alerta", NumeroDeAlerta(base: competencia, serie: mudado.depois.serie).description)
        writer.member("cliente", mudado.depois.cliente.texto)
        writer.key("antes")
        writer.andamento(mudado.antes)
        writer.key("depois")
        writer.andamento(mudado.depois)
      }
    }
    let (antigos, novos) = (antes?.vinculos ?? [], depois?.vinculos ?? [])
    for (vinculo, feito) in antigos.filter({ !novos.contains($0) }).map({ ($0, false) })
      + novos.filter({ !antigos.contains($0) }).map({ ($0, true) })
    {
      linha { writer in
        writer.member("mes", competencia.iso)
        writer.member("nome", vinculo.nome.texto)
        writer.member("cliente", vinculo.cliente.texto)
        writer.key("antes")
        writer.vinculo(feito ? nil : vinculo)
        writer.key("depois")
        writer.vinculo(feito ? vinculo : nil)
      }
    }
  }

  private mutating func linha(_ corpo: (inout JSONWriter) -> Void) {
    var writer = JSONWriter(.compact)
    writer.object {
      $0.member("n", estado.linhas + 1)
      $0.member("operacao", operacao.numero)
      $0.member("momento", operacao.momento)
      $0.member("usuario", operacao.usuario)
      $0.member("acao", operacao.acao.rawValue)
      corpo(&$0)
      $0.member("anterior", estado.sha256)
    }
    var aberta = writer.bytes
    aberta.removeLast()
    let sha256 = sha256(of: aberta)
    let inicio = bytes.count
    bytes += aberta
    bytes += ",\"sha256\":\"\(sha256)\"}\n".utf8
    estado.linhas += 1
    estado.bytes += bytes.count - inicio
    estado.sha256 = sha256
  }
}

extension JSONWriter {
  /// Whether an alert is open, and how it ended; null when there was none.
  fileprivate mutating func andamento(_ alerta: Alerta?) {
    guard let alerta else { return value(nil) }
    object {
      $0.member("status", alerta.situacao.rawValue)
      $0.member("motivo", alerta.desfecho?.motivo ?? alerta.reabertura)
    }
  }

  fileprivate mutating func vinculo(_ vinculo: Vinculo?) {
    guard let vinculo else { return value(nil) }
    object { $0.member("motivo", vinculo.motivo) }
  }

  /// What a run can change of a client; null when there is none.
  fileprivate mutating func retrato(_ cliente: Cliente?) {
    guard let cliente else { return value(nil) }
    object {
      $0.member("status", cliente.situacao.status.rawValue)
      $0.member("valor_comissao", cliente.situacao.valor?.texto)
      $0.member("fonte", cliente.situacao.fonte)
      $0.member("observacao", cliente.situacao.observacao)
      if let faturamento = cliente.faturamento {
        $0.member("faturado", faturamento.valor.texto)
        $0.member("data_pagamento", faturamento.dia.iso)
        $0.member("relatorio", faturamento.relatorio)
        if let devolucao = faturamento.devolucao {
          $0.member("devolvido_em", devolucao.dia.iso)
          $0.member("motivo_da_devolucao", devolucao.motivo)
        }
      }
      if let liberacao = cliente.liberacao {
        $0.member("liberado_em", liberacao.dia.iso)
        $0.member("motivo_da_liberacao", liberacao.motivo)
      }
      if let decisao = cliente.decisao {
        $0.member("decidido_em", decisao.dia.iso)
        $0.member("motivo_da_decisao", decisao.motivo)
      }
    }
  }
}
