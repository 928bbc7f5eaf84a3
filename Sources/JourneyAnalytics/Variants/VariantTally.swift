/// Counts journeys by their exact sequence of items.
///
/// Sequences are packed to the narrowest whole bytes per item and hashed; equal hashes are told apart by comparing
/// the sequences themselves, so counts are exact. A small table in front counts frequent sequences at once; what falls
/// out of it is logged in parts by hash, and the parts are counted apart at the end, each in a table that fits a cache.
struct VariantTally: Sendable {
  /// A sequence in `arena` and how many journeys were seen to have it.
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
  /// Sequences one after the other.
  private(set) var arena: [UInt8] = []
  var parts = [[Entry]](repeating: [], count: Self.partCount)
  private var front: [Entry]
  private var packed: [UInt8] = []

  init(itemCount: Int) {
    width = itemCount <= 1 << 8 ? 1 : itemCount <= 1 << 16 ? 2 : 4
    front = [Entry](
      repeating: Entry(hash: 0, offset: 0, length: 0, count: 0), count: Self.frontSize)
  }

  mutating func take(_ chunk: CaseChunk) {
    pack(chunk.items)
    for journey in 0..<chunk.journeyCount {
      let events = chunk.events(ofJourney: journey)
      if events.isEmpty { continue }
      let bytes = events.lowerBound * width..<events.upperBound * width
      let hash = unsafe packed.span.bytes.sequenceHash(bytes)
      let place = Int(truncatingIfNeeded: hash) & (Self.frontSize - 1)
      let held = front[place]
      if held.count > 0 {
        if held.hash == hash, Int(held.length) == bytes.count,
          unsafe arena.span.bytes.isEqual(
            at: held.offset, to: packed.span.bytes, at: bytes.lowerBound, count: bytes.count)
        {
          front[place].count += 1
          continue
        }
        log(held)
      }
      front[place] = Entry(
        hash: hash, offset: arena.count, length: Int32(bytes.count), count: 1)
      arena.append(contentsOf: packed[bytes])
    }
  }

  /// Moves what the front table still holds to the parts.
  mutating func finish() {
    for entry in front where entry.count > 0 { log(entry) }
    front = []
    packed = []
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

  private mutating func pack(_ items: [UInt32]) {
    packed.removeAll(keepingCapacity: true)
    switch width {
    case 1:
      packed.append(contentsOf: repeatElement(0, count: items.count))
      let items = items.span
      var bytes = packed.mutableSpan
      for index in items.indices {
        unsafe bytes[unchecked: index] = UInt8(truncatingIfNeeded: items[unchecked: index])
      }
    case 2:
      for item in items {
        packed.append(UInt8(truncatingIfNeeded: item))
        packed.append(UInt8(truncatingIfNeeded: item >> 8))
      }
    default:
      for item in items {
        for shift in [0, 8, 16, 24] as [UInt32] {
          packed.append(UInt8(truncatingIfNeeded: item >> shift))
        }
      }
    }
  }

  /// The items of an entry.
  func items(of entry: Entry) -> [Int] {
    stride(from: entry.offset, to: entry.offset + Int(entry.length), by: width).map { start in
      (0..<width).reduce(0) { $0 | Int(arena[start + $1]) << (8 * $1) }
    }
  }
}
