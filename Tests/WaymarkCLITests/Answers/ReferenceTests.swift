import Foundation
import Testing

/// `waymark analyze … --json` on real logs, against what other software gave.
struct ReferenceTests {
  struct Log: Decodable {
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
    struct Performance: Decodable {
      var source, target: String
      var mean, median: Double
    }
    struct Variant: Decodable {
      var count: Int
      var sequence: [String]
    }
    struct Durations: Decodable { var median: Double }
    struct Lengths: Decodable { var median: Double }
    var events, cases, activities, variants: Int
    var firstTimestamp, lastTimestamp: String
    var activityCounts, startActivities, endActivities: [String: Int]
    var dfgDistinctEdges: Int
    var dfg: [Edge]
    var performanceDfgTop20ByCount: [Performance]
    var topVariants: [Variant]
    var variantsCovering80PctOfCases: Int
    var caseDurationSeconds: Durations
    var caseLength: Lengths
  }

  struct Transitions: Decodable {
    struct Edge: Decodable {
      var from, to: String
      var count, customers: Int
      var medianGapSeconds, meanGapSeconds: Double
    }
    var edges: [Edge]
    var starts, ends, activities: [String: Int]
  }

  struct Variants: Decodable {
    struct Variant: Decodable {
      var path: [String]
      var count: Int
    }
    var distinct: Int
    var top: [Variant]
    var coverage80: Int
  }

  enum Source: String, CaseIterable {
    case users = "log_ecom_users"
    case sessions = "log_ecom_sessions"
    case patients = "log_patients_complete"

    func workspace() throws -> String {
      try self == .patients ? Samples.patients.get() : Samples.shop.get()
    }
    var options: [String] { self == .sessions ? ["--group", "session", "--json"] : ["--json"] }
  }

