import EventStore
import Testing

struct GroupTests {
  @Test(arguments: 0..<12 as Range<UInt64>)
  func `the events of a group are one journey in the order of the source`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let folder = try TemporaryFolder()
    var all: [Arrival] = []
    for number in 0..<3 {
      var world = SmallWorld()
      world.isOrdered = seed % 2 == 0
      let rows = world.rows(120, &random)
      try writer(folder, runRows: seed % 3 == 0 ? 50 : 1_000).add(rows, digest: "\(number)")
      all += rows
    }
    if seed % 4 == 3 { try writer(folder, runRows: 100).compact() }
    let links = ["c1": "c2", "c10": "c2", "NA": "b", "": "zz", "null": "a new id"]
    let oracle = RowsJourneySource(
      all.map { arrival in
        var row = arrival.row
        row.customer = links[row.customer] ?? row.customer
        return row
      })
    for threads in [1, 2] {
      let log = try EventLog(
        directory: folder.path, groups: CustomerGroups(links), threads: threads)
      #expect(try log.plainJourneys() == oracle.plainJourneys())
      #expect(log.customerCount == oracle.customerCount)
    }
    let alone = try EventLog(directory: folder.path, groups: CustomerGroups([:]))
    #expect(
      try alone.plainJourneys() == RowsJourneySource(all.map { $0.row }).plainJourneys())
  }
}
