import Dados
import Dominio

func textoDeFormas(_ mapa: MapaDeFormas, gestores: GestoresUsada?) -> String {
  var tabela = Tabela([
    ("FORMA", .esquerda), ("Sentido", .esquerda), ("De onde", .esquerda), ("Em Gestores", .direita),
  ])
  for entrada in mapa.entradas {
    tabela.acrescentar([
      entrada.forma, entrada.sentido.palavra, entrada.origem.nome,
      entrada.ocorrencias.map(String.init) ?? "–",
    ])
  }
  let usada =
    gestores.map { "Em Gestores: linhas de \($0.arquivo), da base de \($0.base.porExtenso)." }
    ?? "Ainda não há Gestores guardada."
  return tabela.texto + "\n\(usada)\n"
}

/// - Parameter operacao: the record of it; nil when there is none.
func textoDeMudanca(
  _ mudanca: MudancaDeForma, _ edicao: EdicaoDeConfiguracao?, _ operacao: Operacao?
) -> String {
  let palavra = mudanca.depois.palavra
  guard let edicao else {
    return "\(mudanca.forma) já significa \(palavra); nada foi mudado.\n"
  }
  let era = mudanca.antes.map { "era \($0.palavra)" } ?? "era desconhecida"
  let verbo = mudanca.dryRun ? "passaria a significar" : "passa a significar"
  var texto = "\(mudanca.forma) \(verbo) \(palavra) (\(era)).\n\n\(edicao.caminho):\n"
  for linha in edicao.linhasMudadas { texto += "  \(linha)\n" }
  if mudanca.dryRun { return texto + "\nSimulação: nada foi gravado.\n" }
  if edicao.antes != nil { texto += "\nO arquivo de antes está em \(edicao.copia).\n" }
  let registro = operacao.map { "\(fimDoPasso($0))\n" } ?? ""
  return texto + "\nVale a partir do próximo controle.\n\(registro)"
}

extension MapaDeFormas.Origem {
  fileprivate var nome: String {
    switch self {
    case .usual: "usual"
    case .configuracao: "configuração"
    case .nenhuma: "desconhecida"
    }
  }
}

extension MapaDeFormas {
  var csv: TabelaCSV {
    var tabela = TabelaCSV(["forma", "sentido", "origem", "ocorrencias"])
    for entrada in entradas {
      tabela.acrescentar([
        .texto(entrada.forma), .texto(entrada.sentido.palavra), .texto(entrada.origem.rawValue),
        .numero(entrada.ocorrencias),
      ])
    }
    return tabela
  }
}
