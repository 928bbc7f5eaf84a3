/// Gives each distinct text a code, in order of first appearance: an open-addressing table of small slots.
///
/// Texts of up to 12 bytes stand in their slot, so that finding one touches one place in memory; of longer ones the slot
/// has a hash, and the bytes are compared. A stretch of rows is hashed ahead, so that the cache misses of their slots
/// overlap.
struct Interner {
  /// What is compared first: a short text as it is, zero at its end, or the hash of a long one with its length.
  private struct Key: BitwiseCopyable {
    var first: UInt64 = 0
    var rest: UInt32 = 0
    /// Code + 1 in the low bits, 0 in an empty slot; the highest bit tells a long text.
    var mark: UInt32 = 0
  }

  private static let inlineBytes = 12
  private static let longMark: UInt32 = 1 << 31

  private static let stretch = 128

  private var slots: UnsafeColumn<Key>
  private var mask: Int
  private var starts: GrowingColumn<UInt32>
  private var text: GrowingColumn<UInt8>
  private let keys = UnsafeColumn<Key>(count: Interner.stretch)
  private let hashes = UnsafeColumn<UInt64>(count: Interner.stretch + 1)
  private let seed: UInt64

  /// - Parameter seed: A secret, so that nobody can write a file whose texts collide.
  init(seed: UInt64, expected: Int = 32) {
    var slotCount = 64
    while slotCount < expected * 2 { slotCount *= 2 }
    slots = UnsafeColumn(count: slotCount)
    mask = slotCount - 1
    starts = GrowingColumn(capacity: expected + 1)
    starts.append(0)
    text = GrowingColumn(capacity: expected * 16)
    self.seed = seed | 1
  }

