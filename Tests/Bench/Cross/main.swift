// Reads the four spreadsheets of a month, crosses them, and writes the base, without a data
// directory: what a script for the same would do. `make bench`
//
//     cross ACOMPANHAMENTO GESTORES WEBOPAY EPR BASE

import Conciliacao
import Dados
import Dominio
import Errands
import Glibc
import Planilhas

let files = Array(CommandLine.arguments.dropFirst())
guard files.count == 5, let outubro = Competencia(lendo: "2025-10") else {
  print("usage: cross ACOMPANHAMENTO GESTORES WEBOPAY EPR BASE")
  exit(64)
}

// Side by side: of two processors neither waits for the other.
let doWeboPay = Errand { [files] in Result { try read(files[2], importarWeboPay) } }
let daEPR = Errand { [files] in Result { try read(files[3], importarEPR) } }
let acompanhamento = try read(files[0], importarAcompanhamento)
let gestores = try read(files[1], importarGestores)
let webopay = try doWeboPay.value.get()
let epr = try daEPR.value.get()

let criacao = criarBase(
  outubro, registros: acompanhamento.registros, anterior: nil, outras: [],
  em: Corrida(operacao: 1, origens: [acompanhamento.origem]))
var base = cruzar(
  criacao.base, gestores: gestores.registros, webopay: webopay.registros,
  em: Corrida(operacao: 2, origens: [gestores.origem, webopay.origem])
).base
let recebimentos = analisarRecebimentos(
  &base, epr: epr.registros, outras: [], em: Corrida(operacao: 3, origens: [epr.origem]))

let bytes = documento(de: base)
guard let file = fopen(files[4], "w"),
  fwrite(bytes, 1, bytes.count, file) == bytes.count, fclose(file) == 0
else {
  print("cross: \(files[4]): \(String(cString: strerror(errno)))")
  exit(73)
}
print(base.clientes.count, "clients,", recebimentos.aReceber.count, "to be billed")
