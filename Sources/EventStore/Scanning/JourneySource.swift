/// What a scan must decode besides customers, times and activities.
public struct ScanColumns: Sendable, Hashable {
  public var channels: Bool
  public var values: Bool
  public var sessions: Bool
  /// Names of attributes, in the order in which `JourneyChunk.attributes` will hold them.
  public var attributes: [String]
  /// In which form activities and times may come.
  public var events: EventForm

  public init(
    channels: Bool = false, values: Bool = false, sessions: Bool = false, attributes: [String] = [],
    events: EventForm = .full
  ) {
    self.channels = channels
    self.values = values
    self.sessions = sessions
    self.attributes = attributes
    self.events = events
  }

  /// Whether nothing is asked for besides customers, times and activities.
  var areEventsAlone: Bool { !channels && !values && !sessions && attributes.isEmpty }
}

/// In which form a scan may hand on activities and times.
public enum EventForm: Sendable, Hashable {
  /// `JourneyChunk.activities` and `times`.
  case full
  /// `codes` and `ticks` where a source can, chunk by chunk, and nothing else is asked for; a fraction of the memory.
  case narrow
  /// `codes` alone where a source can: for those who do not look at times.
  case codesOnly
}

/// Some whole journeys of a log, decoded into columns of codes: what every kernel reads.
///
/// Customers come in byte order of their ids; within a customer events are sorted by (time, arrival). Customer *i* of the
/// chunk owns events `offsets[i] ..< offsets[i + 1]`. A chunk never splits a customer; it holds about 16,384 events, or
/// one customer that has more. A column that was not asked for is empty.
public struct JourneyChunk: Sendable {
  /// The number of the chunk's first customer in the whole log (its place in byte order of ids).
  public var firstCustomer = 0
  /// `customerCount + 1` entries, the first is 0.
  public var offsets: [Int32] = [0]
  /// Whole microseconds since 1970, UTC.
  public var times: [Int64] = []
  /// Codes into `JourneySource.activityNames`.
  public var activities: [UInt32] = []
  /// Codes into `channelNames`; code 0 is "no channel".
  public var channels: [UInt32] = []
  /// Units of 10⁻⁴; `Int64.min` where there is none.
  public var values: [Int64] = []
  /// Session codes; 0 is "no session". Equal code = equal name in the session column, across the whole log.
  public var sessions: [UInt32] = []
  /// One column of codes per attribute asked for; code 0 is "absent".
  public var attributes: [[UInt32]] = []
  /// Whether `codes` and `ticks` stand in place of `activities` and `times`, which are then empty.
  public var isNarrow = false
  /// Codes of activities.
  public var codes: [UInt8] = []
  /// Times in `JourneySource.timeUnit`s from a beginning of each customer's own; empty if not asked for.
  ///
  /// Only differences within a customer mean something. They are below 2³¹; the numbers themselves may wrap around.
  public var ticks: [UInt32] = []

  public init() {}

  public var customerCount: Int { offsets.count - 1 }
  public var eventCount: Int { Int(offsets[offsets.count - 1]) }
}

/// What a kept attribute holds: numbers if every value seen is a plain decimal number.
public enum AttributeKind: String, Sendable, Codable, Hashable { case text, number }

public struct AttributeDescription: Sendable, Hashable {
  public var name: String
  public var kind: AttributeKind
  public init(name: String, kind: AttributeKind) {
    self.name = name
    self.kind = kind
  }
}

/// A log of journeys that can be scanned: on disk, or in memory for tests.
///
/// A scan gives each customer to exactly one worker, once. Partial results are merged by the caller and must not depend
/// on how customers were split; `JourneyChunk.firstCustomer` lets a caller restore the order where that matters.
public protocol JourneySource: Sendable {
  var eventCount: Int { get }
  var customerCount: Int { get }
  /// Name of each activity code.
  var activityNames: [String] { get }
  /// Name of each channel code; entry 0 is "" (no channel).
  var channelNames: [String] { get }
  var hasSessions: Bool { get }
  /// Microseconds; divides the time between any two events of a customer.
  var timeUnit: Int64 { get }
  var attributes: [AttributeDescription] { get }
  /// Names of an attribute's codes; entry 0 is "" (absent). Nil if the log has no such attribute.
  func attributeValues(_ name: String) -> [String]?
  /// The id of a customer by its number (place in byte order of ids).
  func customerID(_ number: Int) -> String

  func scan<Partial: Sendable>(
    _ columns: ScanColumns,
    into makePartial: @Sendable () -> Partial,
    _ body: @Sendable (inout Partial, JourneyChunk) -> Void
  ) throws(EventStoreError) -> [Partial]
}

extension JourneySource {
  public var timeUnit: Int64 { 1 }
}
