/// The spans of all workers brought together by key, ready to be summarised.
struct GapTable: Sendable {
  /// Ascending, each once.
  let keys: [UInt64]
  private let stores: [UnsafeGapStore]
  /// Pieces of key *k* are `pieces[pieceOffsets[k] ..< pieceOffsets[k + 1]]`.
  private let pieceOffsets: [Int]
  private let pieces: [(store: Int, block: Int)]
  private let largeOffsets: [Int]
  /// In `unit`s.
  private let large: [UInt64]
  private let counts: [Int]
  private let journeys: [Int]
  /// Microseconds; every span is a whole number of these.
  private let unit: Int64

  /// - Parameter parts: each worker's store with the key of each of its slots.
  init(_ parts: [(store: UnsafeGapStore, keys: [UInt64])]) {
    var places: [(key: UInt64, store: Int, slot: Int)] = []
    var finest = Int64.max
    for (index, part) in parts.enumerated() {
      part.store.finish()
      for (slot, key) in part.keys.enumerated() { places.append((key, index, slot)) }
      finest = min(finest, part.store.finestUnit)
    }
    places.sort { ($0.key, $0.store, $0.slot) < ($1.key, $1.store, $1.slot) }
    var keys: [UInt64] = []
    var journeys: [Int] = []
    var keyOfSlot = parts.map { [Int](repeating: 0, count: $0.keys.count) }
    for place in places {
      if keys.last != place.key {
        keys.append(place.key)
        journeys.append(0)
      }
      keyOfSlot[place.store][place.slot] = keys.count - 1
      journeys[keys.count - 1] += parts[place.store].store.journeys(ofSlot: place.slot)
    }
    var pieceCounts = [Int](repeating: 0, count: keys.count + 1)
    var largeCounts = pieceCounts
    var counts = [Int](repeating: 0, count: keys.count)
    for (index, part) in parts.enumerated() {
      for block in 0..<part.store.blockCount {
        let place = part.store.place(ofBlock: block)
        let key = keyOfSlot[index][place.slot]
        pieceCounts[key + 1] += 1
        counts[key] += place.count
      }
      for entry in part.store.large {
        largeCounts[keyOfSlot[index][entry.slot] + 1] += 1
        counts[keyOfSlot[index][entry.slot]] += 1
      }
    }
    for key in keys.indices {
      pieceCounts[key + 1] += pieceCounts[key]
      largeCounts[key + 1] += largeCounts[key]
    }
    var pieceCursors = pieceCounts
    var largeCursors = largeCounts
    var pieces = [(store: Int, block: Int)](
      repeating: (0, 0), count: pieceCounts[keys.count])
    var large = [UInt64](repeating: 0, count: largeCounts[keys.count])
    for (index, part) in parts.enumerated() {
      for block in 0..<part.store.blockCount {
        let key = keyOfSlot[index][part.store.place(ofBlock: block).slot]
        pieces[pieceCursors[key]] = (index, block)
        pieceCursors[key] += 1
      }
      for entry in part.store.large {
        let key = keyOfSlot[index][entry.slot]
        large[largeCursors[key]] = UInt64(entry.span / finest)
        largeCursors[key] += 1
      }
    }
    self.keys = keys
    stores = parts.map { $0.store }
    pieceOffsets = pieceCounts
    self.pieces = pieces
    largeOffsets = largeCounts
    self.large = large
    self.counts = counts
    self.journeys = journeys
    unit = parts.isEmpty ? 1 : finest
  }

  /// A summary per key, in the order of `keys`.
  func summaries(_ quantiles: [QuantileRank]) -> [GapSummary] {
    // Few keys may have many spans each.
    let step = min(max(keys.count / 16, 1), 16)
    let parts = Workers.map((keys.count + step - 1) / step) { part in
      var histogram = SpanHistogram()
      var total = SpanHistogram()
      return (part * step..<min(part * step + step, keys.count)).map {
        summary(ofKey: $0, quantiles, &histogram, total: &total)
      }
    }
    return parts.flatMap { $0 }
  }

