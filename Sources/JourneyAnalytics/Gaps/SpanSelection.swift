/// Finds spans by rank among many that lie close together: sorts them roughly, and fully only what is asked for.
struct SpanSelection: Sendable {
  private let spans: [Int64]
  private let least: Int64
  private let shift: Int64
  /// Where the spans of each part begin, and their number at the end; empty where `spans` is sorted.
  private let starts: [Int]

  private static let few = 64
  private static let partBits = 8

  /// - Parameter ranges: where among `all` the spans lie.
  init(_ all: [Int64], _ ranges: [Range<Int>]) {
    let count = ranges.reduce(0) { $0 + $1.count }
    if count <= Self.few {
      spans = ranges.flatMap { all[$0] }.sorted()
      least = 0
      shift = 0
      starts = []
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
    let shift = Int64(max(bits - Self.partBits, 0))
    var starts = [Int](repeating: 0, count: (1 << Self.partBits) + 1)
    for range in ranges {
      for index in range { starts[Int((source[index] - low) >> shift) + 1] += 1 }
    }
    for part in 1..<starts.count { starts[part] += starts[part - 1] }
    var cursors = starts
    var sorted = [Int64](repeating: 0, count: count)
    for range in ranges {
      for index in range {
        let part = Int((source[index] - low) >> shift)
        sorted[cursors[part]] = source[index]
        cursors[part] += 1
      }
    }
    spans = sorted
    least = low
    self.shift = shift
    self.starts = starts
  }

  /// The span of a rank, from 0.
  func value(ofRank rank: Int) -> Int64 {
    guard !starts.isEmpty else { return spans[rank] }
    var (low, high) = (0, starts.count - 1)
    // The last part that begins at or before the rank.
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= rank { low = middle } else { high = middle }
    }
    // One value only, or few that are put in order.
    if shift == 0 { return least + Int64(low) }
    let part = spans[starts[low]..<starts[low + 1]].sorted()
    return part[rank - starts[low]]
  }
}
