import Statistics
import Testing

@testable import Insight

/// Names with `*` and `?` against a plain recursive reading.
struct NamePatternTests {
  /// As the words say it: `*` takes nothing or one more character, `?` takes one.
  static func matches(_ pattern: ArraySlice<Unicode.Scalar>, _ name: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = pattern.first else { return name.isEmpty }
    if first == "*" {
      return matches(pattern.dropFirst(), name)
        || (!name.isEmpty && matches(pattern, name.dropFirst()))
    }
    guard let next = name.first, first == "?" || first == next else { return false }
    return matches(pattern.dropFirst(), name.dropFirst())
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `a pattern matches what its plain reading matches`(seed: UInt64) {
    var dice = SplitMix64(seed: seed)
    let letters: [Unicode.Scalar] = ["a", "b", "é", "e", "\u{301}", "Ж", "😀", "_"]
    for _ in 0..<400 {
      let name = (0..<dice.below(9)).map { _ in letters[dice.below(letters.count)] }
      let pattern: [Unicode.Scalar] = (0..<dice.below(8)).map { _ in
        switch dice.below(6) {
        case 0, 1: "*"
        case 2: "?"
        default: letters[dice.below(dice.below(2) == 0 ? 2 : letters.count)]
        }
      }
      let texts = [pattern, name].map { scalars in
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
      }
      #expect(
        NamePattern(texts[0]).matches(texts[1]) == Self.matches(pattern[...], name[...]),
        "\(texts)")
    }
  }

  @Test func `letters count as written`() {
    #expect(!NamePattern("Home").matches("home"))
    #expect(NamePattern("filter_*").matches("filter_results"))
    #expect(!NamePattern("filter_*").matches("filters"))
    #expect(NamePattern("").matches("") && !NamePattern("").matches("a"))
    #expect(NamePattern("a.b").isPlainName && !NamePattern("a.b").matches("axb"))
    #expect(!NamePattern("a*").isPlainName && !NamePattern("?").isPlainName)
  }

  @Test func `a hostile pattern is answered without running away`() {
    // A matcher that tries every way would need more steps than there are atoms.
    let name = String(repeating: "a", count: 3_000)
    let pattern = String(repeating: "*a", count: 300) + "*b"
    #expect(!NamePattern(pattern).matches(name))
    #expect(NamePattern(String(repeating: "*a", count: 300)).matches(name))
    #expect(NamePattern(String(repeating: "*", count: 3_000)).matches(name))
  }
}
