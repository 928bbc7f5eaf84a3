import Glibc

/// A segment as the manifest knows it.
struct StoredSegment: Hashable, Sendable {
  var number: Int
  var length: Int
  var rows: Int
  var customers: Int
  /// Bytes of the file with event ids; 0 if there is none.
  var digestLength: Int

  static func name(_ number: Int) -> String { "segment-" + padded(number) }
  static func digestName(_ number: Int) -> String { "eventids-" + padded(number) }
  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
  }

  var name: String { Self.name(number) }
  var digestName: String { Self.digestName(number) }
}

/// The list of everything the store holds: one small file, replaced as a whole.
///
/// A *run* is a list of segments with customers in ascending order, none in two of them. Runs stand in order of
/// arrival:
/// of two events of one customer at equal time, the one in the earlier run came first. What a later version adds (the
/// write-ahead logs of live events) raises the version in the file's head.
struct Manifest: Hashable, Sendable {
  /// More runs than this are compacted; a scan keeps one bit for each.
  static let runLimit = 8
  static let fileName = "manifest"
  static let temporaryName = "manifest.new"

  var nextImport = 1
  var nextSegment = 1
  /// Secret key of event digests.
  var digestKey = EventDigest()
  var imports: [ImportRecord] = []
  var runs: [[StoredSegment]] = []

  /// An empty store with a fresh key.
  init() {
    var random = SystemRandomNumberGenerator()
    digestKey = EventDigest(low: random.next(), high: random.next())
  }

  private func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(UInt64(nextImport))
    writer.write(UInt64(nextSegment))
    writer.write(digestKey.low)
    writer.write(digestKey.high)
    writer.write(UInt32(imports.count))
    for record in imports {
      writer.write(UInt64(record.id))
      writer.write(record.source)
      writer.write(record.digest)
      writer.write(record.date)
      writer.write(UInt64(record.rows))
      writer.write(UInt64(record.rejected))
      writer.write(UInt64(record.duplicates))
      writer.write(record.hasEventIDs)
    }
    writer.write(UInt32(runs.count))
    for run in runs {
      writer.write(UInt32(run.count))
      for segment in run {
        writer.write(UInt64(segment.number))
        writer.write(UInt64(segment.length))
        writer.write(UInt64(segment.rows))
        writer.write(UInt64(segment.customers))
        writer.write(UInt64(segment.digestLength))
      }
    }
    // Since version 2: sizes of the imported files, each one more than it is, and 0 where it is not known.
    for record in imports { writer.write(record.bytes.map { UInt64($0) + 1 } ?? 0) }
    return writer.bytes
  }

  private init?(_ bytes: UnsafeBytes, version: Int) {
    var reader = ByteReader(bytes)
    nextImport = reader.readCount()
    nextSegment = reader.readCount()
    digestKey = EventDigest(low: reader.read(), high: reader.read())
    for _ in 0..<reader.readListCount() {
      imports.append(
        ImportRecord(
          id: reader.readCount(), source: reader.readString(), digest: reader.readString(),
          bytes: nil, date: reader.readString(), rows: reader.readCount(),
          rejected: reader.readCount(),
          duplicates: reader.readCount(), hasEventIDs: reader.readBool()))
    }
    for _ in 0..<reader.readListCount() {
      var run: [StoredSegment] = []
      for _ in 0..<reader.readListCount() {
        run.append(
          StoredSegment(
            number: reader.readCount(), length: reader.readCount(), rows: reader.readCount(),
            customers: reader.readCount(), digestLength: reader.readCount()))
      }
      runs.append(run)
    }
    if version >= 2 {
      for index in imports.indices {
        let sizeAndOne = reader.readCount()
        imports[index].bytes = sizeAndOne > 0 ? sizeAndOne - 1 : nil
      }
    }
    guard reader.isAtEnd, runs.count <= Self.runLimit else { return nil }
  }

  /// - Throws: `.notFound` if the folder has no store, `.damaged`, `.newerFormat`.
  static func read(folder: String) throws(EventStoreError) -> Manifest {
    let file = try MappedFile(folder + "/" + fileName)
    let index = try FileHead.index(of: file, kind: .manifest)
    let version = FileHead.version(of: file)
    guard index.offset == FileHead.byteCount, index.offset + index.length == file.bytes.count,
      let manifest = Manifest(try index.bytes(in: file, "the list"), version: version)
    else { throw file.damaged("the list contradicts itself", at: index.offset) }
    return manifest
  }

  /// Replaces the manifest: after a crash at any moment the old or the new one is there, whole.
  func write(folder: String) throws(EventStoreError) {
    // Names of new segment files must last before the manifest that mentions them.
    try Folder.synchronize(folder)
    let list = encoded()
    let piece = StoredPiece(
      offset: FileHead.byteCount, length: list.count,
      checksum: list.withBytes { CRC32C.quarters($0) })
    let bytes = FileHead(kind: .manifest, index: piece).encoded() + list
    let temporary = folder + "/" + Self.temporaryName
    let file = try StoreFile(creating: temporary)
    try bytes.withBytes { bytes throws(EventStoreError) in try file.write(bytes, at: 0) }
    try file.synchronize()
    try Folder.rename(temporary, to: folder + "/" + Self.fileName)
    try Folder.synchronize(folder)
  }

  /// Removes files that no manifest names: what a crash, a cancelled import or a rewrite left behind.
  func removeOrphans(folder: String) throws(EventStoreError) {
    var known: Set<String> = []
    for segment in runs.joined() {
      known.insert(segment.name)
      if segment.digestLength > 0 { known.insert(segment.digestName) }
    }
    for name in try Folder.names(in: folder) {
      let isOurs =
        name == Self.temporaryName || name.hasPrefix("segment-") || name.hasPrefix("eventids-")
      if isOurs && !known.contains(name) { try Folder.remove(folder + "/" + name) }
    }
  }
}
