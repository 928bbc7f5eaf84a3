import EventStore
import Testing

struct EraseTests {
  @Test(arguments: [false, true])
  func `nothing of an erased customer stays in any file`(isCompacted: Bool) throws {
    var random = SplitMix64(seed: 4)
    let folder = try TemporaryFolder()
    var all: [EventRow] = []
    for number in 0..<3 {
      var rows = SmallWorld().rows(60, &random)
      for place in 0..<5 {
        var row = EventRow("maria@example.org", Int64(place) * 1_000_000, "view")
        row.activity = "secret-activity-\(number)"
        row.channel = "secret-channel"
        row.session = "secret-session-\(place)"
        row.attributes = ["country": "secret-country", "price": "123456789"]
        rows.insert(Arrival(row: row), at: place * 7)
      }
      try writer(folder, runRows: 35).add(rows, digest: "\(number)")
      all += rows.map { $0.row }
    }
    if isCompacted { try writer(folder, runRows: 90).compact() }
    func occurrences() throws -> Int {
      try folder.eventFiles.reduce(0) { sum, path in
        let bytes = try TemporaryFolder.read(path)
        let texts = ["maria", "@example.org", "secret", "123456789"].map { Array($0.utf8) }
        return sum + texts.filter { bytes.contains($0) }.count
      }
    }
    #expect(try occurrences() > 0)
    #expect(try writer(folder).erase(customer: "maria@example.org") == 15)
    #expect(try occurrences() == 0)
    all.removeAll { $0.customer == "maria@example.org" }
    let log = try EventLog(directory: folder.path)
    let oracle = RowsJourneySource(all)
    #expect(try log.plainJourneys() == oracle.plainJourneys())
    #expect(log.activityNames == oracle.activityNames)
    #expect(log.imports.reduce(0) { $0 + $1.rows } == all.count)
    #expect(log.attributes.first { $0.name == "price" }?.kind == .number)
    #expect(throws: EventStoreError.unknownCustomer) {
      try writer(folder).erase(customer: "maria@example.org")
    }
  }

  @Test func `erasing the only customer empties the log`() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<9).map { Arrival(row: EventRow("one", Int64($0), "a"), id: "e\($0)") }
    try writer(folder).add(rows, digest: "1")
    #expect(try writer(folder).erase(customer: "one") == 9)
    let log = try EventLog(directory: folder.path)
    #expect(log.eventCount == 0 && log.activityNames.isEmpty)
    // The ids went too, so the events could come again.
    #expect(try writer(folder).add(rows, digest: "2").rows == 9)
  }
}

extension [UInt8] {
  func contains(_ part: [UInt8]) -> Bool {
    guard count >= part.count else { return false }
    for start in 0...count - part.count where self[start] == part[0] {
      if self[start..<start + part.count].elementsEqual(part) { return true }
    }
    return false
  }
}
