private import CLibXML2

/// A page as a reader of XML sees it, so that every tag must close and every text be escaped.
package final class MarkupTree {
  package let name: String
  package let attributes: [String: String]
  package let children: [MarkupTree]
  /// The texts in it, in their order.
  package let text: String

  /// Nil when the bytes are not well-formed.
  package convenience init?(_ bytes: [UInt8]) {
    guard let length = Int32(exactly: bytes.count) else { return nil }
    let options = Int32(
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
        | XML_PARSE_NOWARNING.rawValue | XML_PARSE_HUGE.rawValue)
    let document = bytes.withUnsafeBytes { raw in
      xmlReadMemory(
        raw.baseAddress?.assumingMemoryBound(to: CChar.self), length, nil, "UTF-8", options)
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document) else { return nil }
    self.init(root)
  }

  private init(_ node: UnsafeMutablePointer<xmlNode>) {
    name = String(cString: node.pointee.name)
    var attributes: [String: String] = [:]
    var attribute = node.pointee.properties
    while let here = attribute {
      attributes[String(cString: here.pointee.name)] = content(here.pointee.children)
      attribute = here.pointee.next
    }
    self.attributes = attributes
    var children: [MarkupTree] = []
    var text = ""
    var child = node.pointee.children
    while let here = child {
      if here.pointee.type == XML_ELEMENT_NODE {
        let element = MarkupTree(here)
        children.append(element)
        text += element.text
      } else {
        text += here.pointee.content.map { String(cString: $0) } ?? ""
      }
      child = here.pointee.next
    }
    self.children = children
    self.text = text
  }

  /// This element and all below it, as they stand.
  package var all: [MarkupTree] { [self] + children.flatMap(\.all) }

  package func all(_ name: String) -> [MarkupTree] { all.filter { $0.name == name } }

  package func element(id: String) -> MarkupTree? { all.first { $0.attributes["id"] == id } }

  /// Of a table, the texts of its cells, row by row.
  package var cells: [[String]] {
    all("tr").map { row in
      row.children.filter { $0.name == "th" || $0.name == "td" }.map(\.text)
    }
  }
}

private func content(_ node: UnsafeMutablePointer<xmlNode>?) -> String {
  node?.pointee.content.map { String(cString: $0) } ?? ""
}
