package import Conciliacao
package import Dominio
import Pages

/// The page that shows a month at a glance: one file, which needs neither a network nor a script
/// to be read. Docs/regras.md §7
package enum Painel {
  /// The whole file. The same month on the same day gives the same bytes.
  package static func html(_ panorama: Panorama, em dia: Dia) -> [UInt8] {
    Page(
      language: idioma, generator: gerador,
      title: "Comissões de \(panorama.base.porExtenso)", style: estilo, script: roteiro
    ) {
      element("a", ("class", "pular"), ("href", "#conteudo")) { "Ir para o conteúdo" }
      cabecalho(panorama, em: dia)
      element("main", ("id", "conteudo")) {
        avisos(panorama)
        numeros(panorama)
        secaoDeStatus(panorama)
        secaoDeAssinaturas(panorama)
        secaoDaPonte(panorama)
        secaoDeAlertas(panorama)
        secaoDeEsperas(panorama)
        secaoDeEstornos(panorama)
        secaoDeRecebiveis(panorama)
      }
      rodape(panorama, em: dia)
    }.bytes
  }

  /// True for a file that begins like this is one of these pages.
  package static func isPanel(_ start: [UInt8]) -> Bool {
    start.starts(with: Page.start(language: idioma, generator: gerador))
  }

  /// So many bytes tell.
  package static var lengthOfStart: Int {
    Page.start(language: idioma, generator: gerador).count
  }

  private static let idioma: StaticString = "pt-BR"
  private static let gerador: StaticString = "comissoes painel"
}
