import Diagnostics
import JourneyModel
import Testing

@testable import JourneyFormats

@Suite struct HostileYAMLTests {
  private func built(
    _ text: String, limits: NotationLimits = NotationLimits()
  ) -> YAMLTree.Built {
    YAMLTree.build(Array(text.utf8), file: "x.yaml", limits: limits)
  }
  private func repeated(_ text: String, bytes: Int) -> String {
    String(repeating: text, count: bytes / text.utf8.count)
  }

  @Test func `aliases within aliases are refused at the first anchor, whatever they stand for`() {
    let text = """
      a: &a [x, x, x, x, x, x, x, x, x]
      b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
      c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
      d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
      e: [*d, *d, *d, *d, *d, *d, *d, *d, *d]
      """
    let result = built(text)
    #expect(result.tree == nil)
    #expect(result.finding?.code == NotationCode.alias)
    #expect(result.eventCount == 5)
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "[[a], "])
  func `a megabyte of nesting is refused after a few events`(part: String) {
    let result = built(repeated(part, bytes: 1 << 20))
    #expect(result.tree == nil)
    #expect(result.finding?.code == NotationCode.tooDeep)
    #expect(result.eventCount < 300)
  }

  @Test func `the deepest nesting that is allowed is read`() {
    let depth = NotationLimits().depth
    let fits = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(built(fits).tree != nil)
    #expect(built("[" + fits + "]").finding?.code == NotationCode.tooDeep)
  }

  @Test func `more values than the limit are refused at the first beyond it`() {
    let limits = NotationLimits(values: 1_000)
    let result = built(repeated("- a\n", bytes: 1 << 16), limits: limits)
    #expect(result.finding?.code == NotationCode.tooManyValues)
    #expect(result.finding?.location == TextLocation(file: "x.yaml", line: 1_000, column: 3))
    #expect(result.eventCount == 1_003)
  }

  @Test func `more items than the limit are refused, in whatever lists they stand`() {
    let text = "a:\n" + repeated("- a\n", bytes: 2_000) + "b:\n" + repeated("- [b]\n", bytes: 6_000)
    #expect(built(text).finding == nil)
    let result = built(text, limits: NotationLimits(items: 2_499))
    #expect(result.finding?.code == NotationCode.tooManyValues)
    #expect(result.finding?.location?.line == 1_502)
  }

  @Test func `a megabyte of items is refused long before its end`() {
    let result = built("stages:\n" + repeated("- a\n", bytes: 1 << 20))
    #expect(result.finding?.code == NotationCode.tooManyValues)
    #expect(result.eventCount == 10_006)
  }

  @Test func `a file beyond the limit of bytes is not looked at`() {
    let result = built(repeated("- a\n", bytes: 1 << 12), limits: NotationLimits(bytes: 4_000))
    #expect(result.finding?.code == NotationCode.tooLarge)
    #expect(result.eventCount == 0)
  }

  @Test(arguments: [
    ("\(String(repeating: "k", count: 5_000)): v", NotationCode.syntax),
    ("a: !!python/object x", NotationCode.tag), ("!map {a: b}", NotationCode.tag),
    ("- !seq []", NotationCode.tag), ("a: &x {}", NotationCode.alias),
    ("a: [*x]", NotationCode.alias), ("*x : y", NotationCode.alias),
    ("%YAML 9.9\n---\na: b", NotationCode.syntax), ("a: \u{7}", NotationCode.notText),
    ("a\n---\nb", NotationCode.severalDocuments), ("a: b\n...\nc: d", NotationCode.syntax),
  ])
  func `what the notation does not have is refused`(text: String, code: String) {
    #expect(built(text).finding?.code == code)
  }

  @Test func `thousands of findings are counted, not listed`() throws {
    let text = "format: 1\nname: x\n" + (0..<5_000).map { "k\($0): v\n" }.joined()
    let id = try #require(JourneyMap.ID(rawValue: "x"))
    let found = Notation.readMap(
      Array(text.utf8), id: id, file: "x.yaml", limits: NotationLimits(findings: 50)
    ).diagnostics
    #expect(found.count == 51)
    #expect(found.last?.code == NotationCode.tooManyFindings)
    #expect(found.last?.message == "4950 more findings in this file are not shown")
  }

  @Test func `a thousand cards of the same text get ids of their own without a search through all`()
    throws
  {
    let text =
      "format: 1\nname: x\nlanes:\n  - role: barrier\n    cards:\n      pay:\n"
      + repeated("        - slow\n", bytes: 15_000)
    let id = try #require(JourneyMap.ID(rawValue: "x"))
    let read = Notation.readMap(Array(text.utf8), id: id, file: "x.yaml")
    #expect(read.diagnostics == [])
    let cards = try #require(read.value?.value.cards)
    #expect(cards.count == 1_000 && Set(cards.map(\.id)).count == 1_000)
    #expect(cards[0].id.rawValue == "barriers-pay-slow")
    #expect(cards[999].id.rawValue == "barriers-pay-slow-1000")
    let isAscending = zip(cards, cards.dropFirst()).allSatisfy { $0.order < $1.order }
    #expect(isAscending)
  }
}
