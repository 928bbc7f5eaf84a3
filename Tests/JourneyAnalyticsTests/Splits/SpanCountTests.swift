import Statistics
import Testing

@testable import JourneyAnalytics

struct SpanCountTests {
  private struct Walk {
    var items: [UInt32]
    var spans: [Int64]
  }

  /// - Parameter narrow: whether a chunk is narrow, its ticks of `unit` microseconds.
  private func chunks(_ walks: [Walk], unit: Int64, narrow: () -> Bool) -> [CaseChunk] {
    stride(from: 0, to: walks.count, by: 50).map { start in
      var chunk = CaseChunk(offsets: [0], times: [], items: [], firstCustomer: start)
      for walk in walks[start..<min(start + 50, walks.count)] {
        var time: Int64 = 0
        for (item, span) in zip(walk.items, [0] + walk.spans) {
          time += span
          chunk.items.append(item)
          chunk.times.append(time)
        }
        chunk.offsets.append(Int32(chunk.items.count))
      }
      let gaps = zip(chunk.times, chunk.times.dropFirst()).map { ($1 - $0) / unit }
      if narrow(), gaps.allSatisfy({ $0 < 1 << 31 }) {
        chunk.isNarrow = true
        chunk.codes = chunk.items.map { UInt8($0) }
        // Any beginning, also one from which the numbers wrap around.
        chunk.ticks = chunk.times.map { UInt32(truncatingIfNeeded: $0 / unit + 4_294_967_000) }
        (chunk.items, chunk.times) = ([], [])
      }
      return chunk
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `counted and gathered spans give the same as all spans kept`(seed: UInt64) {
    var dice = SplitMix64(seed: seed)
    let itemCount = dice.pick([1, 2, 3, 4, 64])
    let unit: Int64 = dice.pick([1, 1_000, 1_000_000, 60_000_000])
    let sizes = dice.pick([
      [2], [1 << 13, 1 << 20], [1 << 30], [1, 1 << 14, 1 << 44, 1 << 47, 1 << 60], [1 << 60],
      [100_000_000],
    ])
    let walks = (0..<dice.below(900)).map { _ in
      let length = dice.below(4)
      return Walk(
        items: (0..<length).map { _ in UInt32(dice.below(itemCount)) },
        spans: (0..<max(length - 1, 0)).map { _ in Int64(dice.below(dice.pick(sizes))) / unit * unit
        })
    }
    let chunks = chunks(walks, unit: unit) { dice.below(2) == 0 }
    let scale = SpanScale(unit: unit)
    let parts = (0..<3).map { _ in UnsafeSpanCounts(itemCount: itemCount, scale: scale) }
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

  @Test(arguments: [1, 1_000, 1_000_000, 60_000_000, 3_600_000_000, 86_400_000_000] as [Int64])
  func `classes of spans ascend and take in every span`(unit: Int64) {
    let scale = SpanScale(unit: unit)
    var last: UInt8 = 0
    for bit in 0..<63 {
      for step in 0..<8 as Range<UInt64> {
        let ticks = (1 << UInt64(bit)) + step << UInt64(max(bit - 3, 0))
        let place = SpanScale.place(of: ticks, origin: scale.origin)
        #expect(place >= last || bit < 4)
        #expect(place < SpanScale.count)
        if ticks < 1 << 31 {
          #expect(SpanScale.place(ofShort: UInt32(ticks), origin: scale.origin) == place)
        }
        if let span = Int64(exactly: ticks), !span.multipliedReportingOverflow(by: unit).overflow {
          #expect(scale.ticks(span * unit) == ticks)
        }
        last = max(last, place)
      }
    }
    #expect(SpanScale.place(of: 0, origin: scale.origin) == 0)
    #expect(Int(last) == SpanScale.count - 1)
  }

  @Test func `short spans around every bound between classes keep their order and their class`() {
    let scale = SpanScale(unit: 1_000_000)
    var last: UInt8 = 0
    for bit in 2..<31 as Range<UInt32> {
      for quarter in 0..<4 as Range<UInt32> {
        let bound = (4 + quarter) << (bit - 2)
        for ticks in [bound - 1, bound, bound + 1] where ticks < 1 << 31 {
          let place = SpanScale.place(ofShort: ticks, origin: scale.origin)
          #expect(place == SpanScale.place(of: UInt64(ticks), origin: scale.origin))
          #expect(place >= last || bit < 5)
          last = max(last, place)
        }
      }
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `spans are found by rank`(seed: UInt64) {
    var dice = SplitMix64(seed: seed)
    let all = (0..<2_000).map { _ in
      Int64(1 << 20) + Int64(dice.below(dice.pick([1, 300, 1 << 18, 1 << 60])))
    }
    for ranges in [[0..<1], [5..<60], [0..<2_000], [10..<10, 20..<700, 900..<1_900]] {
      let sorted = ranges.flatMap { all[$0] }.sorted()
      var selection = SpanSelection(all, ranges)
      #expect(sorted.indices.map { selection.value(ofRank: $0) } == sorted)
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
