package import Dominio

/// The clients of a base who stand otherwise with another reading of Gestores, each as the row of
/// Gestores that counts. Whom the director has decided on stands as decided, with either.
///
/// - Parameters:
///   - antes: the same rows as `gestores`, in the same order, as they were read before.
package func clientesMudados(
  em base: Base, gestores: [Gestores.Registro], antes: [Gestores.Registro],
  webopay: [WeboPay.Registro]
) -> [Gestores.Registro] {
  let agora = Cruzamento(gestores: gestores, webopay: webopay, vinculos: base.vinculos)
  let entao = Cruzamento(gestores: antes, webopay: webopay, vinculos: base.vinculos)
  return base.clientes.compactMap { cliente in
    let fatos = agora.fatos(de: cliente.chave)
    guard cliente.decisao == nil, let registro = fatos.gestores,
      decidir(fatos).situacao != decidir(entao.fatos(de: cliente.chave)).situacao
    else { return nil }
    return registro
  }
}
