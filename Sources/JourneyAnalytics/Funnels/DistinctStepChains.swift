/// Finds the longest chain of a journey where each item stands at one step only, in one pass over its step events.
///
/// For each step the latest start of a chain that reaches it decides how far chains can still go; read backwards, the
/// earliest end of a chain decides which entries reach that far.
struct DistinctStepChains: Sendable {
  private var starts: [Int64]
  private let count: Int
  /// "No chain yet."
  private static let none = Int64.min

  init(count: Int) {
    self.count = count
    starts = [Int64](repeating: Self.none, count: count)
  }

  /// Writes the times at which the chain's steps were reached.
  ///
  /// - Parameters:
  ///   - events: step events by (time, step); kinds are steps.
  ///   - range: the journey's events among them.
  /// - Complexity: O(*n*).
  mutating func follow(
    _ events: StepEvents, _ range: Range<Int>, entry: FunnelQuery.Entry, window: Int64,
    into reached: inout [Int64]
  ) {
    guard let first = events.kinds[range].firstIndex(of: 0) else { return }
    let range = first..<range.upperBound
    var place = first
    if entry == .best, window != .max {
      let longest = longestChain(events, range, window: window)
      if longest > 1 {
        place = earliestEntry(events, range, steps: longest, window: window)
      }
    }
    let latest = events.times[place].addingReportingOverflow(window)
    let end = latest.overflow ? Int64.max : latest.partialValue
    while place < range.upperBound, reached.count < count, events.times[place] <= end {
      if Int(events.kinds[place]) == reached.count { reached.append(events.times[place]) }
      place += 1
    }
  }

  private mutating func longestChain(
    _ events: StepEvents, _ range: Range<Int>, window: Int64
  ) -> Int {
    for step in starts.indices { starts[step] = Self.none }
    var longest = 0
    for place in range {
      let time = events.times[place]
      let step = Int(events.kinds[place])
      if step == 0 {
        starts[0] = time
        longest = max(longest, 1)
      } else if starts[step - 1] != Self.none, time - starts[step - 1] <= window {
        starts[step] = starts[step - 1]
        if step == longest {
          longest += 1
          if longest == count { break }
        }
      }
    }
    return longest
  }

  /// The first step-1 event from which so many steps are reached within the window.
  private mutating func earliestEntry(
    _ events: StepEvents, _ range: Range<Int>, steps: Int, window: Int64
  ) -> Int {
    for step in starts.indices { starts[step] = Self.none }
    var entry = range.lowerBound
    for place in range.reversed() {
      let time = events.times[place]
      let step = Int(events.kinds[place])
      if step >= steps { continue }
      // Here `starts` holds the earliest end of a chain from each step on.
      if step == steps - 1 {
        starts[step] = time
      } else if starts[step + 1] != Self.none {
        starts[step] = starts[step + 1]
        if step == 0, starts[0] - time <= window { entry = place }
      }
    }
    return entry
  }
}
