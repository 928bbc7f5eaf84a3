import Diagnostics

/// Turns offsets in a text into lines and columns as editors count them.
///
/// Offsets may be asked in any order; asking them in ascending order costs one walk through the text in all.
struct TextPlaces {
  let file: String
  private let bytes: [UInt8]
  /// The byte offset of each line's first byte.
  private var lineStarts: [Int] = [0]
  /// A position known both in characters and in bytes.
  private var character = 0
  private var byte = 0

  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    for (offset, value) in bytes.enumerated() {
      let endsLine =
        value == UInt8(ascii: "\n")
        || value == UInt8(ascii: "\r")
          && !(offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n"))
      if endsLine { lineStarts.append(offset + 1) }
    }
  }

  /// The byte at which a character (Unicode scalar) begins; the end of the text for all beyond it.
  mutating func byteOffset(ofCharacter wanted: Int) -> Int {
    while character < wanted, byte < bytes.count {
      byte += 1
      while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      character += 1
    }
    while character > wanted, byte > 0 {
      byte -= 1
      while byte > 0, bytes[byte] & 0xC0 == 0x80 { byte -= 1 }
      character -= 1
    }
    return byte
  }

  /// - Complexity: O(log lines).
  func location(ofByte offset: Int) -> TextLocation {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return TextLocation(file: file, line: low + 1, column: offset - lineStarts[low] + 1)
  }
}
