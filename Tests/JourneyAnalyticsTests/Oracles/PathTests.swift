import Statistics
import Testing

@testable import JourneyAnalytics

/// Transitions, variants, time, sessions, rework and overview against plain readings of the definitions.
struct PathTests {
  @Test(arguments: 0..<16 as Range<UInt64>)
  func `transitions agree with their definition`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    for _ in 0..<10 {
      let world = SmallWorld(&dice)
      let filters = world.filters(&dice)
      for level in Level.allCases {
        let found = try LocalJourneyQueries(world.source())
          .transitions(by: level, filters, grouping: world.grouping)
        let all = oracleJourneys(world.rows, filters)
        let journeys = all.map { world.steps($0, by: level) }
        let paths = journeys.filter { !$0.isEmpty }
        #expect(found.journeys == paths.count)
        #expect(found.events == paths.reduce(0) { $0 + $1.count })
        #expect(found.unbound == all.reduce(0) { $0 + $1.rows.count } - found.events)
        #expect(same(found.activities, listed(paths.flatMap { $0.map(\.name) })))
        #expect(same(found.starts, listed(paths.map { $0[0].name })))
        #expect(same(found.ends, listed(paths.map { $0[$0.count - 1].name })))
        var gaps: [[Name]: [Int64]] = [:]
        var customers: [[Name]: Set<Int>] = [:]
        for (journey, path) in paths.enumerated() {
          for (step, next) in zip(path, path.dropFirst()) {
            let pair = [Name(step.name), Name(next.name)]
            gaps[pair, default: []].append(next.time - step.time)
            customers[pair, default: []].insert(journey)
          }
        }
        let order = gaps.keys.sorted {
          let (left, right) = (gaps[$0]?.count ?? 0, gaps[$1]?.count ?? 0)
          return left != right ? left > right : $0.lexicographicallyPrecedes($1)
        }
        #expect(found.edges.map { [Name($0.from), Name($0.to)] } == order)
        let total = gaps.values.reduce(0) { $0 + $1.count }
        #expect(total == found.events - found.journeys)
        for edge in found.edges {
          let pair = [Name(edge.from), Name(edge.to)]
          let values = try #require(gaps[pair])
          #expect(edge.count == values.count)
          #expect(edge.customers == customers[pair]?.count)
          #expect(near(edge.medianGapSeconds, oracleQuantile(values, 0.5)))
          #expect(near(edge.p90GapSeconds, oracleQuantile(values, 0.9)))
          let sum = values.reduce(0, +)
          #expect(near(edge.meanGapSeconds, Double(sum) / Double(values.count) / 1e6))
          #expect(near(edge.share, Double(values.count) / Double(total)))
          let leaving = gaps.filter { $0.key[0] == pair[0] }.values.reduce(0) { $0 + $1.count }
          #expect(near(edge.shareOfFrom, Double(values.count) / Double(leaving)))
          let back = gaps[[pair[1], pair[0]]]?.count ?? 0
          let dependency =
            pair[0] == pair[1]
            ? Double(values.count) / Double(values.count + 1)
            : Double(values.count - back) / Double(values.count + back + 1)
          #expect(near(edge.dependency, dependency))
        }
        for item in found.activities.items {
          let name = Name(item.name)
          let out = found.edges.filter { Name($0.from) == name }.reduce(0) { $0 + $1.count }
          let into = found.edges.filter { Name($0.to) == name }.reduce(0) { $0 + $1.count }
          #expect(out + found.ends[item.name] == item.count)
          #expect(into + found.starts[item.name] == item.count)
        }
      }
    }
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `variants agree with their definition`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    for _ in 0..<15 {
      let world = SmallWorld(&dice, customers: 12, events: 40)
      let filters = world.filters(&dice)
      let level = dice.pick(Level.allCases)
      let top = dice.below(5)
      let found = try LocalJourneyQueries(world.source(chunkSizes: [3, 1], workers: 3))
        .variants(VariantQuery(by: level, top: top), filters, grouping: world.grouping)
      let paths = oracleJourneys(world.rows, filters)
        .map { world.steps($0, by: level).map { Name($0.name) } }.filter { !$0.isEmpty }
      var counts: [[Name]: Int] = [:]
      for path in paths { counts[path, default: 0] += 1 }
      let order = counts.sorted {
        $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
      }
      #expect(found.journeys == paths.count)
      #expect(found.distinct == counts.count)
      #expect(found.seenOnce == counts.count { $0.value == 1 })
      #expect(found.top.map { $0.path.map { Name($0) } } == order.prefix(top).map(\.key))
      #expect(found.top.map(\.count) == order.prefix(top).map(\.value))
      #expect(found.journeysOfOthers == order.dropFirst(top).reduce(0) { $0 + $1.value })
      var covered = 0
      var fewest = 0
      while Double(covered) < 0.8 * Double(paths.count) {
        covered += order[fewest].value
        fewest += 1
      }
      #expect(found.coverage80 == fewest)
    }
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `visits and dwell agree with their definition`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    for _ in 0..<15 {
      let world = SmallWorld(&dice)
      let filters = world.filters(&dice)
      let level = dice.pick(Level.allCases)
      let found = try LocalJourneyQueries(world.source())
        .time(by: level, filters, grouping: world.grouping)
      var visits: [Name: [Int64]] = [:]
      var open: [Name: Int] = [:]
      var dwell: [Name: [Int64]] = [:]
      var events: [Name: Int] = [:]
      for journey in oracleJourneys(world.rows, filters) {
        let steps = world.steps(journey, by: level)
        for (place, step) in steps.enumerated() {
          let name = Name(step.name)
          events[name, default: 0] += 1
          if place + 1 < steps.count {
            dwell[name, default: []].append(steps[place + 1].time - step.time)
          }
          if place > 0, Name(steps[place - 1].name) == name { continue }
          if let end = steps[place...].first(where: { Name($0.name) != name }) {
            visits[name, default: []].append(end.time - step.time)
          } else {
            open[name, default: 0] += 1
          }
        }
      }
      let order = events.keys.sorted {
        let (left, right) = (visits[$0]?.count ?? 0, visits[$1]?.count ?? 0)
        return left != right ? left > right : $0 < $1
      }
      #expect(found.items.map { Name($0.name) } == order)
      for item in found.items {
        let name = Name(item.name)
        let spans = visits[name] ?? []
        #expect(item.visits == spans.count)
        #expect(item.open == open[name] ?? 0)
        #expect(item.events == events[name])
        #expect(near(item.medianSeconds, oracleQuantile(spans, 0.5)))
        #expect(near(item.p90Seconds, oracleQuantile(spans, 0.9)))
        #expect(near(item.totalSeconds, Double(spans.reduce(0, +)) / 1e6))
        let gaps = dwell[name] ?? []
        #expect(item.dwell.count == gaps.count)
        #expect(near(item.dwell.medianSeconds, oracleQuantile(gaps, 0.5)))
        #expect(near(item.dwell.p90Seconds, oracleQuantile(gaps, 0.9)))
      }
    }
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `sessions, rework and the overview agree with their definitions`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    for _ in 0..<15 {
      let world = SmallWorld(&dice)
      let filters = world.filters(&dice)
      let rule = dice.pick([SessionRule.column, .timeout(microseconds: 1_000_000)])
      let queries = LocalJourneyQueries(world.source())
      let journeys = oracleJourneys(world.rows, filters)
      let hasSessions = world.rows.contains { $0.session != "" }
      let sessions = journeys.flatMap { oracleSessions($0.rows, rule, hasSessions: hasSessions) }
      let found = try queries.sessions(rule, filters)
      let durations = sessions.map { $0[$0.count - 1].time - $0[0].time }
      #expect(found.sessions == sessions.count)
      #expect(found.customers == journeys.count)
      #expect(near(found.medianDurationSeconds, oracleQuantile(durations, 0.5)))
      #expect(near(found.p90DurationSeconds, oracleQuantile(durations, 0.9)))
      let lengths = sessions.map { Int64($0.count) * 1_000_000 }
      #expect(near(found.medianEvents, oracleQuantile(lengths, 0.5)))

      let overview = try queries.overview(filters)
      let spans = journeys.map { $0.rows[$0.rows.count - 1].time - $0.rows[0].time }
      let rows = journeys.flatMap(\.rows)
      #expect(overview.events == rows.count)
      #expect(overview.customers == journeys.count)
      #expect(overview.distinctCustomers == Set(journeys.map(\.customer)).count)
      #expect(overview.activities == Set(rows.map { Name($0.activity) }).count)
      #expect(
        overview.variants == Set(journeys.map { $0.rows.map { Name($0.activity) } }).count)
      #expect(overview.firstTime?.microseconds == rows.map(\.time).min())
      #expect(overview.lastTime?.microseconds == rows.map(\.time).max())
      #expect(near(overview.medianDurationSeconds, oracleQuantile(spans, 0.5)))
      let tied = journeys.reduce(0) { sum, journey in
        sum + journey.rows.count { row in journey.rows.count { $0.time == row.time } > 1 }
      }
      #expect(overview.tiedEvents == tied)

      let rework = try queries.rework(by: .activity, filters)
      var selfLoops = 0
      var repetitions = 0
      for journey in journeys {
        let names = journey.rows.map { Name($0.activity) }
        for name in Set(names) {
          var runs = 0
          for place in names.indices where names[place] == name {
            if place > 0, names[place - 1] == name { selfLoops += 1 } else { runs += 1 }
          }
          repetitions += runs - 1
        }
      }
      #expect(rework.selfLoops == selfLoops)
      #expect(rework.repetitions == repetitions)
      #expect(rework.rework == selfLoops + repetitions)
      let distinct = journeys.map { Set($0.rows.map { Name($0.activity) }).count }
      #expect(
        rework.journeysWithRework == zip(journeys, distinct).count { $0.rows.count > $1 })
    }
  }
}
