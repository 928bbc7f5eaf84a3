import EventStore

/// Puts parsed chunks back into the order of the file, numbers their lines and batches, and joins small ones.
struct OrderedDelivery {
  /// What became ready by one more chunk.
  struct Ready {
    var batches: [EventBatch] = []
    var rejects: [RejectedRow] = []
    /// How many chunks these come from.
    var chunks = 0
  }

  /// A batch that is not the last has at least this many rows …
  static let minimumRows = 16_384
  /// … unless its rows are so long that fewer fill this many bytes.
  static let maximumGatheredBytes = 64 << 20

  private var waiting: [Int: ParsedChunk] = [:]
  private var nextChunk = 0
  private var nextLine: Int
  private var nextBatch = 0
  private var gathered: EventBatch?
  private(set) var rows = 0
  private(set) var rejected = 0
  private(set) var filtered = 0
  private(set) var rawBytesRead = 0

  init(firstLine: Int) { nextLine = firstLine }

  /// Takes in a chunk, whenever it comes, and gives what can now go on.
  mutating func accept(_ chunk: ParsedChunk) -> Ready {
    waiting[chunk.number] = chunk
    var ready = Ready()
    while let next = waiting.removeValue(forKey: nextChunk) {
      nextChunk += 1
      ready.chunks += 1
      rows += next.batch.rowCount
      rejected += next.rejects.count
      filtered += next.filtered
      rawBytesRead = next.rawBytesRead
      for var reject in next.rejects {
        reject.line += nextLine
        ready.rejects.append(reject)
      }
      nextLine += next.lineCount
      if let batch = gather(next.batch) { ready.batches.append(batch) }
    }
    return ready
  }

  private mutating func gather(_ batch: EventBatch) -> EventBatch? {
    if batch.rowCount == 0 { return nil }
    var whole = batch
    if var before = gathered {
      gathered = nil
      before.append(batch)
      whole = before
    } else if batch.rowCount < Self.minimumRows {
      // Copied, so that a few rows left by a filter do not hold a whole chunk's bytes.
      whole = batch.emptied
      whole.append(batch)
    }
    guard
      whole.rowCount >= Self.minimumRows || whole.bytes.count >= Self.maximumGatheredBytes
    else {
      gathered = whole
      return nil
    }
    return numbered(whole)
  }

  private mutating func numbered(_ batch: EventBatch) -> EventBatch {
    var batch = batch
    batch.number = nextBatch
    nextBatch += 1
    return batch
  }

  /// The last batch, if rows are left over.
  mutating func finish() -> EventBatch? {
    guard let last = gathered else { return nil }
    gathered = nil
    return numbered(last)
  }
}

extension EventBatch {
  /// The same columns without rows.
  fileprivate var emptied: EventBatch {
    EventBatch(
      number: 0, rowCount: 0, bytes: [], customers: TextColumn(), activities: TextColumn(),
      times: [], channels: channels == nil ? nil : TextColumn(), values: values == nil ? nil : [],
      sessions: sessions == nil ? nil : TextColumn(),
      eventIDs: eventIDs == nil ? nil : TextColumn(),
      attributes: attributes.map { _ in TextColumn() })
  }

  /// Appends the rows of a batch with the same columns.
  fileprivate mutating func append(_ other: EventBatch) {
    rowCount += other.rowCount
    customers.append(other.customers, of: other.bytes, to: &bytes)
    activities.append(other.activities, of: other.bytes, to: &bytes)
    times.append(contentsOf: other.times)
    if let more = other.channels { channels?.append(more, of: other.bytes, to: &bytes) }
    if let more = other.values { values?.append(contentsOf: more) }
    if let more = other.sessions { sessions?.append(more, of: other.bytes, to: &bytes) }
    if let more = other.eventIDs { eventIDs?.append(more, of: other.bytes, to: &bytes) }
    for place in other.attributes.indices {
      attributes[place].append(other.attributes[place], of: other.bytes, to: &bytes)
    }
  }
}

extension TextColumn {
  fileprivate mutating func append(
    _ other: TextColumn, of source: [UInt8], to bytes: inout [UInt8]
  ) {
    for row in other.starts.indices {
      let start = Int(other.starts[row])
      let end = Int(other.ends[row])
      starts.append(UInt32(bytes.count))
      bytes.append(contentsOf: source[start..<end])
      ends.append(UInt32(bytes.count))
    }
  }
}
