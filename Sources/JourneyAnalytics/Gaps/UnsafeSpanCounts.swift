/// Counts the spans between adjacent events by pair of items and class of span, without keeping any span.
///
/// What a quantile needs is chosen from the counts; a second reading of the log gathers only that (`UnsafeSpanLog`).
/// For few items only: every pair has its row of counts. Raw memory saves the hottest loop of the module a bounds
/// check, a uniqueness check and an index per event.
///
/// - Invariant: items are below `itemCount`, spans are not negative.
@safe final class UnsafeSpanCounts: @unchecked Sendable {
  // Sendable by use: one scan worker fills it; after the scan it is only read.

  @safe private struct Pair {
    /// The last journey that had the pair, counted from 1.
    var stamp: UInt32 = 0
    var journeys: UInt32 = 0
    /// Microseconds, without whole 2⁶⁴.
    var sum: UInt64 = 0
  }

  /// Up to so many items, a power of two; beyond, the rows would outgrow the caches.
  static let mostItems = 64
  static let mostPairs = mostItems * mostItems

  let itemCount: Int
  private let pairs: UnsafeMutablePointer<Pair>
  /// By pair and class, without whole 256: all of them stay in a near cache.
  private let counts: UnsafeMutablePointer<UInt8>
  /// By pair and class: how often the count has passed 256.
  private let rounds: UnsafeMutablePointer<UInt32>
  /// Pairs whose sum has passed 2⁶⁴, once for each time.
  private var carries: [Int: Int] = [:]
  private let firsts: UnsafeMutablePointer<Int>
  private let lasts: UnsafeMutablePointer<Int>
  private var journeys: UInt32 = 0

  init(itemCount: Int) {
    precondition(itemCount <= Self.mostItems, "counts by pair are for few items")
    self.itemCount = itemCount
    let pairCount = Self.mostPairs
    unsafe pairs = .allocate(capacity: pairCount)
    unsafe pairs.initialize(repeating: Pair(), count: pairCount)
    unsafe counts = .allocate(capacity: pairCount * SpanScale.count)
    unsafe counts.initialize(repeating: 0, count: pairCount * SpanScale.count)
    unsafe rounds = .allocate(capacity: pairCount * SpanScale.count)
    unsafe rounds.initialize(repeating: 0, count: pairCount * SpanScale.count)
    unsafe firsts = .allocate(capacity: Self.mostItems)
    unsafe firsts.initialize(repeating: 0, count: Self.mostItems)
    unsafe lasts = .allocate(capacity: Self.mostItems)
    unsafe lasts.initialize(repeating: 0, count: Self.mostItems)
  }

  deinit {
    unsafe pairs.deallocate()
    unsafe counts.deallocate()
    unsafe rounds.deallocate()
    unsafe firsts.deallocate()
    unsafe lasts.deallocate()
  }

  var journeyCount: Int { Int(journeys) }

  /// Journeys by their first event.
  var starts: [Int] { (0..<itemCount).map { unsafe firsts[$0] } }

  /// Journeys by their last event.
  var ends: [Int] { (0..<itemCount).map { unsafe lasts[$0] } }

  func journeys(ofPair pair: Int) -> Int {
    precondition(pair >= 0 && pair < itemCount * itemCount, "a pair of these items")
    return unsafe Int(pairs[pair].journeys)
  }

  /// Microseconds.
  func sum(ofPair pair: Int) -> Int128 {
    precondition(pair >= 0 && pair < itemCount * itemCount, "a pair of these items")
    return unsafe Int128(pairs[pair].sum) + Int128(carries[pair] ?? 0) << 64
  }

  /// Adds the counts of a pair to `total`, one entry per class.
  func add(pair: Int, to total: inout [Int]) {
    precondition(pair >= 0 && pair < itemCount * itemCount, "a pair of these items")
    for place in 0..<SpanScale.count {
      let cell = pair * SpanScale.count + place
      unsafe total[place] += Int(rounds[cell]) * 256 + Int(counts[cell])
    }
  }

  /// Whatever a log says, nothing is written outside of the rows: one look at all codes together.
  @inline(__always)
  static func check(_ items: Span<UInt32>) {
    var bits: UInt32 = 0
    for index in items.indices { bits |= unsafe items[unchecked: index] }
    precondition(bits < UInt32(mostItems), "codes of a log's activities lie below their number")
  }

  func take(_ chunk: CaseChunk) {
    let items = chunk.items.span
    Self.check(items)
    let times = chunk.times.span
    let offsets = chunk.offsets.span
    let (pairs, counts, rounds) = unsafe (self.pairs, self.counts, self.rounds)
    let (firsts, lasts) = unsafe (self.firsts, self.lasts)
    let itemCount = self.itemCount
    var number = journeys
    for journey in 0..<chunk.journeyCount {
      let first = Int(offsets[journey])
      let end = Int(offsets[journey + 1])
      if first == end { continue }
      number &+= 1
      var from = Int(items[first])
      var before = times[first]
      assert(from < itemCount)
      unsafe firsts[from] &+= 1
      var event = first &+ 1
      while event < end {
        let to = Int(unsafe items[unchecked: event])
        let time = unsafe times[unchecked: event]
        let span = time &- before
        assert(to < itemCount && span >= 0)
        let pair = from &* itemCount &+ to
        let cell = pair &* SpanScale.count &+ SpanScale.place(of: span)
        let count = unsafe counts[cell] &+ 1
        unsafe counts[cell] = count
        if _slowPath(count == 0) { unsafe rounds[cell] &+= 1 }
        let entry = unsafe pairs + pair
        // Without a branch: whether a journey repeats a pair cannot be guessed.
        unsafe entry.pointee.journeys &+= entry.pointee.stamp != number ? 1 : 0
        unsafe entry.pointee.stamp = number
        let (sum, carry) = unsafe entry.pointee.sum.addingReportingOverflow(
          UInt64(bitPattern: span))
        unsafe entry.pointee.sum = sum
        if _slowPath(carry) { carries[pair, default: 0] += 1 }
        from = to
        before = time
        event &+= 1
      }
      unsafe lasts[from] &+= 1
    }
    journeys = number
  }
}
