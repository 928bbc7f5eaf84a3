/// Where one text field of each row lies in the bytes of its batch.
///
/// Row *i* is `bytes[starts[i] ..< ends[i]]`; an empty range is an absent value. Text is UTF-8 and already unescaped.
public struct TextColumn: Sendable {
  public var starts: [UInt32]
  public var ends: [UInt32]

  public init(starts: [UInt32] = [], ends: [UInt32] = []) {
    self.starts = starts
    self.ends = ends
  }
}

/// Rows as a reader of files hands them over: one flat byte buffer, and where the fields lie in it.
///
/// A reader delivers batches of at least 16,384 rows (the last may be smaller), each with its number in the order of the
/// source; rows stand in source order. All columns have `rowCount` entries.
public struct EventBatch: Sendable {
  /// 0, 1, 2 … in the order of the source: arrival order is (number, row).
  public var number: Int
  public var rowCount: Int
  public var bytes: [UInt8]
  public var customers: TextColumn
  public var activities: TextColumn
  /// Whole microseconds since 1970, UTC.
  public var times: [Int64]
  public var channels: TextColumn?
  /// In units of 10⁻⁴; `Int64.min` where the row has none.
  public var values: [Int64]?
  public var sessions: TextColumn?
  public var eventIDs: TextColumn?
  /// One column per name that the import declared, in that order.
  public var attributes: [TextColumn]

  public init(
    number: Int, rowCount: Int, bytes: [UInt8], customers: TextColumn, activities: TextColumn,
    times: [Int64], channels: TextColumn? = nil, values: [Int64]? = nil,
    sessions: TextColumn? = nil, eventIDs: TextColumn? = nil, attributes: [TextColumn] = []
  ) {
    self.number = number
    self.rowCount = rowCount
    self.bytes = bytes
    self.customers = customers
    self.activities = activities
    self.times = times
    self.channels = channels
    self.values = values
    self.sessions = sessions
    self.eventIDs = eventIDs
    self.attributes = attributes
  }
}
