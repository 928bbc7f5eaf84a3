/// Gives each distinct text a code, in order of first appearance: an open-addressing table of small slots.
///
/// Texts of up to 16 bytes are compared as two words; longer ones by a hash first and then by their bytes. A stretch
/// of rows
/// is hashed ahead, so that the cache misses of their slots and words overlap.
struct Interner {
  private struct Slot: BitwiseCopyable {
    /// High bits of the hash, and below them the length of a short text or 17.
    var tag: UInt32 = 0
    /// Code + 1; 0 in an empty slot.
    var mark: UInt32 = 0
  }

  /// A short text as it is, zero at its end; or a long text's hash.
  private struct Words: BitwiseCopyable {
    var first: UInt64 = 0
    var second: UInt64 = 0
  }

  private struct Key: BitwiseCopyable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var hash: UInt64 = 0
  }

  private static let stretch = 128

  private var slots: UnsafeColumn<Slot>
  private var mask: Int
  private var words: GrowingColumn<Words>
  private var starts: GrowingColumn<UInt32>
  private var text: GrowingColumn<UInt8>
  private let keys = UnsafeColumn<Key>(count: Interner.stretch)
  private let marks = UnsafeColumn<UInt32>(count: Interner.stretch)
  private let seed: UInt64

  /// - Parameter seed: A secret, so that nobody can write a file whose texts collide.
  init(seed: UInt64, expected: Int = 32) {
    var slotCount = 64
    while slotCount < expected * 2 { slotCount *= 2 }
    slots = UnsafeColumn(count: slotCount)
    mask = slotCount - 1
    words = GrowingColumn(capacity: expected)
    starts = GrowingColumn(capacity: expected + 1)
    starts.append(0)
    text = GrowingColumn(capacity: expected * 16)
    self.seed = seed | 1
  }

  var count: Int { starts.count - 1 }
  var byteCount: Int {
    slots.count * MemoryLayout<Slot>.stride + starts.column.count * 20 + text.column.count
  }

  /// The bytes of a code's text; valid as long as the interner does not grow.
  @inline(__always)
  func bytes(_ code: Int) -> UnsafeBytes {
    let start = Int(starts[code])
    return text.column.bytes(text.count).slice(start, Int(starts[code + 1]) - start)
  }

  /// All texts; valid as long as the interner lives and does not grow.
  var texts: InternedTexts {
    InternedTexts(
      starts: starts.column.bytes(starts.count * 4), text: text.column.bytes(text.count),
      count: count)
  }

  /// Codes of one field of each row of a batch, written to `codes`.
  ///
  /// - Parameter optional: If true an empty field has code 0 and texts begin at 1.
  mutating func intern(
    _ batch: UnsafeBytes, _ column: TextColumn, count: Int, optional: Bool,
    into codes: UnsafeColumn<UInt32>
  ) {
    column.starts.withBytes { starts in
      column.ends.withBytes { ends in
        var row = 0
        while row < count {
          let end = min(row + Self.stretch, count)
          prepare(batch, starts, ends, row..<end)
          for index in row..<end {
            let start = Int(starts.load(index * 4, as: UInt32.self))
            let length = Int(ends.load(index * 4, as: UInt32.self)) - start
            if optional && length == 0 {
              codes[index] = 0
              continue
            }
            let code = find(keys[index - row], batch, start, length)
            codes[index] = optional ? code &+ 1 : code
          }
          row = end
        }
      }
    }
  }

  /// The code of a single text.
  mutating func intern(_ text: UnsafeBytes) -> UInt32 {
    find(key(text, 0, text.count), text, 0, text.count)
  }

  /// Hashes a stretch of rows and touches their slots, so that the cache misses overlap.
  private func prepare(
    _ batch: UnsafeBytes, _ starts: UnsafeBytes, _ ends: UnsafeBytes, _ rows: Range<Int>
  ) {
    for index in rows {
      let start = Int(starts.load(index * 4, as: UInt32.self))
      let length = Int(ends.load(index * 4, as: UInt32.self)) - start
      keys[index - rows.lowerBound] = key(batch, start, length)
    }
    guard mask >= 1 << 12 && count > 0 else { return }
    for place in 0..<rows.count {
      marks[place] = slots[Int(truncatingIfNeeded: keys[place].hash) & mask].mark
    }
    var touched: UInt64 = 0
    for place in 0..<rows.count { touched |= words[max(Int(marks[place]) - 1, 0)].first }
    // Depends on what was read, so that the reads cannot be left out.
    marks[0] = UInt32(truncatingIfNeeded: touched)
  }

  @inline(__always)
  private func key(_ batch: UnsafeBytes, _ start: Int, _ length: Int) -> Key {
    if length > 16 { return longKey(batch, start, length) }
    var first: UInt64 = 0
    var second: UInt64 = 0
    if start + 16 <= batch.count {
      first = batch.load(start, as: UInt64.self)
      second = batch.load(start + 8, as: UInt64.self)
      // The shift is taken modulo 64; where that would be wrong the other branch is taken.
      let bits = UInt64(truncatingIfNeeded: length &* 8)
      let below = UInt64(1) &<< bits &- 1
      first &= length >= 8 ? ~0 : below
      second &= length >= 16 ? ~0 : length <= 8 ? 0 : below
    } else {
      for index in 0..<length {
        let byte = UInt64(batch[start + index])
        if index < 8 {
          first |= byte << UInt64(index * 8)
        } else {
          second |= byte << UInt64(index * 8 - 64)
        }
      }
    }
    return Key(first: first, second: second, hash: shortHash(first, second, length))
  }

  @inline(__always)
  private func shortHash(_ first: UInt64, _ second: UInt64, _ length: Int) -> UInt64 {
    mix(first ^ seed, second &+ UInt64(truncatingIfNeeded: length))
  }

  private func longKey(_ batch: UnsafeBytes, _ start: Int, _ length: Int) -> Key {
    var hash = seed &+ UInt64(length)
    var offset = 0
    while offset + 16 <= length {
      hash = mix(
        batch.load(start + offset, as: UInt64.self) ^ hash,
        batch.load(start + offset + 8, as: UInt64.self))
      offset += 16
    }
    // The last sixteen bytes once more cover what is left over.
    hash = mix(
      batch.load(start + length - 16, as: UInt64.self) ^ hash,
      batch.load(start + length - 8, as: UInt64.self))
    return Key(first: hash, second: 0, hash: hash)
  }

  @inline(__always)
  private func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = (a ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
      by: b ^ seed &* 0xD6E8_FEB8_6659_FD93)
    let folded = product.high ^ product.low
    return folded ^ (folded >> 32)
  }

  @inline(__always)
  private mutating func find(
    _ key: Key, _ batch: UnsafeBytes, _ start: Int, _ length: Int
  ) -> UInt32 {
    let tag = Self.tag(key.hash, length)
    var place = Int(truncatingIfNeeded: key.hash) & mask
    while true {
      let slot = slots[place]
      if slot.mark == 0 { return insert(key, batch, start, length, at: place) }
      if slot.tag == tag {
        let known = words[Int(slot.mark) - 1]
        if known.first == key.first && known.second == key.second
          && (length <= 16 || bytes(Int(slot.mark) - 1).equals(batch.slice(start, length)))
        {
          return slot.mark &- 1
        }
      }
      place = (place + 1) & mask
    }
  }

  @inline(__always)
  private static func tag(_ hash: UInt64, _ length: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 32) & ~31 | UInt32(truncatingIfNeeded: min(length, 17))
  }

  @inline(never)
  private mutating func insert(
    _ key: Key, _ batch: UnsafeBytes, _ start: Int, _ length: Int, at place: Int
  ) -> UInt32 {
    let code = UInt32(count)
    slots[place] = Slot(tag: Self.tag(key.hash, length), mark: code + 1)
    words.append(Words(first: key.first, second: key.second))
    text.append(bytes: batch.slice(start, length))
    starts.append(UInt32(text.count))
    if count * 8 > slots.count * 5 { grow() }
    return code
  }

  private mutating func grow() {
    let wider = UnsafeColumn<Slot>(count: slots.count * 4)
    let widerMask = wider.count - 1
    for code in 0..<count {
      let length = Int(starts[code + 1] - starts[code])
      let known = words[code]
      let hash = length > 16 ? known.first : shortHash(known.first, known.second, length)
      var place = Int(truncatingIfNeeded: hash) & widerMask
      while wider[place].mark != 0 { place = (place + 1) & widerMask }
      wider[place] = Slot(tag: Self.tag(hash, length), mark: UInt32(code + 1))
    }
    slots = wider
    mask = widerMask
  }
}
