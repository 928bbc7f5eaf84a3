@testable import JourneyAnalytics

/// The times at which a journey reaches the steps of a funnel, by trying everything.
func oracleFunnel(_ events: [Step], _ query: FunnelQuery) -> [Int64] {
  switch query.mode {
  case .ordered: orderedChain(events, query)
  case .strict: strictChain(events, query)
  case .any: anyOrder(events, query)
  }
}

private func within(_ start: Int64, _ time: Int64, _ query: FunnelQuery) -> Bool {
  query.windowMicroseconds.map { time - start <= $0 } ?? true
}

/// From each entry takes the earliest unused event for each next step; events of equal time may serve in any order.
private func orderedChain(_ events: [Step], _ query: FunnelQuery) -> [Int64] {
  let entries = events.filter { sameBytes($0.name, query.steps[0]) }.map(\.time)
  var best: [Int64] = []
  for entry in query.entry == .first ? entries.prefix(1) : entries[...] {
    var chain: [Int64] = []
    var used = Set<Int>()
    for step in query.steps {
      let earliest = chain.last ?? entry
      let next = events.indices.first { index in
        events[index].time >= earliest && !used.contains(index)
          && sameBytes(events[index].name, step)
      }
      guard let next, within(entry, events[next].time, query) else { break }
      used.insert(next)
      chain.append(events[next].time)
    }
    if chain.count > best.count { best = chain }
  }
  return best
}

private func strictChain(_ events: [Step], _ query: FunnelQuery) -> [Int64] {
  func steps(of event: Step) -> [Int] {
    query.steps.indices.filter { sameBytes(query.steps[$0], event.name) }
  }
  let sorted = events.enumerated().sorted {
    ($0.element.time, steps(of: $0.element).first ?? -1, $0.offset)
      < ($1.element.time, steps(of: $1.element).first ?? -1, $1.offset)
  }.map(\.element)
  guard let first = sorted.firstIndex(where: { steps(of: $0).contains(0) }) else { return [] }
  var starts: [Int: Int64] = [:]
  var reached: [Int64] = []
  for event in sorted[first...] {
    let serving = steps(of: event)
    let possible = serving.filter { $0 == 0 || $0 <= reached.count }
    if possible.isEmpty { break }
    let inTime = possible.filter { step in
      step == 0 || starts[step - 1].map { within($0, event.time, query) } ?? false
    }
    guard let step = inTime.max() else { continue }
    starts[step] = step == 0 ? event.time : starts[step - 1]
    if step == reached.count { reached.append(event.time) }
  }
  return reached
}

private func anyOrder(_ events: [Step], _ query: FunnelQuery) -> [Int64] {
  let steps = events.filter { event in query.steps.contains { sameBytes($0, event.name) } }
  var best: [Int64] = []
  for start in steps.indices {
    var missing = query.steps
    var gained: [Int64] = []
    for event in steps[start...] where within(steps[start].time, event.time, query) {
      guard let place = missing.firstIndex(where: { sameBytes($0, event.name) }) else { continue }
      missing.remove(at: place)
      gained.append(event.time)
    }
    if gained.count > best.count { best = gained }
  }
  return best
}
