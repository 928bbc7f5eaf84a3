/// How an event file is to be read, as far as a person has said so.
public struct EventFileOptions: Sendable, Hashable {
  /// Columns by role; a role that is absent is detected.
  public var columns: [EventRole: String]
  /// Columns to keep as attributes; nil keeps every column without another role, an empty list none.
  public var keep: [String]?
  /// Rows are read only if all these cells are equal, byte for byte.
  public var filters: [CellFilter]
  /// The zone of times without offset: a name of the time zone database, or an offset.
  public var zone: String
  public var dateOrder: DateOrder?
  /// The byte between fields; nil detects it.
  public var separator: UInt8?
  /// How many bytes are read and parsed at a time; memory is a small multiple of it per thread.
  public var chunkBytes: Int
  /// A longer record has an unclosed quote.
  public var maximumRecordBytes: Int
  /// How many threads parse; nil means all cores.
  public var threads: Int?

  public init(
    columns: [EventRole: String] = [:], keep: [String]? = nil, filters: [CellFilter] = [],
    zone: String = "UTC", dateOrder: DateOrder? = nil, separator: UInt8? = nil,
    chunkBytes: Int = 2 << 20, maximumRecordBytes: Int = 4 << 20, threads: Int? = nil
  ) {
    self.columns = columns
    self.keep = keep
    self.filters = filters
    self.zone = zone
    self.dateOrder = dateOrder
    self.separator = separator
    self.chunkBytes = chunkBytes
    self.maximumRecordBytes = maximumRecordBytes
    self.threads = threads
  }
}

/// A condition on one cell of a row.
public struct CellFilter: Sendable, Hashable {
  public var column: String
  /// The cell must hold exactly these bytes, after unquoting.
  public var value: String

  public init(column: String, value: String) {
    self.column = column
    self.value = value
  }

  /// Reads `COL=VALUE`, split at the first `=`; nil without one.
  public init?(_ text: String) {
    guard let split = text.firstIndex(of: "=") else { return nil }
    self.init(column: String(text[..<split]), value: String(text[text.index(after: split)...]))
  }
}
