import Dominio
import Planilhas

/// `planilha mostrar --formato json`
struct DocumentoDePlanilha: Encodable {
  struct Aba: Encodable {
    struct Linha: Encodable {
      let numero: Int
      let celulas: [String]
    }

    enum CodingKeys: String, CodingKey {
      case nome, visivel
      case primeirasLinhas = "primeiras_linhas"
    }

    let nome: String
    let visivel: Bool
    let primeirasLinhas: [Linha]
  }

  struct Reconhecida: Encodable {
    struct Coluna: Encodable {
      let nome: String
      let letra: String
      let repetida: Bool
    }

    enum CodingKeys: String, CodingKey {
      case planilha, aba, colunas, ausentes
      case linhaDoCabecalho = "linha_do_cabecalho"
    }

    let planilha: String
    let aba: String
    let linhaDoCabecalho: Int
    let colunas: [Coluna]
    let ausentes: [String]
  }

  let arquivo: String
  let formato: String
  let abas: [Aba]
  let reconhecidas: [Reconhecida]

  init(_ retrato: RetratoDePlanilha) {
    arquivo = retrato.arquivo
    formato = retrato.formato.extensao
    abas = retrato.abas.map { aba in
      Aba(
        nome: aba.nome, visivel: aba.visivel,
        primeirasLinhas: aba.linhas.map { .init(numero: $0.numero, celulas: $0.celulas) })
    }
    reconhecidas = retrato.reconhecidas.map { achado in
      Reconhecida(
        planilha: achado.planilha.rawValue, aba: achado.aba,
        linhaDoCabecalho: achado.linhaDoCabecalho,
        colunas: achado.colunas.map {
          .init(nome: $0.nome, letra: $0.letra, repetida: $0.repetida)
        }, ausentes: achado.ausentes)
    }
  }
}
