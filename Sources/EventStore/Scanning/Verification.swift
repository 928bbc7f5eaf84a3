/// A place where stored bytes are not what was written.
public struct StoreDamage: Hashable, Sendable {
  public var path: String
  public var detail: String
}

extension EventLog {
  /// Reads every byte of a workspace's log against its checksums.
  ///
  /// - Returns: All that is damaged; empty if all is well.
  /// - Throws: `.notFound` if there is no log, `.newerFormat`, `.system`.
  public static func verify(directory: String) throws(EventStoreError) -> [StoreDamage] {
    let folder = folder(of: directory)
    var found: [StoreDamage] = []
    /// Runs a check; damage is noted, anything else goes on as an error.
    func note(_ check: () throws(EventStoreError) -> Void) throws(EventStoreError) {
      do {
        try check()
      } catch .damaged(let path, let detail) {
        found.append(StoreDamage(path: path, detail: detail))
      }
    }
    var manifest: Manifest?
    try note { () throws(EventStoreError) in manifest = try Manifest.read(folder: folder) }
    for stored in manifest?.runs.joined().map({ $0 }) ?? [] {
      var segment: SegmentFile?
      try note { () throws(EventStoreError) in
        do throws(EventStoreError) {
          segment = try SegmentFile(folder: folder, name: stored.name, length: stored.length)
        } catch .notFound(let path) {
          throw .damaged(path: path, detail: "the file is missing")
        }
      }
      if let segment {
        try note { () throws(EventStoreError) in try segment.checkCoverage(stored) }
        for table in segment.directory.tables.indices {
          try note { () throws(EventStoreError) in _ = try segment.table(table) }
        }
        var loaded = LoadedBlock()
        for block in segment.directory.blocks.indices {
          try note { () throws(EventStoreError) in try segment.load(block, into: &loaded) }
        }
      }
      guard stored.digestLength > 0 else { continue }
      var digests: DigestFile?
      try note { () throws(EventStoreError) in
        do throws(EventStoreError) {
          digests = try DigestFile(
            folder: folder, name: stored.digestName, length: stored.digestLength,
            rows: stored.rows)
        } catch .notFound(let path) {
          throw .damaged(path: path, detail: "the file is missing")
        }
      }
      for part in 0..<(digests?.partCount ?? 0) {
        try note { () throws(EventStoreError) in try digests?.check(part) }
      }
    }
    return found
  }
}

extension SegmentFile {
  /// Every byte must belong to a piece with a checksum, and the counts must be the manifest's.
  fileprivate func checkCoverage(_ stored: StoredSegment) throws(EventStoreError) {
    var offset = FileHead.byteCount
    for piece in directory.blocks.map({ $0.piece }) + directory.tables {
      guard piece.offset == offset else {
        throw file.damaged("a stretch of the file belongs to nothing", at: offset)
      }
      offset += piece.length
    }
    guard directory.rows == stored.rows, directory.customers == stored.customers else {
      throw file.damaged("the number of rows is not the manifest's", at: 0)
    }
  }
}
