/// The text of a file as UTF-8 bytes, whatever it is on disk: plain or gzipped, UTF-8 or UTF-16 with a mark.
///
/// A byte order mark is not part of the text. A damaged UTF-16 unit becomes the byte 0xFF, which is no UTF-8, so that the
/// rows that hold one are told apart later.
final class TextSource {
  let raw: RawFile
  private let inflater: GzipInflater?
  private(set) var encoding: TextEncoding = .utf8
  /// Text that was read ahead.
  private var ahead: [UInt8] = []
  private var aheadStart = 0
  private var transcoder: UTF16Transcoder?

  init(path: String) throws(TextFileError) {
    raw = try RawFile(path: path)
    let magic = try raw.bytes(at: 0, count: 2)
    if magic.isEmpty { throw .empty(path: path) }
    inflater = magic == [0x1F, 0x8B] ? try GzipInflater(raw) : nil
    ahead = try block(4)
    if ahead.isEmpty { throw .empty(path: path) }
    if ahead.starts(with: [0xEF, 0xBB, 0xBF]) {
      aheadStart = 3
    } else if ahead.starts(with: [0xFF, 0xFE]) || ahead.starts(with: [0xFE, 0xFF]) {
      encoding = ahead[0] == 0xFF ? .utf16LittleEndian : .utf16BigEndian
      var transcoder = UTF16Transcoder(isBigEndian: ahead[0] == 0xFE)
      ahead = transcoder.transcode(Array(ahead.dropFirst(2)))
      self.transcoder = transcoder
    }
  }

  var isCompressed: Bool { inflater != nil }

  /// Whether bytes of the file are bytes of the text, so that a place in the one is a place in the other.
  var isPlain: Bool { inflater == nil && encoding == .utf8 }

  /// Fills `memory` as far as the text goes; 0 only at the end.
  @unsafe
  func read(into memory: UnsafeMutableRawBufferPointer) throws(TextFileError) -> Int {
    var filled = 0
    while filled < memory.count {
      if aheadStart < ahead.count {
        let count = min(ahead.count - aheadStart, memory.count - filled)
        unsafe UnsafeMutableRawBufferPointer(rebasing: memory[filled..<filled + count])
          .copyBytes(from: ahead[aheadStart..<aheadStart + count])
        aheadStart += count
        filled += count
        continue
      }
      if transcoder != nil {
        ahead = try transcodedBlock()
        aheadStart = 0
        if ahead.isEmpty { break }
        continue
      }
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: memory[filled...])
      let count = try unsafe readEncoded(into: rest)
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// The digest of the file on disk, read to its end also where the text ended before.
  func digestOfWholeFile() throws(TextFileError) -> FileDigest {
    let rest = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { unsafe rest.deallocate() }
    while try unsafe raw.read(into: rest) > 0 {}
    return raw.digest()
  }

  private func transcodedBlock() throws(TextFileError) -> [UInt8] {
    var text: [UInt8] = []
    while text.isEmpty {
      let units = try block(1 << 16)
      if units.isEmpty { return transcoder?.finish() ?? [] }
      text = transcoder?.transcode(units) ?? []
    }
    return text
  }

  /// The next bytes of the file, inflated, not transcoded.
  private func block(_ count: Int) throws(TextFileError) -> [UInt8] {
    var failure: TextFileError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { memory, filled in
      do throws(TextFileError) {
        filled = try unsafe readEncoded(into: UnsafeMutableRawBufferPointer(memory))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  @unsafe
  private func readEncoded(
    into memory: UnsafeMutableRawBufferPointer
  ) throws(TextFileError) -> Int {
    if let inflater { return try unsafe inflater.read(into: memory) }
    return try unsafe raw.read(into: memory)
  }
}

/// How a file's text is coded.
public enum TextEncoding: String, Sendable, Hashable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
}

/// UTF-16 to UTF-8, block by block.
struct UTF16Transcoder {
  private let isBigEndian: Bool
  private var oddByte: UInt8?
  private var highSurrogate: UInt32?

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  mutating func transcode(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 3 / 2 + 4)
    for byte in bytes {
      guard let first = oddByte else {
        oddByte = byte
        continue
      }
      oddByte = nil
      let unit =
        isBigEndian
        ? UInt32(first) << 8 | UInt32(byte) : UInt32(byte) << 8 | UInt32(first)
      append(unit, to: &text)
    }
    return text
  }

  /// What is left at the end of the file: a mark of damage if a character is cut in two.
  mutating func finish() -> [UInt8] {
    defer { (oddByte, highSurrogate) = (nil, nil) }
    return oddByte != nil || highSurrogate != nil ? [0xFF] : []
  }

  private mutating func append(_ unit: UInt32, to text: inout [UInt8]) {
    if let high = highSurrogate {
      highSurrogate = nil
      if (0xDC00...0xDFFF).contains(unit) {
        let scalar = 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00)
        text.append(UInt8(0xF0 | scalar >> 18))
        text.append(UInt8(0x80 | scalar >> 12 & 0x3F))
        text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
        text.append(UInt8(0x80 | scalar & 0x3F))
        return
      }
      text.append(0xFF)
    }
    switch unit {
    case 0..<0x80: text.append(UInt8(unit))
    case 0x80..<0x800:
      text.append(UInt8(0xC0 | unit >> 6))
      text.append(UInt8(0x80 | unit & 0x3F))
    case 0xD800...0xDBFF: highSurrogate = unit
    case 0xDC00...0xDFFF: text.append(0xFF)
    default:
      text.append(UInt8(0xE0 | unit >> 12))
      text.append(UInt8(0x80 | unit >> 6 & 0x3F))
      text.append(UInt8(0x80 | unit & 0x3F))
    }
  }
}
