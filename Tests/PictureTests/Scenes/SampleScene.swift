import Picture

/// A small board with everything a scene can hold: cards, a curve, arrows, emoji, several scripts.
struct SampleScene {
  static let paper = Paint("paper", light: Colour(hex: 0xF6F7F9), dark: Colour(hex: 0x14161A))
  static let card = Paint("card", light: Colour(hex: 0xFFFFFF), dark: Colour(hex: 0x1F2329))
  static let ink = Paint("ink", light: Colour(hex: 0x1B1F24), dark: Colour(hex: 0xE8EAED))
  static let soft = Paint("ink-soft", light: Colour(hex: 0x5B6270), dark: Colour(hex: 0x9AA3B2))
  static let line = Paint("line", light: Colour(hex: 0xD5DAE1), dark: Colour(hex: 0x3A414C))
  static let accent = Paint("accent", light: Colour(hex: 0x2B6CB0), dark: Colour(hex: 0x6CB2F7))
  static let glow = Paint(
    "glow", light: Colour(hex: 0x2B6CB0, alpha: 0.12), dark: Colour(hex: 0x6CB2F7, alpha: 0.2))

  static let words = [
    "Reads reviews before buying anything 🙂", "Ищет отзывы других покупателей и сравнивает цены",
    "Zażółć gęślą jaźń: łódź na środku jeziora", "Donaudampfschifffahrtsgesellschaftskapitänswitwe",
    "Family plan 👨‍👩‍👧‍👦 in 🇵🇱 and 🇺🇦, 100 % ❤️", "Питання: чому їхня доставка запізнилася на 3 дні?",
    "\"Where is <my> parcel?\" & other questions", "Pays 49.90 €, waits 2–3 days",
  ]

  let measurer: any TextMeasuring
  var columns = 4
  var rows = 3

  private let cardWidth = 150.0
  private let gap = 14.0
  private let head = 40.0
  private let lead = 90.0

  init(_ measurer: any TextMeasuring, columns: Int = 4, rows: Int = 3) {
    self.measurer = measurer
    self.columns = columns
    self.rows = rows
  }

  func scene() -> Scene {
    let rowHeight = 110.0
    let width = lead + Double(columns) * (cardWidth + gap)
    let height = head + Double(rows) * rowHeight + 120
    var nodes: [Node] = []
    for column in 0..<columns { nodes.append(.group(stage(column))) }
    for row in 0..<rows { nodes.append(.group(lane(row, rowHeight: rowHeight))) }
    nodes.append(.group(emotions(top: head + Double(rows) * rowHeight)))
    return Scene(
      size: Size(width, height), title: "Sample board – Тест – próba",
      summary: "Cards, a curve and arrows.", background: Self.paper, nodes: nodes,
      pageBreaks: PageBreaks(
        columns: (1..<columns).map { lead + Double($0) * (cardWidth + gap) - gap / 2 },
        rows: (1...rows).map { head + Double($0) * rowHeight }, repeatedWidth: lead,
        repeatedHeight: head))
  }

  private func stage(_ column: Int) -> Group {
    let x = lead + Double(column) * (cardWidth + gap)
    let style = TextStyle(size: 13, weight: .semibold)
    let name = measurer.layout("Stage \(column + 1)", style: style)
    return Group(
      id: "stage-\(column + 1)", label: "Stage: \(column + 1)", roles: "stage",
      nodes: [
        .rectangle(
          Box(x: x, y: 8, width: cardWidth, height: 26), radius: 4, fill: Self.glow, stroke: nil),
        .text(
          PlacedText(
            name, style: style, paint: Self.accent, at: Point(x + cardWidth / 2, 12),
            alignment: .centre)),
      ])
  }

  private func lane(_ row: Int, rowHeight: Double) -> Group {
    let top = head + Double(row) * rowHeight
    let style = TextStyle(size: 11, weight: .bold)
    let name = measurer.layout("Lane \(row + 1): потреби", style: style, width: lead - 16)
    var nodes: [Node] = [
      .text(PlacedText(name, style: style, paint: Self.soft, at: Point(8, top + 8)))
    ]
    for column in 0..<columns { nodes.append(.group(card(column, row, top: top))) }
    return Group(id: "lane-\(row + 1)", label: "Lane: \(row + 1)", roles: "lane", nodes: nodes)
  }

  private func card(_ column: Int, _ row: Int, top: Double) -> Group {
    let number = row * columns + column
    let box = Box(
      x: lead + Double(column) * (cardWidth + gap), y: top + 6, width: cardWidth, height: 98)
    let style = TextStyle(size: 12)
    let small = TextStyle(size: 9, isItalic: true, tabularFigures: true)
    let text = measurer.layout(
      Self.words[number % Self.words.count], style: style, width: cardWidth - 20, maximumLines: 4)
    let note = measurer.layout("n = \(number + 1),\(number)00", style: small)
    return Group(
      id: "card-\(number)", label: "Card \(number)", roles: "card evidence-none",
      facts: ["stage": "stage-\(column + 1)", "lane": "lane-\(row + 1)"],
      tooltip: "Nothing is known about <card> \(number)", isFocusable: true,
      nodes: [
        .rectangle(box, radius: 6, fill: Self.card, stroke: Stroke(Self.line)),
        .text(PlacedText(text, style: style, paint: Self.ink, at: Point(box.x + 10, box.y + 8))),
        .text(
          PlacedText(
            note, style: small, paint: Self.soft,
            at: Point(box.maxX - 10, box.maxY - 8 - note.size.height), alignment: .trailing)),
      ])
  }

  private func emotions(top: Double) -> Group {
    let faces = ["😡", "🙁", "😐", "🙂", "😍"]
    let style = TextStyle(size: 18)
    let points = (0..<columns).map { column in
      Point(
        lead + (Double(column) + 0.5) * (cardWidth + gap), top + 30 + Double(column * 37 % 60))
    }
    var nodes: [Node] = [
      .path(
        .smoothCurve(points), fill: nil, stroke: Stroke(Self.accent, width: 2.5, roundCaps: true)),
      .path(
        .roundedPolyline(
          [
            Point(20, top + 100), Point(60, top + 100), Point(60, top + 40),
            Point(lead - 5, top + 40),
          ], radius: 10), fill: nil, stroke: Stroke(Self.soft, width: 1.5, dash: [4, 3])),
      .path(
        .arrowHead(at: Point(lead, top + 40), from: Point(60, top + 40)), fill: Self.soft,
        stroke: nil),
    ]
    for (index, point) in points.enumerated() {
      nodes.append(
        .ellipse(
          Box(x: point.x - 4, y: point.y - 4, width: 8, height: 8), fill: Self.card,
          stroke: Stroke(Self.accent, width: 2)))
      let face = measurer.layout(faces[index % faces.count], style: style)
      nodes.append(
        .text(
          PlacedText(
            face, style: style, paint: Self.ink, at: Point(point.x, point.y - 30),
            alignment: .centre)))
    }
    return Group(id: "emotions", label: "Emotions", roles: "curve", nodes: nodes)
  }
}
