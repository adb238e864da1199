/// Bars that lie one below the other, as SVG. It is as wide as there is room, and its texts keep
/// their size.
///
/// The figures must stand in a table as well: a drawing is not for everyone.
package struct BarChart: Sendable {
  package struct Bar: Sendable {
    package let label: String
    /// The figure, as people read it.
    package let value: String
    /// Where the bar begins and ends, in the measure of all bars of the chart.
    package let range: (from: Double, to: Double)
    /// A class of the style sheet.
    package let tone: StaticString

    package init(
      _ label: String, _ value: String, from: Double = 0, to: Double, tone: StaticString
    ) {
      self.label = label
      self.value = value
      range = (from, to)
      self.tone = tone
    }
  }

  /// Unlike any other in the page.
  package let id: String
  package let title: String
  /// What there is to see, in a sentence.
  package let summary: String
  package let bars: [Bar]

  package init(id: String, title: String, summary: String, bars: [Bar]) {
    self.id = id
    self.title = title
    self.summary = summary
    self.bars = bars
  }

  /// In pixels.
  private static let rowHeight = 42
  private static let barTop = 20
  private static let barHeight = 10

  package var node: Node {
    let ids = (title: "\(id)-titulo", summary: "\(id)-resumo")
    return element(
      "svg", ("role", "img"), ("aria-labelledby", "\(ids.title) \(ids.summary)"),
      ("width", "100%"), ("height", "\(bars.count * Self.rowHeight)"), ("class", "bars")
    ) {
      element("title", ("id", ids.title)) { title }
      element("desc", ("id", ids.summary)) { summary }
      for (place, bar) in bars.enumerated() { row(bar, top: place * Self.rowHeight) }
    }
  }

  @Nodes private func row(_ bar: Bar, top: Int) -> [Node] {
    let scale = Scale(bars)
    let (left, right) = (scale.place(of: bar.range.from), scale.place(of: bar.range.to))
    // What is not nothing must be seen.
    let width = left == right ? 0 : max(abs(right - left), 0.004)
    element("text", ("x", "0"), ("y", "\(top + 13)")) { bar.label }
    element("text", ("x", "100%"), ("y", "\(top + 13)"), ("class", "value")) { bar.value }
    element(
      "rect", ("class", "track"), ("y", "\(top + Self.barTop)"), ("width", "100%"),
      ("height", "\(Self.barHeight)"), ("rx", "2"))
    element(
      "rect", ("class", "\(bar.tone)"), ("x", percent(min(left, right, 1 - width))),
      ("y", "\(top + Self.barTop)"), ("width", percent(width)), ("height", "\(Self.barHeight)"),
      ("rx", "2"))
  }
}

/// From the measure of the bars to parts of the width.
private struct Scale {
  private let least: Double
  private let span: Double

  init(_ bars: [BarChart.Bar]) {
    let ends: [Double] = bars.map(\.range.from) + bars.map(\.range.to) + [0]
    least = ends.min() ?? 0
    span = (ends.max() ?? 0) - least
  }

  /// From 0 to 1.
  func place(of value: Double) -> Double { span > 0 ? (value - least) / span : 0 }
}

/// `12.5%` of 0.125, to a hundredth.
private func percent(_ part: Double) -> String {
  guard part.isFinite else { return "0%" }
  let hundredths = Int((min(max(part, 0), 1) * 10_000).rounded())
  let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
  return rest == 0 ? "\(whole)%" : "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
}
