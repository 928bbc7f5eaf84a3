import EventStore

/// One chunk of a file turned into columns; the batch's number and the places of rejects are not final yet.
struct ParsedChunk: Sendable {
  var number: Int
  var batch: EventBatch
  /// Lines count from 0 at the chunk's first line.
  var rejects: [RejectedRow]
  var lineCount: Int
  /// Rows that the filters left out.
  var filtered: Int
  var rawBytesRead: Int
}

/// Turns chunks of text into columns of events: which columns, and how each is read.
struct RowParser: Sendable {
  var dialect: DelimitedDialect
  var columnCount: Int
  var customer: Int
  var time: Int
  var activity: Int
  var channel: Int?
  var value: Int?
  var session: Int?
  var eventID: Int?
  var attributes: [Int]
  var filters: [(column: Int, value: [UInt8])]
  var times: TimeReader
  var decimal: DecimalValue

  /// Memory that a thread keeps from chunk to chunk.
  struct Workspace: ~Copyable {
    var index = StructuralIndex()
    /// For each row that became an event, the ordinal of its first separator.
    var rows = UnsafePositions()
  }

  /// - Complexity: O(*n*) in the bytes; allocates the columns, and for rejected rows.
  func parse(_ chunk: consuming TextChunk, _ workspace: inout Workspace) -> ParsedChunk {
    workspace.index.build(chunk, dialect)
    let records = workspace.index.recordCount
    let bytes = chunk.bytes
    var parsed = ParsedChunk(
      number: chunk.number,
      batch: EventBatch(
        number: chunk.number, rowCount: 0, bytes: [], customers: TextColumn(),
        activities: TextColumn(), times: [Int64](repeating: 0, count: records),
        values: value == nil ? nil : [Int64](repeating: 0, count: records)),
      rejects: [], lineCount: 0, filtered: 0, rawBytesRead: chunk.rawBytesRead)
    selectRows(bytes, hasQuotes: chunk.hasQuotes, &workspace, &parsed)
    let view = unsafe bytes.span.bytes
    // Without quotes every record is a line.
    parsed.lineCount =
      chunk.hasQuotes
      ? ByteWords.count(of: dialect.lineEnd, in: view, from: 0, to: bytes.count) : records
    let rowCount = workspace.rows.count
    parsed.batch.rowCount = rowCount
    parsed.batch.times.removeLast(records - rowCount)
    parsed.batch.values?.removeLast(records - rowCount)
    var unescaped: [UInt8] = []
    func column(_ column: Int) -> TextColumn {
      if chunk.hasQuotes {
        return quotedColumn(column, view, workspace, &unescaped)
      }
      return plainColumn(column, view, workspace)
    }
    parsed.batch.customers = column(customer)
    parsed.batch.activities = column(activity)
    parsed.batch.channels = channel.map(column)
    parsed.batch.sessions = session.map(column)
    parsed.batch.eventIDs = eventID.map(column)
    parsed.batch.attributes = attributes.map(column)
    parsed.batch.bytes = bytes
    // Asked first, because appending even nothing would copy bytes that are shared.
    if !unescaped.isEmpty { parsed.batch.bytes.append(contentsOf: unescaped) }
    return parsed
  }

  /// Decides row by row what becomes an event, reading times and values on the way.
  private func selectRows(
    _ bytes: [UInt8], hasQuotes: Bool, _ workspace: inout Workspace, _ parsed: inout ParsedChunk
  ) {
    let view = unsafe bytes.span.bytes
    let records = workspace.index.recordCount
    let isSuspicious = workspace.index.hasNUL || !workspace.index.isASCII && !isUTF8(bytes)
    workspace.rows.removeAll()
    workspace.rows.makeRoom(for: records)
    var flaws = workspace.index.flaws[...]
    var zoneHint = 0
    var line = 0
    var lineCountedTo = 0
    var kept = 0
    var values = parsed.batch.values ?? []
    parsed.batch.values = nil
    var firstSeparator = 1
    var start = 0
    var record = 1
    while record <= records {
      let lastSeparator = Int(workspace.index.recordEnds[record])
      let end = Int(workspace.index.separators[lastSeparator])
      let fields = lastSeparator &- firstSeparator &+ 1
      var reason: RejectReason?
      var isLeftOut = false
      if let flaw = flaws.first, flaw.record == record {
        flaws.removeFirst()
        reason = flaw.kind == .unclosedQuote ? .unclosedQuote : .textAfterQuote
      } else if fields != columnCount {
        if fields == 1, isBlank(view, start, end) {
          isLeftOut = true
        } else {
          reason = .fieldCount(found: fields, expected: columnCount)
        }
      } else if fields == 1, isBlank(view, start, end) {
        isLeftOut = true
      } else if !passesFilters(view, firstSeparator, workspace.index) {
        isLeftOut = true
        parsed.filtered &+= 1
      } else {
        if isSuspicious { reason = textProblem(bytes, start, end) }
        if reason == nil {
          if field(customer, view, firstSeparator, workspace.index).isEmpty {
            reason = .emptyCustomer
          } else if field(activity, view, firstSeparator, workspace.index).isEmpty {
            reason = .emptyActivity
          } else {
            let cell = field(time, view, firstSeparator, workspace.index)
            let moment = times.microseconds(
              view, from: cell.start, to: cell.end, hint: &zoneHint)
            parsed.batch.times[kept] = moment
            if moment == TimeReader.none { reason = timeProblem(view, cell) }
          }
        }
        if reason == nil, let value {
          let cell = field(value, view, firstSeparator, workspace.index)
          switch decimal.units(view, from: cell.start, to: cell.end) {
          case .success(let units): values[kept] = units
          case .failure(let failure): reason = .value(failure.problem)
          }
        }
      }
      if let reason {
        line &+= ByteWords.count(of: dialect.lineEnd, in: view, from: lineCountedTo, to: start)
        lineCountedTo = start
        parsed.rejects.append(
          RejectedRow(line: line, reason: reason, bytes: recordBytes(bytes, start, end)))
      } else if !isLeftOut {
        workspace.rows.append(UInt32(truncatingIfNeeded: firstSeparator))
        kept &+= 1
      }
      firstSeparator = lastSeparator &+ 1
      start = end &+ 1
      record &+= 1
    }
    if value != nil { parsed.batch.values = values }
  }

