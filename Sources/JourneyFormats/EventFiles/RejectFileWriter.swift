import Glibc

/// Writes rejected rows as CSV (line, reason, record), as they come; the file is made by the first of them.
///
/// The record's bytes stay as they were, only quoted: unquoting the third column of all rows gives lines that can be mended
/// and imported again. For the same reason nothing is put before cells that a spreadsheet might take for a formula.
public struct RejectFileWriter: ~Copyable {
  public let path: String
  public private(set) var count = 0
  private var descriptor: Int32 = -1
  private var buffer: [UInt8] = []

  public init(path: String) { self.path = path }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// - Throws: if the file cannot be made or written.
  public mutating func write(_ row: RejectedRow) throws(TextFileError) {
    try write(line: row.line, reason: row.reason.text, record: row.bytes)
  }

  /// As `write(_:)`, for rows of other tables.
  public mutating func write(
    line: Int, reason: String, record: [UInt8]
  ) throws(TextFileError) {
    if descriptor < 0 { try create() }
    count += 1
    buffer.append(contentsOf: "\(line),".utf8)
    DelimitedWriter.append(Array(reason.utf8), to: &buffer)
    buffer.append(UInt8(ascii: ","))
    DelimitedWriter.append(record, to: &buffer)
    buffer.append(.lineFeed)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Writes what is still in memory and makes it durable.
  public mutating func finish() throws(TextFileError) {
    guard descriptor >= 0 else { return }
    try flush()
    guard fsync(descriptor) == 0 else {
      throw .system(attempt: "write the rejected rows", path: path, errno: errno)
    }
  }

  private mutating func create() throws(TextFileError) {
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .system(attempt: "make the file of rejected rows", path: path, errno: errno)
    }
    buffer.append(contentsOf: "line,reason,record\n".utf8)
  }

  private mutating func flush() throws(TextFileError) {
    var written = 0
    while written < buffer.count {
      let count = unsafe buffer.withUnsafeBytes { memory in
        unsafe Glibc.write(descriptor, memory.baseAddress! + written, memory.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .system(attempt: "write the rejected rows", path: path, errno: errno)
      }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
