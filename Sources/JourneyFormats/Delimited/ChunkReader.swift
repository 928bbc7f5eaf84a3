import Glibc

/// Some whole records of a file, as bytes that end with a line end.
struct TextChunk {
  /// 0, 1, 2 … in the order of the file.
  var number: Int
  var bytes: [UInt8]
  /// Without quotes every separator counts; with them the slower walk is needed.
  var hasQuotes: Bool
  /// Where lines begin whose first opened quote has no end within reach, in order.
  var unclosedLines: [Int] = []
  /// How much of the raw file had been read when the chunk was cut.
  var rawBytesRead = 0
}

/// Cuts a text into chunks of whole records, whatever the quoting: memory is bounded by chunk and record size.
struct ChunkReader {
  let source: TextSource
  let dialect: DelimitedDialect
  let chunkBytes: Int
  /// A record that is longer has an unclosed quote: its first line stands alone and reading goes on behind it.
  let maximumRecordBytes: Int
  private var carry: [UInt8] = []
  private var isAtEnd = false
  private var nextNumber = 0

  /// - Parameter skippedBytes: how much of the text to pass over first (the header).
  init(
    _ source: TextSource, dialect: DelimitedDialect, chunkBytes: Int, maximumRecordBytes: Int,
    skippedBytes: Int = 0
  ) throws(TextFileError) {
    self.source = source
    self.dialect = dialect
    self.chunkBytes = max(1, chunkBytes)
    self.maximumRecordBytes = max(1, maximumRecordBytes)
    guard skippedBytes > 0 else { return }
    let skipped = UnsafeMutableRawBufferPointer.allocate(byteCount: skippedBytes, alignment: 16)
    defer { unsafe skipped.deallocate() }
    _ = try unsafe source.read(into: skipped)
  }

  /// The next chunk; nil at the end.
  mutating func next() throws(TextFileError) -> TextChunk? {
    var bytes = carry
    carry = []
    while true {
      if !isAtEnd { bytes = try extended(bytes) }
      if bytes.isEmpty { return nil }
      if isAtEnd, bytes[bytes.count - 1] != dialect.lineEnd { bytes.append(dialect.lineEnd) }
      let hasQuotes = unsafe bytes.withUnsafeBytes { memory in
        unsafe memchr(memory.baseAddress!, Int32(UInt8.quote), memory.count) != nil
      }
      var chunk = TextChunk(number: nextNumber, bytes: [], hasQuotes: hasQuotes)
      let cut = hasQuotes ? try quotedCut(bytes, &chunk.unclosedLines) : try plainCut(bytes)
      guard cut > 0 else { continue }
      carry = Array(bytes[cut...])
      bytes.removeLast(bytes.count - cut)
      chunk.bytes = bytes
      chunk.rawBytesRead = source.raw.bytesRead
      nextNumber += 1
      return chunk
    }
  }

  /// The bytes so far and one portion more, in memory that need not be cleared first.
  private mutating func extended(_ bytes: [UInt8]) throws(TextFileError) -> [UInt8] {
    let portion = chunkBytes
    var failure: TextFileError?
    var read = 0
    // One byte of room for a missing last line end.
    let capacity = bytes.count + portion + 1
    let longer = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { memory, filled in
      unsafe UnsafeMutableRawBufferPointer(memory).copyBytes(from: bytes)
      let room = unsafe UnsafeMutableRawBufferPointer(
        rebasing: UnsafeMutableRawBufferPointer(memory)[bytes.count..<bytes.count + portion])
      do throws(TextFileError) {
        read = try unsafe source.read(into: room)
      } catch {
        failure = error
      }
      filled = bytes.count + read
    }
    if let failure { throw failure }
    isAtEnd = read < portion
    return longer
  }

  private func plainCut(_ bytes: [UInt8]) throws(TextFileError) -> Int {
    let view = unsafe bytes.span.bytes
    if let last = ByteWords.lastIndex(of: dialect.lineEnd, in: view, before: bytes.count) {
      return last + 1
    }
    guard bytes.count <= maximumRecordBytes else { throw try tooLong(bytes.count) }
    return 0
  }

  private func quotedCut(
    _ bytes: [UInt8], _ unclosedLines: inout [Int]
  ) throws(TextFileError) -> Int {
    let view = unsafe bytes.span.bytes
    var at = 0
    while at < bytes.count {
      switch QuotedRecord.walk(view, from: at, dialect, report: { _ in }) {
      case .complete(let next, _) where next - 1 - at <= maximumRecordBytes:
        at = next
        continue
      case .incomplete where !isAtEnd && bytes.count - at <= maximumRecordBytes:
        return at
      case .complete, .incomplete:
        let lineEnd = ByteWords.firstIndex(of: dialect.lineEnd, in: view, from: at)
        guard lineEnd < bytes.count, lineEnd - at <= maximumRecordBytes else {
          throw try tooLong(bytes.count - at)
        }
        unclosedLines.append(at)
        at = lineEnd + 1
      }
    }
    return at
  }

  /// The finding about a line too long, whose number is counted only now, from the beginning of the file.
  private func tooLong(_ pending: Int) throws(TextFileError) -> TextFileError {
    let path = source.raw.path
    let again = try TextSource(path: path)
    var line = 1
    var length = 0
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { unsafe block.deallocate() }
    while true {
      let count = try unsafe again.read(into: block)
      if count == 0 { break }
      for at in 0..<count {
        if unsafe block[at] == dialect.lineEnd {
          line += 1
          length = 0
        } else {
          length += 1
          if length > maximumRecordBytes {
            return .lineTooLong(path: path, line: line, limit: maximumRecordBytes)
          }
        }
      }
    }
    return .lineTooLong(path: path, line: line, limit: maximumRecordBytes)
  }
}
