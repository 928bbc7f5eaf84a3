/// Counts journeys by their exact sequence of items.
///
/// Sequences are packed to the narrowest whole bytes per item and hashed; equal hashes are told apart by comparing
/// the sequences themselves, so counts are exact. A small table in front counts frequent sequences at once; what falls
/// out of it is logged in parts by hash, and the parts are counted apart at the end, each in a table that fits a cache.
struct VariantTally: Sendable {
  /// A sequence in `sequences` and how many journeys were seen to have it.
  struct Entry: Sendable {
    var hash: UInt64
    var offset: Int
    var length: Int32
    var count: UInt32
  }

  static let partCount = 64
  private static let frontSize = 2_048

  /// Bytes per item: 1, 2 or 4.
  let width: Int
  let sequences = UnsafeSequences()
  var parts = [[Entry]](repeating: [], count: Self.partCount)
  private var front: [Entry]

  init(itemCount: Int) {
    width = itemCount <= 1 << 8 ? 1 : itemCount <= 1 << 16 ? 2 : 4
    front = [Entry](
      repeating: Entry(hash: 0, offset: 0, length: 0, count: 0), count: Self.frontSize)
  }

  mutating func take(_ chunk: CaseChunk) {
    let written =
      chunk.isNarrow
      ? sequences.write(chunk.codes.span) : sequences.write(chunk.items.span, width: width)
    precondition(!chunk.isNarrow || width == 1, "narrow codes are for few items")
    let offsets = chunk.offsets.span
    for journey in 0..<chunk.journeyCount {
      let first = Int(offsets[journey])
      let length = (Int(offsets[journey + 1]) - first) * width
      if length == 0 { continue }
      precondition(
        first >= 0 && length > 0 && first * width + length <= chunk.eventCount * width,
        "journeys lie within their chunk")
      let start = written + first * width
      let hash = sequences.hash(start, count: length)
      let place = Int(truncatingIfNeeded: hash) & (Self.frontSize - 1)
      let held = front[place]
      if held.count > 0 {
        if held.hash == hash, Int(held.length) == length,
          sequences.isEqual(held.offset, sequences, start, count: length)
        {
          front[place].count += 1
          continue
        }
        log(held)
      }
      front[place] = Entry(
        hash: hash, offset: sequences.keep(start, count: length), length: Int32(length), count: 1)
    }
  }

  /// Moves what the front table still holds to the parts.
  mutating func finish() {
    for entry in front where entry.count > 0 { log(entry) }
    front = []
  }

  /// Makes every hash the same, as an adversary would; for tests.
  mutating func forgeEqualHashes() {
    finish()
    for part in parts.indices {
      for index in parts[part].indices { parts[part][index].hash = 0 }
    }
    parts = [parts.flatMap { $0 }] + [[Entry]](repeating: [], count: Self.partCount - 1)
  }

  private mutating func log(_ entry: Entry) {
    parts[Int(truncatingIfNeeded: entry.hash >> 58)].append(entry)
  }

  /// The items of an entry.
  func items(of entry: Entry) -> [Int] {
    sequences.items(entry.offset, count: Int(entry.length), width: width)
  }
}
