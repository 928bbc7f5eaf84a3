/// Fills chunks for one worker of a scan; its memory is reused from chunk to chunk.
struct ChunkScanner {
  struct WholeBlock: Sendable {
    var segment: Int
    var block: Int
    var firstCustomer: Int
  }

  private struct OpenBlock {
    var segment = -1
    var block = -1
    var loaded = LoadedBlock()
  }

  private let log: EventLog
  private let plan: ScanPlan
  private var chunk = JourneyChunk()
  private var scratch = JourneyChunk()
  /// By run: the block that was read last.
  private var open: [OpenBlock]
  private var rows = 0
  private var order: [Int32] = []
  private var arrivals: [UInt32] = []
  private var runOfRow: [Int32] = []

  init(_ log: EventLog, _ plan: ScanPlan) {
    self.log = log
    self.plan = plan
    open = log.runs.map { _ in OpenBlock() }
  }

  private mutating func load(
    _ run: Int, _ segment: Int, _ block: Int
  ) throws(EventStoreError) -> SegmentFile {
    let file = log.runs[run].segments[segment]
    if open[run].segment != segment || open[run].block != block {
      // Not this one until it is whole.
      open[run].segment = -1
      try file.load(block, into: &open[run].loaded)
      open[run].segment = segment
      open[run].block = block
    }
    return file
  }

  /// A block of a log with a single run is a chunk as it stands.
  mutating func scan(
    _ block: WholeBlock, _ use: (JourneyChunk) -> Void
  ) throws(EventStoreError) {
    let file = try load(0, block.segment, block.block)
    let customers = open[0].loaded.customers
    chunk.firstCustomer = block.firstCustomer
    chunk.offsets.resize(to: customers + 1, filler: 0)
    let offsets = open[0].loaded.offsets
    chunk.offsets.withTarget { target in
      for customer in 0...customers { target[customer] = offsets[customer] }
    }
    let maps = plan.maps[0][block.segment]
    if plan.isNarrow(file.directory.blocks[block.block], maps) {
      chunk.decodeNarrow(&open[0].loaded, of: file, maps, plan)
    } else {
      chunk.isNarrow = false
      chunk.resize(rows: open[0].loaded.layout.rows, plan.columns)
      chunk.decode(&open[0].loaded, 0..<customers, of: file, maps, plan.columns, at: 0)
    }
    chunk.checkInvariants()
    use(chunk)
  }

  // MARK: Several runs

  mutating func scan(
    _ task: CustomerIndex.Task, _ index: CustomerIndex, _ use: (JourneyChunk) -> Void
  ) throws(EventStoreError) {
    var positions = task.positions
    var customer = task.firstCustomer
    let end = task.firstCustomer + task.customerCount
    begin(customer)
    while customer < end {
      let bits = index.presence[customer]
      let run = bits.trailingZeroBitCount
      if bits & (bits - 1) == 0 {
        var length = 1
        while customer + length < end && index.presence[customer + length] == bits { length += 1 }
        length = try copyAlone(run, &positions[run], upTo: length, use, customer)
        customer += length
        continue
      }
      var members: [GroupIndex.Member] = []
      for run in log.runs.indices where bits >> UInt8(run) & 1 == 1 {
        let position = positions[run]
        members.append(
          .init(
            run: Int32(run), segment: Int32(position.segment), block: Int32(position.block),
            customer: Int32(position.customer)))
        positions[run].advance(by: 1, in: log.runs[run])
      }
      try append(members[...], customer, use)
      customer += 1
    }
    emit(use)
  }

