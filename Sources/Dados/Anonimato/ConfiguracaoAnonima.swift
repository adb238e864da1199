import JSONDocuments

extension Anonimizador {
  /// The configuration of an operation, with what reading its spreadsheets again needs: no paths,
  /// and what somebody has typed replaced as in the spreadsheets.
  mutating func configuracao(_ texto: String) -> String {
    let lida = try? decodeJSON(JSONValue.self, from: Array(texto.utf8))
    var nova: [String: JSONValue] = [:]
    for (chave, valor) in (lida?.object ?? [:]).sorted(by: { $0.key < $1.key }) {
      switch chave {
      case "linhas_de_cabecalho", "limites": nova[chave] = soNumeros(valor)
      case "apelidos": nova[chave] = apelidos(valor)
      case "mapeamento_forma", "mapeamento_status": nova[chave] = mapeamento(valor)
      // Where the files of the house are, and what this version does not know.
      default: break
      }
    }
    var writer = JSONWriter(.compact)
    writer.value(.object(nova))
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func soNumeros(_ valor: JSONValue) -> JSONValue? {
    switch valor {
    case .number: valor
    case .object(let membros): .object(membros.compactMapValues(soNumeros))
    case .null, .boolean, .string, .array: nil
    }
  }

  /// Spreadsheet, column, other headers: only these last were typed.
  private mutating func apelidos(_ valor: JSONValue) -> JSONValue {
    switch valor {
    case .string(let texto): return .string(pseudonimos.texto(texto))
    case .array(let textos): return .array(textos.map { apelidos($0) })
    case .object(let membros):
      var novos: [String: JSONValue] = [:]
      for (nome, membro) in membros.sorted(by: { $0.key < $1.key }) {
        novos[nome] = apelidos(membro)
      }
      return .object(novos)
    case .null, .boolean, .number: return valor
    }
  }

  private mutating func mapeamento(_ valor: JSONValue) -> JSONValue {
    var novo: [String: JSONValue] = [:]
    for (texto, sentido) in (valor.object ?? [:]).sorted(by: { $0.key < $1.key }) {
      novo[pseudonimos.forma(texto)] = sentido
    }
    return .object(novo)
  }
}
