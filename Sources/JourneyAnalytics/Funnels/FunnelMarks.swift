/// Reads how far journeys of a narrow chunk get in a funnel from one byte per event: which step the event is, in bits.
///
/// For steps in order of which each item is one only, and few enough for a byte. As with `EarliestChain`, the chain of a
/// journey's first entry tells all unless events of equal time or the window stand against it.
struct FunnelMarks: Sendable {
  /// One bit says that an event has the time of the one before it.
  static let mostSteps = 7
  private static let tieBit: UInt8 = 0x80

  enum Reach {
    /// So many steps.
    case steps(Int)
    /// This chain does not tell.
    case unclear
  }

  private let query: FunnelQuery
  /// In the log's ticks; longer windows are all the same.
  private let window: UInt32
  /// By step its code; a step that the log does not have is a code that no event has.
  private let codes: [UInt8]
  private let isKnown: [Bool]
  private var marks: [UInt8] = []

  /// - Returns: Nil if the funnel cannot be read like this.
  init?(_ query: FunnelQuery, names: [String], unit: Int64 = 1) {
    let steps = FunnelSteps(query.steps, names: names)
    let window = query.windowMicroseconds ?? .max
    guard query.mode == .ordered, query.by == .activity, steps.areDistinct,
      (1...Self.mostSteps).contains(steps.count), window >= 0, names.count <= 1 << 8
    else { return nil }
    self.query = query
    // Spans are whole ticks, so what is over does not count.
    self.window = UInt32(min(window / unit, Int64(Int32.max)))
    codes = steps.itemOfKind.map { UInt8($0 ?? 0) }
    isKnown = steps.itemOfKind.map { $0 != nil }
  }

  /// Marks the events of a chunk.
  mutating func read(_ chunk: CaseChunk) {
    let count = chunk.eventCount
    // Words of eight bytes are read, which may reach beyond the last event.
    if marks.count < count + 8 { marks = [UInt8](repeating: 0, count: count + 8) }
    let (codes, isKnown) = (codes, isKnown)
    var marks = marks.mutableSpan
    let (items, ticks) = (chunk.codes.span, chunk.ticks.span)
    precondition(items.count == count && ticks.count == count, "a narrow chunk with times")
    if count > 0 { unsafe marks[unchecked: 0] = 0 }
    for event in 1..<max(count, 1) {
      let isTied = unsafe ticks[unchecked: event] == ticks[unchecked: event &- 1]
      unsafe marks[unchecked: event] = isTied ? Self.tieBit : 0
    }
    for step in codes.indices where isKnown[step] {
      let (code, bit) = (codes[step], 1 << UInt8(step) as UInt8)
      for event in 0..<count {
        unsafe marks[unchecked: event] |= items[unchecked: event] == code ? bit : 0
      }
    }
  }

  /// - Parameters:
  ///   - range: the journey's events in the chunk that was read last.
  ///   - reached: by step, the ticks at which the chain reached it.
  @inline(__always)
  func follow(
    _ ticks: Span<UInt32>, _ range: Range<Int>, into reached: inout [UInt32]
  ) -> Reach {
    let marks = marks.span
    var count = 0
    var event = range.lowerBound
    precondition(
      range.upperBound + 8 <= marks.count && range.upperBound <= ticks.count,
      "a journey of the chunk")
    var steps: UInt64 = 0x0101_0101_0101_0101
    while event < range.upperBound {
      // Eight events, the first in the lowest byte; those of other journeys are shifted out.
      var word = unsafe marks.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: event, as: UInt64.self)
      let rest = range.upperBound &- event
      if rest < 8 { word &= (1 &<< UInt64(truncatingIfNeeded: rest &* 8)) &- 1 }
      // The first event has none of the same journey before it.
      if event == range.lowerBound { word &= ~UInt64(Self.tieBit) }
      var found = word & steps
      if count == 0 {
        if found == 0 {
          event &+= 8
          continue
        }
        // Ties before the entry do not matter, but one with it does.
        word &= ~0 &<< UInt64(found.trailingZeroBitCount & ~7)
      }
      if word & 0x8080_8080_8080_8080 != 0 { return .unclear }
      while found != 0 {
        let bit = UInt64(truncatingIfNeeded: found.trailingZeroBitCount)
        unsafe reached[count] = ticks[unchecked: event &+ Int(bit &>> 3)]
        count &+= 1
        if count == codes.count { return close(count, reached) }
        steps &<<= 1
        // Only what comes after this event.
        found = word & steps & (~0 &<< ((bit | 7) &+ 1))
        if bit >= 56 { found = 0 }
      }
      event &+= 8
    }
    return close(count, reached)
  }

  /// Holds the chain against the window.
  private func close(_ count: Int, _ reached: [UInt32]) -> Reach {
    var count = count
    if count < 2 || window == Int32.max { return .steps(count) }
    if reached[count - 1] &- reached[0] <= window { return .steps(count) }
    if query.entry == .best { return .unclear }
    while reached[count - 1] &- reached[0] > window { count -= 1 }
    return .steps(count)
  }
}
