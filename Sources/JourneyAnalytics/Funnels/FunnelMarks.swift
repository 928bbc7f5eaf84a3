/// Finds how far the journeys of a narrow chunk get in a funnel, from one byte per event: which step it is, in bits.
///
/// For steps in order of which each item is one only, and few enough for a byte. The chain of each journey's first entry
/// is followed through the whole chunk at once, without a branch; as with `EarliestChain`, it tells all unless events of
/// equal time or the window stand against it.
struct FunnelMarks: Sendable {
  /// Above the bits of steps there is one for every marked event, and one for the first event of a journey.
  static let mostSteps = 6
  private static let markedBit: UInt8 = 0x40
  private static let firstBit: UInt8 = 0x80
  /// Places for a journey's times; steps come to one more than a chain that is whole.
  private static let stride = 8

  private let query: FunnelQuery
  /// Ticks; longer windows are all the same.
  private let window: UInt32
  /// By step its code; nil is a step that the log does not have.
  private let codes: [UInt8?]
  private var marks: [UInt8] = []
  /// Events that are a step or a journey's first.
  private var events: [Int32] = []
  /// Whether the chunk has events of equal time within a journey.
  private(set) var hasTies = false
  /// By journey, the steps of its chain.
  private var counts: [UInt8] = []
  /// By journey, then step: ticks at which the chain reached it.
  private var reached: [UInt32] = []

  /// - Parameter unit: microseconds of a tick.
  /// - Returns: Nil if the funnel cannot be read like this.
  init?(_ query: FunnelQuery, names: [String], unit: Int64 = 1) {
    let steps = FunnelSteps(query.steps, names: names)
    let window = query.windowMicroseconds ?? .max
    guard query.mode == .ordered, query.by == .activity, steps.areDistinct,
      (1...Self.mostSteps).contains(steps.count), window >= 0, names.count <= 1 << 8
    else { return nil }
    self.query = query
    // Spans are whole ticks below 2³¹.
    self.window = UInt32(min(window / unit, Int64(Int32.max)))
    codes = steps.itemOfKind.map { $0.map { UInt8(truncatingIfNeeded: $0) } }
  }

  /// Follows the chains of a chunk's journeys.
  mutating func read(_ chunk: CaseChunk) {
    precondition(
      chunk.codes.count == chunk.eventCount && chunk.ticks.count == chunk.eventCount,
      "a narrow chunk with times")
    grow(chunk)
    mark(chunk)
    let listed = Self.list(&events, marks, chunk.eventCount)
    Self.follow(chunk, marks, events, listed: listed, &counts, &reached)
  }

  /// The steps of a journey's chain, their times at `reached`; nil if this chain does not tell.
  @inline(__always)
  func steps(ofJourney journey: Int, _ chunk: CaseChunk) -> Int? {
    var count = Int(counts[journey])
    if count == 0 || (hasTies && isTied(chunk, journey)) { return count == 0 ? 0 : nil }
    if fits(journey, count) { return count }
    if query.entry == .best { return nil }
    while !fits(journey, count) { count -= 1 }
    return count
  }

  /// Ticks from the first step of a journey's chain to another.
  @inline(__always)
  func ticks(ofJourney journey: Int, toStep step: Int) -> UInt32 {
    reached[journey * Self.stride + step] &- reached[journey * Self.stride]
  }

  @inline(__always)
  private func fits(_ journey: Int, _ count: Int) -> Bool {
    ticks(ofJourney: journey, toStep: count - 1) <= window
  }

