import CommandLineKit
import Dominio
import Planilhas

func textoDeConferir(_ resultado: ResultadoDeConferir, copias: [String]) -> String {
  var texto = resultado.planilhas.map { "\($0.texto)\n" }.joined()
  let comProblemas = resultado.planilhas.count { !$0.conferencia.problemas.isEmpty }
  let total = contagem(resultado.planilhas.count, "planilha", "planilhas")
  texto +=
    comProblemas == 0
    ? "Nenhum problema em \(total).\n"
    : contagem(resultado.problemas, "problema", "problemas") + ", em \(comProblemas) de \(total).\n"
  for copia in copias { texto += "Cópia anotada: \(copia)\n" }
  return texto
}

extension PlanilhaConferida {
  fileprivate var texto: String {
    var linhas = [cabecalho]
    if let comparada { linhas += comparada.linhas(registros: conferencia.registros) }
    let problemas = conferencia.problemas
    let mostrados = problemas.prefix(Page.current.items ?? problemas.count)
    linhas += mostrados.map { "  \($0.aviso.lugar)\($0.aviso.mensagem)." }
    if problemas.count > mostrados.count {
      linhas.append(
        "  … e mais \(milhares(problemas.count - mostrados.count)). Veja todos com '--formato csv', ou"
          + " marcados em uma cópia com '--anotar PASTA'.")
    }
    if conferencia.problemas.isEmpty { linhas.append("  Nenhum problema.") }
    return linhas.map { "\($0)\n" }.joined()
  }

  private var cabecalho: String {
    var texto = "\(conferencia.planilha.rawValue): \(conferencia.arquivo)"
    if let aba = conferencia.aba { texto += ", aba \"\(aba)\"" }
    if let linha = conferencia.linhaDoCabecalho {
      texto +=
        ", cabeçalho na linha \(linha), "
        + contagem(conferencia.registros, "registro", "registros")
    }
    return texto
  }
}

extension PlanilhaComparada {
  fileprivate func linhas(registros: Int) -> [String] {
    let base = "da base de \(self.base.porExtenso)"
    if mesmoArquivo { return ["  É o mesmo arquivo \(base) (\(fonte.arquivo))."] }
    guard let comparacao else {
      return ["  Sem comparação com a \(base) (\(fonte.arquivo)): uma das duas não pode ser lida."]
    }
    var linhas = [
      "  Comparada com a \(base) (\(fonte.arquivo)): \(comparacao.registrosAntes) →"
        + " \(contagem(registros, "registro", "registros"))."
    ]
    if !comparacao.colunasAusentes.isEmpty {
      linhas.append("    Colunas que sumiram: \(comparacao.colunasAusentes.emLista)")
    }
    if !comparacao.colunasNovas.isEmpty {
      linhas.append("    Colunas novas: \(comparacao.colunasNovas.emLista)")
    }
    if !comparacao.sumiram.isEmpty {
      linhas.append(
        "    \(contagem(comparacao.sumiram.count, "cliente sumiu", "clientes sumiram")):"
          + " \(comparacao.sumiram.map(\.texto).emLista)")
    }
    if !comparacao.novos.isEmpty {
      linhas.append(
        "    \(contagem(comparacao.novos.count, "cliente novo", "clientes novos")):"
          + " \(comparacao.novos.map(\.texto).emLista)")
    }
    return linhas
  }
}

extension [String] {
  /// The first ten, and how many more there are.
  var emLista: String {
    prefix(10).joined(separator: ", ") + (count > 10 ? " e mais \(count - 10)" : "")
  }
}

extension Aviso {
  /// `D17: `; nothing for the whole file.
  fileprivate var lugar: String { celula.map { "\($0): " } ?? "" }
}

extension ResultadoDeConferir {
  /// One line a problem.
  var csv: TabelaCSV {
    var tabela = TabelaCSV(["planilha", "arquivo", "aba", "celula", "tipo", "mensagem"])
    for planilha in planilhas {
      for problema in planilha.conferencia.problemas {
        tabela.acrescentar([
          .texto(planilha.conferencia.planilha.rawValue), .texto(problema.aviso.arquivo),
          .texto(problema.aviso.aba), .texto(problema.aviso.celula),
          .texto(problema.tipo.rawValue), .texto(problema.aviso.mensagem),
        ])
      }
    }
    return tabela
  }
}
