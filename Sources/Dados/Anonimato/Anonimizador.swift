import Dominio
import JSONDocuments

/// Takes every name out of the documents of a data directory, and leaves their structure.
///
/// What may stay is listed here, by key; every text under another key is replaced, so that a key
/// that a later version adds gives nobody away.
struct Anonimizador {
  var pseudonimos: Pseudonimos
  /// SHA-256 of contents, before and after.
  var somas: [String: String] = [:]

  init(_ pseudonimos: Pseudonimos) { self.pseudonimos = pseudonimos }

  /// Codes, months, days, amounts of the program's own.
  private static let ficam: Set<String> = [
    "formato", "mes", "base", "status", "tipo", "planilha", "acao", "momento", "data",
    "data_pagamento", "devolvido_em", "liberado_em", "decidido_em", "valor", "valor_comissao",
    "faturado", "coluna", "celula", "autor", "referencia", "alerta", "razoes",
  ]

  mutating func documento(_ valor: JSONValue) -> JSONValue {
    guard var objeto = self.valor(valor, em: "", de: [:]).object else { return valor }
    // `Base Outubro/2025` is the name of no person.
    if objeto["formato"]?.string == BaseGravada.formatoConhecido {
      objeto["nome"] = valor.object?["nome"]
      objeto["clientes"] = ordenados(objeto["clientes"]) { ChaveDeNome(nome: $0["nome"]) }
    }
    objeto["alertas"] = emOrdem(objeto["alertas"])
    return .object(objeto)
  }

  private mutating func valor(
    _ valor: JSONValue, em chave: String, de objeto: [String: JSONValue]
  ) -> JSONValue {
    switch valor {
    case .null, .boolean, .number: return valor
    case .string(let texto): return .string(self.texto(texto, em: chave, de: objeto))
    case .array(let elementos):
      return .array(elementos.map { self.valor($0, em: chave, de: objeto) })
    case .object(let membros):
      // In the order of keys: names that are given anew must not hang on chance.
      var novos: [String: JSONValue] = [:]
      for (nome, membro) in membros.sorted(by: { $0.key < $1.key }) {
        novos[nome] =
          argumento(membro, nome, em: chave) ?? self.valor(membro, em: nome, de: membros)
      }
      return .object(novos)
    }
  }

  /// What was asked for, and what came of it: texts of any kind, of which only days, what was decided
  /// and, among the results, numbers may stay.
  private mutating func argumento(
    _ valor: JSONValue, _ nome: String, em chave: String
  ) -> JSONValue? {
    guard let texto = valor.string else { return nil }
    switch chave {
    case "argumentos":
      if Operacao.ehConfiguracao(nome) { return .string(configuracao(texto)) }
      if nome == "forma" { return .string(pseudonimos.forma(texto)) }
      if ["operacao", "relatorio"].contains(nome), Int(texto) != nil { return valor }
      if nome == "alertas", Self.saoNumerosDeAlerta(texto) { return valor }
      if ["antes", "depois"].contains(nome), Gestores.Sentido(rawValue: texto) != nil {
        return valor
      }
      if nome == "status", Status(rawValue: texto) != nil { return valor }
      if nome == "valor", Dinheiro(texto) != nil { return valor }
      return Dia(lendo: texto) != nil ? valor : .string(pseudonimos.texto(texto))
    case "estatisticas":
      return Dinheiro(texto) != nil ? valor : .string(pseudonimos.texto(texto))
    case "bases", "leu":
      return .string(somas[texto] ?? texto)
    default: return nil
    }
  }

  private mutating func texto(
    _ texto: String, em chave: String, de objeto: [String: JSONValue]
  ) -> String {
    switch chave {
    case _ where Self.ficam.contains(chave): return texto
    case "sha256", "antes", "depois", "cabeca", "anterior": return somas[texto] ?? texto
    case "arquivo": return arquivo(texto, de: objeto)
    case "lido": return evidencia(texto, objeto["coluna"]?.string ?? "")
    // The program's own words.
    case "motivo" where objeto["autor"]?.string == Desfecho.Autor.naoSeRepete.rawValue: return texto
    // Of a manual decision it is the reason that somebody gave.
    case "observacao" where objeto["fonte"]?.string == DecisaoManual.fonte:
      return pseudonimos.texto(texto)
    case "fonte", "observacao": return pseudonimos.frase(texto, comNumeros: true)
    case "descricao":
      guard let cliente = objeto["cliente"]?.string, !cliente.isEmpty else {
        return pseudonimos.texto(texto)
      }
      let partes = texto.split(separator: cliente, omittingEmptySubsequences: false)
      return partes.map { pseudonimos.frase(String($0), comNumeros: false) }
        .joined(separator: pseudonimos.texto(cliente))
    default: return pseudonimos.texto(texto)
    }
  }