  var count: Int { starts.count - 1 }
  var byteCount: Int {
    slots.count * MemoryLayout<Key>.stride + starts.column.count * 4 + text.column.count
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
            let place = index - row
            let code = find(keys[place], hashes[place], batch, start, length)
            codes[index] = optional ? code &+ 1 : code
          }
          row = end
        }
      }
    }
  }

  /// The code of a single text.
  mutating func intern(_ text: UnsafeBytes) -> UInt32 {
    let key = key(text, 0, text.count)
    return find(key, hash(key), text, 0, text.count)
  }

  /// Hashes a stretch of rows and touches their slots, so that the cache misses overlap.
  private func prepare(
    _ batch: UnsafeBytes, _ starts: UnsafeBytes, _ ends: UnsafeBytes, _ rows: Range<Int>
  ) {
    for index in rows {
      let start = Int(starts.load(index * 4, as: UInt32.self))
      let length = Int(ends.load(index * 4, as: UInt32.self)) - start
      let key = key(batch, start, length)
      keys[index - rows.lowerBound] = key
      hashes[index - rows.lowerBound] = hash(key)
    }
    guard mask >= 1 << 12 else { return }
    var touched: UInt64 = 0
    for place in 0..<rows.count {
      touched |= slots[Int(truncatingIfNeeded: hashes[place]) & mask].first
    }
    // Depends on what was read, so that the reads cannot be left out; no row has this place.
    hashes[Self.stretch] = touched
  }

  @inline(__always)
  private func key(_ batch: UnsafeBytes, _ start: Int, _ length: Int) -> Key {
    // A zero at the end would not be told from none.
    if length > Self.inlineBytes || length > 0 && batch[start + length - 1] == 0 {
      return longKey(batch, start, length)
    }
    if start + 16 <= batch.count {
      // The shifts are taken modulo 64 and 32; where that would be wrong the other branch is taken.
      let bits = UInt64(truncatingIfNeeded: length &* 8)
      let first = batch.load(start, as: UInt64.self)
      let rest = batch.load(start + 8, as: UInt32.self)
      let below = UInt64(1) &<< bits &- 1
      let restBelow = UInt32(1) &<< UInt32(truncatingIfNeeded: bits) &- 1
      return Key(
        first: first & (length >= 8 ? ~0 : below),
        rest: rest & (length >= 12 ? ~0 : length <= 8 ? 0 : restBelow))
    }
    var key = Key()
    for index in 0..<length {
      let byte = batch[start + index]
      if index < 8 {
        key.first |= UInt64(byte) << UInt64(index * 8)
      } else {
        key.rest |= UInt32(byte) << UInt32(index * 8 - 64)
      }
    }
    return key
  }

  /// - Complexity: O(1): a long text was hashed when its key was made.
  @inline(__always)
  private func hash(_ key: Key) -> UInt64 {
    key.mark == 0 ? mix(key.first ^ seed, UInt64(key.rest)) : key.first
  }

  private func longKey(_ batch: UnsafeBytes, _ start: Int, _ length: Int) -> Key {
    var hash = seed &+ UInt64(length)
    var offset = 0
    if length < 16 {
      hash = mix(shortWord(batch, start, length) ^ hash, shortWord(batch, start + length, -length))
    }
    while offset + 16 <= length {
      hash = mix(
        batch.load(start + offset, as: UInt64.self) ^ hash,
        batch.load(start + offset + 8, as: UInt64.self))
      offset += 16
    }
    if offset < length && length > 16 {
      // The last sixteen bytes once more cover what is left over.
      hash = mix(
        batch.load(start + length - 16, as: UInt64.self) ^ hash,
        batch.load(start + length - 8, as: UInt64.self))
    }
    return Key(
      first: hash, rest: UInt32(truncatingIfNeeded: length), mark: Self.longMark)
  }

  /// The first eight bytes of fewer than sixteen, or with a negative length the last eight that end at `place`.
  @inline(__always)
  private func shortWord(_ batch: UnsafeBytes, _ place: Int, _ length: Int) -> UInt64 {
    if length >= 8 { return batch.load(place, as: UInt64.self) }
    if length <= -8 { return batch.load(place - 8, as: UInt64.self) }
    var word: UInt64 = 0
    for index in min(length, 0)..<max(length, 0) {
      word = word << 8 | UInt64(batch[place + index])
    }
    return word
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
    _ key: Key, _ hash: UInt64, _ batch: UnsafeBytes, _ start: Int, _ length: Int
  ) -> UInt32 {
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[place]
      if slot.mark == 0 { return insert(key, batch, start, length, at: place) }
      if slot.first == key.first && slot.rest == key.rest
        && (slot.mark ^ key.mark) & Self.longMark == 0
      {
        let code = slot.mark & ~Self.longMark &- 1
        if key.mark == 0 || bytes(Int(code)).equals(batch.slice(start, length)) { return code }
      }
      place = following(place, hash)
    }
  }

  /// The next slot to look at: first all four of a cache line, from wherever the hash points, then those of the next.
  @inline(__always)
  private func following(_ place: Int, _ hash: UInt64) -> Int {
    let next = place & ~3 | (place &+ 1) & 3
    return next & 3 == Int(truncatingIfNeeded: hash) & 3 ? (next &+ 4) & mask : next
  }

  @inline(never)
  private mutating func insert(
    _ key: Key, _ batch: UnsafeBytes, _ start: Int, _ length: Int, at place: Int
  ) -> UInt32 {
    let code = UInt32(count)
    slots[place] = Key(first: key.first, rest: key.rest, mark: key.mark | (code + 1))
    text.append(bytes: batch.slice(start, length))
    starts.append(UInt32(text.count))
    if count * 4 > slots.count * 3 { grow() }
    return code
  }

  private mutating func grow() {
    let wider = UnsafeColumn<Key>(count: slots.count * 2)
    mask = wider.count - 1
    for old in 0..<slots.count {
      let slot = slots[old]
      if slot.mark == 0 { continue }
      let hash = hash(Key(first: slot.first, rest: slot.rest, mark: slot.mark & Self.longMark))
      var place = Int(truncatingIfNeeded: hash) & mask
      while wider[place].mark != 0 { place = following(place, hash) }
      wider[place] = slot
    }
    slots = wider
  }
}
