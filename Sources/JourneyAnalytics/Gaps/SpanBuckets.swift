/// Sorts spans roughly: 32 buckets per doubling, exact below 64; bucket order is value order.
enum SpanBuckets {
  static let count = 1_920

  @inline(__always)
  static func bucket(of value: UInt64) -> Int {
    if value < 64 { return Int(value) }
    let shift = 58 - value.leadingZeroBitCount
    return (shift &* 32) &+ Int(truncatingIfNeeded: value >> UInt64(shift))
  }

  /// The values of a bucket.
  static func range(of bucket: Int) -> SpanRange {
    if bucket < 64 { return SpanRange(low: UInt64(bucket), high: UInt64(bucket)) }
    let shift = bucket / 32 - 1
    let low = UInt64(bucket - shift * 32) << UInt64(shift)
    return SpanRange(low: low, high: low + ((1 << UInt64(shift)) - 1))
  }
}

/// Spans from `low` to `high`, both included.
struct SpanRange: Sendable {
  let low: UInt64
  let high: UInt64

  static let all = SpanRange(low: 0, high: .max)

  @inline(__always)
  func contains(_ span: UInt64) -> Bool { span &- low <= high &- low }
}

/// How many spans fall into each bucket.
struct SpanHistogram: Sendable {
  private(set) var counts = [UInt32](repeating: 0, count: SpanBuckets.count)

  mutating func clear() {
    for bucket in counts.indices { counts[bucket] = 0 }
  }

  mutating func add(_ other: SpanHistogram) {
    for bucket in counts.indices { counts[bucket] += other.counts[bucket] }
  }

  mutating func count(_ span: UInt64) { counts[SpanBuckets.bucket(of: span)] += 1 }

  /// Counts many at once, each times a factor.
  @inline(__always)
  mutating func count(_ spans: Span<UInt32>, times factor: UInt64) {
    var counts = counts.mutableSpan
    if factor == 1 {
      for index in spans.indices {
        let bucket = SpanBuckets.bucket(of: UInt64(unsafe spans[unchecked: index]))
        unsafe counts[unchecked: bucket] &+= 1
      }
    } else {
      for index in spans.indices {
        let bucket = SpanBuckets.bucket(of: UInt64(unsafe spans[unchecked: index]) &* factor)
        unsafe counts[unchecked: bucket] &+= 1
      }
    }
  }

  /// For each rank (from 0) the bucket that holds it and its place among the bucket's spans.
  func places(ofRanks ranks: [Int]) -> [(bucket: Int, offset: Int)] {
    var places = ranks.map { _ in (bucket: 0, offset: 0) }
    let order = ranks.indices.sorted { ranks[$0] < ranks[$1] }
    var next = 0
    var below = 0
    for bucket in counts.indices where counts[bucket] > 0 {
      let size = Int(counts[bucket])
      while next < order.count, ranks[order[next]] < below + size {
        places[order[next]] = (bucket, ranks[order[next]] - below)
        next += 1
      }
      below += size
    }
    return places
  }
}
