/// What a scan decodes, and how each segment's codes become the log's.
struct ScanPlan: Sendable {
  struct SegmentMaps: Sendable {
    var activities: [UInt32]?
    var channels: [UInt32]?
    var sessions: [UInt32]?
    /// By attribute asked for: the block's column (nil: the segment has none) and its map.
    var attributes: [(column: Int?, map: [UInt32]?)] = []
    /// Whether chunks of the segment may be narrow, and what its codes become then (nil: as they are).
    var allowsNarrow = false
    var narrowActivities: [UInt8]?
  }

  let columns: ScanColumns
  /// By run, then segment.
  let maps: [[SegmentMaps]]
  /// Microseconds.
  let timeUnit: Int64

  init(_ log: EventLog, _ columns: ScanColumns) throws(EventStoreError) {
    self.columns = columns
    timeUnit = log.timeUnit
    let allowsNarrow =
      columns.events != .full && columns.areEventsAlone && log.activityNames.count <= 1 << 8
    let sessions = columns.sessions ? try log.dictionary(.sessions) : nil
    var attributes: [MergedDictionary] = []
    for name in columns.attributes {
      guard log.attributes.contains(where: { $0.name == name }) else {
        throw .unknownAttribute(name: name, known: log.attributes.map { $0.name })
      }
      attributes.append(try log.dictionary(.attribute(name)))
    }
    var maps: [[SegmentMaps]] = []
    for (run, open) in log.runs.enumerated() {
      maps.append(
        open.segments.enumerated().map { index, segment in
          var own = SegmentMaps()
          own.activities = log.activities.maps[run][index]
          own.channels = log.channels.maps[run][index]
          own.sessions = sessions?.maps[run][index]
          own.allowsNarrow = allowsNarrow && segment.shape.activityBits == 8
          if own.allowsNarrow {
            // As long as there are bytes: whatever a block says, there is an entry.
            own.narrowActivities = own.activities.map { map in
              (0..<1 << 8).map { $0 < map.count ? UInt8(truncatingIfNeeded: map[$0]) : 0 }
            }
          }
          for (place, name) in columns.attributes.enumerated() {
            let column = segment.attribute(name).map { BlockColumn.firstAttribute + $0 }
            own.attributes.append((column, attributes[place].maps[run][index]))
          }
          return own
        })
    }
    self.maps = maps
  }

  /// Whether a block of a log with a single run may be handed on as a narrow chunk.
  func isNarrow(_ block: SegmentDirectory.Block, _ maps: SegmentMaps) -> Bool {
    guard maps.allowsNarrow else { return false }
    if columns.events == .codesOnly { return true }
    let span = block.lastTime.subtractingReportingOverflow(block.firstTime)
    return !span.overflow && span.partialValue >= 0 && span.partialValue / timeUnit < 1 << 31
  }
}

extension JourneyChunk {
  /// Makes room; what stays keeps its content.
  mutating func resize(rows: Int, _ columns: ScanColumns) {
    times.resize(to: rows, filler: 0)
    activities.resize(to: rows, filler: 0)
    if columns.channels { channels.resize(to: rows, filler: 0) }
    if columns.values { values.resize(to: rows, filler: Int64.min) }
    if columns.sessions { sessions.resize(to: rows, filler: 0) }
    while attributes.count < columns.attributes.count { attributes.append([]) }
    for index in attributes.indices { attributes[index].resize(to: rows, filler: 0) }
  }

  /// Decodes a whole block into narrow columns.
  mutating func decodeNarrow(
    _ loaded: inout LoadedBlock, of segment: SegmentFile, _ maps: ScanPlan.SegmentMaps,
    _ plan: ScanPlan
  ) {
    isNarrow = true
    times.removeAll(keepingCapacity: true)
    activities.removeAll(keepingCapacity: true)
    let rows = loaded.layout.rows
    codes.resize(to: rows, filler: 0)
    codes.withTarget { loaded.decodeActivityBytes(map: maps.narrowActivities, into: $0) }
    guard plan.columns.events == .narrow else { return }
    ticks.resize(to: rows, filler: 0)
    let factor = segment.shape.unit.microseconds / plan.timeUnit
    ticks.withTarget {
      loaded.decodeTicks(factor: UInt32(truncatingIfNeeded: factor), into: $0)
    }
  }

  /// Decodes some customers of a block into rows from `row` on.
  mutating func decode(
    _ loaded: inout LoadedBlock, _ customers: Range<Int>, of segment: SegmentFile,
    _ maps: ScanPlan.SegmentMaps, _ columns: ScanColumns, at row: Int
  ) {
    let rows = loaded.rows(customers)
    times.withTarget { target in
      loaded.decodeTimes(customers, unit: segment.shape.unit, into: target.slice(from: row))
    }
    activities.withTarget { target in
      loaded.decodeCodes(
        BlockColumn.activities, rows, map: maps.activities, into: target.slice(from: row))
    }
    if columns.channels {
      channels.withTarget { target in
        loaded.decodeCodes(
          BlockColumn.channels, rows, map: maps.channels, into: target.slice(from: row))
      }
    }
    if columns.values {
      values.withTarget { target in loaded.decodeValues(rows, into: target.slice(from: row)) }
    }
    if columns.sessions {
      sessions.withTarget { target in
        loaded.decodeCodes(
          BlockColumn.sessions, rows, map: maps.sessions, into: target.slice(from: row))
      }
    }
    for index in attributes.indices {
      let (column, map) = maps.attributes[index]
      attributes[index].withTarget { target in
        if let column {
          loaded.decodeCodes(column, rows, map: map, into: target.slice(from: row))
        } else {
          for place in 0..<rows.count { target[row + place] = 0 }
        }
      }
    }
  }

  /// Copies rows of another chunk in a given order to rows from `row` on.
  mutating func copy(_ other: JourneyChunk, _ order: [Int32], to row: Int) {
    for (place, source) in order.enumerated() {
      let from = Int(source)
      times[row + place] = other.times[from]
      activities[row + place] = other.activities[from]
      if !channels.isEmpty { channels[row + place] = other.channels[from] }
      if !values.isEmpty { values[row + place] = other.values[from] }
      if !sessions.isEmpty { sessions[row + place] = other.sessions[from] }
      for index in attributes.indices {
        attributes[index][row + place] = other.attributes[index][from]
      }
    }
  }

  func checkInvariants() {
    #if DEBUG
      precondition(offsets.first == 0, "offsets")
      if isNarrow {
        precondition(codes.count == eventCount && (ticks.isEmpty || ticks.count == eventCount))
        return
      }
      precondition(eventCount == times.count, "offsets")
      for customer in 0..<customerCount {
        precondition(offsets[customer] < offsets[customer + 1], "a customer has events")
        for row in Int(offsets[customer]) + 1..<Int(offsets[customer + 1]) {
          precondition(times[row - 1] <= times[row], "a journey is sorted by time")
        }
      }
      precondition(activities.count == times.count, "columns have equal length")
    #endif
  }
}
