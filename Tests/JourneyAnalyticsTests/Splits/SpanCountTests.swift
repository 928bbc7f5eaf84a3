import Statistics
import Testing

@testable import JourneyAnalytics

struct SpanCountTests {
  private struct Walk {
    var items: [UInt32]
    var spans: [Int64]
  }

  private func chunks(_ walks: [Walk]) -> [CaseChunk] {
    stride(from: 0, to: walks.count, by: 50).map { start in
      var chunk = CaseChunk(offsets: [0], times: [], items: [], firstCustomer: start)
      for walk in walks[start..<min(start + 50, walks.count)] {
        var time: Int64 = -5
        for (item, span) in zip(walk.items, [0] + walk.spans) {
          time += span
          chunk.items.append(item)
          chunk.times.append(time)
        }
        chunk.offsets.append(Int32(chunk.items.count))
      }
      return chunk
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `counted and gathered spans give the same as all spans kept`(seed: UInt64) {
    var dice = SplitMix64(seed: seed)
    let itemCount = 1 + dice.below(4)
    let sizes = dice.pick([
      [2], [1 << 13, 1 << 20], [1 << 30], [1, 1 << 14, 1 << 44, 1 << 47, 1 << 60], [1 << 60],
    ])
    let walks = (0..<dice.below(900)).map { _ in
      let length = dice.below(4)
      return Walk(
        items: (0..<length).map { _ in UInt32(dice.below(itemCount)) },
        spans: (0..<max(length - 1, 0)).map { _ in Int64(dice.below(dice.pick(sizes))) })
    }
    let chunks = chunks(walks)
    let parts = (0..<3).map { _ in UnsafeSpanCounts(itemCount: itemCount) }
    for chunk in chunks { parts[dice.below(3)].take(chunk) }
    let wanted = WantedSpans(
      parts, itemCount: itemCount, quantiles: [.median, .p90], byItem: true)
    let logs = (0..<2).map { _ in UnsafeSpanLog(wanted) }
    for chunk in chunks { logs[dice.below(2)].take(chunk) }
    let counts = TransitionCounts(parts, wanted, logs, withDwell: true)

    var expected: [[Int]: [Int64]] = [:]
    var journeys: [[Int]: Int] = [:]
    var dwell = [[Int64]](repeating: [], count: itemCount)
    for walk in walks {
      var met: Set<[Int]> = []
      for (place, span) in walk.spans.enumerated() {
        let pair = [Int(walk.items[place]), Int(walk.items[place + 1])]
        expected[pair, default: []].append(span)
        dwell[pair[0]].append(span)
        met.insert(pair)
      }
      for pair in met { journeys[pair, default: 0] += 1 }
    }
    func check(_ gaps: GapSummary, _ spans: [Int64]) {
      #expect(gaps.count == spans.count)
      #expect(gaps.sum == spans.reduce(Int128(0)) { $0 + Int128($1) })
      #expect(near(gaps.seconds(0), oracleQuantile(spans, 0.5)))
      #expect(near(gaps.seconds(1), oracleQuantile(spans, 0.9)))
    }
    #expect(
      counts.edges.map { [$0.from, $0.to] }
        == expected.keys.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) })
    for edge in counts.edges {
      check(edge.gaps, expected[[edge.from, edge.to]] ?? [])
      #expect(edge.gaps.journeys == journeys[[edge.from, edge.to]])
    }
    for item in 0..<itemCount { check(counts.dwell[item], dwell[item]) }
    let ways = walks.filter { !$0.items.isEmpty }
    #expect(counts.journeys == ways.count)
    for item in 0..<itemCount {
      #expect(counts.starts[item] == ways.count { Int($0.items[0]) == item })
      #expect(counts.ends[item] == ways.count { Int($0.items[$0.items.count - 1]) == item })
    }
  }

  @Test func `classes of spans ascend and take in every span`() {
    var last = 0
    for bit in 0..<63 {
      for step in 0..<8 as Range<Int64> {
        let span = (1 << Int64(bit)) + step << Int64(max(bit - 3, 0))
        let place = SpanScale.place(of: max(span, 0))
        #expect(place >= last || bit < 3)
        #expect((0..<SpanScale.count).contains(place))
        last = max(last, place)
      }
    }
    #expect(SpanScale.place(of: 0) == 0)
    #expect(SpanScale.place(of: .max) == SpanScale.count - 1)
    #expect(last == SpanScale.count - 1)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `spans are found by rank`(seed: UInt64) {
    var dice = SplitMix64(seed: seed)
    let all = (0..<2_000).map { _ in
      Int64(1 << 20) + Int64(dice.below(dice.pick([1, 300, 1 << 18, 1 << 60])))
    }
    for ranges in [[0..<1], [5..<60], [0..<2_000], [10..<10, 20..<700, 900..<1_900]] {
      let sorted = ranges.flatMap { all[$0] }.sorted()
      let selection = SpanSelection(all, ranges)
      #expect(sorted.indices.allSatisfy { selection.value(ofRank: $0) == sorted[$0] })
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `dwell alone is what the time question says of it`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    let world = SmallWorld(&dice, customers: 20, events: 150)
    let queries = LocalJourneyQueries(world.source(chunkSizes: [7], workers: 3))
    for filters in [Filters.none, world.filters(&dice)] {
      for level in Level.allCases {
        let time = try queries.time(by: level, filters, grouping: world.grouping)
        let dwell = try queries.dwell(by: level, filters, grouping: world.grouping)
        #expect(dwell.unbound == time.unbound)
        #expect(dwell.items.count == time.items.count)
        for item in dwell.items {
          #expect(time[item.name]?.dwell == item.dwell)
          #expect(time[item.name]?.events == item.events)
        }
        #expect(dwell.items.map(\.events) == dwell.items.map(\.events).sorted(by: >))
      }
    }
  }
}
