/// Follows the chain of a journey's first entry; where it fits into the window no other chain is longer or earlier.
///
/// For steps of which each item is one only. Without a window the chain that takes every step as early as it can is
/// the longest there is.
struct EarliestChain: Sendable {
  /// By step; a step that the log does not have is an item that never occurs.
  private let items: [UInt32]
  /// Times at which the steps of the last chain were reached.
  private(set) var reached: [Int64]

  init(_ steps: FunnelSteps) {
    items = steps.itemOfKind.map { $0 ?? .max }
    reached = [Int64](repeating: 0, count: steps.count)
  }

  /// - Parameter range: the journey's events.
  /// - Returns: the steps of the journey's chain, their times in `reached`; nil if this chain does not tell: events
  ///   of equal time may stand in another order, or another entry may reach further within the window.
  @inline(__always)
  mutating func follow(
    _ chunk: CaseChunk, _ range: Range<Int>, entry: FunnelQuery.Entry, window: Int64
  ) -> Int? {
    let codes = chunk.items.span
    let times = chunk.times.span
    let first = items[0]
    var event = range.lowerBound
    while event < range.upperBound, unsafe codes[unchecked: event] != first { event &+= 1 }
    if event == range.upperBound { return 0 }
    var before = times[event]
    if event > range.lowerBound, times[event - 1] == before { return nil }
    let start = before
    reached[0] = start
    var count = 1
    event &+= 1
    if items.count > 1 {
      var next = items[1]
      while event < range.upperBound {
        let time = unsafe times[unchecked: event]
        if time == before { return nil }
        before = time
        if unsafe codes[unchecked: event] == next {
          reached[count] = time
          count += 1
          if count == items.count { break }
          next = items[count]
        }
        event &+= 1
      }
    }
    // Without signs, so that no distance between times is too great.
    func fits(_ step: Int) -> Bool {
      UInt64(bitPattern: reached[step] &- start) <= UInt64(bitPattern: window)
    }
    if fits(count - 1) { return count }
    if entry == .best { return nil }
    while !fits(count - 1) { count -= 1 }
    return count
  }
}
