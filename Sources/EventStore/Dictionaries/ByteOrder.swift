/// Sorts codes by the bytes of their texts.
enum ByteOrder {
  struct Entry: BitwiseCopyable {
    /// The eight bytes after the common prefix, first byte highest, zero where the text ends.
    var key: UInt64
    var code: UInt32
    /// Of the whole text, in bytes.
    var length: UInt32
  }

  /// The length of the prefix that all texts of all interners share.
  static func commonPrefix(_ interners: [Interner]) -> Int {
    var length = Int.max
    var sample: UnsafeBytes?
    for interner in interners {
      for code in 0..<interner.count {
        let text = interner.bytes(code)
        guard let sample else {
          sample = text
          length = text.count
          continue
        }
        length = min(length, text.count)
        var same = 0
        while same < length && text[same] == sample[same] { same += 1 }
        length = same
        if length == 0 { return 0 }
      }
    }
    return length == Int.max ? 0 : length
  }

  static func key(_ text: UnsafeBytes, after prefix: Int) -> UInt64 {
    let rest = text.count - prefix
    if rest >= 8 { return text.load(prefix, as: UInt64.self).bigEndian }
    var key: UInt64 = 0
    for index in 0..<max(rest, 0) {
      key |= UInt64(text[prefix + index]) << UInt64(56 - index * 8)
    }
    return key
  }

  /// The codes for which `isUsed`, in byte order of their texts.
  static func sorted(
    _ interner: Interner, after prefix: Int, isUsed: (Int) -> Bool
  ) -> (entries: UnsafeColumn<Entry>, count: Int) {
    var entries = UnsafeColumn<Entry>(count: max(interner.count, 1))
    var count = 0
    var anyBits: UInt64 = 0
    var allBits: UInt64 = ~0
    for code in 0..<interner.count where isUsed(code) {
      let text = interner.bytes(code)
      let key = key(text, after: prefix)
      anyBits |= key
      allBits &= key
      entries[count] = Entry(key: key, code: UInt32(code), length: UInt32(text.count))
      count += 1
    }
    if count > 1 {
      var spare = UnsafeColumn<Entry>(count: entries.count)
      // Bytes in which all keys agree need no pass.
      let varying = anyBits ^ allBits
      for shift in stride(from: UInt64(0), to: 64, by: 8) where varying >> shift & 0xFF != 0 {
        pass(entries, into: spare, count: count, shift: shift)
        swap(&entries, &spare)
      }
      settleTies(entries, count, interner)
    }
    return (entries, count)
  }

  private static func pass(
    _ source: UnsafeColumn<Entry>, into target: UnsafeColumn<Entry>, count: Int, shift: UInt64
  ) {
    let places = UnsafeColumn<Int>(count: 256)
    for index in 0..<count {
      let byte = Int(truncatingIfNeeded: source[index].key &>> shift & 0xFF)
      places[byte] += 1
    }
    var total = 0
    for byte in 0..<256 {
      let next = total + places[byte]
      places[byte] = total
      total = next
    }
    for index in 0..<count {
      let entry = source[index]
      let byte = Int(truncatingIfNeeded: entry.key &>> shift & 0xFF)
      target[places[byte]] = entry
      places[byte] += 1
    }
  }

  /// Orders stretches of equal keys by the whole texts.
  private static func settleTies(
    _ entries: UnsafeColumn<Entry>, _ count: Int, _ interner: Interner
  ) {
    var start = 0
    while start < count {
      var end = start + 1
      while end < count && entries[end].key == entries[start].key { end += 1 }
      if end - start > 1 {
        var tied = (start..<end).map { entries[$0] }
        tied.sort { interner.bytes(Int($0.code)).precedes(interner.bytes(Int($1.code))) }
        for index in start..<end { entries[index] = tied[index - start] }
      }
      start = end
    }
  }
}
