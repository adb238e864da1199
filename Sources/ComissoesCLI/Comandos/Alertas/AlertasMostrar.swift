import CommandLineKit
import Dados
import Dominio

let alertasMostrar = Command<Ambiente>(
  "mostrar", "Mostra tudo o que se sabe de um alerta.",
  examples: ["comissoes alertas mostrar 2510-37", "comissoes alertas mostrar 37"]
) { form in
  let numero = form.argument(
    "<número>", help: "Número do alerta, como 2510-37, ou 37 na base mais nova.",
    completion: .dados(.alerta))
  let mes = form.mes()
  return { values, ambiente in
    // One alert is a record, not a list.
    try ambiente.conferirFormato(values, lista: "alertas listar --formato csv")
    let retrato = try ambiente.acervo.retrato()
    let (numero, alerta) = try retrato.alertaPedido(values[numero], de: values[mes])
    let inteiro = try AlertaPorInteiro(numero, alerta, em: retrato)
    try ambiente.mostrar {
      textoDeUmAlerta(inteiro, em: ambiente.shell.fuso)
    } documento: {
      DocumentoDeUmAlerta(inteiro)
    }
  }
}
