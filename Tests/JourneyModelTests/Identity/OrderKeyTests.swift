import JourneyModel
import Testing

@Suite struct OrderKeyTests {
  enum Place: CaseIterable { case start, end, beforeFixed, afterFixed }

  @Test(arguments: Place.allCases)
  func `ten thousand insertions at one place keep keys short`(place: Place) throws {
    var low: OrderKey? = OrderKey(rawValue: "a")
    var high: OrderKey? = OrderKey(rawValue: "b")
    if place == .start { low = nil }
    if place == .end { high = nil }
    var longest = 0
    for _ in 0..<10_000 {
      let key = try #require(OrderKey.between(low, high))
      if let low { #expect(low < key) }
      if let high { #expect(key < high) }
      longest = max(longest, key.rawValue.utf8.count)
      switch place {
      case .start, .afterFixed: high = key
      case .end, .beforeFixed: low = key
      }
    }
    #expect(longest <= 12)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `keys made at random places stay in order`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var keys: [OrderKey] = []
    for _ in 0..<1_500 {
      let place = Int.random(in: 0...keys.count, using: &random)
      let key = try #require(
        OrderKey.between(
          place == 0 ? nil : keys[place - 1], place == keys.count ? nil : keys[place]))
      keys.insert(key, at: place)
    }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
    #expect(keys.map(\.rawValue.utf8.count).max() ?? 0 <= 16)
    #expect(keys.allSatisfy { !$0.rawValue.hasSuffix("0") })
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `any two different short keys leave room unless one is the other and zeros`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let alphabet = ["0", "1", "i", "z", "A", "~", "_"]
    for _ in 0..<4_000 {
      let texts = (0..<2).map { _ in
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
          alphabet.randomElement(using: &random) ?? "1"
        }.joined()
      }
      let (a, b) = (OrderKey(rawValue: texts[0]), OrderKey(rawValue: texts[1]))
      let key = OrderKey.between(a, b)
      if let key {
        #expect(a < key && key < b)
      } else if texts.joined().allSatisfy({ "01iz".contains($0) }) {
        let rest = texts[1].dropFirst(texts[0].count)
        #expect(a >= b || (texts[1].hasPrefix(texts[0]) && rest.allSatisfy { $0 == "0" }))
      }
    }
  }

  @Test(arguments: [0, 1, 2, 17, 18, 35, 1_000])
  func `the first keys of a list ascend and leave room everywhere`(count: Int) throws {
    let keys = OrderKey.first(count)
    #expect(keys.count == count)
    let ends: [OrderKey?] = [nil] + keys + [nil]
    for (low, high) in zip(ends, ends.dropFirst()) {
      let key = try #require(OrderKey.between(low, high))
      #expect(low.map { $0 < key } ?? true)
      #expect(high.map { key < $0 } ?? true)
    }
  }

  @Test func `a key is not made between equal or inverted keys`() {
    let a = OrderKey(rawValue: "a")
    #expect(OrderKey.between(a, a) == nil)
    #expect(OrderKey.between(OrderKey(rawValue: "b"), a) == nil)
    #expect(OrderKey.between(nil, nil) != nil)
  }

  @Test func `equal keys sort by id`() throws {
    let key = OrderKey(rawValue: "i")
    let steps = try ["b", "a", "c"].map {
      Step(id: try #require(Step.ID(rawValue: $0)), order: key, name: $0)
    }
    let before = Step(
      id: try #require(Step.ID(rawValue: "z")), order: OrderKey(rawValue: "1"), name: "z")
    #expect((steps + [before]).inOrder().map(\.id.rawValue) == ["z", "a", "b", "c"])
  }
}
