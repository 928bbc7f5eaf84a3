/// The first 64 bytes of every stored file: what it is, and where its checked index lies.
///
/// Bytes: magic (8), version (32 bits), zero (32), offset and length of the index (64 each), its checksum (4 × 32),
/// zero (96), CRC-32C of the first 60 bytes (32).
struct FileHead {
  static let byteCount = 64
  enum Kind: String {
    case manifest = "WAYMMANI"
    case segment = "WAYMSEGM"
    case digests = "WAYMEVID"

    /// The version that is written; earlier ones can be read.
    var version: Int { self == .manifest ? 2 : 1 }
  }

  var kind: Kind
  var index: StoredPiece

  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(raw: Array(kind.rawValue.utf8))
    writer.write(UInt32(kind.version))
    writer.write(UInt32(0))
    index.write(to: &writer)
    for _ in 0..<3 { writer.write(UInt32(0)) }
    writer.write(writer.bytes.withBytes { CRC32C.checksum($0) })
    return writer.bytes
  }

  /// The version that a file says it has.
  static func version(of file: MappedFile) -> Int { Int(file.bytes.load(8, as: UInt32.self)) }

  /// Reads and checks the head, and the index it points to.
  static func index(of file: MappedFile, kind: Kind) throws(EventStoreError) -> StoredPiece {
    guard file.bytes.count >= byteCount else { throw file.damaged("the file is cut short", at: 0) }
    let head = file.bytes.slice(0, byteCount)
    guard head.load(60, as: UInt32.self) == CRC32C.checksum(head.slice(0, 60)) else {
      throw file.damaged("the head does not match its checksum", at: 0)
    }
    guard head.slice(0, 8).string == kind.rawValue else {
      throw file.damaged("this is not a file of this kind", at: 0)
    }
    let found = version(of: file)
    guard found <= kind.version else {
      throw .newerFormat(path: file.path, found: found, supported: kind.version)
    }
    var reader = ByteReader(head.slice(16, 32))
    let index = StoredPiece(from: &reader)
    _ = try index.checked(in: file, "the index")
    return index
  }
}

/// A stretch of a file with its checksum.
struct StoredPiece: Hashable {
  var offset = 0
  var length = 0
  var checksum = SIMD4<UInt32>()

  init(offset: Int, length: Int, checksum: SIMD4<UInt32>) {
    self.offset = offset
    self.length = length
    self.checksum = checksum
  }

  init(from reader: inout ByteReader) {
    offset = reader.readCount()
    length = reader.readCount()
    checksum = reader.readChecksum()
  }

  func write(to writer: inout ByteWriter) {
    writer.write(UInt64(offset))
    writer.write(UInt64(length))
    writer.write(checksum)
  }

  /// The piece's bytes, without looking at the checksum.
  func bytes(in file: MappedFile, _ name: @autoclosure () -> String) throws(EventStoreError)
    -> UnsafeBytes
  {
    guard offset >= 0, length >= 0, offset + length <= file.bytes.count else {
      throw file.damaged("\(name()) ends after the end of the file", at: offset)
    }
    return file.bytes.slice(offset, length)
  }

  func checked(in file: MappedFile, _ name: @autoclosure () -> String) throws(EventStoreError)
    -> UnsafeBytes
  {
    let bytes = try bytes(in: file, name())
    guard CRC32C.quarters(bytes) == checksum else {
      throw file.damaged("\(name()) does not match its checksum", at: offset)
    }
    return bytes
  }
}
