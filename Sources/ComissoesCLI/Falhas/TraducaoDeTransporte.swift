import Archives
import Dados

extension Falha {
  /// A data directory could not be exported or imported; nothing has been changed.
  init(_ erro: TransporteError) {
    switch erro {
    case .dados(let erro): self.init(erro)
    case .arquivo(let erro): self.init(erro)
    case .pacote(let erro):
      self.init(
        erro == .failed ? .cannotWrite : .badData,
        "a cópia não pode ser usada: \(erro.explicacao) Nada foi mudado.")
    case .semDados(let pasta):
      self.init(.noInput, "\(pasta): não há dados do comissoes aqui. Confira --dados.")
    case .vazio(let caminho):
      self.init(
        .badData,
        "\(caminho): a cópia está vazia. Use outra, feita por 'comissoes dados exportar'; nada foi"
          + " mudado.")
    case .ocupado(let caminho):
      self.init(
        .cannotWrite,
        "\(caminho): já existe. Importa-se só para uma pasta vazia: escolha outra com --dados.")
    case .estranho(let nome):
      self.init(
        .badData,
        "a cópia traz \"\(nome)\", que não é de uma pasta de dados."
          + " Use uma cópia feita por 'comissoes dados exportar'; nada foi mudado.")
    }
  }
}

extension ArchiveError {
  fileprivate var explicacao: String {
    switch self {
    case .notAnArchive: "não é um arquivo .zip, ou está cortada. Use outra cópia."
    case .tooLarge:
      "é grande demais para ser de uma pasta de dados. Use uma cópia feita por 'comissoes dados exportar'."
    case .badName(let nome): "traz um nome que não serve, \"\(nome)\"."
    case .notAFile(let nome): "\"\(nome)\" não é um arquivo comum."
    case .encrypted(let nome): "\"\(nome)\" está protegido por senha. Use a cópia sem senha."
    case .damaged(let nome): "\"\(nome)\" está danificado. Use outra cópia."
    case .failed:
      "não foi possível montá-la; falta memória? Feche outros programas e tente de novo."
    }
  }
}
