/// Sequences that journeys were seen to have, in parts by hash.
///
/// - Invariant: sequences are not empty and stay where they are.
@safe final class UnsafeVariantLog: @unchecked Sendable {
  // Sendable by use: one scan worker writes; after the scan each part is touched by one thread.

  @safe struct Entry: @unchecked Sendable {
    // Sendable: the bytes at `start` never change while the log is there.
    var hash: UInt64
    var start: UnsafeRawPointer
    /// Bytes.
    var length: UInt32
    /// Journeys; 0 if they were counted elsewhere.
    var count: UInt32
  }

  static let partCount = 128
  private static let frontSize = 2_048
  private static let blockSize = 256

  /// A part's entries: blocks, all full but the last.
  @safe private struct Part {
    var blocks: [UnsafeMutablePointer<Entry>] = unsafe []
    /// The next free place of the last block, and how many there are.
    var cursor: UnsafeMutablePointer<Entry>?
    var free = 0

    var count: Int { unsafe blocks.count * UnsafeVariantLog.blockSize - free }

    func deallocate() {
      for index in unsafe blocks.indices { unsafe blocks[index].deallocate() }
    }
  }

  private let front: UnsafeMutablePointer<Entry>
  private let sequences = UnsafeSequences()
  private let parts: UnsafeMutablePointer<Part>

  init() {
    unsafe front = .allocate(capacity: Self.frontSize)
    let none = unsafe Entry(hash: 0, start: UnsafeRawPointer(front), length: 0, count: 0)
    unsafe front.initialize(repeating: none, count: Self.frontSize)
    unsafe parts = .allocate(capacity: Self.partCount)
    unsafe parts.initialize(repeating: Part(), count: Self.partCount)
  }

  deinit {
    unsafe front.deallocate()
    for part in 0..<Self.partCount {
      unsafe parts[part].deallocate()
    }
    unsafe parts.deinitialize(count: Self.partCount)
    unsafe parts.deallocate()
  }

  /// Counts the journeys of a chunk, their items in `width` bytes each.
  ///
  /// A small table in front counts frequent sequences at once; what falls out of it is logged.
  func take(_ chunk: CaseChunk, width: Int) {
    precondition(!chunk.isNarrow || width == 1, "narrow codes are for few items")
    let base =
      unsafe chunk.isNarrow
      ? sequences.write(chunk.codes.span) : sequences.write(chunk.items.span, width: width)
    let written = (chunk.isNarrow ? chunk.codes.count : chunk.items.count) * width
    let offsets = chunk.offsets.span
    let front = unsafe self.front
    for journey in 0..<chunk.journeyCount {
      let first = Int(offsets[journey]) &* width
      let length = Int(offsets[journey &+ 1]) &* width &- first
      if length == 0 { continue }
      precondition(
        first >= 0 && length > 0 && first + length <= written, "journeys lie within their chunk")
      let start = unsafe base + first
      let hash = unsafe UnsafeSequences.hash(start, count: length)
      let held = unsafe front + Int(truncatingIfNeeded: hash & UInt64(Self.frontSize - 1))
      var entry = unsafe Entry(
        hash: hash, start: start, length: UInt32(truncatingIfNeeded: length), count: 1)
      if unsafe Self.isSame(held.pointee, entry) {
        unsafe held.pointee.count &+= 1
        continue
      }
      if unsafe held.pointee.count > 0 { unsafe log(held.pointee) }
      unsafe entry.start = sequences.keep(start, count: length)
      unsafe held.pointee = entry
    }
  }

  /// Up to eight bytes hash and length say all; an empty entry has length 0.
  @inline(__always)
  static func isSame(_ left: Entry, _ right: Entry) -> Bool {
    unsafe left.hash == right.hash && left.length == right.length
      && (left.length <= 8
        || UnsafeSequences.isEqual(left.start, right.start, count: Int(left.length)))
  }

