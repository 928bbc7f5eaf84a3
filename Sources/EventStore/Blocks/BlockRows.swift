/// Rows of a block before they are packed, in columns; reused from block to block.
struct BlockRows {
  /// Events of each customer of the block.
  var counts: [UInt32] = []
  /// Microseconds.
  var times: [Int64] = []
  var activities: [UInt32] = []
  var channels: [UInt32] = []
  /// Numbers that grow with arrival among events of equal time (see `SegmentDirectory.arrivals`).
  var arrivals: [UInt32] = []
  var values: [Int64] = []
  var sessions: [UInt32] = []
  /// Places in `SegmentDirectory.imports`.
  var imports: [UInt32] = []
  var attributes: [[UInt32]] = []
  var digests: [EventDigest] = []

  init(attributeCount: Int = 0) {
    attributes = Array(repeating: [], count: attributeCount)
  }

  mutating func resize(customers: Int, rows: Int, shape: SegmentShape) {
    counts.resize(to: customers, filler: 0)
    times.resize(to: rows, filler: 0)
    activities.resize(to: rows, filler: 0)
    channels.resize(to: shape.hasChannels ? rows : 0, filler: 0)
    arrivals.resize(to: rows, filler: 0)
    values.resize(to: shape.hasValues ? rows : 0, filler: Int64.min)
    sessions.resize(to: shape.hasSessions ? rows : 0, filler: 0)
    imports.resize(to: shape.importCount > 1 ? rows : 0, filler: 0)
    for index in attributes.indices { attributes[index].resize(to: rows, filler: 0) }
    digests.resize(to: shape.hasDigests ? rows : 0, filler: .none)
  }

  mutating func removeAll() {
    counts.removeAll(keepingCapacity: true)
    times.removeAll(keepingCapacity: true)
    activities.removeAll(keepingCapacity: true)
    channels.removeAll(keepingCapacity: true)
    arrivals.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    sessions.removeAll(keepingCapacity: true)
    imports.removeAll(keepingCapacity: true)
    for index in attributes.indices { attributes[index].removeAll(keepingCapacity: true) }
    digests.removeAll(keepingCapacity: true)
  }

  func checkInvariants(_ shape: SegmentShape) {
    #if DEBUG
      let rows = times.count
      precondition(counts.reduce(0) { $0 + Int($1) } == rows, "counts must cover the rows")
      precondition(counts.allSatisfy { $0 > 0 }, "a customer has events")
      precondition(activities.count == rows && arrivals.count == rows, "columns have equal length")
      precondition(!shape.hasValues || values.count == rows, "values cover the rows")
      var row = 0
      for count in counts {
        for index in row + 1..<max(row + Int(count), row + 1) {
          precondition(times[index - 1] <= times[index], "a journey is sorted by time")
        }
        row += Int(count)
      }
    #endif
  }
}

/// Which columns a segment has, and how wide its fixed codes are.
struct SegmentShape: Hashable, Sendable {
  var unit = TimeUnit.microsecond
  /// 8, 16 or 32 bits.
  var activityBits = 8
  /// 0 (no channels), 8, 16 or 32 bits.
  var channelBits = 0
  var hasValues = false
  var hasSessions = false
  var hasDigests = false
  var importCount = 1
  var attributeCount = 0

  var hasChannels: Bool { channelBits > 0 }

  /// The narrowest of 8, 16 and 32 bits for codes below `count`.
  static func codeBits(_ count: Int) -> Int { count <= 1 << 8 ? 8 : count <= 1 << 16 ? 16 : 32 }
}
