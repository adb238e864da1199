private import NormalForms

extension Sequence {
  /// As people look names up in a list: accents count only where nothing else differs, so that
  /// `ÍCARO` stands between `HUGO` and `IVO`. What is stored is in the order of keys.
  package func emOrdemAlfabetica(por chave: (Element) -> ChaveDeNome) -> [Element] {
    map { elemento in
      let nome = chave(elemento)
      return (letras: nome.texto.semAcentos, nome: nome, elemento: elemento)
    }.sorted { um, outro in
      let ordem = um.letras.ordemDosBytes(outro.letras)
      return ordem == 0 ? um.nome < outro.nome : ordem < 0
    }.map(\.elemento)
  }
}

extension String {
  fileprivate var semAcentos: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var letras = String.UnicodeScalarView()
    for scalar in normalized(.decomposed).unicodeScalars
    where scalar.properties.generalCategory != .nonspacingMark {
      letras.append(scalar)
    }
    return String(letras)
  }
}