  private func near(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) <= 1e-6 * max(1, abs(expected)) } ?? false
  }

  private func ask(_ question: String, _ source: Source, _ options: String...) throws -> Tool.Run {
    let run = try Tool.run(["analyze", question, source.workspace()] + options + source.options)
    #expect(run.code == 0, "\(run.err)")
    #expect(run.err.isEmpty)
    return run
  }

  @Test(arguments: Source.allCases)
  func `the overview of a real log`(source: Source) throws {
    let reference = try Samples.reference(source.rawValue, as: Log.self)
    let found = try ask("overview", source).decoded(as: Overview.self)
    #expect(found.events == reference.events)
    #expect(found.customers == reference.cases)
    #expect(found.activities == reference.activities)
    #expect(found.variants == reference.variants)
    #expect(near(found.medianDurationSeconds, reference.caseDurationSeconds.median))
    func iso(_ text: String) -> String {
      text.replacingOccurrences(of: " ", with: "T").replacingOccurrences(of: "+00:00", with: "Z")
    }
    #expect(found.firstTime == iso(reference.firstTimestamp))
    #expect(found.lastTime == iso(reference.lastTimestamp))
  }

  @Test(arguments: Source.allCases)
  func `every transition of a real log`(source: Source) throws {
    let reference = try Samples.reference(source.rawValue, as: Log.self)
    let found = try ask("transitions", source).decoded(as: Transitions.self)
    #expect(found.activities == reference.activityCounts)
    #expect(found.starts == reference.startActivities)
    #expect(found.ends == reference.endActivities)
    #expect(found.edges.count == reference.dfgDistinctEdges)
    let counts = Dictionary(
      uniqueKeysWithValues: found.edges.map { (["\($0.from)", "\($0.to)"], $0) })
    for edge in reference.dfg { #expect(counts[[edge.from, edge.to]]?.count == edge.count) }
    for edge in reference.performanceDfgTop20ByCount {
      let ours = counts[[edge.source, edge.target]]
      #expect(near(ours?.meanGapSeconds, edge.mean))
      #expect(near(ours?.medianGapSeconds, edge.median))
    }
  }

  @Test(arguments: Source.allCases)
  func `the variants of a real log`(source: Source) throws {
    let reference = try Samples.reference(source.rawValue, as: Log.self)
    let found = try ask("variants", source, "--top", "\(reference.topVariants.count)")
      .decoded(as: Variants.self)
    #expect(found.distinct == reference.variants)
    #expect(found.coverage80 == reference.variantsCovering80PctOfCases)
    #expect(found.top.map(\.path) == reference.topVariants.map(\.sequence))
    #expect(found.top.map(\.count) == reference.topVariants.map(\.count))
  }

  struct Funnels: Decodable {
    struct Run: Decodable {
      var group: String
      var steps: [String]
      var window: String
      var modes: [String]
      var reachedAtLeast: [Int]
    }
    struct Sessions: Decodable { var timeoutMinutes, sessionsGapGt: Int }
    var funnels: [Run]
    var sessionsByInactivity: [Sessions]
  }
  struct FirstEntry: Decodable {
    struct Run: Decodable {
      var group: String
      var steps: [String]
      var window: String
      var firstEntryOnly: [Int]
    }
    var results: [Run]
  }
  struct Funnel: Decodable {
    struct Step: Decodable {
      var name: String
      var reached: Int
    }
    var steps: [Step]
  }

  private func funnel(
    _ steps: [String], _ window: String, _ group: String, _ options: [String]
  ) throws -> Funnel {
    let run = try Tool.run(
      [
        "analyze", "funnel", Samples.shop.get(), "--json", "--steps",
        steps.joined(separator: ","), "--window", window, "--group",
        group == "session_id" ? "session" : "customer",
      ] + options)
    #expect(run.code == 0, "\(run.err)")
    return try run.decoded(as: Funnel.self)
  }

  @Test func `ordered and strict funnels of the shop`() throws {
    let reference = try Samples.reference("funnels_ecom", as: Funnels.self)
    let ours = reference.funnels.filter { $0.modes.isEmpty || $0.modes == ["strict_order"] }
    #expect(ours.count == 16)
    for run in ours {
      let found = try funnel(
        run.steps, run.window, run.group, run.modes.isEmpty ? [] : ["--mode", "strict"])
      #expect(found.steps.map(\.reached) == run.reachedAtLeast)
      #expect(found.steps.map(\.name) == run.steps)
    }
  }

  @Test func `first-entry funnels of the shop`() throws {
    for run in try Samples.reference("funnels_first_entry_ecom", as: FirstEntry.self).results {
      let found = try funnel(run.steps, run.window, run.group, ["--entry", "first"])
      #expect(found.steps.map(\.reached) == run.firstEntryOnly)
    }
  }

  @Test func `sessions of the shop`() throws {
    struct Found: Decodable {
      var sessions: Int
      var medianEvents, medianDurationSeconds: Double
    }
    let shop = try Samples.shop.get()
    for run in try Samples.reference("funnels_ecom", as: Funnels.self).sessionsByInactivity {
      let found = try Tool.run(
        "analyze", "sessions", shop, "--json", "--timeout", "\(run.timeoutMinutes)m"
      ).decoded(as: Found.self)
      #expect(found.sessions == run.sessionsGapGt)
    }
    let reference = try Samples.reference("log_ecom_sessions", as: Log.self)
    let found = try Tool.run("analyze", "sessions", shop, "--json").decoded(as: Found.self)
    #expect(found.sessions == reference.cases)
    #expect(near(found.medianEvents, reference.caseLength.median))
    #expect(near(found.medianDurationSeconds, reference.caseDurationSeconds.median))
  }

  @Test func `how the shop's sessions with a basket fit the happy path`() throws {
    struct Found: Decodable {
      var meanFitness, perfectShare: Double
      var journeys: Int
      var skipped, extra: [String: Int]
    }
    let path = "product_view,add_to_cart,cart,shipping_details,payment_details,purchase"
    let run = try Tool.run(
      "analyze", "conformance", Samples.shop.get(), "--json", "--group", "session", "--having",
      "add_to_cart", "--only", path, "--ideal", path)
    let found = try run.decoded(as: Found.self)
    #expect(abs(found.meanFitness - 0.5224834772180488) < 1e-9)
    #expect(found.journeys == 1213)
    #expect(!found.skipped.isEmpty && !found.extra.isEmpty)
  }

  @Test func `time of the patients' steps`() throws {
    struct Found: Decodable {
      struct Item: Decodable {
        var name: String
        var visits, open: Int
        var medianSeconds: Double?
        var p90Seconds: Double?
      }
      var items: [Item]
    }
    let reference = try Samples.reference("log_patients_complete", as: Log.self)
    let found = try ask("time", .patients).decoded(as: Found.self)
    // Nobody does a step twice in a row, so that every event is a visit.
    for item in found.items {
      #expect(item.visits + item.open == reference.activityCounts[item.name])
      #expect(item.open == reference.endActivities[item.name] ?? 0)
    }
    #expect(found.items.count == reference.activities)
  }
}
