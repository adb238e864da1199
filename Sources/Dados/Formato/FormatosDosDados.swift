/// The versions of the files that are kept, as this program writes them.
package let formatosDosDados: [(nome: String, versao: Int)] = [
  ("base", BaseGravada.versaoConhecida), ("estado", EstadoGravado.versaoConhecida),
  ("operação", OperacaoGravada.versaoConhecida),
]
