/// Whole columns of a run in arrival order, for rows that travel by reference.
struct RunColumns: Sendable {
  var activities: UnsafeColumn<UInt32>
  var channels: UnsafeColumn<UInt32>
  var sessions: UnsafeColumn<UInt32>
  var arrivals: UnsafeColumn<UInt32>
  var attributes: [UnsafeColumn<UInt32>]
  var values: UnsafeColumn<Int64>?
  var digests: UnsafeColumn<EventDigest>?
}

/// Everything that packing a block of a run needs, shared by the threads.
struct RunSource<Record: RunRecord>: Sendable {
  let shape: SegmentShape
  let format: RunFormat
  let order: RunOrder
  let records: UnsafeColumn<Record>
  /// Only where rows travel by reference.
  let columns: RunColumns?

  init(
    run: RunBatches, shape: SegmentShape, format: RunFormat, order: RunOrder,
    activities: RunDictionary, channels: RunDictionary, sessions: RunDictionary,
    attributes: [RunDictionary], arrivals: ArrivalNumbers
  ) {
    self.shape = shape
    self.format = format
    self.order = order
    records = order.records(
      run, format, activities: activities, channels: channels, arrivals: arrivals)
    guard case .reference = format.fields else {
      columns = nil
      return
    }
    var columns = RunColumns(
      activities: run.flat(activities) { $0.activities },
      channels: run.flat(channels) { $0.channels }, sessions: run.flat(sessions) { $0.sessions },
      arrivals: arrivals.column(run),
      attributes: attributes.enumerated().map { index, dictionary in
        run.flat(dictionary) { $0.attributes[index] }
      })
    if shape.hasValues {
      let values = UnsafeColumn<Int64>(count: run.rows)
      for (index, batch) in run.batches.enumerated() {
        for row in 0..<batch.rowCount {
          values[run.starts[index] + row] = batch.values?[row] ?? Int64.min
        }
      }
      columns.values = values
    }
    if shape.hasDigests {
      let digests = UnsafeColumn<EventDigest>(count: run.rows)
      for (index, batch) in run.batches.enumerated() {
        guard let own = batch.digests else { continue }
        digests.copy(from: own, at: 0, count: batch.rowCount, to: run.starts[index])
      }
      columns.digests = digests
    }
    self.columns = columns
  }
}

/// Brings the records of a block into their last order and packs them; one per thread, with memory that is reused.
struct RunPacker<Record: RunRecord> {
  private let source: RunSource<Record>
  private var rows: BlockRows
  private var encoder: BlockEncoder
  private var sorted: UnsafeColumn<Record>
  private let places: UnsafeColumn<Int>

  init(_ source: RunSource<Record>) {
    self.source = source
    rows = BlockRows(attributeCount: source.shape.attributeCount)
    encoder = BlockEncoder(shape: source.shape)
    sorted = UnsafeColumn(count: BlockEncoder.targetRows)
    places = UnsafeColumn(count: 1 << Int(RunOrder.withinBits))
  }

  mutating func pack(_ block: Int) -> SealedBlock {
    let order = source.order
    let start = order.blockStarts[block]
    let count = order.blockStarts[block + 1] - start
    rows.resize(customers: order.blockCustomers[block], rows: count, shape: source.shape)
    sort(start, count)
    fill(count)
    return SealedBlock(rows, &encoder)
  }

  private mutating func sort(_ start: Int, _ count: Int) {
    if sorted.count < count { sorted = UnsafeColumn(count: count) }
    let (records, sorted, places) = (source.records, sorted, places)
    let format = source.format
    let mask = UInt64(1) << RunOrder.withinBits - 1
    let customers = rows.counts.count
    rows.counts.withTarget { counts in
      for customer in 0..<customers { counts[customer] = 0 }
      for row in start..<start + count {
        counts[Int(truncatingIfNeeded: records[row].fields(format) & mask)] += 1
      }
      var total = 0
      for customer in 0..<customers {
        places[customer] = total
        total += Int(counts[customer])
      }
      for row in start..<start + count {
        let record = records[row]
        let customer = Int(truncatingIfNeeded: record.fields(format) & mask)
        sorted[places[customer]] = record
        places[customer] += 1
      }
      var first = 0
      for customer in 0..<customers {
        let end = first + Int(counts[customer])
        var row = first + 1
        while row < end && sorted[row - 1].time(format) <= sorted[row].time(format) {
          row += 1
        }
        if row < end { Self.sortByTime(sorted, first..<end, format) }
        first = end
      }
    }
  }

  /// A stable sort: insertion for a few rows, else by (time, place).
  private static func sortByTime(
    _ records: UnsafeColumn<Record>, _ range: Range<Int>, _ format: RunFormat
  ) {
    if range.count <= 24 {
      for row in range.dropFirst() {
        let record = records[row]
        var place = row
        let time = record.time(format)
        while place > range.lowerBound && records[place - 1].time(format) > time {
          records[place] = records[place - 1]
          place -= 1
        }
        records[place] = record
      }
      return
    }
    var order = range.map { (record: records[$0], time: records[$0].time(format), place: $0) }
    order.sort { ($0.time, $0.place) < ($1.time, $1.place) }
    for (place, entry) in order.enumerated() { records[range.lowerBound + place] = entry.record }
  }

  private mutating func fill(_ count: Int) {
    let sorted = sorted
    let format = source.format
    let shift = RunOrder.withinBits
    rows.times.withTarget { times in
      for row in 0..<count { times[row] = sorted[row].time(format) }
    }
    switch format.fields {
    case .packed(let activityBits, let channelBits, _):
      let mask = UInt64(1) &<< activityBits &- 1
      rows.activities.withTarget { codes in
        for row in 0..<count {
          codes[row] = UInt32(truncatingIfNeeded: sorted[row].fields(format) &>> shift & mask)
        }
      }
      if source.shape.hasChannels {
        let channelMask = UInt64(1) &<< channelBits &- 1
        let channelShift = shift + activityBits
        rows.channels.withTarget { codes in
          for row in 0..<count {
            codes[row] = UInt32(
              truncatingIfNeeded: sorted[row].fields(format) &>> channelShift & channelMask)
          }
        }
      }
      let arrivalShift = shift + activityBits + channelBits
      rows.arrivals.withTarget { numbers in
        for row in 0..<count {
          // A shift by all 64 bits would leave the number as it is; then there are no bits for arrivals.
          numbers[row] =
            arrivalShift > 63
            ? 0 : UInt32(truncatingIfNeeded: sorted[row].fields(format) &>> arrivalShift)
        }
      }
    case .reference:
      guard let columns = source.columns else { return }
      @inline(__always) func gather<Element: BitwiseCopyable>(
        _ column: UnsafeColumn<Element>, _ target: inout [Element]
      ) {
        target.withTarget { target in
          for row in 0..<count {
            target[row] = column[Int(truncatingIfNeeded: sorted[row].fields(format) &>> shift)]
          }
        }
      }
      gather(columns.activities, &rows.activities)
      gather(columns.arrivals, &rows.arrivals)
      if source.shape.hasChannels { gather(columns.channels, &rows.channels) }
      if source.shape.hasSessions { gather(columns.sessions, &rows.sessions) }
      if let values = columns.values { gather(values, &rows.values) }
      if let digests = columns.digests { gather(digests, &rows.digests) }
      for index in columns.attributes.indices {
        gather(columns.attributes[index], &rows.attributes[index])
      }
    }
  }
}
