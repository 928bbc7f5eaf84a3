/// Writes one segment file: blocks in order, then the dictionaries, the index, and last the head.
///
/// Until the head is there the file cannot be opened, and until the manifest names it nobody tries.
struct SegmentWriter {
  let file: StoreFile
  private let digests: DigestWriter?
  private var offset = FileHead.byteCount
  private(set) var directory = SegmentDirectory()
  let number: Int

  init(folder: String, number: Int, shape: SegmentShape) throws(EventStoreError) {
    self.number = number
    file = try StoreFile(creating: folder + "/" + StoredSegment.name(number))
    digests =
      shape.hasDigests
      ? try DigestWriter(path: folder + "/" + StoredSegment.digestName(number)) : nil
    directory.shape = shape
    directory.firstTime = Int64.max
    directory.lastTime = Int64.min
  }

  /// Bytes written so far.
  var length: Int { offset }

  mutating func append(_ block: SealedBlock) throws(EventStoreError) {
    let length = block.bytes.count
    try file.write(block, at: offset)
    directory.blocks.append(
      .init(
        piece: StoredPiece(offset: offset, length: length, checksum: block.checksum),
        rows: block.rows, customers: block.customers, firstTime: block.firstTime,
        lastTime: block.lastTime))
    offset += length
    directory.rows += block.rows
    directory.customers += block.customers
    directory.firstTime = min(directory.firstTime, block.firstTime)
    directory.lastTime = max(directory.lastTime, block.lastTime)
    try digests?.append(block.digests)
  }

  private mutating func append(_ table: SealedTable) throws(EventStoreError) {
    let (file, start) = (file, offset)
    try file.write(table.bytes, at: start)
    directory.tables.append(
      StoredPiece(offset: offset, length: table.bytes.count, checksum: table.checksum))
    offset += table.bytes.count
  }

  /// Writes the dictionaries (customers, activities, channels, sessions, attributes), index and head, and waits for
  /// the disk.
  mutating func finish(
    tables: [SealedTable], arrivals: UInt64, imports: [Int], attributes: [AttributeDescription]
  ) throws(EventStoreError) -> StoredSegment {
    for table in tables { try append(table) }
    directory.arrivals = arrivals
    directory.imports = imports
    directory.attributes = attributes
    let index = directory.encoded()
    let (file, start) = (file, offset)
    try index.withBytes { bytes throws(EventStoreError) in try file.write(bytes, at: start) }
    let piece = StoredPiece(
      offset: offset, length: index.count, checksum: index.withBytes { CRC32C.quarters($0) })
    let head = FileHead(kind: .segment, index: piece).encoded()
    try head.withBytes { bytes throws(EventStoreError) in try file.write(bytes, at: 0) }
    try file.synchronize()
    let digestLength = try digests?.finish() ?? 0
    return StoredSegment(
      number: number, length: offset + index.count, rows: directory.rows,
      customers: directory.customers, digestLength: digestLength)
  }
}

/// A dictionary on its way to the file.
struct SealedTable: Sendable {
  private let column: UnsafeColumn<UInt8>
  let checksum: SIMD4<UInt32>

  init(_ column: UnsafeColumn<UInt8>) {
    self.column = column
    checksum = CRC32C.quarters(column.bytes(column.count))
  }

  /// Valid as long as this is.
  var bytes: UnsafeBytes { column.bytes(column.count) }
}

/// A packed block on its way to the file.
struct SealedBlock: Sendable {
  var bytes: [UInt8]
  var checksum: SIMD4<UInt32>
  var rows: Int
  var customers: Int
  var firstTime: Int64
  var lastTime: Int64
  var digests: [EventDigest]

  init(_ rows: BlockRows, _ encoder: inout BlockEncoder) {
    let packed = encoder.encode(rows)
    bytes = packed.array
    checksum = CRC32C.quarters(packed)
    self.rows = rows.times.count
    customers = rows.counts.count
    var (first, last) = (Int64.max, Int64.min)
    for time in rows.times {
      first = min(first, time)
      last = max(last, time)
    }
    firstTime = first
    lastTime = last
    digests = rows.digests
  }
}

extension StoreFile {
  fileprivate func write(_ block: SealedBlock, at offset: Int) throws(EventStoreError) {
    try block.bytes.withBytes { bytes throws(EventStoreError) in try write(bytes, at: offset) }
  }
}
