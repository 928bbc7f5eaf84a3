import Picture
import Testing

private let measurer = PangoTextMeasurer()

struct LineBreakingTests {
  private let style = TextStyle(size: 12)

  private func lines(_ text: String, width: Double? = nil, maximum: Int? = nil) -> [String] {
    measurer.layout(text, style: style, width: width, maximumLines: maximum).lines.map(\.text)
  }

  @Test func `every kind of line break ends a line, and empty lines count`() {
    #expect(lines("a\nb\r\nc\rd\u{2028}e\u{2029}f\u{85}g") == ["a", "b", "c", "d", "e", "f", "g"])
    #expect(lines("a\n\nb\n") == ["a", "", "b", ""])
  }

  @Test func `an empty text has no lines and no size`() {
    let layout = measurer.layout("", style: style, width: 100, maximumLines: 3)
    #expect(layout.lines.isEmpty)
    #expect(layout.size == Size(0, 0))
  }

  @Test func `control characters vanish and tabs are spaces`() {
    #expect(lines("a\u{0}b\u{7}\tc\u{9B}") == ["ab c"])
  }

  @Test func `spaces at a break belong to no line, other spaces stay`() {
    #expect(lines("  a  b ") == ["  a  b "])
    #expect(lines("customer      reviews", width: 70) == ["customer", "reviews"])
    #expect(
      lines("customer" + String(repeating: " ", count: 60) + "reviews", width: 60)
        == ["customer", "reviews"])
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `a text too long for its lines ends in an ellipsis that fits`(seed: UInt64) {
    var world = TextWorld(seed: seed)
    for _ in 0..<25 {
      let text = world.text(words: 1 + world.number(below: 14))
      let width = Double(30 + world.number(below: 150))
      let maximum = 1 + world.number(below: 3)
      let free = measurer.layout(text, style: style, width: width)
      let bound = measurer.layout(text, style: style, width: width, maximumLines: maximum)
      if free.lines.count <= maximum {
        #expect(bound == free)
        continue
      }
      #expect(bound.lines.count == maximum)
      #expect(bound.lines.dropLast().map(\.text) == free.lines.prefix(maximum - 1).map(\.text))
      let last = bound.lines[maximum - 1]
      #expect(last.text.hasSuffix("…") && last.width <= width + 0.01)
      #expect(text.contains(last.text.dropLast()))
      // One character more would not have fitted.
      let kept = last.text.dropLast()
      let line = free.lines.prefix(maximum - 1).reduce(text[...]) { rest, line in
        rest.dropFirst(line.text.count + (line.continuesWord ? 0 : 1))
      }
      #expect(line.hasPrefix(kept))
      let gap = line.dropFirst(kept.count).prefix { $0 == " " }.count
      let longer = measurer.layout(line.prefix(kept.count + gap + 1) + "…", style: style)
      #expect(longer.size.width > width, "'\(last.text)' of '\(line)'")
    }
  }

  @Test func `an ellipsis stands for lines that follow a short one`() {
    #expect(lines("a\nb\nc", maximum: 2) == ["a", "b…"])
    #expect(lines("one two\nthree", width: 100, maximum: 1) == ["one two…"])
    #expect(lines("a", maximum: 0) == [])
  }

  @Test func `a width too small for anything still keeps every character`() {
    #expect(lines("abc", width: 0).joined() == "abc")
    #expect(lines("abc", width: -5).joined() == "abc")
    #expect(lines("abc", width: .nan) == ["abc"])
    #expect(lines("abcdef", width: 3, maximum: 1) == ["…"])
  }

  @Test func `a width beyond all measure is as good as none`() {
    #expect(lines("abc", width: 1e12) == ["abc"])
    #expect(lines("abc", width: .infinity) == ["abc"])
    #expect(lines("a\nb", width: 1e12, maximum: 1) == ["a…"])
  }

  @Test func `a huge text is cut without setting all of it`() {
    let text = String(repeating: "слово ", count: 200_000)
    let clock = ContinuousClock()
    let start = clock.now
    let layout = measurer.layout(text, style: style, width: 120, maximumLines: 3)
    #expect(layout.lines.count == 3)
    #expect(layout.lines[2].text.hasSuffix("…"))
    #expect(clock.now - start < .seconds(2))
  }
}
