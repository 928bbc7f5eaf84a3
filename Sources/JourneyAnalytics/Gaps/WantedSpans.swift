/// Which spans of a log hold its quantiles: chosen from the counts of all workers, to be gathered in a second reading.
///
/// A *pile* is all spans of one class between one pair of items.
struct WantedSpans: Sendable {
  let itemCount: Int
  /// By pair and class: 0 = "not wanted", else the number of the pile among the pair's, from 1.
  let marks: [UInt8]
  /// By pair: how many piles the pairs before it have.
  let pilesBefore: [Int]
  /// By pile.
  let pileSizes: [Int]
  /// By pair, the spans of each class.
  private let pairCounts: [[Int]]
  private let quantiles: [QuantileRank]

  /// - Parameter byItem: whether quantiles are also wanted of all spans that begin at one item.
  init(_ parts: [UnsafeSpanCounts], itemCount: Int, quantiles: [QuantileRank], byItem: Bool) {
    self.itemCount = itemCount
    self.quantiles = quantiles
    var marks = [UInt8](repeating: 0, count: UnsafeSpanCounts.mostPairs * SpanScale.count)
    var pilesBefore: [Int] = []
    var pileSizes: [Int] = []
    var pairCounts: [[Int]] = []
    for from in 0..<itemCount {
      var whole = [Int](repeating: 0, count: SpanScale.count)
      let first = from * itemCount
      for pair in first..<first + itemCount {
        var counts = [Int](repeating: 0, count: SpanScale.count)
        for part in parts { part.add(pair: pair, to: &counts) }
        for place in counts.indices { whole[place] += counts[place] }
        pairCounts.append(counts)
      }
      let shared = byItem ? Self.places(whole, quantiles) : []
      for pair in first..<first + itemCount {
        pilesBefore.append(pileSizes.count)
        var mark: UInt8 = 0
        for place in Set(Self.places(pairCounts[pair], quantiles) + shared).sorted()
        where pairCounts[pair][place] > 0 {
          mark += 1
          marks[pair * SpanScale.count + place] = mark
          pileSizes.append(pairCounts[pair][place])
        }
      }
    }
    // As long as `marks`: rows of pairs that no code of the log makes want nothing.
    while pilesBefore.count < UnsafeSpanCounts.mostPairs { pilesBefore.append(pileSizes.count) }
    self.marks = marks
    self.pilesBefore = pilesBefore
    self.pileSizes = pileSizes
    self.pairCounts = pairCounts
  }

  /// The classes that hold the wanted ranks.
  private static func places(_ counts: [Int], _ quantiles: [QuantileRank]) -> [Int] {
    ranks(counts.reduce(0, +), quantiles).map { place(ofRank: $0, in: counts).place }
  }

  /// Per quantile the rank below it and the next.
  private static func ranks(_ count: Int, _ quantiles: [QuantileRank]) -> [Int] {
    guard count > 0 else { return [] }
    return quantiles.flatMap { quantile in
      let rank = quantile.place(among: count).rank
      return [rank, min(rank + 1, count - 1)]
    }
  }

  /// The class that holds a rank, and the rank among the spans of the class.
  private static func place(ofRank rank: Int, in counts: [Int]) -> (place: Int, rest: Int) {
    var rest = rank
    for (place, count) in counts.enumerated() {
      if rest < count { return (place, rest) }
      rest -= count
    }
    preconditionFailure("a rank below the number of spans")
  }

  func count(ofPair pair: Int) -> Int { pairCounts[pair].reduce(0, +) }

  /// Quantiles in microseconds of all spans of some pairs together; empty if there are none.
  func quantiles(ofPairs pairs: Range<Int>, _ piles: SpanPiles) -> [Double] {
    var counts = pairCounts[pairs.lowerBound]
    for pair in pairs.dropFirst() {
      for place in counts.indices { counts[place] += pairCounts[pair][place] }
    }
    let total = counts.reduce(0, +)
    var gathered: (place: Int, spans: SpanSelection)?
    let values = Self.ranks(total, quantiles).map { rank in
      let (place, rest) = Self.place(ofRank: rank, in: counts)
      if gathered?.place != place {
        let ranges = pairs.compactMap { pair -> Range<Int>? in
          let mark = Int(marks[pair * SpanScale.count + place])
          return mark == 0 ? nil : piles.range(ofPile: pilesBefore[pair] + mark - 1)
        }
        gathered = (place, SpanSelection(piles.spans, ranges))
      }
      return gathered?.spans.value(ofRank: rest) ?? 0
    }
    guard total > 0 else { return [] }
    return quantiles.indices.map {
      QuantileRank.between(
        values[2 * $0], values[2 * $0 + 1], fraction: quantiles[$0].place(among: total).fraction)
    }
  }
}

/// The gathered spans of all workers, pile after pile.
struct SpanPiles: Sendable {
  private(set) var spans: [Int64]
  private let starts: [Int]

  init(_ wanted: WantedSpans, _ logs: [UnsafeSpanLog]) {
    var starts = [0]
    for size in wanted.pileSizes { starts.append(starts[starts.count - 1] + size) }
    self.starts = starts
    spans = [Int64](repeating: 0, count: starts[starts.count - 1])
    var cursors = starts
    for log in logs { log.spread(into: &spans, &cursors) }
    assert(Array(cursors.dropLast()) == Array(starts.dropFirst()), "every wanted span once")
  }

  func range(ofPile pile: Int) -> Range<Int> { starts[pile]..<starts[pile + 1] }
}
