/// Finds spans by rank among many that lie close together: counts them roughly, and sorts only those around a rank.
struct SpanSelection: Sendable {
  private let all: [Int64]
  private let ranges: [Range<Int>]
  private let least: Int64
  private let shift: Int64
  /// How many spans lie before each part, and their number at the end; empty where they are sorted.
  private var starts: [Int] = []
  /// In order: all spans where they are few, else those of `sortedPart`.
  private var sorted: [Int64] = []
  private var sortedPart = -1

  private static let few = 64
  private static let partBits = 8

  /// - Parameter ranges: where among `all` the spans lie.
  init(_ all: [Int64], _ ranges: [Range<Int>]) {
    self.all = all
    self.ranges = ranges
    let count = ranges.reduce(0) { $0 + $1.count }
    if count <= Self.few {
      sorted = ranges.flatMap { all[$0] }.sorted()
      least = 0
      shift = 0
      return
    }
    var (low, high) = (Int64.max, Int64.min)
    let source = all.span
    for range in ranges {
      for index in range {
        low = min(low, source[index])
        high = max(high, source[index])
      }
    }
    let bits = 64 - (high - low).leadingZeroBitCount
    least = low
    shift = Int64(max(bits - Self.partBits, 0))
    starts = [Int](repeating: 0, count: (1 << Self.partBits) + 1)
    Self.count(source, ranges, least, shift, into: &starts)
    for part in 1..<starts.count { starts[part] += starts[part - 1] }
  }

  private static func count(
    _ source: Span<Int64>, _ ranges: [Range<Int>], _ least: Int64, _ shift: Int64,
    into starts: inout [Int]
  ) {
    var starts = starts.mutableSpan
    for range in ranges {
      for index in range { starts[Int((source[index] &- least) &>> shift) &+ 1] &+= 1 }
    }
  }

  /// The span of a rank, from 0.
  mutating func value(ofRank rank: Int) -> Int64 {
    guard !starts.isEmpty else { return sorted[rank] }
    var (low, high) = (0, starts.count - 1)
    // The last part that begins at or before the rank.
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= rank { low = middle } else { high = middle }
    }
    if shift == 0 { return least + Int64(low) }
    if sortedPart != low {
      sorted = part(low).sorted()
      sortedPart = low
    }
    return sorted[rank - starts[low]]
  }

  /// The spans of a part; every span is written at the next free place, which only moves on after one of them.
  private func part(_ part: Int) -> [Int64] {
    var found = [Int64](repeating: 0, count: starts[part + 1] - starts[part] + 1)
    let source = all.span
    var target = found.mutableSpan
    var kept = 0
    for range in ranges {
      for index in range {
        let span = source[index]
        target[kept] = span
        kept &+= (span &- least) &>> shift == Int64(part) ? 1 : 0
      }
    }
    found.removeLast()
    return found
  }
}
