import Picture
import Wording

/// What every part of a drawing needs to set text: the measurer, the number formats and the words.
struct Easel: Sendable {
  let measurer: any TextMeasuring
  let figures: Figures

  var strings: Words<DrawingPhrase> { figures.strings }

  /// A text in lines, ready to be placed.
  func set(
    _ text: String, _ style: TextStyle, width: Double? = nil, lines: Int? = nil
  ) -> SetText {
    SetText(
      layout: measurer.layout(
        text, style: style, width: width.map { max($0, 1) }, maximumLines: lines),
      style: style)
  }

  func width(_ text: String, _ style: TextStyle) -> Double { set(text, style).width }

  /// One line, cut with "…" if it is longer than `width`.
  func line(
    _ text: String, _ style: TextStyle, _ paint: Paint, at origin: Point, width: Double? = nil,
    alignment: TextAlignment = .leading
  ) -> Node {
    set(text, style, width: width, lines: width == nil ? nil : 1)
      .placed(at: origin, paint, alignment)
  }
}

/// A measured text that still needs a place.
struct SetText: Sendable, Hashable {
  var layout: TextLayout
  var style: TextStyle

  var width: Double { layout.size.width }
  var height: Double { layout.size.height }
  var isEmpty: Bool { layout.lines.isEmpty }

  func placed(at origin: Point, _ paint: Paint, _ alignment: TextAlignment = .leading) -> Node {
    .text(PlacedText(layout, style: style, paint: paint, at: origin, alignment: alignment))
  }

  /// Placed so that its middle is at this height.
  func centred(at middle: Point, _ paint: Paint, _ alignment: TextAlignment = .centre) -> Node {
    placed(at: Point(middle.x, middle.y - height / 2), paint, alignment)
  }
}

/// Gives out ids that are unique in a scene, even where a map repeats one.
struct NameRegistry {
  private var used: Set<String> = []

  mutating func unique(_ wanted: String) -> String {
    if used.insert(wanted).inserted { return wanted }
    var number = 2
    while !used.insert("\(wanted)-\(number)").inserted { number += 1 }
    return "\(wanted)-\(number)"
  }
}
