/// A batch whose texts have become codes of its lane.
struct StagedBatch: Sendable {
  var number: Int
  var rowCount: Int
  var lane: ImportLane
  var customers: UnsafeColumn<UInt32>
  var activities: UnsafeColumn<UInt32>
  var times: [Int64]
  var unit: TimeUnit
  /// Optional columns: code 0 is "absent", texts begin at 1.
  var channels: UnsafeColumn<UInt32>?
  var sessions: UnsafeColumn<UInt32>?
  var attributes: [UnsafeColumn<UInt32>]
  var values: [Int64]?
  var digests: UnsafeColumn<EventDigest>?

  var byteCount: Int {
    let codes = 2 + (channels == nil ? 0 : 1) + (sessions == nil ? 0 : 1) + attributes.count
    let wide = 1 + (values == nil ? 0 : 1) + (digests == nil ? 0 : 2)
    return rowCount * (codes * 4 + wide * 8)
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
    var staged = StagedBatch(
      number: batch.number, rowCount: count, lane: self, customers: UnsafeColumn(count: count),
      activities: UnsafeColumn(count: count), times: batch.times, unit: unit, attributes: [],
      values: batch.values)
    batch.bytes.withBytes { bytes in
      customers.intern(
        bytes, batch.customers, count: count, optional: false, into: staged.customers)
      activities.intern(
        bytes, batch.activities, count: count, optional: false, into: staged.activities)
      if let column = batch.channels {
        let codes = UnsafeColumn<UInt32>(count: count)
        channels.intern(bytes, column, count: count, optional: true, into: codes)
        staged.channels = codes
      }
      if let column = batch.sessions {
        let codes = UnsafeColumn<UInt32>(count: count)
        sessions.intern(bytes, column, count: count, optional: true, into: codes)
        staged.sessions = codes
      }
      for (index, column) in batch.attributes.enumerated() {
        let codes = UnsafeColumn<UInt32>(count: count)
        attributes[index].intern(bytes, column, count: count, optional: true, into: codes)
        staged.attributes.append(codes)
      }
      if let column = batch.eventIDs {
        staged.digests = Self.digests(bytes, column, count, key)
      }
    }
    return staged
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
