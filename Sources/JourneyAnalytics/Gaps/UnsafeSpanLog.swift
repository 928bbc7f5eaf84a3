/// Gathers the wanted spans of one scan worker, apart by the item that they begin at.
///
/// Every span is written at the next free place of its item, which only moves on after a wanted one: no branch to guess.
@safe final class UnsafeSpanLog: @unchecked Sendable {
  // Sendable by use: one scan worker fills it; after the scan it is only read.

  /// Bits of an entry that hold ticks; above them stands the cell (pair × classes + class).
  private static let tickBits: UInt64 = 44

  private let wanted: WantedSpans
  private let strip: UnsafeSpanStrip
  private let entries: UnsafeMutablePointer<UInt64>
  /// By item: where its entries begin, and the next free place.
  private let starts: [Int]
  private let cursors: UnsafeMutablePointer<Int>
  /// Wanted spans with more ticks than an entry holds.
  private var longs: [(cell: Int, ticks: UInt64)] = []

  init(_ wanted: WantedSpans) {
    self.wanted = wanted
    strip = UnsafeSpanStrip(itemCount: wanted.itemCount, scale: wanted.scale)
    // Room for all that is wanted of an item and for one strip more: pages that are not used are never there.
    var starts = [0]
    for item in 0..<wanted.itemCount {
      starts.append(starts[item] + wanted.total(ofItem: item) + UnsafeSpanStrip.length)
    }
    self.starts = starts
    unsafe entries = .allocate(capacity: max(starts[wanted.itemCount], 1))
    unsafe cursors = .allocate(capacity: wanted.itemCount + 1)
    for item in 0...wanted.itemCount { unsafe cursors[item] = starts[item] }
  }

  deinit {
    unsafe entries.deallocate()
    unsafe cursors.deallocate()
  }

  func take(_ chunk: CaseChunk) {
    strip.each(chunk) { strip in
      for item in 0..<wanted.itemCount {
        precondition(
          unsafe cursors[item] + strip.count <= starts[item + 1],
          "a second reading of a log finds the same")
      }
      if chunk.isNarrow {
        unsafe gather(strip, strip.short)
      } else {
        unsafe gather(strip, strip.long)
      }
    }
  }

  @inline(__always)
  private func gather<Ticks: FixedWidthInteger & UnsignedInteger>(
    _ strip: UnsafeSpanStrip, _ spans: UnsafeMutablePointer<Ticks>
  ) {
    let words = wanted.marks
    let marks = words.span
    let (entries, cursors) = unsafe (self.entries, self.cursors)
    let (pairs, places, sources) = unsafe (strip.pairs, strip.places, strip.sources)
    precondition(marks.count == strip.pairCount * 2, "two words of marks for each pair")
    for index in 0..<strip.count {
      let cell = unsafe Int(pairs[index]) &* SpanScale.count &+ Int(places[index])
      var mark = unsafe marks[unchecked: cell &>> 6] &>> UInt64(truncatingIfNeeded: cell) & 1
      let ticks = unsafe UInt64(spans[index])
      if Ticks.bitWidth > Self.tickBits, _slowPath(ticks >> Self.tickBits != 0), mark == 1 {
        longs.append((cell, ticks))
        mark = 0
      }
      let cursor = unsafe cursors + Int(sources[index])
      let place = unsafe cursor.pointee
      unsafe entries[place] = UInt64(truncatingIfNeeded: cell) &<< Self.tickBits | ticks
      unsafe cursor.pointee = place &+ Int(truncatingIfNeeded: mark)
    }
  }

  /// Calls `use` for each wanted span that begins at an item, with its cell and ticks.
  @inline(__always)
  func each(ofItem item: Int, _ use: (_ cell: Int, _ ticks: UInt64) -> Void) {
    precondition(item >= 0 && item < wanted.itemCount, "one of these items")
    let mask = (1 as UInt64) << Self.tickBits - 1
    for place in unsafe starts[item]..<cursors[item] {
      let entry = unsafe entries[place]
      use(Int(entry >> Self.tickBits), entry & mask)
    }
    let cells = wanted.cells(ofItem: item)
    for (cell, ticks) in longs where cells.contains(cell) { use(cell, ticks) }
  }
}
