/// A batch whose texts have become codes of its lane.
struct StagedBatch: Sendable {
  var number: Int
  var rowCount: Int
  var lane: ImportLane
  var customers: UnsafeColumn<UInt32>
  var activities: CodeColumn
  var times: StagedTimes
  var unit: TimeUnit
  /// Optional columns: code 0 is "absent", texts begin at 1.
  var channels: CodeColumn?
  var sessions: CodeColumn?
  var attributes: [CodeColumn]
  var values: [Int64]?
  var digests: UnsafeColumn<EventDigest>?

  var byteCount: Int {
    let codes =
      customers.count * 4 + activities.byteCount + (channels?.byteCount ?? 0)
      + (sessions?.byteCount ?? 0) + attributes.reduce(0) { $0 + $1.byteCount }
    let wide = (values == nil ? 0 : 1) + (digests == nil ? 0 : 2)
    return codes + times.byteCount + rowCount * wide * 8
  }
}

/// The dictionaries of one reader thread: no two threads use a lane at once, so none waits for another.
final class ImportLane: @unchecked Sendable {
  // Sendable: the session hands a lane to one thread at a time and seals only when all lanes are back.
  private(set) var customers: Interner
  private(set) var activities: Interner
  private(set) var channels: Interner
  private(set) var sessions: Interner
  private(set) var attributes: [Interner]
  private var unit = TimeUnit.day
  private var codes = UnsafeColumn<UInt32>(count: 1)
  /// Rows that were ever given codes here.
  private(set) var rowCount = 0

  init(attributeCount: Int) {
    var random = SystemRandomNumberGenerator()
    let seed: UInt64 = random.next()
    customers = Interner(seed: seed, expected: 4_096)
    activities = Interner(seed: seed)
    channels = Interner(seed: seed)
    sessions = Interner(seed: seed)
    attributes = (0..<attributeCount).map { _ in Interner(seed: seed) }
  }

  var byteCount: Int {
    customers.byteCount + activities.byteCount + channels.byteCount + sessions.byteCount
      + attributes.reduce(0) { $0 + $1.byteCount }
  }

  func stage(_ batch: EventBatch, digests key: (prefix: [UInt8], key: EventDigest)) -> StagedBatch {
    let count = batch.rowCount
    checkInvariants(batch)
    rowCount += count
    unit = TimeUnit.coarsest(of: batch.times, limit: unit)
    let times = StagedTimes(batch.times, unit: unit)
    let scratch = scratch(count)
    let staged = batch.bytes.withBytes { bytes in
      func codes(_ interner: inout Interner, _ column: TextColumn, optional: Bool) -> CodeColumn {
        interner.intern(bytes, column, count: count, optional: optional, into: scratch)
        return CodeColumn(scratch, count: count, limit: interner.count + (optional ? 1 : 0))
      }
      let customerCodes = UnsafeColumn<UInt32>(count: count)
      customers.intern(bytes, batch.customers, count: count, optional: false, into: customerCodes)
      var staged = StagedBatch(
        number: batch.number, rowCount: count, lane: self, customers: customerCodes,
        activities: codes(&activities, batch.activities, optional: false), times: times,
        unit: unit, attributes: [], values: batch.values)
      staged.channels = batch.channels.map { codes(&channels, $0, optional: true) }
      staged.sessions = batch.sessions.map { codes(&sessions, $0, optional: true) }
      for (index, column) in batch.attributes.enumerated() {
        staged.attributes.append(codes(&attributes[index], column, optional: true))
      }
      if let column = batch.eventIDs {
        staged.digests = Self.digests(bytes, column, count, key)
      }
      return staged
    }
    return staged
  }

  /// Room for the codes of a column before it is known how wide they are; kept from batch to batch.
  private func scratch(_ count: Int) -> UnsafeColumn<UInt32> {
    if codes.count < count { codes = UnsafeColumn(count: count + count / 4) }
    return codes
  }

  private static func digests(
    _ bytes: UnsafeBytes, _ column: TextColumn, _ count: Int,
    _ key: (prefix: [UInt8], key: EventDigest)
  ) -> UnsafeColumn<EventDigest> {
    let digests = UnsafeColumn<EventDigest>(count: count)
    var message = key.prefix
    for row in 0..<count {
      let start = Int(column.starts[row])
      let length = Int(column.ends[row]) - start
      if length == 0 { continue }
      message.removeLast(message.count - key.prefix.count)
      bytes.slice(start, length).copy(into: &message)
      digests[row] = message.withBytes { SipHash128.digest($0, key: key.key) }
    }
    return digests
  }

  private func checkInvariants(_ batch: EventBatch) {
    let count = batch.rowCount
    func covers(_ column: TextColumn?) -> Bool {
      guard let column else { return true }
      return column.starts.count == count && column.ends.count == count
    }
    precondition(
      covers(batch.customers) && covers(batch.activities) && batch.times.count == count
        && covers(batch.channels) && covers(batch.sessions) && covers(batch.eventIDs)
        && batch.attributes.allSatisfy(covers)
        && (batch.values.map { $0.count == count } ?? true),
      "every column of a batch has one entry per row")
    precondition(
      batch.attributes.count == attributes.count,
      "a batch has one column for each attribute that the import declared")
  }
}
