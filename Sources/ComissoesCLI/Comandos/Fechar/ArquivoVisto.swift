import Dominio
import DurableFiles
import Planilhas
import Relatorios

/// A file that may be one of the four, told by what is in it, whatever its name.
struct ArquivoVisto {
  let caminho: String
  /// What it is, in the order of the month's work; none for one that is left aside.
  let achados: [CabecalhoAchado]
  /// Why it is left aside, as a sentence that names the file.
  let recusa: String?
  /// What kept it from being opened at all.
  let falha: Falha?

  init(_ caminho: String, _ opcoes: OpcoesDeLeitura) {
    self.caminho = caminho
    let arquivo = nomeDoArquivo(caminho)
    do throws(PlanilhaError) {
      let vistos = try cabecalhos(
        em: abrir(caminho, opcoes.limites), arquivo: arquivo, opcoes: opcoes)
      achados = vistos.achados
      recusa = achados.isEmpty ? Self.recusa(arquivo, vistos, ehNosso: ehNosso(caminho)) : nil
      falha = nil
    } catch {
      achados = []
      recusa = error.mensagem
      falha = error.ehDoSistema ? Falha(error) : nil
    }
  }

  private static func recusa(
    _ arquivo: String, _ vistos: CabecalhosAchados, ehNosso: Bool
  ) -> String {
    if ehNosso { return "\(arquivo): foi escrita por este programa." }
    let nenhuma = "\(arquivo): não é nenhuma das quatro planilhas"
    guard let falta = vistos.maisParecido, let achado = falta.achado else {
      return "\(nenhuma); nenhuma linha do alto tem as colunas que se esperam."
    }
    return "\(nenhuma); a mais parecida é \(falta.planilha.rawValue), mas na linha"
      + " \(achado.linha) da aba \"\(achado.aba)\""
      + " \(achado.faltando.count == 1 ? "falta" : "faltam")"
      + " \(achado.faltando.joined(separator: ", "))."
  }
}

/// A report or a working list of alerts, by its sheets.
private func ehNosso(_ caminho: String) -> Bool {
  RelatorioDeRecebimentos.isReport(caminho) || ListaPreenchida.isList(caminho)
}

/// The spreadsheets of a folder, by name; not those of the folders in it, nor what Excel,
/// LibreOffice and the system keep there beside them.
func planilhasDaPasta(_ pasta: String) throws(Falha) -> [String] {
  // A folder that is missing would be listed as one that is empty.
  guard fileKind(resolvedPath(pasta)) == .folder else {
    throw Falha(.noInput, "\(pasta): não há pasta com este nome. Confira o nome.")
  }
  let nomes: [String]
  do throws(FileError) { nomes = try listDirectory(pasta) } catch { throw Falha(error) }
  let prefixo = pasta.hasSuffix("/") ? pasta : "\(pasta)/"
  return nomes.filter { nome in
    guard !nome.hasPrefix("."), !nome.hasPrefix("~$"),
      let ponto = nome.lastIndex(of: ".")
    else { return false }
    return extensoesLidas.contains(nome[nome.index(after: ponto)...].lowercased())
  }.sorted().map { pasta == "." ? $0 : prefixo + $0 }
    .filter { fileKind(resolvedPath($0)) == .file }
}
