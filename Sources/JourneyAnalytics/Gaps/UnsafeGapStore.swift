/// Collects spans of time by slot, exactly, in 4 bytes each: pages of blocks, written through a cursor per slot.
///
/// Spans are kept in the coarsest of second, millisecond and microsecond that has been exact so far; a block remembers
/// its unit. Spans that overflow 32 bits are kept apart. The raw cursors save a bounds check, a uniqueness check and an
/// index per event in the hottest loop of the module.
///
/// - Invariant: a slot's cursor lies in its own last block; blocks never overlap and never move.
@safe final class UnsafeGapStore: @unchecked Sendable {
  // Sendable by use: one scan worker fills a store; after the scan it is only read.

  @safe private struct Slot {
    var cursor: UnsafeMutablePointer<UInt32>
    var end: UnsafeMutablePointer<UInt32>
    /// The last journey that touched the slot, counted from 1.
    var stamp: UInt32
    /// Journeys that touched the slot.
    var journeys: UInt32
    var block: Int32
    var blocks: Int32
  }

  @safe private struct Block {
    let slot: Int
    let start: UnsafeMutablePointer<UInt32>
    var count: Int
    let unit: Int64
  }

  private(set) var slotCount = 0
  private var blocks: [Block] = []
  /// Spans in microseconds that do not fit into 32 bits of the unit.
  private(set) var large: [(slot: Int, span: Int64)] = []
  private var slots: UnsafeMutablePointer<Slot>
  private var slotCapacity = 64
  private var pages: [UnsafeMutablePointer<UInt32>]
  private var pageUsed = UnsafeGapStore.pageSize
  private var unit: Int64
  private var inverse: Double

  private static let pageSize = 1 << 16

  /// - Parameter unit: the unit to begin with, in microseconds.
  init(unit: Int64 = 1_000_000) {
    self.unit = unit
    inverse = 1 / Double(unit)
    unsafe pages = []
    unsafe slots = .allocate(capacity: slotCapacity)
  }

  deinit {
    unsafe slots.deallocate()
    while let page = unsafe pages.popLast() { unsafe page.deallocate() }
  }

  /// Opens the next slot and returns its number; slots are numbered from 0.
  func addSlot() -> Int {
    if slotCount == slotCapacity {
      let larger = UnsafeMutablePointer<Slot>.allocate(capacity: slotCapacity * 2)
      unsafe larger.moveInitialize(from: slots, count: slotCount)
      unsafe slots.deallocate()
      unsafe slots = larger
      slotCapacity *= 2
    }
    // An empty cursor: the first span finds no room and takes a block.
    let nowhere = unsafe UnsafeMutablePointer<UInt32>(bitPattern: 4)!
    unsafe (slots + slotCount).initialize(
      to: Slot(cursor: nowhere, end: nowhere, stamp: 0, journeys: 0, block: -1, blocks: 0))
    slotCount += 1
    return slotCount - 1
  }

  /// Adds a span of microseconds (not negative) to a slot.
  @inline(__always)
  func add(_ span: Int64, to slot: Int) {
    assert(slot >= 0 && slot < slotCount && span >= 0)
    // Rounded, then checked: exact whenever the product gives the span back.
    let scaled = Int64(Double(span) * inverse + 0.5)
    if _fastPath(scaled &* unit == span && scaled <= Int64(UInt32.max)) {
      let place = unsafe slots + slot
      if unsafe place.pointee.cursor == place.pointee.end { takeBlock(for: slot) }
      unsafe place.pointee.cursor.pointee = UInt32(truncatingIfNeeded: scaled)
      unsafe place.pointee.cursor += 1
    } else {
      addUnusual(span, to: slot)
    }
  }

  /// Adds a span and notes the journey it belongs to; journeys are numbered from 1 and come one after the other.
  @inline(__always)
  func add(_ span: Int64, to slot: Int, journey: UInt32) {
    let place = unsafe slots + slot
    // Without a branch: whether a journey repeats a pair cannot be guessed.
    unsafe place.pointee.journeys &+= place.pointee.stamp != journey ? 1 : 0
    unsafe place.pointee.stamp = journey
    add(span, to: slot)
  }

  /// How many journeys touched a slot.
  func journeys(ofSlot slot: Int) -> Int {
    precondition(slot >= 0 && slot < slotCount, "a slot of this store")
    return unsafe Int(slots[slot].journeys)
  }

