/// Counts the spans between adjacent events by pair of items and class of span, without keeping any span.
///
/// What a quantile needs is chosen from the counts; a second reading of the log gathers only that (`UnsafeSpanLog`).
/// For few items only: every pair has its row of counts. Raw memory saves the hottest loop of the module a bounds
/// check, a uniqueness check and an index per event.
@safe final class UnsafeSpanCounts: @unchecked Sendable {
  // Sendable by use: one scan worker fills it; after the scan it is only read.

  @safe private struct Pair {
    /// The last journey that had the pair, counted from 1.
    var stamp: UInt32 = 0
    var journeys: UInt32 = 0
    /// Ticks, without whole 2⁶⁴.
    var sum: UInt64 = 0
  }

  /// Up to so many items; beyond, the rows would outgrow the caches.
  static let mostItems = 64

  let itemCount: Int
  let scale: SpanScale
  private let strip: UnsafeSpanStrip
  private let pairs: UnsafeMutablePointer<Pair>
  /// By pair and class, without whole 256: all of them stay in a near cache.
  private let counts: UnsafeMutablePointer<UInt8>
  /// By pair and class: how often the count has passed 256.
  private let rounds: UnsafeMutablePointer<UInt32>
  /// Pairs whose sum has passed 2⁶⁴, once for each time.
  private var carries: [Int: Int] = [:]
  private var journeys: UInt32 = 0

  init(itemCount: Int, scale: SpanScale) {
    precondition(itemCount <= Self.mostItems, "counts by pair are for few items")
    self.itemCount = itemCount
    self.scale = scale
    strip = UnsafeSpanStrip(itemCount: itemCount, scale: scale)
    let pairCount = strip.pairCount
    unsafe pairs = .allocate(capacity: pairCount)
    unsafe pairs.initialize(repeating: Pair(), count: pairCount)
    unsafe counts = .allocate(capacity: pairCount * SpanScale.count)
    unsafe counts.initialize(repeating: 0, count: pairCount * SpanScale.count)
    unsafe rounds = .allocate(capacity: pairCount * SpanScale.count)
    unsafe rounds.initialize(repeating: 0, count: pairCount * SpanScale.count)
  }

  deinit {
    unsafe pairs.deallocate()
    unsafe counts.deallocate()
    unsafe rounds.deallocate()
  }

  var journeyCount: Int { Int(journeys) }

  /// Journeys that begin with an item.
  func starts(_ item: Int) -> Int {
    var counts = [Int](repeating: 0, count: SpanScale.count)
    add(pair: itemCount * itemCount + item, to: &counts, at: 0)
    return counts[0]
  }

  func journeys(ofPair pair: Int) -> Int {
    precondition(pair >= 0 && pair < itemCount * itemCount, "a pair of these items")
    return unsafe Int(pairs[pair].journeys)
  }

  /// Microseconds.
  func sum(ofPair pair: Int) -> Int128 {
    precondition(pair >= 0 && pair < itemCount * itemCount, "a pair of these items")
    let ticks = unsafe Int128(pairs[pair].sum) + Int128(carries[pair] ?? 0) << 64
    return ticks * Int128(scale.unit)
  }

  /// Adds the counts of a pair to those in `total` from `start` on, one entry per class.
  func add(pair: Int, to total: inout [Int], at start: Int) {
    precondition(pair >= 0 && pair < strip.pairCount, "a pair of these items")
    var total = total.mutableSpan
    for place in 0..<SpanScale.count {
      let cell = pair * SpanScale.count + place
      unsafe total[start + place] += Int(rounds[cell]) * 256 + Int(counts[cell])
    }
  }

  func take(_ chunk: CaseChunk) {
    strip.each(chunk) { strip in
      if chunk.isNarrow {
        unsafe count(strip, strip.short)
      } else {
        unsafe count(strip, strip.long)
      }
    }
  }

  @inline(__always)
  private func count<Ticks: FixedWidthInteger & UnsignedInteger>(
    _ strip: UnsafeSpanStrip, _ spans: UnsafeMutablePointer<Ticks>
  ) {
    let (pairs, counts, rounds) = unsafe (self.pairs, self.counts, self.rounds)
    let (stripPairs, places) = unsafe (strip.pairs, strip.places)
    let firstBeginning = itemCount &* itemCount
    var number = journeys
    for index in 0..<strip.count {
      let pair = unsafe Int(stripPairs[index])
      let cell = unsafe pair &* SpanScale.count &+ Int(places[index])
      number &+= pair >= firstBeginning ? 1 : 0
      let count = unsafe counts[cell] &+ 1
      unsafe counts[cell] = count
      if _slowPath(count == 0) { unsafe rounds[cell] &+= 1 }
      let entry = unsafe pairs + pair
      // Without a branch: whether a journey repeats a pair cannot be guessed.
      unsafe entry.pointee.journeys &+= entry.pointee.stamp != number ? 1 : 0
      unsafe entry.pointee.stamp = number
      let span = unsafe UInt64(spans[index])
      if Ticks.bitWidth == 32 {
        // No more than 2³² spans below 2³².
        unsafe entry.pointee.sum &+= span
      } else {
        let (sum, carry) = unsafe entry.pointee.sum.addingReportingOverflow(span)
        unsafe entry.pointee.sum = sum
        if _slowPath(carry) { carries[pair, default: 0] += 1 }
      }
    }
    journeys = number
  }
}
