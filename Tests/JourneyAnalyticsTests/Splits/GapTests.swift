import Statistics
import Testing

@testable import JourneyAnalytics

struct GapTests {
  @Test(arguments: 0..<9 as Range<UInt64>)
  func `spans of any unit and size keep their count, sum and quantiles`(seed: UInt64) {
    var dice = SplitMix64(seed: seed)
    let slots = 5
    var expected = [[Int64]](repeating: [], count: slots)
    let parts = (0..<3).map { _ in
      let store = UnsafeGapStore()
      for _ in 0..<slots { _ = store.addSlot() }
      for _ in 0..<dice.below(6_000) {
        let unit: Int64 = dice.pick(
          seed % 3 == 0 ? [1_000_000] : seed % 3 == 1 ? [1_000_000, 1_000] : [1_000_000, 1_000, 1])
        let size = dice.pick([3, 100, 10_000, 1 << 31, 1 << 40])
        let slot = dice.pick([0, 0, 0, 0, 1, 1, 2])
        let span = Int64(dice.below(size)) * unit
        store.add(span, to: slot)
        expected[slot].append(span)
      }
      return (store, (0..<UInt64(slots)).map { $0 * 10 })
    }
    let table = GapTable(parts)
    #expect(table.keys == [0, 10, 20, 30, 40])
    let groups = [0..<2, 2..<2, 2..<5]
    let (keys, wholes) = table.summaries([.median, .p90, .p25], groups: groups)
    let alone = table.summaries([.median, .p90, .p25])
    func check(_ summary: GapSummary, _ spans: [Int64]) {
      #expect(summary.count == spans.count)
      #expect(summary.sum == spans.reduce(Int128(0)) { $0 + Int128($1) })
      #expect(near(summary.seconds(0), oracleQuantile(spans, 0.5)))
      #expect(near(summary.seconds(1), oracleQuantile(spans, 0.9)))
      #expect(near(summary.seconds(2), oracleQuantile(spans, 0.25)))
    }
    for slot in 0..<slots {
      check(keys[slot], expected[slot])
      check(alone[slot], expected[slot])
    }
    for (group, whole) in zip(groups, wholes) { check(whole, group.flatMap { expected[$0] }) }
  }

  @Test func `buckets keep the order of values and know their bounds`() {
    var values: [UInt64] = Array(0..<5_000)
    for shift in 12..<64 as Range<UInt64> {
      for offset in 0..<3 as Range<UInt64> { values.append((1 << shift) &- 1 &+ offset) }
    }
    values.append(.max)
    var previous = 0
    for value in values.sorted() {
      let bucket = SpanBuckets.bucket(of: value)
      let range = SpanBuckets.range(of: bucket)
      #expect(value >= range.low && value <= range.high && range.contains(value))
      #expect(bucket >= previous && bucket < SpanBuckets.count)
      previous = bucket
    }
  }

  @Test func `work shared among threads comes back in order`() {
    #expect(Workers.map(1_000, threads: 4) { $0 * $0 } == (0..<1_000).map { $0 * $0 })
    #expect(Workers.map(0) { $0 } == [])
  }
}
