import Diagnostics
import Testing

@Suite struct SpellingTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("ca", "abc", 3),
    ("kitten", "sitting", 3), ("dicsover", "discover", 1), ("етап", "етпа", 1),
  ])
  func `distance counts insertions, deletions, replacements and swaps`(
    a: String, b: String, expected: Int
  ) {
    #expect(Spelling.distance(a, b) == expected)
    #expect(Spelling.distance(b, a) == expected)
  }

  @Test func `distance agrees with its recursive definition`() {
    func slow(_ a: ArraySlice<Unicode.Scalar>, _ b: ArraySlice<Unicode.Scalar>) -> Int {
      guard let x = a.last, let y = b.last else { return max(a.count, b.count) }
      var best = min(
        slow(a.dropLast(), b) + 1, slow(a, b.dropLast()) + 1,
        slow(a.dropLast(), b.dropLast()) + (x == y ? 0 : 1))
      if a.count > 1, b.count > 1, x == b[b.endIndex - 2], y == a[a.endIndex - 2] {
        best = min(best, slow(a.dropLast(2), b.dropLast(2)) + 1)
      }
      return best
    }
    let words = ["", "a", "ab", "ba", "abc", "acb", "cab", "bca", "abca", "aacb", "bacab"]
    for a in words {
      for b in words {
        let expected = slow(Array(a.unicodeScalars)[...], Array(b.unicodeScalars)[...])
        #expect(Spelling.distance(a, b) == expected, "\(a) \(b)")
      }
    }
  }

  @Test func `the nearest candidate is suggested, the first of equals`() {
    #expect(Spelling.nearest(to: "dicsover", among: ["decide", "discover", "buy"]) == "discover")
    #expect(Spelling.nearest(to: "stage1", among: ["stage2", "stage3"]) == "stage2")
    #expect(Spelling.nearest(to: "SEARCH", among: ["search"]) == "search")
    #expect(Spelling.nearest(to: "ad", among: ["at"]) == nil)
    #expect(Spelling.nearest(to: "purchase", among: ["loyalty"]) == nil)
    #expect(Spelling.hint(for: "advrt", among: ["advert"]) == "did you mean 'advert'?")
    #expect(Spelling.hint(for: "advrt", among: [String]()) == nil)
  }
}
