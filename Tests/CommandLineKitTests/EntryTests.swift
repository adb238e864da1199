import CommandLineKit
import Testing

@Suite struct EntryTests {
  @Test func `Every command is listed with its rows`() {
    let list = Shop.tree.entries().map { entry in
      "\(entry.name): \(entry.rows.map(\.usage).joined(separator: " "))"
    }
    #expect(
      list == [
        "feira: ",
        "feira vender: --mes <M> [--fruta <fruta>] [--preco <reais>] [--ensaio] <lista>",
        "feira estoque: ",
        "feira estoque contar: [<caixa>] [--fornecedor <nome>]",
        "feira estoque listar: ",
        "feira somar: <numero> ...",
        "feira olhar: [--nome-completo-do-fornecedor <nome>]",
      ])
  }

  @Test func `Every command has the common options`() {
    for entry in Shop.tree.entries() {
      #expect(
        entry.options.map(\.name).suffix(4) == ["--pasta", "--formato", "--ajuda", "--versao"])
    }
  }

  @Test func `Options of a group within are shared below it only`() {
    let leaf = Command<Int>("leaf", "L.") { _ in { _, _ in } }
    let inner = Command.group("inner", "I.", [leaf]) { form in
      let depth = form.option("--depth", value: "<n>", help: "D.") { text throws(InvalidValue) in
        text.count
      }
      return { (values, _: Void) in try values[depth] ?? 0 }
    }
    let other = Command<Void>("other", "O.") { _ in { _, _ in } }
    let entries = Command<Void>.group("root", "R.", [inner, other]).entries()
    let having = entries.filter { $0.common.contains { $0.name == "--depth" } }
    #expect(having.map(\.name) == ["root inner", "root inner leaf"])
  }
}
