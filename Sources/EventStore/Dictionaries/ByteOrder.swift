/// Sorts codes by the bytes of their texts.
enum ByteOrder {
  struct Entry: BitwiseCopyable {
    var key: UInt64
    var code: UInt32
  }

  private static let digitBits = 11

  /// Writes the codes for which `isUsed` to the beginning of `target`, in byte order of their texts.
  ///
  /// - Returns: How many these are.
  /// - Complexity: O(*n*) as long as few keys are equal.
  static func sort(
    _ texts: InternedTexts, by keys: OrderedKeys, into target: UnsafeColumn<Entry>,
    isUsed: (Int) -> Bool
  ) -> Int {
    var count = 0
    for code in 0..<texts.count where isUsed(code) {
      target[count] = Entry(key: keys.key(texts[code]), code: UInt32(code))
      count += 1
    }
    if count < 2 { return count }
    var entries = target
    var spare = UnsafeColumn<Entry>(count: count)
    for shift in stride(from: 0, to: keys.bits, by: digitBits)
    where pass(entries, into: spare, count: count, shift: UInt64(shift)) {
      swap(&entries, &spare)
    }
    if !entries.isSame(as: target) {
      target.copy(from: entries, at: 0, count: count, to: 0)
    }
    if !keys.isWhole { settleTies(target, count, texts) }
    return count
  }

  /// One pass of a radix sort; returns false, with nothing done, if all keys agree in this digit.
  private static func pass(
    _ source: UnsafeColumn<Entry>, into target: UnsafeColumn<Entry>, count: Int, shift: UInt64
  ) -> Bool {
    let places = UnsafeColumn<Int>(count: 1 << digitBits)
    let mask = UInt64(1) << UInt64(digitBits) - 1
    for index in 0..<count {
      places[Int(truncatingIfNeeded: source[index].key &>> shift & mask)] += 1
    }
    var total = 0
    for digit in 0..<places.count {
      let own = places[digit]
      if own == count { return false }
      places[digit] = total
      total += own
    }
    for index in 0..<count {
      let entry = source[index]
      let digit = Int(truncatingIfNeeded: entry.key &>> shift & mask)
      target[places[digit]] = entry
      places[digit] += 1
    }
    return true
  }

  /// Orders stretches of equal keys by the whole texts.
  private static func settleTies(
    _ entries: UnsafeColumn<Entry>, _ count: Int, _ texts: InternedTexts
  ) {
    var start = 0
    while start < count {
      var end = start + 1
      while end < count && entries[end].key == entries[start].key { end += 1 }
      if end - start > 1 {
        var tied = (start..<end).map { entries[$0] }
        tied.sort { texts[Int($0.code)].precedes(texts[Int($1.code)]) }
        for index in start..<end { entries[index] = tied[index - start] }
      }
      start = end
    }
  }

  /// The first of the sorted entries `range` whose key is not below `key`.
  static func place(
    of key: UInt64, in entries: UnsafeColumn<Entry>, _ range: Range<Int>
  ) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
