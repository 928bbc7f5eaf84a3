import JourneyAnalytics
import Testing

private struct FunnelReference: Decodable {
  struct Run: Decodable {
    var group: String
    var steps: [String]
    var window: String
    var modes: [String]
    var levels: [[Int]]
    var reachedAtLeast: [Int]
  }
  struct Sessions: Decodable { var timeoutMinutes, sessionsGapGt: Int }
  var funnels: [Run]
  var sessionsByInactivity: [Sessions]
}

private struct FirstEntryReference: Decodable {
  struct Run: Decodable {
    var group: String
    var steps: [String]
    var window: String
    var firstEntryOnly, bestOfAllEntriesClickhouse: [Int]
    var groups: Int
    var medianTimeToConvertS: Double?
    var medianStepTimeS: [Double?]
  }
  var results: [Run]
}

struct FunnelReferenceTests {
  private func queries() throws -> LocalJourneyQueries {
    LocalJourneyQueries(PlainSource(try Fixtures.shop(), chunkSizes: [50, 13], workers: 2))
  }

  private func filters(_ group: String) -> Filters {
    Filters(cases: group == "session_id" ? .session(.column) : .customer)
  }

  /// `30m` in microseconds; nil for `none`.
  private func window(_ text: String) -> Int64? {
    let units: [Character: Int64] = ["m": 60_000_000, "d": 86_400_000_000]
    guard let unit = text.last.flatMap({ units[$0] }), let number = Int64(text.dropLast()) else {
      return nil
    }
    return number * unit
  }

  @Test func `ordered and strict funnels of the shop equal those of ClickHouse`() throws {
    let reference = try Fixtures.reference("funnels_ecom", as: FunnelReference.self)
    let ours = reference.funnels.filter { $0.modes.isEmpty || $0.modes == ["strict_order"] }
    #expect(ours.count == 16)
    let queries = try queries()
    for run in ours {
      let query = FunnelQuery(
        steps: run.steps, windowMicroseconds: window(run.window),
        mode: run.modes.isEmpty ? .ordered : .strict)
      let funnel = try queries.funnel(query, filters(run.group))
      #expect(funnel.steps.map(\.reached) == run.reachedAtLeast)
      for level in run.levels { #expect(funnel.levels[level[0]] == level[1]) }
    }
  }

  @Test func `first-entry funnels of the shop and their times equal those of pandas`() throws {
    let reference = try Fixtures.reference(
      "funnels_first_entry_ecom", as: FirstEntryReference.self)
    let queries = try queries()
    for run in reference.results {
      var query = FunnelQuery(
        steps: run.steps, windowMicroseconds: window(run.window), entry: .first)
      let first = try queries.funnel(query, filters(run.group))
      #expect(first.journeys == run.groups)
      #expect(first.steps.map(\.reached) == run.firstEntryOnly)
      #expect(first.medianSecondsToConvert == run.medianTimeToConvertS)
      #expect(
        first.steps.dropFirst().map(\.medianSecondsFromPrevious) == run.medianStepTimeS)
      query.entry = .best
      let best = try queries.funnel(query, filters(run.group))
      #expect(best.steps.map(\.reached) == run.bestOfAllEntriesClickhouse)
    }
  }

  @Test func `sessions by inactivity equal those counted in SQL`() throws {
    let reference = try Fixtures.reference("funnels_ecom", as: FunnelReference.self)
    let queries = try queries()
    for run in reference.sessionsByInactivity {
      let rule = SessionRule.timeout(microseconds: Int64(run.timeoutMinutes) * 60_000_000)
      #expect(try queries.sessions(rule).sessions == run.sessionsGapGt)
    }
  }
}
