import Testing

@testable import EventStore

struct StagedColumnTests {
  @Test(arguments: [1, 255, 256, 257, 65_535, 65_536, 65_537, 1 << 20])
  func `codes take as few bytes as the largest needs`(limit: Int) {
    let largest = UInt32(limit - 1)
    let values = [0, largest / 2, largest, 0, largest]
    let wide = UnsafeColumn<UInt32>(count: values.count)
    for (row, value) in values.enumerated() { wide[row] = value }
    let column = CodeColumn(wide, count: values.count, limit: limit)
    #expect(values.indices.map { column[$0] } == values)
    #expect(column.width == (limit <= 256 ? 1 : limit <= 65_536 ? 2 : 4))
    #expect(column.byteCount == column.width * values.count)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `times come back, and their ties are counted`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      let unit = TimeUnit.allCases.randomElement(using: &random) ?? .second
      // The last needs more than 32 bits, but for units so long that such times cannot be.
      let widest: Int64 = min(1 << 33, Int64.max / 4 / unit.microseconds)
      let spans: [Int64] = [1, 3, widest]
      let span = spans.randomElement(using: &random) ?? 1
      let first = Int64.random(in: -100...100, using: &random)
      var ticks = (0..<Int.random(in: 1...20, using: &random)).map { _ in
        first + Int64.random(in: 0..<span, using: &random)
      }
      if Bool.random(using: &random) { ticks.sort() }
      let times = ticks.map { $0 * unit.microseconds }
      let staged = StagedTimes(times, unit: unit)
      #expect(times.indices.map { staged[$0] } == times)
      #expect(staged.earliest == times.min() && staged.latest == times.max())
      #expect(staged.isOrdered == (times == times.sorted()))
      let stretches = times.stretches.map { $0.count }
      #expect(staged.firstTie == stretches.first && staged.lastTie == stretches.last)
      #expect(staged.longestTie == stretches.max())
    }
  }

  @Test func `arrival numbers count equal times over several batches`() throws {
    let folder = try TemporaryFolder()
    // The same second for the end of a batch, a whole batch and the beginning of a third.
    let times: [Int64] = [1, 2, 2, 2, 2, 2, 2, 2, 3, 4]
    let rows = times.enumerated().map { index, time in
      Arrival(row: EventRow("c\(index % 3)", time * 1_000_000, "a\(index)"))
    }
    try writer(folder).add(rows, digest: "x", batch: 3, isPlain: true)
    #expect(
      try EventLog(directory: folder.path).plainJourneys()
        == RowsJourneySource(rows.map { $0.row }).plainJourneys())
  }
}

extension [Int64] {
  /// Stretches of equal numbers.
  fileprivate var stretches: [[Int64]] {
    reduce(into: []) { stretches, number in
      if stretches.last?.last == number {
        stretches[stretches.count - 1].append(number)
      } else {
        stretches.append([number])
      }
    }
  }
}
