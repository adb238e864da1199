import TestSupport
import Testing

@testable import Pages

@Suite struct PagesTests {
  private func page(_ content: [Node]) -> [UInt8] {
    Page(
      language: "pt-BR", generator: "a test", title: "a < b & c", style: "p > b { color: red; }",
      script: "if (1 < 2 && 3 > 2) { document.title += \"]\"; }"
    ) { content }.bytes
  }

  private func text(_ text: String) throws -> String {
    let tree = try #require(MarkupTree(page([element("p", ("title", text)) { text }])))
    let paragraph = try #require(tree.all("p").first)
    return paragraph.text
  }

  @Test func aPageIsWellFormedAndSaysWhatItIs() throws {
    let tree = try #require(MarkupTree(page([element("p") { "x" }])))
    #expect(tree.name == "html")
    #expect(tree.attributes["lang"] == "pt-BR")
    #expect(tree.all("title").map(\.text) == ["a < b & c"])
    #expect(tree.all("script").first?.text.contains("1 < 2 && 3 > 2") == true)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "</script>", "</style><b>", "]]>", "<!--", "a & b &amp; c",
    "\" onload=\"x", "'", "ç ã 𝄞 e\u{301}", "a\tb\nc",
  ])
  func anyTextStandsAsItIs(_ text: String) throws {
    #expect(try self.text(text) == text)
    let bytes = String(decoding: page([.text(text)]), as: UTF8.self)
    #expect(!bytes.contains("<script>alert"))
  }

  @Test(arguments: [
    0x00, 0x0D, 0x1B, 0x7F, 0x85, 0x202E, 0x2028, 0xFFFE, 0x1FFFF, 0xFDD0,
  ])
  func whatNoPageMayHoldIsReplaced(_ code: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(code))
    #expect(try text("a\(scalar)b") == "a\u{FFFD}b")
  }

  @Test func attributesThatAreNilAreLeftOut() throws {
    let node = element("p", ("class", nil), ("id", "a\"<b>")) { "x" }
    let tree = try #require(MarkupTree(page([node])))
    #expect(tree.all("p").first?.attributes == ["id": "a\"<b>"])
  }

  @Test func whatBeginsLikeAPageIsTold() {
    let start = Page.start(language: "pt-BR", generator: "a test")
    #expect(page([]).starts(with: start))
    #expect(!page([]).starts(with: Page.start(language: "pt-BR", generator: "another")))
  }
}

@Suite struct BarChartTests {
  private func rectangles(_ bars: [BarChart.Bar]) throws -> [[String: String]] {
    let chart = BarChart(id: "c", title: "Title", summary: "Summary", bars: bars)
    var bytes: [UInt8] = []
    chart.node.write(to: &bytes)
    let tree = try #require(MarkupTree(bytes))
    return tree.all("rect").filter { $0.attributes["class"] != "track" }.map(\.attributes)
  }

  @Test func theLongestBarFillsTheWidth() throws {
    let bars = try rectangles([
      .init("a", "4", to: 4, tone: "x"), .init("b", "1", to: 1, tone: "x"),
      .init("c", "0", to: 0, tone: "x"),
    ])
    #expect(bars.map { $0["width"] } == ["100%", "25%", "0%"])
    #expect(bars.map { $0["x"] } == ["0%", "0%", "0%"])
  }

  @Test func barsBelowZeroStandToTheLeft() throws {
    let bars = try rectangles([
      .init("a", "3", to: 3, tone: "x"), .init("b", "-4", from: 3, to: -1, tone: "y"),
    ])
    #expect(bars.map { $0["width"] } == ["75%", "100%"])
    #expect(bars.map { $0["x"] } == ["25%", "0%"])
  }

  @Test func whatIsNotNothingIsSeen() throws {
    let bars = try rectangles([
      .init("a", "1000000", to: 1_000_000, tone: "x"), .init("b", "1", to: 1, tone: "x"),
      .init("c", "1", from: 999_999, to: 1_000_000, tone: "x"),
    ])
    #expect(bars.map { $0["width"] } == ["100%", "0.40%", "0.40%"])
    #expect(bars.last?["x"] == "99.60%")
  }

  @Test func nothingAndNoNumberAreNoTrouble() throws {
    #expect(try rectangles([]).isEmpty)
    #expect(try rectangles([.init("a", "0", to: 0, tone: "x")]).map { $0["width"] } == ["0%"])
    let odd = try rectangles([
      .init("a", "?", to: .nan, tone: "x"), .init("b", "∞", to: .infinity, tone: "x"),
    ])
    #expect(odd.count == 2)
  }
}
