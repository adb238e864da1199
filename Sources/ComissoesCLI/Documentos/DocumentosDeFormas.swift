import Dados
import Dominio
import JSONDocuments

/// `config forma --formato json`
struct DocumentoDeFormas: Encodable {
  struct Item: Encodable {
    let forma: String
    let sentido: String
    let origem: String
    @OrNull var ocorrencias: Int?
  }

  struct Usada: Encodable {
    let base: String
    let arquivo: String
  }

  let formas: [Item]
  @OrNull var gestores: Usada?

  init(_ mapa: MapaDeFormas, gestores: GestoresUsada?) {
    formas = mapa.entradas.map {
      Item(
        forma: $0.forma, sentido: $0.sentido.palavra, origem: $0.origem.rawValue,
        ocorrencias: $0.ocorrencias)
    }
    self.gestores = gestores.map { Usada(base: $0.base.iso, arquivo: $0.arquivo) }
  }
}

/// `config forma FORMA SENTIDO --formato json`
struct DocumentoDeMudancaDeForma: Encodable {
  enum CodingKeys: String, CodingKey {
    case arquivo, forma, antes, depois, mudou, copia, operacao
    case dryRun = "dry_run"
  }

  let arquivo: String
  let dryRun: Bool
  let forma: String
  @OrNull var antes: String?
  let depois: String
  /// False when it meant this already.
  let mudou: Bool
  /// Where the former file is kept.
  @OrNull var copia: String?
  /// The number of its record; null when nothing was done, or there is no history yet.
  @OrNull var operacao: Int?

  init(
    _ mudanca: MudancaDeForma, _ edicao: EdicaoDeConfiguracao?, arquivo: String,
    operacao: Operacao?
  ) {
    self.operacao = operacao?.numero
    self.arquivo = arquivo
    dryRun = mudanca.dryRun
    forma = mudanca.forma
    antes = mudanca.antes?.palavra
    depois = mudanca.depois.palavra
    mudou = edicao != nil
    copia = mudanca.dryRun || edicao?.antes == nil ? nil : edicao?.copia
  }
}
