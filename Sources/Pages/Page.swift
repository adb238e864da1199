/// A page in one file: HTML that is well-formed XML as well, with its style and its script inside,
/// and nothing fetched from anywhere.
package struct Page: Sendable {
  /// As in `pt-BR`.
  package let language: StaticString
  /// Which program makes pages of this kind: by that one of them is told from any other file.
  package let generator: StaticString
  package let title: String
  package let style: StaticString
  package let script: StaticString
  package let body: [Node]

  package init(
    language: StaticString, generator: StaticString, title: String, style: StaticString,
    script: StaticString, @Nodes body: () -> [Node]
  ) {
    self.language = language
    self.generator = generator
    self.title = title
    self.style = style
    self.script = script
    self.body = body()
  }

  /// The whole file, in UTF-8. The same page gives the same bytes.
  package var bytes: [UInt8] {
    var bytes = Self.start(language: language, generator: generator)
    for node in head + [element("title") { title }, element("style") { Node.code(style) }] {
      node.write(to: &bytes)
    }
    bytes.append("\n</head>\n<body>\n")
    for node in body { node.write(to: &bytes) }
    element("script") { Node.code(script) }.write(to: &bytes)
    bytes.append("\n</body>\n</html>\n")
    return bytes
  }

  /// The bytes that every page of this language and generator begins with.
  package static func start(language: StaticString, generator: StaticString) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append("<!DOCTYPE html>\n<html lang=\"")
    bytes.append(language)
    bytes.append("\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"generator\" content=\"")
    bytes.append(generator)
    bytes.append("\"/>\n")
    return bytes
  }

  private var head: [Node] {
    [
      meta("viewport", "width=device-width, initial-scale=1"),
      meta("color-scheme", "light dark"),
      meta("referrer", "no-referrer"),
      meta("robots", "noindex"),
      // Telephones take any long number for one to be called.
      meta("format-detection", "telephone=no"),
      element(
        "meta", ("http-equiv", "Content-Security-Policy"),
        (
          "content",
          "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline';"
            + " base-uri 'none'; form-action 'none'"
        )),
    ]
  }

  private func meta(_ name: String, _ content: String) -> Node {
    element("meta", ("name", name), ("content", content))
  }
}