  /// The steps among a journey's events.
  @inline(__always)
  func eachStep(_ range: Range<Int>, _ use: (_ event: Int, _ step: Int) -> Void) {
    let bytes = unsafe marks.span.bytes
    let steps = UInt64(Self.markedBit - 1) * 0x0101_0101_0101_0101
    precondition(range.upperBound + 8 <= marks.count, "a journey of the chunk")
    var event = range.lowerBound
    while event < range.upperBound {
      // Eight events at a time; those of the next journey are shifted out.
      let word = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: event, as: UInt64.self)
      let count = min(range.upperBound &- event, 8)
      var found = word & steps & (~0 &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count))
      while found != 0 {
        let bit = found.trailingZeroBitCount
        use(event &+ bit &>> 3, bit & 7)
        found &= found &- 1
      }
      event &+= 8
    }
  }

  private mutating func grow(_ chunk: CaseChunk) {
    if marks.count < chunk.eventCount + 8 {
      marks = [UInt8](repeating: 0, count: chunk.eventCount + 8)
      events = [Int32](repeating: 0, count: chunk.eventCount + 1)
    }
    if counts.count < chunk.journeyCount {
      counts = [UInt8](repeating: 0, count: chunk.journeyCount)
      reached = [UInt32](repeating: 0, count: chunk.journeyCount * Self.stride)
    }
  }

  /// Marks steps and first events, and looks for ties.
  private mutating func mark(_ chunk: CaseChunk) {
    let (codes, count) = (codes, chunk.eventCount)
    var marks = marks.mutableSpan
    let (items, ticks, offsets) = (chunk.codes.span, chunk.ticks.span, chunk.offsets.span)
    for event in 0..<count { unsafe marks[unchecked: event] = 0 }
    for step in codes.indices {
      guard let code = codes[step] else { continue }
      let bit = Self.markedBit | 1 << UInt8(step)
      for event in 0..<count {
        unsafe marks[unchecked: event] |= items[unchecked: event] == code ? bit : 0
      }
    }
    // Plain loops, which the compiler turns into some events at a time.
    var ties: Int32 = 0
    var event = 1
    while event < count {
      ties &+= unsafe ticks[unchecked: event] == ticks[unchecked: event &- 1] ? 1 : 0
      event &+= 1
    }
    // Between the last event of a journey and the first of the next it is no tie.
    for journey in 0..<chunk.journeyCount {
      let event = Int(unsafe offsets[unchecked: journey])
      precondition(event < Int(unsafe offsets[unchecked: journey + 1]), "a journey has events")
      marks[event] |= Self.firstBit | Self.markedBit
      if event > 0, ticks[event] == ticks[event - 1] { ties &-= 1 }
    }
    hasTies = ties != 0
  }

  /// Lists the events that are marked; every event is written, and the place moves on after a marked one.
  private static func list(_ events: inout [Int32], _ marks: [UInt8], _ count: Int) -> Int {
    let marks = marks.span
    var events = events.mutableSpan
    var listed = 0
    for event in 0..<count {
      unsafe events[unchecked: listed] = Int32(truncatingIfNeeded: event)
      listed &+= unsafe Int(marks[unchecked: event] & markedBit) / Int(markedBit)
    }
    return listed
  }

  /// Every time is written where the next step's belongs, and the step moves on if it is the one that was awaited.
  private static func follow(
    _ chunk: CaseChunk, _ marks: [UInt8], _ events: [Int32], listed: Int,
    _ counts: inout [UInt8], _ reached: inout [UInt32]
  ) {
    let (marks, events, ticks) = (marks.span, events.span, chunk.ticks.span)
    var counts = counts.mutableSpan
    var reached = reached.mutableSpan
    var journey = -1
    var count: UInt8 = 0
    for index in 0..<listed {
      let event = Int(unsafe events[unchecked: index])
      let mark = unsafe marks[unchecked: event]
      let first = mark &>> 7
      journey &+= Int(first)
      // A journey begins with none: all bits of the count are cleared.
      count &= first &- 1
      unsafe reached[unchecked: journey &* stride &+ Int(count)] = ticks[unchecked: event]
      // A whole chain waits for a step that there is not.
      count &+= (mark & (markedBit &- 1)) &>> count & 1
      unsafe counts[unchecked: journey] = count
    }
  }

  /// Whether two events of a journey have the same time.
  private func isTied(_ chunk: CaseChunk, _ journey: Int) -> Bool {
    let events = chunk.events(ofJourney: journey)
    return events.dropFirst().contains { chunk.ticks[$0] == chunk.ticks[$0 - 1] }
  }
}
