@testable import JourneyAnalytics

/// One event of a journey at some level.
struct Step: Equatable {
  var name: String
  var time: Int64
}

/// A journey as the definitions have it, worked out row by row.
struct OracleJourney {
  var customer: String
  var rows: [Row]

  var activities: [Step] { rows.map { Step(name: $0.activity, time: $0.time) } }
}

func sameBytes(_ left: String, _ right: String) -> Bool { Array(left.utf8) == Array(right.utf8) }

func bytesBefore(_ left: String, _ right: String) -> Bool {
  Array(left.utf8).lexicographicallyPrecedes(Array(right.utf8))
}

/// A name as a key that is told apart by bytes.
struct Name: Hashable, Comparable {
  var bytes: [UInt8]
  init(_ text: String) { bytes = Array(text.utf8) }
  var text: String { String(decoding: bytes, as: UTF8.self) }
  static func < (left: Name, right: Name) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

/// The journeys of a log after filters, in byte order of customers, sessions in order of their first events.
func oracleJourneys(_ rows: [Row], _ filters: Filters) -> [OracleJourney] {
  let hasSessions = rows.contains { $0.session != "" }
  let matching = rows.filter { row in
    filters.attributes.allSatisfy { sameBytes(row.attributes[$0.attribute] ?? "", $0.value) }
      && (filters.channel.map { sameBytes(row.channel, $0) } ?? true)
  }
  var journeys: [OracleJourney] = []
  for customer in Set(matching.map { Name($0.customer) }).sorted() {
    let events = matching.enumerated().filter { Name($0.element.customer) == customer }
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
      .map(\.element)
    for session in cut(events, filters.cases, hasSessions: hasSessions) {
      journeys.append(OracleJourney(customer: customer.text, rows: session))
    }
  }
  return journeys.compactMap { journey in
    guard let first = journey.rows.first, first.time >= filters.since ?? .min,
      first.time < filters.until ?? .max
    else { return nil }
    if let having = filters.having,
      !journey.rows.contains(where: { sameBytes($0.activity, having) })
    {
      return nil
    }
    var journey = journey
    if let only = filters.only {
      journey.rows = journey.rows.filter { row in only.contains { sameBytes($0, row.activity) } }
    }
    return journey.rows.isEmpty ? nil : journey
  }
}

private func cut(_ events: [Row], _ rule: CaseRule, hasSessions: Bool) -> [[Row]] {
  switch rule {
  case .customer: return [events]
  case .session(let rule): return oracleSessions(events, rule, hasSessions: hasSessions)
  }
}

func oracleSessions(_ events: [Row], _ rule: SessionRule, hasSessions: Bool) -> [[Row]] {
  var timeout = SessionRule.defaultTimeout
  switch rule {
  case .column where hasSessions:
    var order: [String] = []
    for event in events where !order.contains(event.session) { order.append(event.session) }
    return order.map { session in events.filter { $0.session == session } }
  case .column: break
  case .timeout(let microseconds): timeout = microseconds
  }
  var sessions: [[Row]] = []
  for event in events {
    if let last = sessions.last?.last, event.time - last.time <= timeout {
      sessions[sessions.count - 1].append(event)
    } else {
      sessions.append([event])
    }
  }
  return sessions
}

extension SmallWorld {
  /// A journey's events at a level, unbound ones left out.
  func steps(_ journey: OracleJourney, by level: Level) -> [Step] {
    if level == .activity { return journey.activities }
    var steps: [Step] = []
    var previous: Int?
    for row in journey.rows {
      guard let touchpoint = touchpoint(row.activity, row.channel) else { continue }
      if level == .touchpoint {
        steps.append(Step(name: touchpoint, time: row.time))
        continue
      }
      let place = grouping.touchpoints.firstIndex(of: touchpoint) ?? 0
      let candidates = grouping.stagesOfTouchpoint[place]
      guard let first = candidates.first, let last = candidates.last else { continue }
      var stage = first
      if let previous { stage = candidates.first { $0 >= previous } ?? last }
      previous = stage
      steps.append(Step(name: grouping.stages[stage], time: row.time))
    }
    return steps
  }
}

/// Type 7: linear interpolation between order statistics, in seconds.
func oracleQuantile(_ microseconds: [Int64], _ share: Double) -> Double? {
  guard !microseconds.isEmpty else { return nil }
  let sorted = microseconds.sorted()
  let place = Double(sorted.count - 1) * share
  let low = Int(place.rounded(.down))
  let high = min(low + 1, sorted.count - 1)
  let value = Double(sorted[low]) + (place - Double(low)) * Double(sorted[high] - sorted[low])
  return value / 1e6
}

/// Equal but for rounding; two missing values are equal.
func near(_ left: Double?, _ right: Double?) -> Bool {
  switch (left, right) {
  case (nil, nil): true
  case (let left?, let right?): abs(left - right) <= 1e-9 * max(1, abs(left), abs(right))
  default: false
  }
}

/// Counts by name as the product lists them.
func listed(_ names: [String]) -> [(String, Int)] {
  var counts: [Name: Int] = [:]
  for name in names { counts[Name(name), default: 0] += 1 }
  return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    .map { ($0.key.text, $0.value) }
}

func same(_ counts: NamedCounts, _ expected: [(String, Int)]) -> Bool {
  counts.items.count == expected.count
    && zip(counts.items, expected).allSatisfy { sameBytes($0.name, $1.0) && $0.count == $1.1 }
}
