import Testing

@testable import Picture

struct MarkupBufferTests {
  private func written(_ write: (inout MarkupBuffer) -> Void) -> String {
    var buffer = MarkupBuffer(capacity: 16)
    write(&buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test func `numbers are short`() {
    let cases: [(Double, String)] = [
      (0, "0"), (-0.001, "0"), (1, "1"), (1.5, "1.5"), (1.25, "1.25"), (1.204, "1.2"),
      (-3.456, "-3.46"), (10, "10"), (100, "100"), (99.999, "100"), (123_456.7, "123456.7"),
      (0.05, "0.05"), (.nan, "0"), (.infinity, "0"), (-1e300, "0"),
    ]
    for (number, text) in cases { #expect(written { $0.number(number) } == text) }
  }

  @Test func `a number read back is the number, to half a hundredth`() throws {
    var world = TextWorld(seed: 5)
    for _ in 0..<2_000 {
      let number = Double(world.number(below: 2_000_000_000) - 1_000_000_000) / 12_345
      let text = written { $0.number(number) }
      let back = try #require(Double(text))
      #expect(abs(back - number) <= 0.005_000_1)
      #expect(!text.contains("e") && !(text.contains(".") && text.hasSuffix("0")))
    }
  }

  @Test func `colours are short where they can be`() {
    #expect(written { $0.hex(Colour(hex: 0xFFFFFF)) } == "#fff")
    #expect(written { $0.hex(Colour(hex: 0x1A2B3C)) } == "#1a2b3c")
    #expect(written { $0.hex(Colour(hex: 0xFF0010)) } == "#ff0010")
    #expect(written { $0.hexWithAlpha(Colour(hex: 0xFFFFFF, alpha: 0.5)) } == "#ffffff80")
    #expect(written { $0.hexWithAlpha(Colour(hex: 0xFFFFFF, alpha: -1)) } == "#ffffff00")
    #expect(written { $0.hexWithAlpha(Colour(hex: 0xFFFFFF, alpha: 2)) } == "#fff")
  }

  @Test func `what XML gives a meaning is escaped and what it forbids is dropped`() {
    #expect(written { $0.escaped("<a b=\"c\">&'") } == "&lt;a b=&quot;c&quot;&gt;&amp;&#39;")
    #expect(written { $0.escaped("a\u{0}\u{1B}b\u{7F}\u{85}c\u{FFFE}\u{FFFF}d") } == "abcd")
    #expect(written { $0.escaped("a\nb\tc\rd") } == "a b c d")
    let harmless = "łódź © ² Ł 日本 😀 ﬀ \u{FFFD} \u{A0}"
    #expect(written { $0.escaped(harmless) } == harmless)
  }

  @Test func `a name keeps only safe characters`() {
    #expect(written { $0.name("ink-soft_2\" onload=x;й") } == "ink-soft_2onloadx")
  }
}