  /// Columns of which an amount, a count or a day may stay.
  private static let deNumeros: Set<String> = [
    ColunaDeAcompanhamento.dia.rawValue, ColunaDeGestores.comissao.rawValue,
    ColunaDeWeboPay.parcela.rawValue, ColunaDeWeboPay.valor.rawValue,
    ColunaDeWeboPay.venda.rawValue, ColunaDeWeboPay.totalDeParcelas.rawValue,
    ColunaDeEPR.assinatura.rawValue,
  ]
  /// Columns with words of the rules, or what somebody has typed in their place.
  private static let dePalavras: Set<String> = [
    ColunaDeGestores.forma.rawValue, ColunaDeGestores.status.rawValue,
    ColunaDeWeboPay.statusDaParcela.rawValue, ColunaDeWeboPay.statusDaComissao.rawValue,
  ]

  /// What was understood of a cell. A number may also be that of a contract or of a flat.
  private mutating func evidencia(_ texto: String, _ coluna: String) -> String {
    if Self.dePalavras.contains(coluna) { return pseudonimos.forma(texto) }
    let fica =
      Self.deNumeros.contains(coluna) && (Dinheiro(texto) != nil || Dia(lendo: texto) != nil)
    return fica ? texto : pseudonimos.texto(texto)
  }

  /// `Gestores.xlsx` for a spreadsheet; the name that the program itself gives to a report stays.
  private func arquivo(_ texto: String, de objeto: [String: JSONValue]) -> String {
    guard let planilha = objeto["planilha"]?.string else {
      return Self.arquivo(doRelatorio: objeto["numero"]?.integer ?? 0, texto)
    }
    return "\(planilha).xlsx"
  }

  static func arquivo(doRelatorio numero: Int, _ texto: String) -> String {
    let fim = "-recebimentos-\(preenchido(numero, 4)).xlsx"
    let mes = texto.hasSuffix(fim) ? Competencia(lendo: String(texto.dropLast(fim.count))) : nil
    return "\(mes?.iso ?? "relatorio")\(fim)"
  }

  /// `2510-1, 2510-7`.
  private static func saoNumerosDeAlerta(_ texto: String) -> Bool {
    texto.split(separator: ",").allSatisfy {
      NumeroDeAlerta(lendo: String($0.drop { $0 == " " })) != nil
    }
  }

  // MARK: - Order

  /// The order is that of the new names.
  private func ordenados(
    _ valor: JSONValue?, por chave: ([String: String]) -> ChaveDeNome?
  ) -> JSONValue? {
    valor?.array.map { elementos in
      .array(
        elementos.sorted { um, outro in
          guard let um = chave(um.textos), let outro = chave(outro.textos) else { return false }
          return um < outro
        })
    }
  }

  private func emOrdem(_ alertas: JSONValue?) -> JSONValue? {
    func identidade(_ alerta: JSONValue) -> Alerta.Identidade? {
      let textos = alerta.textos
      guard let tipo = TipoDeAlerta(codigo: textos["tipo"] ?? ""),
        let cliente = ChaveDeNome(nome: textos["cliente"] ?? ""),
        let planilha = Planilha(rawValue: textos["planilha"] ?? "")
      else { return nil }
      return .init(tipo: tipo, cliente: cliente, planilha: planilha)
    }
    return alertas?.array.map { alertas in
      .array(
        alertas.sorted { um, outro in
          guard let um = identidade(um), let outro = identidade(outro) else { return false }
          return um < outro
        })
    }
  }
}

extension ChaveDeNome {
  fileprivate init?(nome: String?) {
    guard let nome, let chave = ChaveDeNome(nome: nome) else { return nil }
    self = chave
  }
}

extension JSONValue {
  fileprivate var textos: [String: String] { object?.compactMapValues(\.string) ?? [:] }
}
