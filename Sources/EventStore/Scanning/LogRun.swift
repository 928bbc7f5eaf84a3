/// The open segments of a run, in customer order.
struct LogRun: Sendable {
  let segments: [SegmentFile]
  /// Number of each segment's first customer within the run, and the number of customers at the end.
  let customerStarts: [Int]

  init(_ segments: [SegmentFile]) {
    self.segments = segments
    var starts = [0]
    for segment in segments {
      starts.append(starts[starts.count - 1] + segment.directory.customers)
    }
    customerStarts = starts
  }

  var customers: Int { customerStarts[segments.count] }
  var rows: Int { segments.reduce(0) { $0 + $1.directory.rows } }

  /// The id of a customer by its number within the run.
  func id(_ number: Int) throws(EventStoreError) -> [UInt8] {
    let segment = segment(of: number)
    return try segments[segment].text(
      number - customerStarts[segment], inTable: SegmentDirectory.Table.customers)
  }

  /// The segment that holds a customer of the run.
  func segment(of number: Int) -> Int {
    var low = 0
    var high = segments.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if customerStarts[middle] <= number { low = middle } else { high = middle - 1 }
    }
    return low
  }

  func position(of number: Int) -> RunPosition {
    guard number < customers else { return RunPosition(segment: segments.count) }
    let segment = segment(of: number)
    var rest = number - customerStarts[segment]
    var block = 0
    while rest >= segments[segment].directory.blocks[block].customers {
      rest -= segments[segment].directory.blocks[block].customers
      block += 1
    }
    return RunPosition(segment: segment, block: block, customer: rest)
  }
}

/// A customer's place in a run.
struct RunPosition: Hashable, Sendable {
  var segment = 0
  var block = 0
  /// Within the block.
  var customer = 0

  mutating func advance(by count: Int, in run: LogRun) {
    customer += count
    while segment < run.segments.count {
      let blocks = run.segments[segment].directory.blocks
      if block < blocks.count && customer < blocks[block].customers { return }
      if block < blocks.count { customer -= blocks[block].customers }
      block += 1
      if block >= blocks.count {
        segment += 1
        block = 0
      }
    }
  }
}

/// Walks through the customers of several runs in byte order of their ids.
struct CustomerMerge {
  private struct Head {
    let run: LogRun
    var segment = 0
    var cursor: StringTable.Cursor?
    /// Customers passed so far.
    var number = -1

    var current: [UInt8]? { cursor?.current }

    mutating func advance() throws(EventStoreError) {
      number += 1
      while true {
        if cursor != nil {
          if number < run.customerStarts[segment + 1] {
            guard cursor?.advance() == true else {
              throw run.segments[segment].file.damaged("the customers are cut short", at: 0)
            }
            return
          }
          segment += 1
          cursor = nil
        }
        guard segment < run.segments.count else { return }
        let table = try run.segments[segment].table(SegmentDirectory.Table.customers)
        guard table.count == run.segments[segment].directory.customers else {
          throw run.segments[segment].file.damaged("customers are missing", at: 0)
        }
        if table.count > 0 { cursor = table.cursor() } else { segment += 1 }
      }
    }
  }

  private var heads: [Head]
  /// Bit *r* is set if run *r* has the current customer.
  private(set) var presence: UInt8 = 0
  private(set) var id: [UInt8] = []

  init(_ runs: [LogRun]) throws(EventStoreError) {
    heads = runs.map { Head(run: $0) }
    for index in heads.indices { try heads[index].advance() }
  }

  /// Number of the current customer within a run that has it.
  func number(in run: Int) -> Int { heads[run].number }

  /// Moves to the next customer; false after the last.
  mutating func advance() throws(EventStoreError) -> Bool {
    for index in heads.indices where presence >> UInt8(index) & 1 == 1 {
      try heads[index].advance()
    }
    presence = 0
    var least = -1
    for index in heads.indices {
      guard let current = heads[index].current else { continue }
      if least < 0 {
        least = index
        presence = 1 << UInt8(index)
        continue
      }
      guard let leastID = heads[least].current else { continue }
      switch Self.order(current, leastID) {
      case 0: presence |= 1 << UInt8(index)
      case ..<0:
        least = index
        presence = 1 << UInt8(index)
      default: break
      }
    }
    guard least >= 0, let winner = heads[least].current else { return false }
    id.removeAll(keepingCapacity: true)
    id.append(contentsOf: winner)
    return true
  }

  private static func order(_ a: [UInt8], _ b: [UInt8]) -> Int {
    a.withBytes { a in b.withBytes { b in a.equals(b) ? 0 : a.precedes(b) ? -1 : 1 } }
  }
}
