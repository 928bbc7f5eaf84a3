import JourneyModel
import Testing

@Suite struct WildcardTests {
  @Test(arguments: [
    ("view", "view", true), ("view", "View", false), ("*", "", true), ("?", "", false),
    ("view_*", "view_", true), ("v?ew", "view", true), ("*a*b", "xxaxxb", true),
    ("*a*b", "xxbxxa", false), ("пошук*", "пошук у мережі", true), ("a.c", "abc", false),
    ("**", "anything", true), ("?", "і", true),
  ])
  func `a pattern matches whole texts`(pattern: String, text: String, expected: Bool) {
    #expect(Wildcard(pattern).matches(text) == expected)
  }

  @Test func `matching agrees with its recursive definition`() {
    func slow(_ p: Substring, _ t: Substring) -> Bool {
      guard let first = p.first else { return t.isEmpty }
      if first == "*" {
        return slow(p.dropFirst(), t) || (!t.isEmpty && slow(p, t.dropFirst()))
      }
      guard let letter = t.first, first == "?" || first == letter else { return false }
      return slow(p.dropFirst(), t.dropFirst())
    }
    var random = SeededRandom(seed: 3)
    for _ in 0..<5_000 {
      func text(_ letters: [Character], _ limit: Int) -> String {
        String(
          (0..<Int.random(in: 0...limit, using: &random)).map { _ in
            letters[Int.random(in: 0..<letters.count, using: &random)]
          })
      }
      let (pattern, other, words) = (
        text(["a", "b", "*", "?"], 6), text(["a", "b", "*", "?"], 4),
        (0..<6).map { _ in text(["a", "b"], 8) }
      )
      for word in words {
        #expect(
          Wildcard(pattern).matches(word) == slow(pattern[...], word[...]), "\(pattern) \(word)")
        if Wildcard(pattern).covers(Wildcard(other)), Wildcard(other).matches(word) {
          #expect(Wildcard(pattern).matches(word), "\(pattern) covers \(other), not \(word)")
        }
      }
    }
  }

  @Test func `a hostile pattern is quick`() {
    let pattern = Wildcard(String(repeating: "*a", count: 200) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 2_000)))
  }

  @Test func `a rule without a channel takes every channel`() {
    let any = BindingRule(id: id("a"), activity: "view*", touchpoint: id("shop"))
    #expect(any.matches(activity: "view_item", channel: nil))
    #expect(any.matches(activity: "view_item", channel: "web"))
    let web = BindingRule(id: id("b"), activity: "*", channel: "w*", touchpoint: id("shop"))
    #expect(web.matches(activity: "x", channel: "web"))
    #expect(!web.matches(activity: "x", channel: nil))
    #expect(!web.matches(activity: "x", channel: "app"))
  }
}
