/// The event ids of a segment: one 16-byte digest per row, in row order, all zero for a row without id.
///
/// After the head come the digests, then one checksum for each MiB of them: the head's index.
final class DigestFile: Sendable {
  static let partBytes = 1 << 20

  private let file: MappedFile
  private let checksums: UnsafeBytes
  let count: Int

  init(folder: String, name: String, length: Int, rows: Int) throws(EventStoreError) {
    file = try MappedFile(folder + "/" + name)
    guard file.bytes.count == length else {
      throw file.damaged(
        "the file has \(file.bytes.count) bytes, the manifest says \(length)",
        at: min(file.bytes.count, length))
    }
    let index = try FileHead.index(of: file, kind: .digests)
    checksums = try index.bytes(in: file, "the index")
    count = rows
    let parts = (rows * 16 + Self.partBytes - 1) / Self.partBytes
    guard index.offset == FileHead.byteCount + rows * 16, checksums.count == parts * 16,
      index.offset + index.length == length
    else { throw file.damaged("the index contradicts itself", at: index.offset) }
  }

  var partCount: Int { checksums.count / 16 }
  /// Rows of a part.
  func rows(_ part: Int) -> Range<Int> {
    let perPart = Self.partBytes / 16
    return part * perPart..<min((part + 1) * perPart, count)
  }

  func check(_ part: Int) throws(EventStoreError) {
    let rows = rows(part)
    let offset = FileHead.byteCount + rows.lowerBound * 16
    let found = CRC32C.quarters(file.bytes.slice(offset, rows.count * 16))
    guard found == checksums.load(part * 16, as: SIMD4<UInt32>.self) else {
      throw file.damaged("event ids do not match their checksum", at: offset)
    }
  }

  subscript(row: Int) -> EventDigest {
    file.bytes.load(FileHead.byteCount + row * 16, as: EventDigest.self)
  }

  /// Calls `use` for every digest that is not "none", each part checked first.
  func forEach(_ use: (EventDigest) -> Void) throws(EventStoreError) {
    for part in 0..<partCount {
      try check(part)
      for row in rows(part) where self[row] != .none { use(self[row]) }
    }
  }
}

/// Writes the event ids of a segment, in row order.
final class DigestWriter {
  private let file: StoreFile
  private var pending: [EventDigest] = []
  private var offset = FileHead.byteCount
  private var checksums: [SIMD4<UInt32>] = []

  init(path: String) throws(EventStoreError) { file = try StoreFile(creating: path) }

  func append(_ digests: [EventDigest]) throws(EventStoreError) {
    pending.append(contentsOf: digests)
    let perPart = DigestFile.partBytes / 16
    while pending.count >= perPart { try flush(perPart) }
  }

  private func flush(_ count: Int) throws(EventStoreError) {
    let part = Array(pending.prefix(count))
    pending.removeFirst(count)
    let (file, start) = (file, offset)
    try part.withBytes { bytes throws(EventStoreError) in try file.write(bytes, at: start) }
    checksums.append(part.withBytes { CRC32C.quarters($0) })
    offset += count * 16
  }

  /// - Returns: The length of the file.
  func finish() throws(EventStoreError) -> Int {
    if !pending.isEmpty { try flush(pending.count) }
    var writer = ByteWriter()
    for checksum in checksums { writer.write(checksum) }
    let index = writer.bytes
    let (file, start) = (file, offset)
    try index.withBytes { bytes throws(EventStoreError) in try file.write(bytes, at: start) }
    let piece = StoredPiece(
      offset: offset, length: index.count, checksum: index.withBytes { CRC32C.quarters($0) })
    let head = FileHead(kind: .digests, index: piece).encoded()
    try head.withBytes { bytes throws(EventStoreError) in try file.write(bytes, at: 0) }
    try file.synchronize()
    return offset + index.count
  }
}
