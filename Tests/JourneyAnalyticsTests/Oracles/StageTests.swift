import Statistics
import Testing

@testable import JourneyAnalytics

/// Stage moves, reach, drop-off and conformance against plain readings of the definitions.
struct StageTests {
  @Test(arguments: 0..<16 as Range<UInt64>)
  func `stage moves, reach and loss agree with their definitions`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    for _ in 0..<15 {
      let world = SmallWorld(&dice)
      let filters = world.filters(&dice)
      let found = try LocalJourneyQueries(world.source())
        .stages(filters, grouping: world.grouping)
      let all = oracleJourneys(world.rows, filters)
      let names = world.grouping.stages
      let paths = all.map { journey in
        world.steps(journey, by: .stage).compactMap { names.firstIndex(of: $0.name) }
      }
      let bound = paths.filter { !$0.isEmpty }
      #expect(found.allCustomers == all.count)
      #expect(found.customers == bound.count)
      #expect(found.events == bound.reduce(0) { $0 + $1.count })
      #expect(found.events + found.unbound == all.reduce(0) { $0 + $1.rows.count })
      for (place, stage) in found.stages.enumerated() {
        let reaching = bound.filter { $0.contains(place) }
        let lost = reaching.filter { path in
          !path.drop { $0 != place }.contains { $0 > place }
        }
        let isLast = place == names.count - 1
        #expect(stage.name == names[place])
        #expect(stage.customers == reaching.count)
        #expect(stage.lost == (isLast ? nil : lost.count))
        #expect(
          near(stage.reach, bound.isEmpty ? nil : Double(reaching.count) / Double(bound.count)))
        #expect(
          near(
            stage.loss,
            isLast || reaching.isEmpty ? nil : Double(lost.count) / Double(reaching.count)))
      }
      var moves: [[Int]: Int] = [:]
      for path in bound {
        for (from, to) in zip(path, path.dropFirst()) { moves[[from, to], default: 0] += 1 }
      }
      #expect(found.moves.count == moves.count)
      #expect(found.moves.reduce(0) { $0 + $1.count } == found.events - found.customers)
      #expect(found.directions.values.reduce(0, +) == found.events - found.customers)
      for move in found.moves {
        let from = try #require(names.firstIndex(of: move.from))
        let to = try #require(names.firstIndex(of: move.to))
        #expect(move.count == moves[[from, to]])
        let expected: StageReport.Direction =
          to == from ? .loop : to < from ? .return : to == from + 1 ? .advance : .skip
        #expect(move.direction == expected)
        #expect(
          move.skipped == (to > from ? Array(names[(from + 1)...].prefix(to - from - 1)) : []))
        let leaving = moves.filter { $0.key[0] == from && $0.key[1] != from }
          .reduce(0) { $0 + $1.value }
        #expect(near(move.share, to == from ? nil : Double(move.count) / Double(leaving)))
      }
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `touchpoint reach and unbound events agree with their definitions`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    for _ in 0..<15 {
      let world = SmallWorld(&dice)
      let filters = world.filters(&dice)
      let found = try LocalJourneyQueries(world.source())
        .touchpoints(filters, grouping: world.grouping)
      let all = oracleJourneys(world.rows, filters)
      let bound = all.map { world.steps($0, by: .touchpoint).map(\.name) }.filter { !$0.isEmpty }
      let unbound = all.flatMap(\.rows).filter { world.touchpoint($0.activity, $0.channel) == nil }
      #expect(found.customers == bound.count)
      #expect(found.unbound == unbound.count)
      #expect(same(found.unboundActivities, listed(unbound.map(\.activity))))
      for touchpoint in found.touchpoints {
        let reaching = bound.count { $0.contains(touchpoint.name) }
        #expect(touchpoint.customers == reaching)
        #expect(
          touchpoint.events == bound.reduce(0) { $0 + $1.count { $0 == touchpoint.name } })
        #expect(
          near(touchpoint.reach, bound.isEmpty ? nil : Double(reaching) / Double(bound.count)))
      }
      let met = found.touchpoints.count { $0.customers > 0 }
      #expect(near(found.coverage, Double(met) / Double(found.touchpoints.count)))
    }
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `drop-off agrees with its definition and can be listed`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    for _ in 0..<12 {
      let world = SmallWorld(&dice)
      let filters = world.filters(&dice)
      let goalBy = dice.pick(Level.allCases)
      let goals: [String] =
        switch goalBy {
        case .activity: world.activities
        case .touchpoint: world.grouping.touchpoints
        case .stage: world.grouping.stages
        }
      let times = world.rows.map(\.time)
      let end = try #require(times.max())
      let query = DropOffQuery(
        by: dice.pick(Level.allCases), goal: goals.filter { _ in dice.below(4) == 0 },
        goalBy: goalBy, settleMicroseconds: (end - dice.pick(times)) / 2)
      let queries = LocalJourneyQueries(world.source(chunkSizes: [1, 2], workers: 3))
      let found = try queries.dropOffs(query, filters, grouping: world.grouping)
      let journeys = oracleJourneys(world.rows, filters)
        .filter { !world.steps($0, by: query.by).isEmpty }
      let settled = journeys.filter {
        end - $0.rows[$0.rows.count - 1].time > query.settleMicroseconds
      }
      let lost = settled.filter { journey in
        !world.steps(journey, by: goalBy).contains { step in
          query.goal.contains { sameBytes($0, step.name) }
        }
      }
      #expect(found.logEnd?.microseconds == end)
      #expect(found.open == journeys.count - settled.count)
      #expect(found.journeys == settled.count)
      #expect(found.dropped == lost.count)
      let containing = settled.flatMap { journey in
        Set(world.steps(journey, by: query.by).map { Name($0.name) })
      }
      #expect(Set(found.items.map { Name($0.name) }) == Set(containing))
      #expect(zip(found.items, found.items.dropFirst()).allSatisfy { $0.share >= $1.share })
      for item in found.items {
        let name = Name(item.name)
        let here = lost.filter { journey in
          world.steps(journey, by: query.by).last.map { Name($0.name) == name } ?? false
        }
        #expect(item.dropped == here.count)
        #expect(item.journeys == containing.count { $0 == name })
        let list = try queries.droppedOffCustomers(
          at: item.name, query, limit: 2, filters: filters, grouping: world.grouping)
        #expect(list.total == item.dropped)
        #expect(list.customers == here.prefix(2).map(\.customer))
      }
    }
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `conformance agrees with its definition`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    for _ in 0..<12 {
      let world = SmallWorld(&dice)
      let filters = world.filters(&dice)
      let level = dice.pick(Level.allCases)
      let names: [String] =
        switch level {
        case .activity: world.activities
        case .touchpoint: world.grouping.touchpoints
        case .stage: world.grouping.stages
        }
      var ideal = (0..<1 + dice.below(4)).map { _ in dice.pick(names) }
      if dice.below(3) == 0 { ideal.append("unheard of") }
      if level == .stage { ideal = names }
      let found = try LocalJourneyQueries(world.source(chunkSizes: [1, 3], workers: 2))
        .conformance(
          ConformanceQuery(ideal: ideal, by: level), filters, grouping: world.grouping)
      let all = oracleJourneys(world.rows, filters)
      var paths = all.map { world.steps($0, by: level).map { Name($0.name) } }
        .filter { !$0.isEmpty }
      let bound = paths.reduce(0) { $0 + $1.count }
      if level == .stage {
        paths = paths.map { path in
          path.indices.filter { $0 == 0 || path[$0] != path[$0 - 1] }.map { path[$0] }
        }
      }
      let results = paths.map { OracleAlignment($0, ideal.map { Name($0) }) }
      #expect(found.journeys == paths.count)
      #expect(found.unbound == all.reduce(0) { $0 + $1.rows.count } - bound)
      #expect(found.perfect == paths.count { $0 == ideal.map { Name($0) } })
      #expect(found.totalCost == results.reduce(0) { $0 + $1.cost })
      let sum = results.reduce(0) { $0 + $1.fitness }
      #expect(near(found.meanFitness, paths.isEmpty ? nil : sum / Double(paths.count)))
      func journeys(_ names: (OracleAlignment) -> Set<Name>) -> [(String, Int)] {
        listed(results.flatMap { names($0).map(\.text) })
      }
      #expect(same(found.skipped, journeys { $0.skipped }))
      #expect(same(found.extra, journeys { $0.extra }))
      #expect(same(found.outOfOrder, journeys { $0.skipped.intersection($0.extra) }))
      #expect(same(found.repeated, journeys { $0.extra.intersection($0.matched) }))
    }
  }
}

