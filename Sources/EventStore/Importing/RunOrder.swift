/// Finds the order of a run: customers in byte order, cut into blocks, and each row's place.
///
/// A counting sort in two steps. It is stable, so rows of a customer keep their arrival order, and a log that is
/// ordered by
/// time needs no comparison of times at all.
struct RunOrder: Sendable {
  static let withinBits: UInt64 = 14

  let customers: RunDictionary
  /// First row of each block among all records, and the number of records at the end.
  let blockStarts: [Int]
  let blockCustomers: [Int]
  /// By lane, then the lane's customer code: block and place within it.
  private let places: [UnsafeColumn<UInt32>]
  private let groups: [Range<Int>]
  /// By group, then block: where the group's first record of the block goes.
  private let groupStarts: [[Int]]

  var blockCount: Int { blockCustomers.count }

  init(_ run: RunBatches, threads: Int) {
    let groups = run.groups(threads)
    self.groups = groups
    let counts = Self.counts(run, groups)
    let merged = RunDictionary(
      run.lanes.map { $0.customers }, optional: false, threads: threads,
      used: Self.used(counts, run))
    customers = merged
    let totals = Self.totals(counts, run, merged, threads)
    var starts = [0]
    var blockCustomers: [Int] = []
    let placement = UnsafeColumn<UInt32>(count: max(merged.count, 1))
    var rows = 0
    var within = 0
    for rank in 0..<merged.count {
      var own = 0
      for lane in totals { own += Int(lane[rank]) }
      if within > 0 && rows - starts[blockCustomers.count] + own > BlockEncoder.targetRows {
        blockCustomers.append(within)
        starts.append(rows)
        within = 0
      }
      placement[rank] = UInt32(blockCustomers.count << Int(Self.withinBits) | within)
      rows += own
      within += 1
    }
    if within > 0 {
      blockCustomers.append(within)
      starts.append(rows)
    }
    blockStarts = starts
    self.blockCustomers = blockCustomers
    let lanes = run.lanes.map { $0.customers.count }
    let places = merged.codes.map { UnsafeColumn<UInt32>(count: $0.count) }
    Workers.each(lanes.count, threads: threads) { lane in
      let (ranks, own) = (merged.codes[lane], places[lane])
      for code in 0..<lanes[lane] where Int(ranks[code]) < merged.count {
        own[code] = placement[Int(ranks[code])]
      }
    }
    self.places = places
    let blockCount = blockCustomers.count
    let groupRows = groups.map { _ in UnsafeColumn<Int>(count: max(blockCount, 1)) }
    Workers.each(groups.count, threads: threads) { group in
      let own = groupRows[group]
      for lane in lanes.indices {
        let (column, places) = (counts[group][lane], places[lane])
        for code in 0..<lanes[lane] where column[code] > 0 {
          own[Int(places[code]) >> Int(Self.withinBits)] += Int(column[code])
        }
      }
    }
    var next = Array(starts.dropLast())
    var groupStarts: [[Int]] = []
    for rows in groupRows {
      groupStarts.append(next)
      for block in 0..<blockCount { next[block] += rows[block] }
    }
    self.groupStarts = groupStarts
  }

  /// Rows of each customer, by lane and then in byte order.
  private static func totals(
    _ counts: [[UnsafeColumn<UInt32>]], _ run: RunBatches, _ merged: RunDictionary, _ threads: Int
  ) -> [UnsafeColumn<UInt32>] {
    let totals = run.lanes.map { _ in UnsafeColumn<UInt32>(count: max(merged.count, 1)) }
    let codeCounts = run.lanes.map { $0.customers.count }
    Workers.each(totals.count, threads: threads) { lane in
      let (own, ranks) = (totals[lane], merged.codes[lane])
      for group in counts {
        let column = group[lane]
        for code in 0..<codeCounts[lane] where column[code] > 0 {
          own[Int(ranks[code])] += column[code]
        }
      }
    }
    return totals
  }

  /// Rows of each customer: by group, lane and the lane's code.
  private static func counts(
    _ run: RunBatches, _ groups: [Range<Int>]
  ) -> [[UnsafeColumn<UInt32>]] {
    let counts = groups.map { _ in
      run.lanes.map { UnsafeColumn<UInt32>(count: max($0.customers.count, 1)) }
    }
    Workers.run(groups.count) { group in
      for index in groups[group] {
        let batch = run.batches[index]
        let own = counts[group][run.laneNumbers[index]]
        if let dropped = run.duplicates[index] {
          for row in 0..<batch.rowCount where !dropped[row] {
            own[Int(batch.customers[row])] += 1
          }
        } else {
          for row in 0..<batch.rowCount { own[Int(batch.customers[row])] += 1 }
        }
      }
    }
    return counts
  }

  private static func used(
    _ counts: [[UnsafeColumn<UInt32>]], _ run: RunBatches
  ) -> [UnsafeColumn<Bool>]? {
    guard run.hasUnusedTexts else { return nil }
    return run.lanes.indices.map { lane in
      let used = UnsafeColumn<Bool>(count: run.lanes[lane].customers.count + 1)
      for group in counts {
        for code in 0..<run.lanes[lane].customers.count where group[lane][code] > 0 {
          used[code] = true
        }
      }
      return used
    }
  }

  /// All records, block by block; within a block in arrival order.
  func records<Record: RunRecord>(
    _ run: RunBatches, _ format: RunFormat, activities: RunDictionary, channels: RunDictionary,
    arrivals: ArrivalNumbers
  ) -> UnsafeColumn<Record> {
    let records = UnsafeColumn<Record>(count: max(blockStarts[blockCount], 1))
    let within = UInt32(1) << UInt32(Self.withinBits) - 1
    Workers.run(groups.count) { group in
      let next = UnsafeColumn<Int>(count: max(blockCount, 1))
      for block in 0..<blockCount { next[block] = groupStarts[group][block] }
      for index in groups[group] {
        let batch = run.batches[index]
        let lane = run.laneNumbers[index]
        let places = places[lane]
        let dropped = run.duplicates[index]
        let first = run.starts[index]
        let customers = batch.customers
        @inline(__always) func put(_ row: Int, _ time: Int64, _ rest: UInt64) {
          let place = places[Int(customers[row])]
          let block = Int(place >> UInt32(Self.withinBits))
          let fields = UInt64(place & within) | rest &<< Self.withinBits
          records[next[block]] = Record(time, fields, format)
          next[block] += 1
        }
        let times = batch.times
        switch format.fields {
        case .reference:
          for row in 0..<batch.rowCount where !(dropped?[row] ?? false) {
            put(row, times[row], UInt64(first + row))
          }
        case .packed(let activityBits, let channelBits, _):
          let activityCodes = activities.codes[lane]
          let channelCodes = channels.codes[lane]
          let activityColumn = batch.activities
          var counter = arrivals.counter(atBatch: index, run)
          @inline(__always) func putAll(_ channel: (Int) -> UInt32) {
            for row in 0..<batch.rowCount {
              let time = times[row]
              let arrival = counter.next(time)
              if let dropped, dropped[row] { continue }
              let activity = UInt64(activityCodes[Int(activityColumn[row])])
              let rest = arrival &<< channelBits | UInt64(channelCodes[Int(channel(row))])
              put(row, time, rest &<< activityBits | activity)
            }
          }
          if let column = batch.channels {
            putAll { column[$0] }
          } else {
            putAll { _ in 0 }
          }
        }
      }
    }
    return records
  }
}
