/// Turns texts into numbers whose order is that of their bytes, in as few bits as the texts need.
///
/// At each place of a text only some bytes occur, so that their rank among those stands for the byte: a hexadecimal
/// digit takes four bits, and a place where all texts agree takes none.
struct OrderedKeys: Sendable {
  /// Places that are looked at; more would not fit into a key unless most of them agree.
  private static let placeLimit = 40

  /// Whether equal keys mean equal texts.
  let isWhole: Bool
  /// Keys are below 2 to this power.
  let bits: Int
  private let places: Int
  private let positions: UnsafeColumn<Int>
  private let widths: UnsafeColumn<UInt64>
  /// By place and byte; a text that has ended comes first.
  private let ranks: UnsafeColumn<UInt8>

  /// The bytes that occur at each place of the texts of an interner.
  private struct Seen: Sendable {
    let bytes = UnsafeColumn<Bool>(count: OrderedKeys.placeLimit * 256)
    var shortest = Int.max
    var longest = 0

    init(_ texts: InternedTexts) {
      for code in 0..<texts.count {
        let text = texts[code]
        shortest = min(shortest, text.count)
        longest = max(longest, text.count)
        for position in 0..<min(text.count, OrderedKeys.placeLimit) {
          bytes[position << 8 | Int(text[position])] = true
        }
      }
    }
  }

  /// - Complexity: O(bytes of all texts).
  init(_ interners: [InternedTexts], threads: Int) {
    let found = Monitor([Seen]())
    Workers.each(interners.count, threads: threads) { index in
      let seen = Seen(interners[index])
      found.with { $0.append(seen) }
    }
    let seen = found.with { $0 }
    let shortest = seen.reduce(Int.max) { min($0, $1.shortest) }
    let longest = seen.reduce(0) { max($0, $1.longest) }
    let positions = UnsafeColumn<Int>(count: Self.placeLimit)
    let widths = UnsafeColumn<UInt64>(count: Self.placeLimit)
    let ranks = UnsafeColumn<UInt8>(count: Self.placeLimit * 256)
    var places = 0
    var bits = 0
    var position = 0
    while position < min(longest, Self.placeLimit) {
      // Rank 0 is for texts that have ended; a byte of its own is only wasted where there is no such text.
      let first = position < shortest ? 0 : 1
      var next = first
      for byte in 0..<256 where seen.contains(where: { $0.bytes[position << 8 | byte] }) {
        // At most 256 ranks if no text has ended, and 257 never: then the last two would share theirs.
        ranks[places << 8 | byte] = UInt8(truncatingIfNeeded: min(next, 255))
        next += 1
      }
      let width = Int.bitWidth - max(next - 1, 0).leadingZeroBitCount
      if bits + width > 64 || next > 256 { break }
      position += 1
      if width == 0 { continue }
      positions[places] = position - 1
      widths[places] = UInt64(width)
      bits += width
      places += 1
    }
    isWhole = position == longest
    self.places = places
    self.bits = bits
    self.positions = positions
    self.widths = widths
    self.ranks = ranks
  }

  @inline(__always)
  func key(_ text: UnsafeBytes) -> UInt64 {
    var key: UInt64 = 0
    for place in 0..<places {
      let position = positions[place]
      let rank = position < text.count ? ranks[place << 8 | Int(text[position])] : 0
      key = key &<< widths[place] | UInt64(rank)
    }
    return key
  }
}