  @inline(__always)
  private func field(
    _ column: Int, _ bytes: RawSpan, _ firstSeparator: Int, _ index: borrowing StructuralIndex
  ) -> FieldText {
    let separator = firstSeparator &+ column
    return FieldText(
      bytes, from: Int(index.separators[separator &- 1] &+ 1),
      to: Int(index.separators[separator]), isLast: column &+ 1 == columnCount,
      lineEnd: dialect.lineEnd)
  }

  private func isBlank(_ bytes: RawSpan, _ start: Int, _ end: Int) -> Bool {
    end == start || end == start &+ 1 && ByteWords.byte(bytes, start) == .carriageReturn
  }

  @inline(__always)
  private func passesFilters(
    _ bytes: RawSpan, _ firstSeparator: Int, _ index: borrowing StructuralIndex
  ) -> Bool {
    for filter in filters {
      let cell = field(filter.column, bytes, firstSeparator, index)
      if !cell.equals(filter.value, bytes) { return false }
    }
    return true
  }

  private func isUTF8(_ bytes: [UInt8]) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  private func textProblem(_ bytes: [UInt8], _ start: Int, _ end: Int) -> RejectReason? {
    let row = bytes[start..<end]
    if row.contains(0) { return .nulByte }
    return (try? UTF8Span(validating: row.span)) == nil ? .notUTF8 : nil
  }

  private func timeProblem(_ bytes: RawSpan, _ cell: FieldText) -> RejectReason {
    if cell.isEmpty { return .emptyTime }
    return .time(times.problem(bytes, from: cell.start, to: cell.end))
  }

  /// The record's bytes without its line end.
  private func recordBytes(_ bytes: [UInt8], _ start: Int, _ end: Int) -> [UInt8] {
    let hasReturn =
      dialect.lineEnd == .lineFeed && end > start && bytes[end - 1] == .carriageReturn
    return Array(bytes[start..<(hasReturn ? end - 1 : end)])
  }

  /// Where a column's fields lie, if no field of the chunk is quoted.
  private func plainColumn(
    _ column: Int, _ bytes: RawSpan, _ workspace: borrowing Workspace
  ) -> TextColumn {
    let count = workspace.rows.count
    var starts = [UInt32](repeating: 0, count: count)
    var ends = starts
    let isLast = column &+ 1 == columnCount && dialect.lineEnd == .lineFeed
    do {
      var startSlots = starts.mutableSpan
      var endSlots = ends.mutableSpan
      var row = 0
      while row < count {
        let separator = Int(workspace.rows[row]) &+ column
        let start = workspace.index.separators[separator &- 1] &+ 1
        var end = workspace.index.separators[separator]
        if isLast, end > start, ByteWords.byte(bytes, Int(end) &- 1) == .carriageReturn {
          end &-= 1
        }
        startSlots[row] = start
        endSlots[row] = end
        row &+= 1
      }
    }
    return TextColumn(starts: starts, ends: ends)
  }

  /// The same where fields may be quoted: text with doubled quotes is appended to `unescaped`, which will stand behind the
  /// chunk's bytes.
  private func quotedColumn(
    _ column: Int, _ bytes: RawSpan, _ workspace: borrowing Workspace, _ unescaped: inout [UInt8]
  ) -> TextColumn {
    let count = workspace.rows.count
    var result = TextColumn(
      starts: [UInt32](repeating: 0, count: count), ends: [UInt32](repeating: 0, count: count))
    var row = 0
    while row < count {
      let text = field(column, bytes, Int(workspace.rows[row]), workspace.index)
      if text.hasDoubledQuotes {
        result.starts[row] = UInt32(truncatingIfNeeded: bytes.byteCount &+ unescaped.count)
        text.append(to: &unescaped, bytes)
        result.ends[row] = UInt32(truncatingIfNeeded: bytes.byteCount &+ unescaped.count)
      } else {
        result.starts[row] = UInt32(truncatingIfNeeded: text.start)
        result.ends[row] = UInt32(truncatingIfNeeded: text.end)
      }
      row &+= 1
    }
    return result
  }
}
