/// One byte order over the texts of several interners: the rank of each of their codes, and a text of each rank.
struct MergedRanking: Sendable {
  /// Where the text of a rank can be read.
  struct Witness: BitwiseCopyable, Sendable {
    var interner: UInt32
    var code: UInt32
  }

  /// By interner, then code; undefined for codes that are not used.
  let ranks: [UnsafeColumn<UInt32>]
  let count: Int
  private let witnesses: UnsafeColumn<Witness>
  /// Kept, because the texts are theirs.
  private let interners: [Interner]
  private let texts: [InternedTexts]

  /// - Parameter isUsed: Whether the code of that interner counts at all.
  init(
    _ interners: [Interner], threads: Int = 1,
    isUsed: @Sendable (_ interner: Int, _ code: Int) -> Bool = { _, _ in true }
  ) {
    self.interners = interners
    let texts = interners.map { $0.texts }
    self.texts = texts
    let keys = OrderedKeys(texts, threads: threads)
    // Sorted entries of all interners, one interner behind the other.
    let total = texts.reduce(0) { $0 + $1.count }
    let entries = UnsafeColumn<ByteOrder.Entry>(count: max(total, 1))
    let homes = texts.indices.map { index in texts[..<index].reduce(0) { $0 + $1.count } }
    let sortedCounts = Monitor(Array(repeating: 0, count: texts.count))
    Workers.each(texts.count, threads: threads) { index in
      let own = entries.part(from: homes[index], count: texts[index].count)
      let count = ByteOrder.sort(texts[index], by: keys, into: own) { isUsed(index, $0) }
      sortedCounts.with { $0[index] = count }
    }
    let ranges = zip(homes, sortedCounts.with { $0 }).map { $0..<$0 + $1 }
    let merge = RankMerge(texts: texts, entries: entries, isWhole: keys.isWhole)
    let parts = merge.parts(ranges, threads: threads)
    let counts = Monitor(Array(repeating: 0, count: parts.count))
    Workers.each(parts.count, threads: threads) { part in
      var count = 0
      merge.forEachRank(parts[part]) { _, _, isFirst in if isFirst { count += 1 } }
      let found = count
      counts.with { $0[part] = found }
    }
    var firsts = [0]
    for count in counts.with({ $0 }) { firsts.append(firsts[firsts.count - 1] + count) }
    let count = firsts[parts.count]
    let ranks = UnsafeColumn<UInt32>(count: max(total, 1))
    let witnesses = UnsafeColumn<Witness>(count: max(count, 1))
    let begins = firsts
    Workers.each(parts.count, threads: threads) { part in
      var rank = begins[part] - 1
      merge.forEachRank(parts[part]) { interner, code, isFirst in
        if isFirst {
          rank += 1
          witnesses[rank] = Witness(interner: UInt32(interner), code: code)
        }
        ranks[homes[interner] + Int(code)] = UInt32(truncatingIfNeeded: rank)
      }
    }
    self.ranks = texts.indices.map { ranks.part(from: homes[$0], count: texts[$0].count) }
    self.witnesses = witnesses
    self.count = count
  }

  /// Valid as long as this ranking is.
  func text(_ rank: Int) -> UnsafeBytes {
    let witness = witnesses[rank]
    return texts[Int(witness.interner)][Int(witness.code)]
  }

  /// The texts of some ranks, in order.
  ///
  /// They lie all over the memory: a stretch of them is gathered first, so that their cache misses overlap.
  func forEachText(_ ranks: Range<Int>, _ use: (UnsafeBytes) -> Void) {
    let (witnesses, texts) = (witnesses, texts)
    let stretch = 64
    let ends = UnsafeColumn<Int>(count: stretch)
    var gathered = GrowingColumn<UInt8>(capacity: stretch * 16)
    var start = ranks.lowerBound
    while start < ranks.upperBound {
      let end = min(start + stretch, ranks.upperBound)
      gathered.removeLast(gathered.count)
      for rank in start..<end {
        let witness = witnesses[rank]
        gathered.append(bytes: texts[Int(witness.interner)][Int(witness.code)])
        ends[rank - start] = gathered.count
      }
      let bytes = gathered.column.bytes(gathered.count)
      var begin = 0
      for place in 0..<end - start {
        use(bytes.slice(begin, ends[place] - begin))
        begin = ends[place]
      }
      start = end
    }
  }
}

/// Walks through the sorted entries of several interners in one order.
private struct RankMerge: Sendable {
  let texts: [InternedTexts]
  let entries: UnsafeColumn<ByteOrder.Entry>
  /// Whether equal keys are equal texts.
  let isWhole: Bool

  /// Ranges of entries, by part and interner: all keys of a part are below those of the next.
  func parts(_ ranges: [Range<Int>], threads: Int) -> [[Range<Int>]] {
    guard let longest = ranges.max(by: { $0.count < $1.count }), longest.count >= 4_096 else {
      return [ranges]
    }
    var parts: [[Range<Int>]] = []
    var rest = ranges
    for part in 1..<max(threads, 1) {
      let pivot = entries[longest.lowerBound + longest.count / threads * part].key
      let cuts = rest.map { ByteOrder.place(of: pivot, in: entries, $0) }
      parts.append(zip(rest, cuts).map { $0.lowerBound..<$1 })
      rest = zip(rest, cuts).map { $1..<$0.upperBound }
    }
    return parts + [rest]
  }

  /// Calls `use(interner, code, isFirst)` in byte order; of equal texts the first comes with `isFirst`.
  @inline(__always)
  func forEachRank(_ ranges: [Range<Int>], _ use: (Int, UInt32, Bool) -> Void) {
    let entries = entries
    let count = ranges.count
    let heads = UnsafeColumn<Int>(count: max(count, 1))
    let ends = UnsafeColumn<Int>(count: max(count, 1))
    for index in 0..<count {
      heads[index] = ranges[index].lowerBound
      ends[index] = ranges[index].upperBound
    }
    while true {
      var least = -1
      var leastKey = UInt64.max
      for index in 0..<count where heads[index] < ends[index] {
        let key = entries[heads[index]].key
        if least < 0 || key < leastKey
          || key == leastKey && !isWhole && text(index, heads).precedes(text(least, heads))
        {
          least = index
          leastKey = key
        }
      }
      if least < 0 { return }
      use(least, entries[heads[least]].code, true)
      for index in least + 1..<max(count, least + 1) where heads[index] < ends[index] {
        let twin = entries[heads[index]]
        if twin.key == leastKey && (isWhole || text(index, heads).equals(text(least, heads))) {
          use(index, twin.code, false)
          heads[index] += 1
        }
      }
      heads[least] += 1
    }
  }

  private func text(_ interner: Int, _ heads: UnsafeColumn<Int>) -> UnsafeBytes {
    texts[interner][Int(entries[heads[interner]].code)]
  }
}
