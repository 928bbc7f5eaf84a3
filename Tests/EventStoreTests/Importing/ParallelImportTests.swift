import Testing

@testable import EventStore

struct ParallelImportTests {
  @Test(arguments: 1...4)
  func `batches from several threads give the same files`(threads: Int) throws {
    var random = SplitMix64(seed: 21)
    var world = SmallWorld()
    world.customers = (0..<400).map { "customer \($0)" }
    let rows = world.rows(6_000, &random)
    func files(_ threads: Int) throws -> [[UInt8]] {
      let folder = try TemporaryFolder()
      let writer = try writer(folder, runRows: 2_500, threads: threads)
      let session = try writer.beginImport(
        source: "x", digest: "1", attributes: SmallWorld.attributes)
      let errors = FirstError()
      // Threads take turns by number, so none runs far ahead; which lane gets which batch is left to chance.
      Workers.run(threads) { thread in
        for number in stride(from: thread, to: 60, by: threads) {
          errors.attempt { () throws(EventStoreError) in
            try session.append(
              EventBatch(
                number: number, rows[number * 100..<number * 100 + 100],
                attributes: SmallWorld.attributes))
          }
        }
      }
      try errors.rethrow()
      #expect(try session.finish().rows == 6_000)
      let log = try EventLog(directory: folder.path, threads: threads)
      #expect(try log.plainJourneys() == RowsJourneySource(rows.map { $0.row }).plainJourneys())
      return try folder.eventFiles.filter { $0.contains("segment") }.map(TemporaryFolder.read)
    }
    let alone = try files(1)
    let together = try files(threads)
    // Where a run ends depends on which batches had come; without that the bytes are the same.
    if threads == 1 { #expect(alone == together) }
    #expect(alone.count >= 2 && together.count >= 2)
  }

  @Test func `a segment is the same for any number of threads`() throws {
    var random = SplitMix64(seed: 22)
    var world = SmallWorld()
    world.customers = (0..<3_000).map { "customer \($0)" }
    let rows = world.rows(40_000, &random)
    var segments: Set<[UInt8]> = []
    for threads in 1...3 {
      let folder = try TemporaryFolder()
      try writer(folder, threads: threads).add(
        rows, digest: "1", batch: 3_000, shuffle: UInt64(threads))
      let path = try #require(try folder.eventFiles.first { $0.contains("segment") })
      segments.insert(try TemporaryFolder.read(path))
    }
    #expect(segments.count == 1)
  }
}
