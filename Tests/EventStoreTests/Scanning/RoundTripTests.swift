import EventStore
import Testing

struct RoundTripTests {
  @Test(arguments: 0..<24 as Range<UInt64>)
  func `a log gives back what was imported, however it was split`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let folder = try TemporaryFolder()
    var all: [Arrival] = []
    let runRows = [10, 30, 100, 1_000].randomElement(using: &random) ?? 10
    for number in 0..<Int.random(in: 1...4, using: &random) {
      var world = SmallWorld()
      world.unit = [1, 1_000, 1_000_000, 86_400_000_000].randomElement(using: &random) ?? 1
      world.isOrdered = Bool.random(using: &random)
      let rows = world.rows(Int.random(in: 1...200, using: &random), &random)
      let threads = Int.random(in: 1...3, using: &random)
      let writer = try writer(folder, runRows: runRows, threads: threads)
      let summary = try writer.add(rows, digest: "\(number)", shuffle: seed)
      #expect(summary.rows == rows.count)
      all += rows
      let oracle = RowsJourneySource(all.map { $0.row })
      let expected = try oracle.plainJourneys()
      for threads in [1, 3] {
        let log = try EventLog(directory: folder.path, threads: threads)
        #expect(try log.plainJourneys() == expected)
        #expect(log.eventCount == all.count)
        #expect(log.customerCount == oracle.customerCount)
        #expect(log.activityNames == oracle.activityNames)
        #expect(log.channelNames == oracle.channelNames)
        #expect(log.hasSessions == oracle.hasSessions)
        #expect(Set(log.attributes) == Set(oracle.attributes))
      }
    }
    #expect(try EventLog.verify(directory: folder.path).isEmpty)
    try writer(folder, runRows: 50).compact()
    #expect(
      try EventLog(directory: folder.path).plainJourneys()
        == RowsJourneySource(all.map { $0.row }).plainJourneys())
    #expect(try EventLog.verify(directory: folder.path).isEmpty)
  }

  @Test func `rows with nothing optional keep to the fast path`() throws {
    var random = SplitMix64(seed: 5)
    for isOrdered in [true, false] {
      let folder = try TemporaryFolder()
      var world = SmallWorld()
      world.isOrdered = isOrdered
      world.customers = (0..<3_000).map { "customer-\($0)" }
      let rows = world.rows(40_000, &random)
      try writer(folder).add(rows, digest: "x", batch: 4_096, isPlain: true)
      let plain = rows.map { EventRow($0.row.customer, $0.row.time, $0.row.activity) }
      #expect(
        try EventLog(directory: folder.path).plainJourneys()
          == RowsJourneySource(plain).plainJourneys())
    }
  }

  @Test(arguments: [1, 255, 256, 257, 300, 70_000])
  func `any number of activities has room`(count: Int) throws {
    let folder = try TemporaryFolder()
    let rows = (0..<count).map { number in
      Arrival(
        row: EventRow("c\(number % 10)", Int64(number), "a\(number)", channel: "ch\(number / 2)"))
    }
    try writer(folder).add(rows, digest: "x", attributes: [], batch: 16_384)
    let log = try EventLog(directory: folder.path)
    #expect(log.activityNames.count == count)
    #expect(
      try log.plainJourneys() == RowsJourneySource(rows.map { $0.row }).plainJourneys())
  }

  @Test func `a customer with more events than a chunk stays whole`() throws {
    var random = SplitMix64(seed: 9)
    let folder = try TemporaryFolder()
    var world = SmallWorld()
    world.customers = ["giant"]
    let giant = world.rows(20_000, &random)
    world.customers = (0..<500).map { "c\($0)" } + ["zoe"]
    let others = world.rows(18_000, &random)
    try writer(folder).add(giant + others, digest: "1", batch: 5_000)
    let oracle = RowsJourneySource((giant + others).map { $0.row })
    let log = try EventLog(directory: folder.path)
    #expect(try log.plainJourneys() == oracle.plainJourneys())
    try writer(folder).add(Array(giant.prefix(300)), digest: "2", batch: 300)
    let both = RowsJourneySource((giant + others + giant.prefix(300)).map { $0.row })
    let merged = try EventLog(directory: folder.path)
    #expect(try merged.plainJourneys() == both.plainJourneys())
    for log in [log, merged] {
      let sizes = try log.scan(ScanColumns(), into: { [(Int, Int)]() }) { sizes, chunk in
        sizes.append((chunk.customerCount, chunk.eventCount))
      }
      #expect(sizes.joined().allSatisfy { $0.1 <= 16_384 || $0.0 == 1 })
    }
  }

  @Test func `an empty log can be scanned`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: EventStoreError.notFound(path: folder.events + "/manifest")) {
      _ = try EventLog(directory: folder.path)
    }
    _ = try writer(folder)
    let log = try EventLog(directory: folder.path)
    #expect(log.eventCount == 0 && log.customerCount == 0 && log.channelNames == [""])
    #expect(try log.plainJourneys().isEmpty)
    #expect(log.period == nil)
  }

  @Test func `an unknown attribute is named with the known ones`() throws {
    var random = SplitMix64(seed: 2)
    let folder = try TemporaryFolder()
    try writer(folder).add(SmallWorld().rows(50, &random), digest: "x")
    let log = try EventLog(directory: folder.path)
    #expect(throws: EventStoreError.unknownAttribute(name: "x", known: SmallWorld.attributes)) {
      try log.scan(ScanColumns(attributes: ["x"]), into: { 0 }) { _, _ in }
    }
    #expect(log.attributeValues("x") == nil)
  }
}
