import Picture
import Testing

private let measurer = PangoTextMeasurer()

struct MeasuringTests {
  private let style = TextStyle(size: 12)

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `lines put together are the text again`(seed: UInt64) {
    var world = TextWorld(seed: seed)
    for _ in 0..<25 {
      let text = world.text(words: 1 + world.number(below: 14))
      let width = Double(20 + world.number(below: 200))
      let layout = measurer.layout(text, style: style, width: width)
      var joined = ""
      for line in layout.lines {
        joined += line.text + (line.continuesWord ? "" : " ")
      }
      #expect(joined == text + " ")
    }
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `no line is wider than asked, and each is as wide as by itself`(seed: UInt64) {
    var world = TextWorld(seed: seed)
    for _ in 0..<25 {
      let text = world.text(words: 1 + world.number(below: 14))
      let width = Double(20 + world.number(below: 200))
      let layout = measurer.layout(text, style: style, width: width)
      for line in layout.lines {
        #expect(line.width <= width + 0.01 || line.text.count == 1, "'\(line.text)' in \(width)")
        let alone = measurer.layout(line.text, style: style).size.width
        #expect(abs(line.width - alone) < 0.01, "'\(line.text)' of '\(text)'")
      }
      #expect(layout.size.width == layout.lines.map(\.width).max())
      #expect(abs(layout.size.height - Double(layout.lines.count) * 12 * 1.35) < 1e-9)
    }
  }

  @Test func `a word longer than the width is broken inside and loses nothing`() {
    let word = "Donaudampfschifffahrtsgesellschaftskapitän"
    let layout = measurer.layout(word, style: style, width: 60)
    #expect(layout.lines.count > 3)
    #expect(layout.lines.map(\.text).joined() == word)
    #expect(layout.lines.dropLast().allSatisfy { $0.continuesWord })
    #expect(layout.lines.allSatisfy { !$0.text.contains("-") && $0.width <= 60 })
  }

  @Test func `Cyrillic and Polish words stay whole where they fit`() {
    let russian = "Ищет отзывы других покупателей"
    let polish = "Zażółć gęślą jaźń łódź"
    for text in [russian, polish] {
      let layout = measurer.layout(text, style: style, width: 90)
      let words = layout.lines.flatMap { $0.text.split(separator: " ") }
      #expect(words == text.split(separator: " "))
    }
    #expect(measurer.unknownGlyphCount(in: russian + polish, style: style) == 0)
  }

  @Test func `an emoji of several characters is never split`() {
    let text = String(repeating: "👨‍👩‍👧‍👦🇵🇱👍🏽🏳️‍🌈", count: 3)
    let layout = measurer.layout(text, style: style, width: 20)
    #expect(layout.lines.flatMap { Array($0.text) } == Array(text))
    #expect(layout.lines.allSatisfy { $0.text.count == 1 })
    // One glyph each: as wide as a plain emoji.
    let plain = measurer.layout("😀", style: style).size.width
    #expect(layout.lines.allSatisfy { abs($0.width - plain) < 0.01 })
  }

  @Test func `digits are digits and not emoji`() {
    let digit = measurer.layout("7", style: style).size.width
    #expect(digit > 5 && digit < 9)
    #expect(measurer.layout("7*#", style: style).size.width < 24)
  }

  @Test func `a measure grows with the size exactly`() {
    let text = "Reads reviews: 49.90 €, łódź, кошик"
    let small = measurer.layout(text, style: TextStyle(size: 10)).size.width
    let large = measurer.layout(text, style: TextStyle(size: 40)).size.width
    #expect(abs(large - 4 * small) < 0.1)
    let bold = measurer.layout(text, style: TextStyle(size: 10, weight: .bold)).size.width
    #expect(bold > small)
  }

  @Test func `figures of one width line up`() {
    let style = TextStyle(size: 12, tabularFigures: true)
    let widths = (0...9).map { measurer.layout("\($0)", style: style).size.width }
    #expect(Set(widths).count == 1)
  }

  @Test func `baselines are evenly spaced and the first lies inside its line`() {
    let layout = measurer.layout("a\nb 😀\nц\n日", style: style)
    let steps = zip(layout.lines.dropFirst(), layout.lines).map { $0.baseline - $1.baseline }
    #expect(steps.allSatisfy { abs($0 - 16.2) < 1e-9 })
    #expect(layout.lines[0].baseline > 10 && layout.lines[0].baseline < 16.2)
  }

  @Test func `characters without a glyph are counted`() {
    let own = PangoTextMeasurer()
    #expect(own.unknownGlyphCount == 0)
    _ = own.layout("a\u{E123}b\u{10FFFD}", style: style)
    #expect(own.unknownGlyphCount == 2)
    #expect(own.unknownGlyphCount(in: "łódź", style: style) == 0)
  }

  @Test func `many threads measure the same as one`() async {
    var world = TextWorld(seed: 99)
    let texts = (0..<200).map { _ in world.text(words: 6) }
    let alone = PangoTextMeasurer()
    let expected = texts.map { alone.layout($0, style: style, width: 100) }
    let shared = PangoTextMeasurer(capacity: 50)
    await withTaskGroup(of: [TextLayout].self) { group in
      for _ in 0..<4 {
        group.addTask { texts.map { shared.layout($0, style: TextStyle(size: 12), width: 100) } }
      }
      for await layouts in group {
        let different = texts.indices.filter { layouts[$0] != expected[$0] }
        #expect(different.map { layouts[$0].lines } == different.map { expected[$0].lines })
      }
    }
  }
}
