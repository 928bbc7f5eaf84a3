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

  /// - Complexity: O(rows), in groups at once.
  init(_ run: RunBatches, threads: Int) {
    struct Found {
      var isOrdered = true
      var longest = 1
      var first = Int64.max
      var last = Int64.min
    }
    let groups = run.groups(threads)
    let found = Monitor(Array(repeating: Found(), count: groups.count))
    Workers.run(groups.count) { group in
      var own = Found()
      var previous: Int64?
      var length = 0
      for index in groups[group] {
        run.batches[index].times.withBytes { times in
          for row in 0..<run.batches[index].rowCount {
            let time = times.load(row * 8, as: Int64.self)
            if let previous, time <= previous {
              if time < previous { own.isOrdered = false }
              length += 1
              own.longest = max(own.longest, length)
            } else {
              length = 1
            }
            previous = time
            own.first = min(own.first, time)
            own.last = max(own.last, time)
          }
        }
      }
      found.with { $0[group] = own }
    }
    let all = found.with { $0 }
    var isOrdered = all.allSatisfy { $0.isOrdered }
    let first = all.reduce(Int64.max) { min($0, $1.first) }
    times = first...max(first, all.reduce(Int64.min) { max($0, $1.last) })
    var last: Int64?
    for batch in run.batches {
      if let last, let first = batch.times.first, first < last { isOrdered = false }
      last = batch.times.last ?? last
    }
    self.isOrdered = isOrdered
    // A stretch of equal times may reach over several groups.
    limit = UInt64(isOrdered ? all.reduce(0) { $0 + $1.longest } : run.rows)
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
    search: for batch in run.batches[..<index].reversed() {
      for other in batch.times.reversed() {
        if other != time { break search }
        earlier += 1
      }
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