  /// A summary per key, and one per group of all spans of its keys together.
  ///
  /// - Parameter groups: ranges of places in `keys`, in order.
  func summaries(
    _ quantiles: [QuantileRank], groups: [Range<Int>]
  ) -> (keys: [GapSummary], groups: [GapSummary]) {
    let parts = Workers.map(groups.count) { group in
      var total = SpanHistogram()
      var histogram = SpanHistogram()
      var each: [GapSummary] = []
      var whole = GapSummary()
      for key in groups[group] {
        let summary = summary(ofKey: key, quantiles, &histogram, total: &total)
        whole.count += summary.count
        whole.sum += summary.sum
        each.append(summary)
      }
      if whole.count > 0 {
        whole.quantiles = values(quantiles, groups[group], total, count: whole.count)
      }
      return (each, whole)
    }
    return (parts.flatMap { $0.0 }, parts.map { $0.1 })
  }

  /// - Parameters:
  ///   - histogram: scratch, empty before and after.
  ///   - total: gains what the histogram counts.
  private func summary(
    ofKey key: Int, _ quantiles: [QuantileRank], _ histogram: inout SpanHistogram,
    total: inout SpanHistogram
  ) -> GapSummary {
    var result = GapSummary()
    result.count = counts[key]
    result.journeys = journeys[key]
    guard result.count > 0 else { return result }
    var sum: Int128 = 0
    if result.count <= Self.fewSpans {
      var spans = self.spans(key..<key + 1, in: [.all], capacity: result.count)
      spans.sort()
      for span in spans {
        sum += Int128(span)
        total.count(span)
      }
      result.quantiles = quantiles.map { quantile in
        let (rank, fraction) = quantile.place(among: spans.count)
        return QuantileRank.between(
          Int64(spans[rank]) * unit, Int64(spans[min(rank + 1, spans.count - 1)]) * unit,
          fraction: fraction)
      }
    } else {
      for piece in pieces[pieceOffsets[key]..<pieceOffsets[key + 1]] {
        sum += stores[piece.store].count(
          block: piece.block, inUnitsOf: unit, into: &histogram)
      }
      for span in large[largeOffsets[key]..<largeOffsets[key + 1]] {
        sum += Int128(span)
        histogram.count(span)
      }
      result.quantiles = values(quantiles, key..<key + 1, histogram, count: result.count)
      total.add(histogram)
      histogram.clear()
    }
    result.sum = sum * Int128(unit)
    return result
  }

  /// Up to so many spans are simply sorted.
  private static let fewSpans = 256

  /// Quantiles in microseconds of all spans of some keys, whose histogram is given: only the buckets that hold a wanted
  /// rank are read again and sorted.
  private func values(
    _ quantiles: [QuantileRank], _ range: Range<Int>, _ histogram: SpanHistogram, count: Int
  ) -> [Double] {
    var ranks: [Int] = []
    for quantile in quantiles {
      let rank = quantile.place(among: count).rank
      ranks.append(rank)
      ranks.append(min(rank + 1, count - 1))
    }
    let places = histogram.places(ofRanks: ranks)
    // Buckets ascend, so the sorted spans of all of them stand bucket after bucket.
    var offsetOfBucket: [Int: Int] = [:]
    var ranges: [SpanRange] = []
    var size = 0
    for bucket in Set(places.map { $0.bucket }).sorted() {
      let range = SpanBuckets.range(of: bucket)
      if range.low == range.high { continue }
      offsetOfBucket[bucket] = size
      ranges.append(range)
      size += Int(histogram.counts[bucket])
    }
    var spans = ranges.isEmpty ? [] : self.spans(range, in: ranges, capacity: size)
    spans.sort()
    let values = places.map { place in
      let span =
        offsetOfBucket[place.bucket].map { spans[$0 + place.offset] }
        ?? SpanBuckets.range(of: place.bucket).low
      return Int64(span) * unit
    }
    return quantiles.indices.map {
      QuantileRank.between(
        values[2 * $0], values[2 * $0 + 1], fraction: quantiles[$0].place(among: count).fraction)
    }
  }

  /// The spans of some keys that lie in one of some disjoint ranges, in `unit`s.
  private func spans(_ keys: Range<Int>, in ranges: [SpanRange], capacity: Int) -> [UInt64] {
    var found: [UInt64] = []
    found.reserveCapacity(capacity)
    for piece in pieces[pieceOffsets[keys.lowerBound]..<pieceOffsets[keys.upperBound]] {
      stores[piece.store].gather(
        block: piece.block, inUnitsOf: unit, ranges: ranges, into: &found)
    }
    for span in large[largeOffsets[keys.lowerBound]..<largeOffsets[keys.upperBound]]
    where ranges.contains(where: { $0.contains(span) }) {
      found.append(span)
    }
    return found
  }
}
