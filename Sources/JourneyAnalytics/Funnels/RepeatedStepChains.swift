/// Follows chains where an item may stand at several steps, and sets of steps in any order.
///
/// Events of equal time are taken together: a chain may use each of them once, in whatever order serves it.
struct RepeatedStepChains: Sendable {
  private let steps: FunnelSteps
  /// Events per kind in the group at hand.
  private var available: [Int]
  private var used: [Int]
  /// Per step the latest start of a chain that reaches it; read backwards, the earliest end of a chain from it on.
  private var bounds: [Int64?]
  private var inSpan: [Int]

  init(_ steps: FunnelSteps) {
    self.steps = steps
    available = [Int](repeating: 0, count: steps.stepsOfKind.count)
    used = available
    inSpan = available
    bounds = [Int64?](repeating: nil, count: steps.count)
  }

  /// Writes the times at which the chain's steps were reached.
  ///
  /// - Complexity: O(*n* + *g* · *k*²) for *g* different times and *k* steps.
  mutating func follow(
    _ events: StepEvents, _ range: Range<Int>, entry: FunnelQuery.Entry, window: Int64,
    into reached: inout [Int64]
  ) {
    guard let first = events.kinds[range].firstIndex(of: 0) else { return }
    var start = events.times[first]
    if entry == .best, window != .max {
      let longest = longestChain(events, range, window: window)
      start = earliestEntry(events, range, steps: longest, window: window) ?? start
    }
    for group in groups(of: events, range) where events.times[group.lowerBound] >= start {
      let time = events.times[group.lowerBound]
      if time - start > window { break }
      count(group, of: events)
      while reached.count < steps.count, available[steps.kindOfStep[reached.count]] > 0 {
        available[steps.kindOfStep[reached.count]] -= 1
        reached.append(time)
      }
    }
  }

  private mutating func longestChain(
    _ events: StepEvents, _ range: Range<Int>, window: Int64
  ) -> Int {
    for step in bounds.indices { bounds[step] = nil }
    for group in groups(of: events, range) {
      let time = events.times[group.lowerBound]
      count(group, of: events)
      for last in bounds.indices.reversed() {
        for kind in used.indices { used[kind] = 0 }
        // Chains that had reached step `from - 1` before now take steps `from ... last` from this group.
        for from in (0...last).reversed() {
          let kind = steps.kindOfStep[from]
          used[kind] += 1
          if used[kind] > available[kind] { break }
          if from == 0 {
            bounds[last] = time
          } else if let start = bounds[from - 1], time - start <= window {
            bounds[last] = max(bounds[last] ?? start, start)
          }
        }
      }
    }
    return (bounds.lastIndex { $0 != nil } ?? -1) + 1
  }

  private mutating func earliestEntry(
    _ events: StepEvents, _ range: Range<Int>, steps longest: Int, window: Int64
  ) -> Int64? {
    for step in bounds.indices { bounds[step] = nil }
    var entry: Int64?
    for group in groups(of: events, range).reversed() {
      let time = events.times[group.lowerBound]
      count(group, of: events)
      for first in 0..<longest {
        for kind in used.indices { used[kind] = 0 }
        for last in first..<longest {
          let kind = steps.kindOfStep[last]
          used[kind] += 1
          if used[kind] > available[kind] { break }
          if let end = last == longest - 1 ? time : bounds[last + 1] {
            bounds[first] = min(bounds[first] ?? end, end)
            if first == 0, end - time <= window { entry = time }
          }
        }
      }
    }
    return entry
  }

  /// Writes the times at which the first span with the most different steps gained each of them.
  mutating func followInAnyOrder(
    _ events: StepEvents, _ range: Range<Int>, window: Int64, into reached: inout [Int64]
  ) {
    for kind in inSpan.indices { inSpan[kind] = 0 }
    var most = 0
    var best = range.lowerBound
    var distinct = 0
    var end = range.lowerBound
    for start in range {
      while end < range.upperBound, events.times[end] - events.times[start] <= window {
        let kind = Int(events.kinds[end])
        inSpan[kind] += 1
        if inSpan[kind] <= steps.stepsOfKind[kind].count { distinct += 1 }
        end += 1
      }
      if distinct > most {
        most = distinct
        best = start
      }
      let kind = Int(events.kinds[start])
      if inSpan[kind] <= steps.stepsOfKind[kind].count { distinct -= 1 }
      inSpan[kind] -= 1
    }
    for kind in inSpan.indices { inSpan[kind] = 0 }
    var place = best
    while reached.count < most {
      let kind = Int(events.kinds[place])
      inSpan[kind] += 1
      if inSpan[kind] <= steps.stepsOfKind[kind].count { reached.append(events.times[place]) }
      place += 1
    }
  }

  private mutating func count(_ group: Range<Int>, of events: StepEvents) {
    for kind in available.indices { available[kind] = 0 }
    for place in group { available[Int(events.kinds[place])] += 1 }
  }

  /// Runs of events of equal time.
  private func groups(of events: StepEvents, _ range: Range<Int>) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = range.lowerBound
    for place in range.dropFirst() where events.times[place] != events.times[place - 1] {
      groups.append(start..<place)
      start = place
    }
    if start < range.upperBound { groups.append(start..<range.upperBound) }
    return groups
  }
}