/// The longest common subsequence by its recursive definition, and the backtrace from the ends.
struct OracleAlignment {
  var skipped = Set<Name>()
  var extra = Set<Name>()
  var matched = Set<Name>()
  var cost = 0
  var fitness = 0.0

  init(_ journey: [Name], _ ideal: [Name]) {
    func length(_ i: Int, _ j: Int) -> Int {
      var rows = [[Int]](repeating: [Int](repeating: 0, count: j + 1), count: i + 1)
      for a in 0..<i {
        for b in 0..<j {
          rows[a + 1][b + 1] =
            journey[a] == ideal[b] ? rows[a][b] + 1 : max(rows[a][b + 1], rows[a + 1][b])
        }
      }
      return rows[i][j]
    }
    var (i, j) = (journey.count, ideal.count)
    while i > 0 || j > 0 {
      if i > 0, j > 0, journey[i - 1] == ideal[j - 1] {
        matched.insert(ideal[j - 1])
        (i, j) = (i - 1, j - 1)
      } else if j == 0 || (i > 0 && length(i - 1, j) >= length(i, j - 1)) {
        extra.insert(journey[i - 1])
        (i, cost) = (i - 1, cost + 1)
      } else {
        skipped.insert(ideal[j - 1])
        (j, cost) = (j - 1, cost + 1)
      }
    }
    let total = journey.count + ideal.count
    let common = length(journey.count, ideal.count)
    fitness = 1 - Double(total - 2 * common) / Double(total)
  }
}
