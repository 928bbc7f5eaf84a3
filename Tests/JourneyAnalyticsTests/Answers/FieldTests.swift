import Foundation
import JourneyAnalytics
import Testing

/// The fields of `analyze --json` are a contract.
struct FieldTests {
  private func fields(_ value: some Encodable) throws -> [String: Any] {
    let bytes = try JSONEncoder().encode(value)
    return try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }

  private func first(_ fields: [String: Any], _ key: String) throws -> [String: Any] {
    try #require((fields[key] as? [[String: Any]])?.first)
  }

  private func has(_ fields: [String: Any], _ names: String) -> Bool {
    names.split(separator: " ").allSatisfy { fields[String($0)] != nil }
  }

  @Test func `every fixed field is written, also where there is nothing to measure`() throws {
    let rows = [
      Row(customer: "1", time: 0, activity: "a"), Row(customer: "1", time: 5, activity: "b"),
    ]
    let queries = LocalJourneyQueries(PlainSource(rows))
    let empty = LocalJourneyQueries(PlainSource([]))
    let overview = "events customers activities variants firstTime lastTime medianDurationSeconds"
    #expect(has(try fields(queries.overview()), overview))
    #expect(has(try fields(empty.overview()), overview))
    let transitions = try fields(queries.transitions())
    #expect(has(transitions, "edges starts ends activities"))
    #expect(
      has(
        try first(transitions, "edges"), "from to count customers medianGapSeconds meanGapSeconds"))
    #expect((transitions["starts"] as? [String: Int]) == ["a": 1])
    let variants = try fields(queries.variants())
    #expect(has(variants, "distinct top coverage80"))
    #expect(has(try first(variants, "top"), "path count"))
    let funnel = try fields(queries.funnel(FunnelQuery(steps: ["b", "a"])))
    #expect(has(try first(funnel, "steps"), "name reached"))
    #expect(has(funnel, "medianSecondsToConvert entry windowSeconds"))
    let sessions = "sessions medianEvents medianDurationSeconds"
    #expect(has(try fields(queries.sessions()), sessions))
    #expect(has(try fields(empty.sessions()), sessions))
    let items = try #require(try fields(queries.time())["items"] as? [[String: Any]])
    #expect(items.count == 2)
    for item in items { #expect(has(item, "name visits open medianSeconds p90Seconds")) }
    let conformance = "meanFitness perfectShare skipped extra"
    let query = ConformanceQuery(ideal: ["a"])
    #expect(has(try fields(queries.conformance(query)), conformance))
    #expect(has(try fields(empty.conformance(query)), conformance))
  }
}
