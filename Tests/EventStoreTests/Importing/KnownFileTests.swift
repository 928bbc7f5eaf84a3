import Testing

@testable import EventStore

struct KnownFileTests {
  private func rows() -> [Arrival] {
    var random = SplitMix64(seed: 1)
    return SmallWorld().rows(40, &random)
  }

  private func session(
    _ writer: EventStoreWriter, _ rows: [Arrival], again: Bool = false
  ) throws -> ImportSession {
    let session = try writer.beginImport(
      source: "b.csv", attributes: SmallWorld.attributes, again: again)
    for number in 0..<4 {
      try session.append(
        EventBatch(
          number: number, rows[number * 10..<number * 10 + 10], attributes: SmallWorld.attributes))
    }
    return session
  }

  @Test func `a file that turns out to be known at the end is refused and leaves nothing`() throws {
    let folder = try TemporaryFolder()
    let writer = try writer(folder, runRows: 10)
    try writer.add(rows(), source: "a.csv", digest: "abc")
    let before = try folder.eventFiles
    let manifest = try TemporaryFolder.read(folder.events + "/manifest")
    let session = try session(writer, rows())
    #expect(try folder.eventFiles.count > before.count)
    #expect(throws: EventStoreError.alreadyImported(id: 1, source: "a.csv")) {
      try session.finish(digest: "abc", bytes: 5)
    }
    session.cancel()
    #expect(try folder.eventFiles == before)
    #expect(try TemporaryFolder.read(folder.events + "/manifest") == manifest)
    #expect(try EventLog(directory: folder.path).eventCount == 40)
    let wanted = try self.session(writer, rows(), again: true)
    #expect(try wanted.finish(digest: "abc", bytes: 5).id == 2)
    #expect(try EventLog(directory: folder.path).eventCount == 80)
  }

  @Test func `the size of a file tells whether its digest must be known beforehand`() throws {
    let folder = try TemporaryFolder()
    let writer = try writer(folder)
    #expect(!writer.mayHoldFile(bytes: 7))
    _ = try session(writer, rows()).finish(digest: "abc", bytes: 7)
    #expect(writer.mayHoldFile(bytes: 7) && !writer.mayHoldFile(bytes: 8))
    let log = try EventLog(directory: folder.path)
    #expect(log.imports.map { $0.bytes } == [7] && log.imports.map { $0.digest } == ["abc"])
    // An import that told no size may be of any.
    try writer.add(rows(), digest: "def")
    #expect(writer.mayHoldFile(bytes: 8))
    #expect(try EventLog(directory: folder.path).imports.map { $0.bytes } == [7, nil])
  }

  @Test func `a manifest of the first version is read, without sizes of files`() throws {
    let folder = try TemporaryFolder()
    _ = try session(try writer(folder), rows()).finish(digest: "abc", bytes: 7)
    let path = folder.events + "/manifest"
    // The first version ends before the sizes: one import, eight bytes.
    let list = Array(try TemporaryFolder.read(path).dropFirst(FileHead.byteCount).dropLast(8))
    var head = ByteWriter()
    head.write(raw: Array("WAYMMANI".utf8))
    head.write(UInt32(1))
    head.write(UInt32(0))
    StoredPiece(
      offset: FileHead.byteCount, length: list.count,
      checksum: list.withBytes { CRC32C.quarters($0) }
    ).write(to: &head)
    for _ in 0..<3 { head.write(UInt32(0)) }
    head.write(head.bytes.withBytes { CRC32C.checksum($0) })
    try TemporaryFolder.write(head.bytes + list, path)
    let log = try EventLog(directory: folder.path)
    #expect(log.eventCount == 40 && log.imports.map { $0.bytes } == [nil])
    #expect(try writer(folder).add(rows(), digest: "def").id == 2)
  }
}
