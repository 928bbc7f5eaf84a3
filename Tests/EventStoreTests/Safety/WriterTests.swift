import EventStore
import Glibc
import Testing

struct WriterTests {
  @Test func `only one writer at a time`() throws {
    let folder = try TemporaryFolder()
    do {
      let first = try WriterLock(directory: folder.path)
      #expect(throws: EventStoreError.locked(path: folder.path + "/.lock")) {
        _ = try WriterLock(directory: folder.path)
      }
      #expect(first.directory == folder.path)
    }
    _ = try WriterLock(directory: folder.path)
  }

  @Test func `a crash before the manifest is replaced leaves the log as it was`() throws {
    var random = SplitMix64(seed: 11)
    let folder = try TemporaryFolder()
    let rows = SmallWorld().rows(40, &random)
    let writer = try writer(folder, runRows: 10)
    try writer.add(rows, digest: "1")
    let session = try writer.beginImport(
      source: "x", digest: "2", attributes: SmallWorld.attributes)
    try session.append(EventBatch(number: 0, rows[...], attributes: SmallWorld.attributes))
    // What a power cut would leave: new segments, and half a manifest under its temporary name.
    let crashed = try TemporaryFolder()
    try folder.copyEvents(to: crashed)
    try TemporaryFolder.write([1, 2, 3], crashed.events + "/manifest.new")
    session.cancel()

    let expected = RowsJourneySource(rows.map { $0.row })
    #expect(try EventLog(directory: crashed.path).plainJourneys() == expected.plainJourneys())
    #expect(try EventLog.verify(directory: crashed.path).isEmpty)
    let names = { try TemporaryFolder.names(crashed.events) }
    #expect(try names().contains("manifest.new"))
    _ = try EventStoreTests.writer(crashed)
    #expect(try names() == TemporaryFolder.names(folder.events))
    try EventStoreTests.writer(crashed).add(rows, digest: "2")
    #expect(try EventLog(directory: crashed.path).eventCount == 80)
  }

  @Test func `a reader keeps its log while a writer replaces it`() throws {
    var random = SplitMix64(seed: 12)
    let folder = try TemporaryFolder()
    let rows = SmallWorld().rows(300, &random)
    try writer(folder, runRows: 50).add(rows, digest: "1")
    let log = try EventLog(directory: folder.path)
    try writer(folder).compact()
    try writer(folder).removeImport(1)
    let expected = RowsJourneySource(rows.map { $0.row })
    #expect(try log.plainJourneys() == expected.plainJourneys())
    #expect(try EventLog(directory: folder.path).eventCount == 0)
  }

  @Test func `a folder that cannot be written is an error with the path`() throws {
    #expect(
      throws: EventStoreError.system(
        attempt: "open the lock", path: "/nowhere/at/all/.lock", errno: ENOENT)
    ) {
      _ = try WriterLock(directory: "/nowhere/at/all")
    }
  }
}
