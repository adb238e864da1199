package import Dominio
package import Spreadsheets

/// Why a spreadsheet cannot be used at all. Nothing of it is read then.
package enum PlanilhaError: Error, Equatable, Sendable {
  case ilegivel(arquivo: String, SpreadsheetError)
  case abaInexistente(arquivo: String, aba: String, abas: [String])
  case semAbaVisivel(arquivo: String, abas: [String])
  case semCabecalho(SemCabecalho)
}

/// A header that was not found, or lacks required columns: where it was looked for, and what came
/// nearest.
package struct SemCabecalho: Equatable, Sendable {
  package struct Achado: Equatable, Sendable {
    package let aba: String
    /// In Excel's numbers.
    package let linha: Int
    /// All texts of the row, wanted or not.
    package let colunas: [String]
    /// How many of them are wanted.
    package let desejadas: Int
    package let faltando: [String]
    /// True when the row is a header that lacks required columns.
    package let ehCabecalho: Bool
  }

  package let arquivo: String
  package let planilha: Planilha
  /// The sheets that were searched.
  package let abas: [String]
  /// How many rows of each were searched.
  package let linhas: Int
  package let doCabecalho: [String]
  package let achado: Achado?
}

extension PlanilhaError {
  package var mensagem: String {
    switch self {
    case .ilegivel(let arquivo, let erro):
      "\(arquivo): \(erro.explicacao)"
    case .abaInexistente(let arquivo, let aba, let abas):
      "\(arquivo): não há aba \"\(aba)\". As abas são: \(abas.entreAspas)."
    case .semAbaVisivel(let arquivo, let abas):
      abas.isEmpty
        ? "\(arquivo): o arquivo não tem nenhuma aba com células. Confira se é o arquivo certo."
        : "\(arquivo): todas as abas estão ocultas (\(abas.entreAspas))."
          + " Reexiba a aba certa no Excel e salve."
    case .semCabecalho(let falta):
      falta.mensagem
    }
  }
}

extension SemCabecalho {
  fileprivate var mensagem: String {
    let onde =
      "nas linhas 1 a \(linhas) "
      + (abas.count == 1 ? "da aba \(abas.entreAspas)" : "das abas \(abas.entreAspas)")
    if let achado, achado.ehCabecalho {
      return "\(arquivo), aba \"\(achado.aba)\", linha \(achado.linha): "
        + (achado.faltando.count == 1 ? "falta a coluna " : "faltam as colunas ")
        + "\(achado.faltando.joined(separator: ", ")) de \(planilha.rawValue)."
        + " Colunas encontradas: \(achado.colunas.emResumo)."
        + " Procurei \(onde)."
        + " Corrija o cabeçalho, ou dê o nome usado na planilha em 'apelidos' da configuração."
    }
    var texto =
      "\(arquivo): não encontrei o cabeçalho de \(planilha.rawValue) (uma linha com "
      + "\(doCabecalho.joined(separator: " e "))) \(onde)."
    if let achado {
      texto +=
        " O mais parecido está na aba \"\(achado.aba)\", linha \(achado.linha):"
        + " tem \(achado.colunas.emResumo);"
        + " falta \(achado.faltando.joined(separator: ", "))."
    } else {
      texto += " Nenhuma das colunas esperadas foi encontrada."
    }
    return texto + " Confira se é o arquivo certo."
  }
}

extension [String] {
  /// The texts of a header, cut where they are too long or too many for a message.
  fileprivate var emResumo: String {
    let mostrados = prefix(30).map { $0.count > 40 ? "\($0.prefix(39))…" : $0 }
    return mostrados.joined(separator: ", ") + (count > 30 ? "…" : "")
  }

  private static let nomesDitos = 20

  /// The first of them, and how many more there are.
  var entreAspas: String {
    let ditos = prefix(Self.nomesDitos).map(\.encurtado.entreAspas).joined(separator: ", ")
    return count > Self.nomesDitos ? "\(ditos) e mais \(count - Self.nomesDitos)" : ditos
  }
}

extension String {
  private static let letrasDitas = 100

  var entreAspas: String { "\"\(self)\"" }

  /// A name out of a file may be of any length.
  var encurtado: String {
    count > Self.letrasDitas ? "\(prefix(Self.letrasDitas))…" : self
  }
}