  /// Sets the true length of each slot's last block; called once, before blocks are read.
  func finish() {
    for slot in 0..<slotCount { closeBlock(of: slot) }
  }

  var blockCount: Int { blocks.count }
  /// The unit, in microseconds, that divides every span.
  var finestUnit: Int64 { unit }

  /// The slot a block belongs to and the number of its spans.
  func place(ofBlock block: Int) -> (slot: Int, count: Int) {
    let block = blocks[block]
    return (block.slot, block.count)
  }

  /// Counts the spans of a block in a histogram, in units of `unit` microseconds.
  ///
  /// - Returns: their sum, in these units.
  func count(
    block: Int, inUnitsOf unit: Int64, into histogram: inout SpanHistogram
  ) -> Int128 {
    let factor = UInt64(blocks[block].unit / unit)
    let spans = unsafe Span(_unsafeStart: blocks[block].start, count: blocks[block].count)
    histogram.count(spans, times: factor)
    var sum: UInt64 = 0  // at most 256 spans of 32 bits
    for index in spans.indices { sum &+= UInt64(unsafe spans[unchecked: index]) }
    return Int128(sum) * Int128(factor)
  }

  /// Appends the spans of a block that lie in one of some disjoint ranges, in units of `unit` microseconds.
  func gather(
    block: Int, inUnitsOf unit: Int64, ranges: [SpanRange], into found: inout [UInt64]
  ) {
    let factor = UInt64(blocks[block].unit / unit)
    let spans = unsafe Span(_unsafeStart: blocks[block].start, count: blocks[block].count)
    guard factor == 1, ranges.allSatisfy({ $0.high <= UInt64(UInt32.max) }) else {
      for index in spans.indices {
        let span = UInt64(unsafe spans[unchecked: index]) &* factor
        if ranges.contains(where: { $0.contains(span) }) { found.append(span) }
      }
      return
    }
    for range in ranges {
      let low = UInt32(truncatingIfNeeded: range.low)
      let width = UInt32(truncatingIfNeeded: range.high - range.low)
      var index = 0
      // Most groups of eight hold none: told at once, without a branch per span.
      while index + 8 <= spans.count {
        var hits: UInt32 = 0
        for place in 0..<8 {
          hits |= unsafe spans[unchecked: index &+ place] &- low <= width ? 1 : 0
        }
        if hits != 0 {
          for place in index..<index + 8 {
            let span = unsafe spans[unchecked: place]
            if span &- low <= width { found.append(UInt64(span)) }
          }
        }
        index += 8
      }
      while index < spans.count {
        let span = unsafe spans[unchecked: index]
        if span &- low <= width { found.append(UInt64(span)) }
        index += 1
      }
    }
  }

  private func closeBlock(of slot: Int) {
    let last = unsafe slots[slot]
    guard last.block >= 0 else { return }
    let index = Int(last.block)
    unsafe blocks[index].count = last.cursor - blocks[index].start
  }

  @inline(never)
  private func takeBlock(for slot: Int) {
    closeBlock(of: slot)
    // Most slots of a log with many activities stay small. Larger blocks would spread the cursors over more memory
    // pages than the processor keeps at hand.
    let taken = unsafe slots[slot].blocks
    let capacity = taken == 0 ? 16 : 256
    if pageUsed + capacity > Self.pageSize {
      unsafe pages.append(.allocate(capacity: Self.pageSize))
      pageUsed = 0
    }
    let start = unsafe pages[pages.count - 1] + pageUsed
    pageUsed += capacity
    unsafe blocks.append(Block(slot: slot, start: start, count: 0, unit: unit))
    unsafe slots[slot].cursor = start
    unsafe slots[slot].end = start + capacity
    unsafe slots[slot].block = Int32(blocks.count - 1)
    unsafe slots[slot].blocks = taken + 1
  }

  @inline(never)
  private func addUnusual(_ span: Int64, to slot: Int) {
    if span % unit == 0 {
      large.append((slot, span))
      return
    }
    unit = span % 1_000 == 0 && unit > 1_000 ? 1_000 : 1
    inverse = 1 / Double(unit)
    // Blocks begun in the coarser unit are closed where they stand.
    for slot in 0..<slotCount {
      closeBlock(of: slot)
      unsafe slots[slot].end = slots[slot].cursor
    }
    add(span, to: slot)
  }
}