  @inline(__always)
  private func log(_ entry: Entry) {
    let part = unsafe parts + Int(truncatingIfNeeded: entry.hash &>> 57)
    if unsafe _slowPath(part.pointee.free == 0) { unsafe addBlock(to: &part.pointee) }
    if let cursor = unsafe part.pointee.cursor {
      unsafe cursor.pointee = entry
      unsafe part.pointee.cursor = cursor + 1
      unsafe part.pointee.free &-= 1
    }
  }

  @inline(never)
  private func addBlock(to part: inout Part) {
    let block = UnsafeMutablePointer<Entry>.allocate(capacity: Self.blockSize)
    unsafe part.blocks.append(block)
    unsafe part.cursor = block
    part.free = Self.blockSize
  }

  /// Moves what the front table still holds to the parts.
  func finish() {
    for place in 0..<Self.frontSize {
      if unsafe front[place].count > 0 { unsafe log(front[place]) }
      unsafe front[place].count = 0
      unsafe front[place].length = 0
    }
  }

  /// Makes every hash the same, as an adversary would; for tests.
  func forgeEqualHashes() {
    finish()
    var all: [Entry] = []
    for part in 0..<Self.partCount {
      unsafe each(inPart: part) { unsafe all.append($0.pointee) }
      unsafe parts[part].deallocate()
      unsafe parts[part] = Part()
    }
    for entry in all {
      var entry = entry
      entry.hash = 0
      log(entry)
    }
  }

  func count(inPart part: Int) -> Int {
    precondition(part >= 0 && part < Self.partCount, "one of the parts")
    return unsafe parts[part].count
  }

  /// Calls `use` with the place of each entry of a part.
  @inline(__always)
  func each(inPart part: Int, _ use: (UnsafeMutablePointer<Entry>) -> Void) {
    precondition(part >= 0 && part < Self.partCount, "one of the parts")
    let blocks = unsafe parts[part].blocks
    var rest = unsafe parts[part].count
    for index in unsafe blocks.indices {
      let block = unsafe blocks[index]
      for place in 0..<min(rest, Self.blockSize) { unsafe use(block + place) }
      rest -= Self.blockSize
    }
  }

  /// The items of an entry, from `width` bytes each.
  static func items(of entry: Entry, width: Int) -> [Int] {
    stride(from: 0, to: Int(entry.length), by: width).map { place in
      (0..<width).reduce(0) {
        unsafe $0 | Int(entry.start.load(fromByteOffset: place + $1, as: UInt8.self)) << (8 * $1)
      }
    }
  }
}

/// Finds equal entries of one part in the logs of all workers; its memory serves part after part.
@safe final class UnsafeVariantTable {
  private var slots: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeVariantLog.Entry>?>
  private var capacity = 1 << 12

  init() { unsafe slots = .allocate(capacity: capacity) }

  deinit { unsafe slots.deallocate() }

  /// Counts equal entries at the first of them and clears the counts of the others, then calls `use` for each that
  /// is left.
  func merge(
    _ logs: [UnsafeVariantLog], part: Int, _ use: (UnsafeVariantLog.Entry) -> Void
  ) {
    let logged = logs.reduce(0) { $0 + $1.count(inPart: part) }
    var size = 16
    while size < logged * 2 { size *= 2 }
    if size > capacity {
      unsafe slots.deallocate()
      capacity = size
      unsafe slots = .allocate(capacity: capacity)
    }
    unsafe slots.initialize(repeating: nil, count: size)
    let slots = unsafe self.slots
    for log in logs {
      unsafe log.each(inPart: part) { entry in
        var place = unsafe Int(truncatingIfNeeded: entry.pointee.hash) & (size &- 1)
        while true {
          guard let known = unsafe slots[place] else {
            unsafe slots[place] = entry
            return
          }
          if unsafe UnsafeVariantLog.isSame(known.pointee, entry.pointee) {
            unsafe known.pointee.count += entry.pointee.count
            unsafe entry.pointee.count = 0
            return
          }
          place = (place &+ 1) & (size &- 1)
        }
      }
    }
    for log in logs {
      unsafe log.each(inPart: part) { entry in
        if unsafe entry.pointee.count > 0 { unsafe use(entry.pointee) }
      }
    }
  }
}
