/// A short stretch of a chunk's events, each with its pair of items, its span and the span's class, ready to be counted.
///
/// An event and the one before it make a pair. The first event of a journey is paired with a *beginning*, as if that
/// were one more item, with a span of 0: so there is one loop over all events, without a branch where journeys end.
///
/// - Invariant: pairs are below `pairCount`, classes below `SpanScale.count`.
@safe final class UnsafeSpanStrip {
  /// So many events fit into the nearest cache with all their columns.
  static let length = 1_024

  let itemCount: Int
  let scale: SpanScale
  /// Item before × `itemCount` + item; the beginning counts as item `itemCount`.
  let pairs: UnsafeMutablePointer<UInt16>
  let places: UnsafeMutablePointer<UInt8>
  /// Item before; of a journey's first event some item.
  let sources: UnsafeMutablePointer<UInt8>
  /// Ticks, of a narrow chunk.
  let short: UnsafeMutablePointer<UInt32>
  /// Ticks, of any other chunk.
  let long: UnsafeMutablePointer<UInt64>
  private(set) var count = 0
  private var nextJourney = 0

  /// Pairs of items, and with each item the beginning.
  var pairCount: Int { (itemCount + 1) * itemCount }

  init(itemCount: Int, scale: SpanScale) {
    precondition(itemCount < 1 << 8, "pairs have 16 bits")
    self.itemCount = itemCount
    self.scale = scale
    unsafe pairs = .allocate(capacity: Self.length)
    unsafe places = .allocate(capacity: Self.length)
    unsafe sources = .allocate(capacity: Self.length)
    unsafe short = .allocate(capacity: Self.length)
    unsafe long = .allocate(capacity: Self.length)
  }

  deinit {
    unsafe pairs.deallocate()
    unsafe places.deallocate()
    unsafe sources.deallocate()
    unsafe short.deallocate()
    unsafe long.deallocate()
  }

  /// Calls `use` for one strip of the chunk after the other.
  @inline(__always)
  func each(_ chunk: CaseChunk, _ use: (UnsafeSpanStrip) -> Void) {
    nextJourney = 0
    if chunk.isNarrow {
      let (codes, ticks) = (chunk.codes.span, chunk.ticks.span)
      check(codes)
      precondition(codes.count == ticks.count && codes.count == chunk.eventCount, "columns")
      for first in stride(from: 0, to: codes.count, by: Self.length) {
        read(codes, ticks, first..<min(first + Self.length, codes.count))
        begin(chunk.offsets.span, codes, first)
        use(self)
      }
    } else {
      let (items, times) = (chunk.items.span, chunk.times.span)
      check(items)
      precondition(items.count == times.count && items.count == chunk.eventCount, "columns")
      for first in stride(from: 0, to: items.count, by: Self.length) {
        read(items, times, first..<min(first + Self.length, items.count))
        begin(chunk.offsets.span, items, first)
        use(self)
      }
    }
  }

  /// Whatever a log says, nothing is written outside of the tables: one look at all codes.
  private func check<Item: FixedWidthInteger>(_ items: Span<Item>) {
    var most: Item = 0
    for index in items.indices { most = max(most, unsafe items[unchecked: index]) }
    precondition(
      items.isEmpty || Int(most) < itemCount, "codes of a log's activities lie below their number")
  }

  private func read(_ codes: Span<UInt8>, _ ticks: Span<UInt32>, _ range: Range<Int>) {
    let (pairs, places, sources, short) = unsafe (self.pairs, self.places, self.sources, self.short)
    let width = UInt16(itemCount)
    let origin = scale.origin
    count = range.count
    // The first event of a chunk has none before it; what is read in its stead is written over.
    var start = range.lowerBound
    if start == 0 {
      unsafe short[0] = 0
      unsafe sources[0] = 0
      start = 1
    }
    let base = range.lowerBound
    for event in start..<range.upperBound {
      let span = unsafe ticks[unchecked: event] &- ticks[unchecked: event &- 1]
      unsafe short[event &- base] = span
      unsafe places[event &- base] = SpanScale.place(ofShort: span, origin: origin)
    }
    for event in start..<range.upperBound {
      let before = unsafe codes[unchecked: event &- 1]
      unsafe sources[event &- base] = before
      unsafe pairs[event &- base] =
        UInt16(before) &* width &+ UInt16(codes[unchecked: event])
    }
  }

  private func read(_ items: Span<UInt32>, _ times: Span<Int64>, _ range: Range<Int>) {
    count = range.count
    var start = range.lowerBound
    if start == 0 {
      unsafe long[0] = 0
      unsafe sources[0] = 0
      start = 1
    }
    let base = range.lowerBound
    for event in start..<range.upperBound {
      let span = unsafe scale.ticks(times[unchecked: event] &- times[unchecked: event &- 1])
      unsafe long[event &- base] = span
      unsafe places[event &- base] = SpanScale.place(of: span, origin: scale.origin)
      let before = unsafe items[unchecked: event &- 1]
      unsafe sources[event &- base] = UInt8(truncatingIfNeeded: before)
      unsafe pairs[event &- base] = UInt16(
        truncatingIfNeeded: Int(before) &* itemCount &+ Int(items[unchecked: event]))
    }
  }

  /// Puts the beginning before the first event of each journey.
  private func begin<Item: FixedWidthInteger>(
    _ offsets: Span<Int32>, _ items: Span<Item>, _ base: Int
  ) {
    var journey = nextJourney
    while journey < offsets.count - 1 {
      let event = Int(unsafe offsets[unchecked: journey])
      let place = event &- base
      // An empty journey begins where the next one does, or where there is nothing more.
      if place >= count { break }
      precondition(place >= 0, "journeys follow one another")
      unsafe pairs[place] = UInt16(
        truncatingIfNeeded: itemCount &* itemCount &+ Int(items[event]))
      unsafe places[place] = 0
      if Item.bitWidth == 8 { unsafe short[place] = 0 } else { unsafe long[place] = 0 }
      journey &+= 1
    }
    nextJourney = journey
  }
}
