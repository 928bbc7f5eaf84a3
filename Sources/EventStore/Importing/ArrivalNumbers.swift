/// Numbers that grow with arrival among rows of equal time, as small as that allows.
///
/// Within a customer the stored order says everything; but when the events of several customers are merged into one
/// journey,
/// equal times must come in the order of the source. Where a run is ordered by time it is enough to count rows of
/// equal time;
/// else the row's number in the run serves.
struct ArrivalNumbers: Sendable {
  let isOrdered: Bool
  /// All numbers are below this.
  let limit: UInt64
  /// The earliest and the latest time of the run.
  let times: ClosedRange<Int64>

  /// - Complexity: O(batches): each knows its own times.
  init(_ run: RunBatches) {
    var isOrdered = true
    var (tie, longestTie) = (0, 0)
    var (earliest, latest) = (Int64.max, Int64.min)
    var last: Int64?
    for batch in run.batches {
      let times = batch.times
      guard let first = times.first else { continue }
      if !times.isOrdered || first < last ?? first { isOrdered = false }
      // Rows of equal time may reach over several batches.
      let before = first == last ? tie : 0
      longestTie = max(longestTie, before + times.firstTie, times.longestTie)
      tie = times.lastTie == times.count ? before + times.count : times.lastTie
      earliest = min(earliest, times.earliest)
      latest = max(latest, times.latest)
      last = times.last
    }
    self.isOrdered = isOrdered
    limit = UInt64(isOrdered ? longestTie : run.rows)
    times = earliest...max(earliest, latest)
  }

  struct Counter {
    let isOrdered: Bool
    var previous: Int64
    var number: UInt64

    /// The number of the next row.
    @inline(__always)
    mutating func next(_ time: Int64) -> UInt64 {
      number = !isOrdered || time == previous ? number &+ 1 : 0
      previous = time
      return number
    }
  }

  func counter(atBatch index: Int, _ run: RunBatches) -> Counter {
    guard isOrdered else {
      return Counter(
        isOrdered: false, previous: 0, number: UInt64(bitPattern: Int64(run.starts[index]) - 1))
    }
    // How many rows with the first time of this batch came before it.
    guard let time = run.batches[index].times.first else {
      return Counter(isOrdered: true, previous: 0, number: 0)
    }
    var earlier: UInt64 = 0
    for batch in run.batches[..<index].reversed() where batch.rowCount > 0 {
      guard batch.times.last == time else { break }
      earlier += UInt64(batch.times.lastTie)
      if batch.times.lastTie < batch.rowCount { break }
    }
    // One less, for `next` adds one. Without an earlier one the wrap-around gives zero.
    return Counter(isOrdered: true, previous: time, number: earlier &- 1)
  }

  /// The numbers of all rows, in arrival order.
  func column(_ run: RunBatches) -> UnsafeColumn<UInt32> {
    let column = UnsafeColumn<UInt32>(count: max(run.rows, 1))
    for (index, batch) in run.batches.enumerated() {
      var counter = counter(atBatch: index, run)
      for row in 0..<batch.rowCount {
        column[run.starts[index] + row] = UInt32(truncatingIfNeeded: counter.next(batch.times[row]))
      }
    }
    return column
  }
}
