import CommandLineKit
import Conciliacao
import Dados
import Dominio

/// Looks up words of the data for who is typing a line.
///
/// It takes no lock, changes nothing, and says nothing: where something cannot be read, there is
/// nothing to offer.
struct Completador {
  let shell: Shell
  let dado: CompletionQuestion.Given

  /// The configuration that the line names, or the usual one; as without any where it is damaged.
  var configuracao: Configuracao {
    (try? Configuracao.ler(dado.value("--config").map(caminho))) ?? Configuracao()
  }

  var acervo: Acervo {
    Acervo(
      raiz: configuracao.diretorio(indicado: dado.value("--dados").map(caminho), em: shell).raiz)
  }

  func palavras(_ chave: String) -> [Suggestion] {
    guard let palavras = PalavrasDosDados(rawValue: chave) else { return [] }
    return (try? self.palavras(palavras)) ?? []
  }

  private func palavras(_ palavras: PalavrasDosDados) throws -> [Suggestion] {
    switch palavras {
    case .mes: try meses()
    case .mesNovo: try mesesNovos()
    case .cliente: try clientes { _ in true }
    case .clienteDeSempre: try clientesDeSempre()
    case .clienteDecidido: try clientes { $0.decisao != nil }
    case .clienteFaturado: try clientes { $0.jaPago }
    case .clienteOuNomeDeFora:
      dado.arguments.isEmpty ? try clientes { _ in true } : try nomesDeFora()
    case .vinculado: try base().vinculos.map { Suggestion($0.nome.texto, "de \($0.cliente)") }
    case .alerta: try alertas { _ in true }
    case .alertaPendente: try alertas { $0.situacao == .pendente }
    case .alertaEncerrado: try alertas { $0.situacao != .pendente }
    case .forma: try formas()
    case .relatorio: try relatorios()
    case .operacao: try operacoes { _, _ in true }
    case .operacaoQueVale: try operacoes { $1.vale($0.numero) }
    case .operacaoDesfeita: try operacoes { $0.alvo == nil && !$1.vale($0.numero) }
    case .abaDeAcompanhamento: try abas(de: .acompanhamento)
    case .abaDeGestores: try abas(de: .gestores)
    case .abaDeWebopay: try abas(de: .webopay)
    case .abaDeEPR: try abas(de: .epr)
    case .abaDoArquivo: try abas(dado.arguments.first.map(caminho))
    }
  }

  /// A path as a shell would have given it.
  func caminho(_ digitado: String) -> String {
    guard digitado.hasPrefix("~/"), let casa = shell.environment("HOME") else { return digitado }
    return casa + digitado.dropFirst()
  }

  private func abas(de planilha: Planilha) throws -> [Suggestion] {
    try abas(dado.value("--\(planilha.chave)").map(caminho) ?? configuracao.planilhas[planilha])
  }

  /// The base that the line names, or the newest.
  func base() throws -> Base {
    let mes = try (dado.value("--mes") ?? dado.value("--base")).map(lerMes)
    return try acervo.retrato().baseEscolhida(mes)
  }
}
