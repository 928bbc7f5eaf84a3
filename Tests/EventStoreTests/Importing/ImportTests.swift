import EventStore
import Testing

struct ImportTests {
  @Test func `the list of imports says what came and from where`() throws {
    var random = SplitMix64(seed: 1)
    let folder = try TemporaryFolder()
    let rows = SmallWorld().rows(30, &random)
    let writer = try writer(folder)
    let summary = try writer.add(rows, source: "shop.csv", digest: "abc")
    #expect(summary.id == 1 && summary.rows == 30 && summary.rejected == 3)
    #expect(summary.customers == Set(rows.map { $0.row.customer }).count)
    let log = try EventLog(directory: folder.path)
    #expect(log.imports == writer.imports)
    let record = try #require(log.imports.first)
    #expect(record.source == "shop.csv" && record.digest == "abc" && record.date == "2026-01-02")
    #expect(record.rows == 30 && record.rejected == 3 && !record.hasEventIDs)
  }

  @Test func `the same file is refused unless it is wanted again`() throws {
    var random = SplitMix64(seed: 1)
    let folder = try TemporaryFolder()
    let rows = SmallWorld().rows(30, &random)
    let writer = try writer(folder)
    try writer.add(rows, source: "a.csv", digest: "abc")
    #expect(throws: EventStoreError.alreadyImported(id: 1, source: "a.csv")) {
      try writer.add(rows, source: "b.csv", digest: "abc")
    }
    #expect(try writer.add(rows, source: "b.csv", digest: "abc", again: true).id == 2)
    #expect(try EventLog(directory: folder.path).eventCount == 60)
  }

  @Test func `a cancelled import leaves nothing`() throws {
    var random = SplitMix64(seed: 1)
    let folder = try TemporaryFolder()
    let rows = SmallWorld().rows(40, &random)
    let writer = try writer(folder, runRows: 10)
    try writer.add(rows, digest: "1")
    let before = try folder.eventFiles
    let session = try writer.beginImport(
      source: "x", digest: "2", attributes: SmallWorld.attributes)
    for number in 0..<4 {
      try session.append(
        EventBatch(
          number: number, rows[number * 10..<number * 10 + 10], attributes: SmallWorld.attributes))
    }
    #expect(session.rowCount == 40)
    #expect(try folder.eventFiles.count > before.count)
    session.cancel()
    #expect(try folder.eventFiles == before)
    #expect(try EventLog(directory: folder.path).eventCount == 40)
    #expect(try writer.add(rows, digest: "2").id == 2)
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `an event id is stored once per source, the first time`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let folder = try TemporaryFolder()
    var kept: [Arrival] = []
    var seen: Set<String> = []
    for number in 0..<4 {
      var world = SmallWorld()
      world.hasIDs = true
      let rows = world.rows(80, &random).shuffled(using: &random)
      let source = number == 2 ? "other.csv" : "file.csv"
      let fresh = rows.filter { $0.id.isEmpty || seen.insert(source + "/" + $0.id).inserted }
      let summary = try writer(folder, runRows: 25).add(
        rows, source: source, digest: "\(number)", shuffle: seed)
      #expect(summary.rows == fresh.count && summary.duplicates == rows.count - fresh.count)
      kept += fresh
    }
    // Compaction and a reordered resend change nothing.
    try writer(folder, runRows: 60).compact()
    let withIDs = kept.filter { !$0.id.isEmpty }.shuffled(using: &random)
    let resend = try writer(folder).add(withIDs, source: "third.csv", digest: "r")
    #expect(resend.duplicates == withIDs.count - Set(withIDs.map { $0.id }).count)
    try writer(folder).removeImport(resend.id)
    let log = try EventLog(directory: folder.path)
    let oracle = RowsJourneySource(kept.map { $0.row })
    #expect(try log.plainJourneys() == oracle.plainJourneys())
    #expect(try EventLog.verify(directory: folder.path).isEmpty)
  }

  @Test func `a file sent twice adds nothing where it has ids`() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<50).map { Arrival(row: EventRow("only \($0)", Int64($0), "a"), id: "e\($0)") }
    try writer(folder, runRows: 20).add(rows, digest: "1")
    let again = try writer(folder, runRows: 20).add(rows.reversed(), digest: "2")
    #expect(again.rows == 0 && again.duplicates == 50 && again.customers == 0)
    #expect(try EventLog(directory: folder.path).eventCount == 50)
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `an import can be taken out again`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let folder = try TemporaryFolder()
    var imports: [Int: [Arrival]] = [:]
    for number in 0..<4 {
      var rows = SmallWorld().rows(60, &random)
      rows.append(Arrival(row: EventRow("only\(number)", 0, "activity of \(number)")))
      let id = try writer(folder, runRows: 40).add(rows, digest: "\(number)").id
      imports[id] = rows
    }
    if seed % 2 == 0 { try writer(folder, runRows: 100).compact() }
    for id in [2, 4, 1] {
      try writer(folder).removeImport(id)
      imports[id] = nil
      let rest = imports.sorted { $0.key < $1.key }.flatMap { $0.value.map { $0.row } }
      let log = try EventLog(directory: folder.path)
      #expect(try log.plainJourneys() == RowsJourneySource(rest).plainJourneys())
      #expect(log.activityNames == RowsJourneySource(rest).activityNames)
      #expect(log.imports.map { $0.id } == imports.keys.sorted())
    }
    #expect(throws: EventStoreError.unknownImport(id: 4)) {
      try writer(folder).removeImport(4)
    }
    #expect(try EventLog.verify(directory: folder.path).isEmpty)
  }

  @Test func `more runs than a scan can merge are compacted`() throws {
    var random = SplitMix64(seed: 3)
    let folder = try TemporaryFolder()
    let writer = try writer(folder, runRows: 40)
    var all: [EventRow] = []
    for number in 0..<30 {
      let rows = SmallWorld().rows(Int.random(in: 1...90, using: &random), &random)
      try writer.add(rows, digest: "\(number)")
      all += rows.map { $0.row }
    }
    let log = try EventLog(directory: folder.path)
    #expect(try log.plainJourneys() == RowsJourneySource(all).plainJourneys())
    #expect(log.imports.count == 30)
    #expect(log.imports.reduce(0) { $0 + $1.rows } == all.count)
  }
}
