/// A piece of a page.
///
/// What a page shows comes from files that anybody may have made; so names of elements and
/// attributes, and markup that is not escaped, can only be literals of the program.
package indirect enum Node: Sendable {
  package struct Attribute: Sendable {
    let name: StaticString
    let value: String
  }

  case text(String)
  case element(StaticString, [Attribute], [Node])
  /// The content of a style sheet or a script. It must not contain `]]>` or `</`.
  case code(StaticString)
}

/// An element; attributes stand in the order given, without those that are nil.
package func element(
  _ name: StaticString, _ attributes: (StaticString, String?)...,
  @Nodes content: () -> [Node] = { [] }
) -> Node {
  .element(
    name,
    attributes.compactMap { name, value in
      value.map { Node.Attribute(name: name, value: $0) }
    }, content())
}

/// Lets nodes, texts and lists of both be written one below the other.
@resultBuilder
package enum Nodes {
  package static func buildExpression(_ node: Node) -> [Node] { [node] }
  package static func buildExpression(_ text: String) -> [Node] { [.text(text)] }
  package static func buildExpression(_ nodes: [Node]) -> [Node] { nodes }
  package static func buildBlock(_ parts: [Node]...) -> [Node] { parts.flatMap(\.self) }
  package static func buildOptional(_ part: [Node]?) -> [Node] { part ?? [] }
  package static func buildEither(first part: [Node]) -> [Node] { part }
  package static func buildEither(second part: [Node]) -> [Node] { part }
  package static func buildArray(_ parts: [[Node]]) -> [Node] { parts.flatMap(\.self) }
}

extension Node {
  /// Writes the piece as HTML that is well-formed XML as well.
  func write(to bytes: inout [UInt8]) {
    switch self {
    case .text(let text): bytes.append(escaping: text)
    case .code(let code):
      // Comments for the reader of HTML, a section that needs no escaping for the reader of XML.
      bytes.append("/*<![CDATA[*/\n")
      bytes.append(code)
      bytes.append("/*]]>*/")
    case .element(let name, let attributes, let content):
      bytes.append("<")
      bytes.append(name)
      for attribute in attributes {
        bytes.append(" ")
        bytes.append(attribute.name)
        bytes.append("=\"")
        bytes.append(escaping: attribute.value)
        bytes.append("\"")
      }
      guard !name.isVoidElement else { return bytes.append("/>") }
      bytes.append(">")
      for node in content { node.write(to: &bytes) }
      bytes.append("</")
      bytes.append(name)
      bytes.append(name.endsLine ? ">\n" : ">")
    }
  }
}

extension StaticString {
  /// Of those that pages here use: it has no content and no end tag.
  fileprivate var isVoidElement: Bool { ["meta", "input", "br"].contains(description) }

  /// So that two pages can be compared line by line.
  fileprivate var endsLine: Bool {
    ["tr", "section", "div", "p", "svg", "caption", "title"].contains(description)
  }
}