  /// Copies customers that only one run has, as many as fit into the chunk and lie in one block.
  private mutating func copyAlone(
    _ run: Int, _ position: inout RunPosition, upTo limit: Int, _ use: (JourneyChunk) -> Void,
    _ customer: Int
  ) throws(EventStoreError) -> Int {
    let file = try load(run, position.segment, position.block)
    let first = position.customer
    var end = min(first + limit, open[run].loaded.customers)
    func count(_ end: Int) -> Int { open[run].loaded.rows(first..<end).count }
    if rows > 0 && rows + count(first + 1) > BlockEncoder.targetRows {
      emit(use)
      begin(customer)
    }
    while end > first + 1 && rows + count(end) > BlockEncoder.targetRows {
      end = first + max(1, (end - first) / 2)
    }
    let own = first..<end
    makeRoom(count(end))
    chunk.decode(
      &open[run].loaded, own, of: file, plan.maps[run][position.segment], plan.columns, at: rows)
    let base = Int32(rows) - open[run].loaded.offsets[first]
    for next in own { chunk.offsets.append(base + open[run].loaded.offsets[next + 1]) }
    rows += count(end)
    position.advance(by: own.count, in: log.runs[run])
    return own.count
  }

  // MARK: Groups

  mutating func scan(
    groupTask task: Int, _ index: GroupIndex, _ use: (JourneyChunk) -> Void
  ) throws(EventStoreError) {
    let first = task * GroupScan.groupsPerTask
    begin(first)
    for group in first..<min(first + GroupScan.groupsPerTask, index.count) {
      try append(index.members[index.starts[group]..<index.starts[group + 1]], group, use)
    }
    emit(use)
  }

  /// Appends one customer (or group) whose events lie in several places, merged by (time, run, arrival).
  private mutating func append(
    _ members: ArraySlice<GroupIndex.Member>, _ customer: Int, _ use: (JourneyChunk) -> Void
  ) throws(EventStoreError) {
    var total = 0
    order.removeAll(keepingCapacity: true)
    runOfRow.removeAll(keepingCapacity: true)
    for member in members {
      let run = Int(member.run)
      let file = try load(run, Int(member.segment), Int(member.block))
      let own = Int(member.customer)..<Int(member.customer) + 1
      let rows = open[run].loaded.rows(own)
      scratch.resize(rows: max(total + rows.count, scratch.times.count), plan.columns)
      scratch.decode(
        &open[run].loaded, own, of: file, plan.maps[run][Int(member.segment)], plan.columns,
        at: total)
      arrivals.resize(to: max(total + rows.count, arrivals.count), filler: 0)
      let loaded = open[run].loaded
      arrivals.withTarget { target in
        loaded.decodeCodes(BlockColumn.arrivals, rows, map: nil, into: target.slice(from: total))
      }
      for row in total..<total + rows.count {
        order.append(Int32(row))
        runOfRow.append(member.run)
      }
      total += rows.count
    }
    if members.count > 1 {
      let (times, runOfRow, arrivals) = (scratch.times, runOfRow, arrivals)
      order.sort { a, b in
        let (a, b) = (Int(a), Int(b))
        if times[a] != times[b] { return times[a] < times[b] }
        if runOfRow[a] != runOfRow[b] { return runOfRow[a] < runOfRow[b] }
        if arrivals[a] != arrivals[b] { return arrivals[a] < arrivals[b] }
        return a < b
      }
    }
    if rows > 0 && rows + total > BlockEncoder.targetRows {
      emit(use)
      begin(customer)
    }
    makeRoom(total)
    chunk.copy(scratch, order, to: rows)
    rows += total
    chunk.offsets.append(Int32(rows))
  }

  // MARK: The chunk under way

  private mutating func begin(_ customer: Int) {
    chunk.firstCustomer = customer
    chunk.offsets.removeAll(keepingCapacity: true)
    chunk.offsets.append(0)
    rows = 0
  }

  private mutating func makeRoom(_ count: Int) {
    let needed = max(rows + count, BlockEncoder.targetRows)
    if chunk.times.count < needed { chunk.resize(rows: needed, plan.columns) }
  }

  private mutating func emit(_ use: (JourneyChunk) -> Void) {
    guard rows > 0 else { return }
    chunk.resize(rows: rows, plan.columns)
    chunk.checkInvariants()
    use(chunk)
  }
}
