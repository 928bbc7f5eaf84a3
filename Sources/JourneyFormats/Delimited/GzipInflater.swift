import CArchive

/// Inflates a gzip file (also one of several members) as it is read.
///
/// libarchive does not compare the checksum at the end of a member; for a file of a single member, this type does. Where the
/// compressed bytes hold what may be the head of a second member, damage is caught by the structure, or if the last
/// stated length is that of the whole text.
@safe
final class GzipInflater {
  private let archive: OpaquePointer
  private let input: Input
  private var check = GzipCheck()
  private var isAtEnd = false

  /// What libarchive's reading callback reads from.
  @safe
  private final class Input {
    let file: RawFile
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    var failure: TextFileError?
    /// The last bytes handed over: the trailer at the end, and where the head of a member may be cut in two.
    var tail: [UInt8] = []
    private var isFirstBlock = true
    /// Whether something like the head of a member came after the first.
    private(set) var mayHaveMembers = false

    init(_ file: RawFile) { self.file = file }

    deinit { unsafe memory.deallocate() }

    func next() -> Int {
      do throws(TextFileError) {
        let count = try unsafe file.read(into: memory)
        unsafe look(UnsafeRawBufferPointer(rebasing: memory[..<count]).bytes)
        return count
      } catch {
        failure = error
        return -1
      }
    }

    private func look(_ block: RawSpan) {
      let count = block.byteCount
      // Across the border of two blocks first, then inside.
      var border = tail
      for at in 0..<min(9, count) { border.append(ByteWords.byte(block, at)) }
      unsafe search(border.span.bytes, from: isFirstBlock ? 1 : 0)
      search(block, from: isFirstBlock ? 1 : 0)
      if count > 0 { isFirstBlock = false }
      for at in max(0, count - 9)..<count { tail.append(ByteWords.byte(block, at)) }
      tail.removeFirst(max(0, tail.count - 9))
    }

    /// Looks for the ten bytes that begin a member: marks, method 8, known flags, compressor's hint and system.
    private func search(_ bytes: RawSpan, from start: Int) {
      var at = start
      while !mayHaveMembers {
        at = ByteWords.firstIndex(of: 0x1F, in: bytes, from: at)
        guard at + 10 <= bytes.byteCount else { return }
        let system = ByteWords.byte(bytes, at + 9)
        if ByteWords.byte(bytes, at + 1) == 0x8B, ByteWords.byte(bytes, at + 2) == 8,
          ByteWords.byte(bytes, at + 3) < 0x20, ByteWords.byte(bytes, at + 8) & ~6 == 0,
          system < 14 || system == 255
        {
          mayHaveMembers = true
        }
        at += 1
      }
    }
  }

  init(_ file: RawFile) throws(TextFileError) {
    guard let archive = unsafe archive_read_new() else {
      throw .system(attempt: "read the compressed file", path: file.path, errno: 12)
    }
    unsafe self.archive = archive
    input = Input(file)
    unsafe archive_read_support_filter_gzip(archive)
    unsafe archive_read_support_format_raw(archive)
    unsafe archive_read_support_format_empty(archive)
    let client = unsafe Unmanaged.passUnretained(input).toOpaque()
    let opened = unsafe archive_read_open(
      archive, client, nil,
      { _, client, block in
        let input = unsafe Unmanaged<Input>.fromOpaque(client!).takeUnretainedValue()
        unsafe block?.pointee = UnsafeRawPointer(input.memory.baseAddress)
        return input.next()
      }, nil)
    guard opened == ARCHIVE_OK else { throw failure() }
    var entry: OpaquePointer?
    switch unsafe archive_read_next_header(archive, &entry) {
    case ARCHIVE_OK: break
    case ARCHIVE_EOF: isAtEnd = true
    default: throw failure()
    }
  }

  deinit { unsafe archive_read_free(archive) }

  /// Fills `memory` as far as the text goes; 0 at the end.
  @unsafe
  func read(into memory: UnsafeMutableRawBufferPointer) throws(TextFileError) -> Int {
    var filled = 0
    while filled < memory.count, !isAtEnd {
      let count = unsafe archive_read_data(
        archive, memory.baseAddress! + filled, memory.count - filled)
      guard count >= 0 else { throw failure() }
      if count == 0 {
        isAtEnd = true
        unsafe check.update(UnsafeRawBufferPointer(rebasing: memory[..<filled]).bytes)
        guard check.agrees(withTail: input.tail.suffix(8), mayHaveMembers: input.mayHaveMembers)
        else {
          throw .brokenCompression(
            path: input.file.path, detail: "its checksum is not that of its text")
        }
        return filled
      }
      filled += count
    }
    unsafe check.update(UnsafeRawBufferPointer(rebasing: memory[..<filled]).bytes)
    return filled
  }

  private func failure() -> TextFileError {
    if let failure = input.failure { return failure }
    let text = unsafe archive_error_string(archive)
    let detail = unsafe text.map { unsafe String(cString: $0) } ?? "unknown form"
    return .brokenCompression(path: input.file.path, detail: detail)
  }
}

/// The length and checksum that a gzip member states at its end (RFC 1952), computed from its text.
struct GzipCheck {
  private var checksum: UInt32 = 0xFFFF_FFFF
  private var length: UInt32 = 0

  /// Eight tables for eight bytes at once; the first is the usual one of the reflected polynomial.
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 8 * 256)
    for byte in 0..<256 {
      var value = UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
      tables[byte] = value
    }
    for slice in 1..<8 {
      for byte in 0..<256 {
        let before = tables[(slice - 1) * 256 + byte]
        tables[slice * 256 + byte] = before >> 8 ^ tables[Int(before & 0xFF)]
      }
    }
    return tables
  }()

  mutating func update(_ bytes: RawSpan) {
    length &+= UInt32(truncatingIfNeeded: bytes.byteCount)
    let tables = Self.tables.span
    var value = checksum
    var at = 0
    while at + 8 <= bytes.byteCount {
      let word = ByteWords.load(bytes, at) ^ UInt64(value)
      var next: UInt32 = 0
      for slice in 0..<8 {
        next ^= tables[(7 - slice) * 256 + Int(word >> UInt64(8 * slice) & 0xFF)]
      }
      value = next
      at += 8
    }
    while at < bytes.byteCount {
      let byte = ByteWords.byte(bytes, at)
      value = value >> 8 ^ tables[Int((value ^ UInt32(byte)) & 0xFF)]
      at += 1
    }
    checksum = value
  }

  /// Whether the last eight bytes of the file can be those of this text.
  ///
  /// The last of several members states another length.
  func agrees(withTail tail: some Collection<UInt8>, mayHaveMembers: Bool) -> Bool {
    let tail = Array(tail)
    guard tail.count == 8 else { return false }
    func word(_ start: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(tail[start + $1]) << UInt32(8 * $1) }
    }
    if word(4) != length { return mayHaveMembers }
    return word(0) == ~checksum
  }
}
