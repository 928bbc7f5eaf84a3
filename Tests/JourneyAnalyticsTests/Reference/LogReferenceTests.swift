import EventStore
import Foundation
import JourneyAnalytics
import Testing

/// A whole log as PM4Py and pandas see it.
private struct LogReference: Decodable {
  struct Variant: Decodable {
    var count: Int
    var share: Double
    var sequence: [String]
  }
  struct Performance: Decodable {
    var source, target: String
    var count: Int
    var mean, median, sum: Double
  }
  struct Lengths: Decodable { var mean, median: Double }
  struct Durations: Decodable { var mean, median, p25, p75, p95: Double }
  struct Edge: Decodable {
    var from, to: String
    var count: Int
    init(from decoder: any Decoder) throws {
      var cells = try decoder.unkeyedContainer()
      from = try cells.decode(String.self)
      to = try cells.decode(String.self)
      count = try cells.decode(Int.self)
    }
  }
  var events, cases, activities, variants: Int
  var firstTimestamp, lastTimestamp: String
  var activityCounts, startActivities, endActivities: [String: Int]
  var dfgDistinctEdges, dfgTotal, dfgSelfLoopEdges, dfgSelfLoopCount: Int
  var dfg: [Edge]
  var performanceDfgTop20ByCount: [Performance]
  var topVariants: [Variant]
  var variantsCovering80PctOfCases, variantsSeenOnce: Int
  var caseLength: Lengths
  var caseDurationSeconds: Durations
  var reworkCasesPerActivity: [String: Int]
  var casesWithRework, casesWithSelfloop: Int
  var eventsWithTiedTimestampWithinCase: Int
}

private func near(_ value: Double?, _ expected: Double) -> Bool {
  value.map { abs($0 - expected) <= 1e-6 * max(1, abs(expected)) } ?? false
}

private func plain(_ counts: NamedCounts) -> [String: Int] {
  Dictionary(uniqueKeysWithValues: counts.items.map { ($0.name, $0.count) })
}

struct LogReferenceTests {
  enum Log: String, CaseIterable {
    case shopCustomers = "log_ecom_users"
    case shopSessions = "log_ecom_sessions"
    case patients = "log_patients_complete"
  }

  @Test(arguments: Log.allCases)
  func `a real log gives what other software gives, whole`(log: Log) throws {
    let reference = try Fixtures.reference(log.rawValue, as: LogReference.self)
    let rows =
      log == .patients ? try Fixtures.completedPatients() : try Fixtures.shop()
    let queries = LocalJourneyQueries(
      PlainSource(rows, chunkSizes: [37, 5, 211], workers: 3, deal: { $0 * 7 }))
    let filters = Filters(cases: log == .shopSessions ? .session(.column) : .customer)
    var questions = JourneyQuestions()
    questions.overview = true
    questions.transitions = [.activity]
    questions.variants = [VariantQuery(top: reference.topVariants.count)]
    questions.rework = [.activity]
    let answers = try queries.answer(questions, filters: filters, grouping: nil)

    let overview = try #require(answers.overview)
    #expect(overview.events == reference.events)
    #expect(overview.customers == reference.cases)
    #expect(overview.activities == reference.activities)
    #expect(overview.variants == reference.variants)
    let first = overview.firstTime?.description
    let last = overview.lastTime?.description
    #expect(first == iso(reference.firstTimestamp))
    #expect(last == iso(reference.lastTimestamp))
    let durations = reference.caseDurationSeconds
    #expect(near(overview.medianDurationSeconds, durations.median))
    #expect(near(overview.meanDurationSeconds, durations.mean))
    #expect(near(overview.p25DurationSeconds, durations.p25))
    #expect(near(overview.p75DurationSeconds, durations.p75))
    #expect(near(overview.p95DurationSeconds, durations.p95))
    #expect(near(overview.medianEvents, reference.caseLength.median))
    #expect(near(overview.meanEvents, reference.caseLength.mean))
    #expect(overview.tiedEvents == reference.eventsWithTiedTimestampWithinCase)

    let transitions = try #require(answers.transitions[.activity])
    #expect(plain(transitions.activities) == reference.activityCounts)
    #expect(plain(transitions.starts) == reference.startActivities)
    #expect(plain(transitions.ends) == reference.endActivities)
    #expect(transitions.edges.count == reference.dfgDistinctEdges)
    #expect(transitions.edges.reduce(0) { $0 + $1.count } == reference.dfgTotal)
    for edge in reference.dfg {
      #expect(transitions.edge(from: edge.from, to: edge.to)?.count == edge.count)
    }
    let loops = transitions.edges.filter { $0.from == $0.to }
    #expect(loops.count == reference.dfgSelfLoopEdges)
    #expect(loops.reduce(0) { $0 + $1.count } == reference.dfgSelfLoopCount)
    for expected in reference.performanceDfgTop20ByCount {
      let edge = try #require(transitions.edge(from: expected.source, to: expected.target))
      #expect(edge.count == expected.count)
      #expect(near(edge.meanGapSeconds, expected.mean))
      #expect(near(edge.medianGapSeconds, expected.median))
      #expect(near(edge.totalGapSeconds, expected.sum))
    }

    let variants = try #require(answers.variants.first)
    #expect(variants.distinct == reference.variants)
    #expect(variants.coverage80 == reference.variantsCovering80PctOfCases)
    #expect(variants.seenOnce == reference.variantsSeenOnce)
    for (variant, expected) in zip(variants.top, reference.topVariants) {
      #expect(variant.path == expected.sequence)
      #expect(variant.count == expected.count)
      #expect(near(variant.share, expected.share))
    }

    let rework = try #require(answers.rework[.activity])
    #expect(rework.journeysWithRework == reference.casesWithRework)
    #expect(rework.journeysWithSelfLoop == reference.casesWithSelfloop)
    #expect(rework.selfLoops == reference.dfgSelfLoopCount)
    let repeating = rework.items.map { ($0.name, $0.journeysRepeating) }
    #expect(Dictionary(uniqueKeysWithValues: repeating) == reference.reworkCasesPerActivity)
  }

  /// `2024-01-04 11:45:38+00:00` as `2024-01-04T11:45:38Z`.
  private func iso(_ text: String) -> String {
    text.replacingOccurrences(of: " ", with: "T").replacingOccurrences(of: "+00:00", with: "Z")
  }
}
