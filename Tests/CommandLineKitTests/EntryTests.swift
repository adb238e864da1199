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

  @Test func `A command that takes fewer values of a common option shows those`() throws {
    let leaf = Command<String?>("leaf", "L.") { form in
      form.narrow("--kind", to: ["b"], shown: "b", help: "Only this.")
      return { _, _ in }
    }
    let other = Command<String?>("other", "O.") { _ in { _, _ in } }
    let tree = Command.group("root", "R.", [leaf, other]) { form in
      let kind = form.option(
        "--kind", value: "<k>", shown: "a", help: "All.", completion: .values(["a", "b"]))
      return { (values, _: Void) in try values[kind] }
    }
    let rows = tree.entries().compactMap { entry in entry.options.first { $0.name == "--kind" } }
    #expect(
      rows.map(\.details) == [
        "All. (valores: a, b; padrão: a)", "Only this. (valores: b; padrão: b)",
        "All. (valores: a, b; padrão: a)",
      ])
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
