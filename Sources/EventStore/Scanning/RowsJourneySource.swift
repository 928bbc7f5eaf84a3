/// One event as plain values: for tests and small worked examples.
public struct EventRow: Hashable, Sendable {
  public var customer: String
  /// Whole microseconds since 1970, UTC.
  public var time: Int64
  public var activity: String
  /// Empty: no channel.
  public var channel: String
  /// In units of 10⁻⁴.
  public var value: Int64?
  /// Empty: no session.
  public var session: String
  /// By attribute name; a missing or empty one is absent.
  public var attributes: [String: String]

  public init(
    _ customer: String, _ time: Int64, _ activity: String, channel: String = "",
    value: Int64? = nil, session: String = "", attributes: [String: String] = [:]
  ) {
    self.customer = customer
    self.time = time
    self.activity = activity
    self.channel = channel
    self.value = value
    self.session = session
    self.attributes = attributes
  }
}

/// A log in memory with the plainest possible code: what tests hold other sources against.
///
/// Rows come in arrival order. It answers a scan in one partial, with one chunk for about every `chunkRows` events.
public struct RowsJourneySource: JourneySource {
  public let activityNames: [String]
  public let channelNames: [String]
  public let hasSessions: Bool
  public let attributes: [AttributeDescription]
  public let eventCount: Int
  private let journeys: [(customer: String, rows: [EventRow])]
  private let sessionNames: [String]
  private let values: [String: [String]]
  private let chunkRows: Int

  public init(_ rows: [EventRow], chunkRows: Int = 16_384) {
    self.chunkRows = chunkRows
    eventCount = rows.count
    func distinct(_ texts: some Sequence<String>) -> [String] {
      Set(texts.lazy.filter { !$0.isEmpty }).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    activityNames = Set(rows.map { $0.activity }).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    channelNames = [""] + distinct(rows.map { $0.channel })
    sessionNames = [""] + distinct(rows.map { $0.session })
    hasSessions = sessionNames.count > 1
    var values: [String: [String]] = [:]
    for name in Set(rows.flatMap { $0.attributes.keys }) {
      values[name] = [""] + distinct(rows.map { $0.attributes[name] ?? "" })
    }
    self.values = values
    attributes = values.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { name in
      let texts = (values[name] ?? []).dropFirst()
      let isNumber =
        !texts.isEmpty
        && texts.allSatisfy { Array($0.utf8).withBytes { DecimalText.isPlain($0) } }
      return AttributeDescription(name: name, kind: isNumber ? .number : .text)
    }
    var byCustomer: [String: [EventRow]] = [:]
    for row in rows { byCustomer[row.customer, default: []].append(row) }
    journeys = byCustomer.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map {
      customer in
      let own = (byCustomer[customer] ?? []).enumerated().sorted {
        ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
      }
      return (customer, own.map { $0.element })
    }
  }

  public var customerCount: Int { journeys.count }
  public func attributeValues(_ name: String) -> [String]? { values[name] }
  public func customerID(_ number: Int) -> String { journeys[number].customer }

  public func scan<Partial: Sendable>(
    _ columns: ScanColumns,
    into makePartial: @Sendable () -> Partial,
    _ body: @Sendable (inout Partial, JourneyChunk) -> Void
  ) throws(EventStoreError) -> [Partial] {
    for name in columns.attributes where values[name] == nil {
      throw .unknownAttribute(name: name, known: attributes.map { $0.name })
    }
    func codes(_ names: [String]) -> [String: UInt32] {
      Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, UInt32($0)) })
    }
    let (activities, channels) = (codes(activityNames), codes(channelNames))
    let sessions = codes(sessionNames)
    let attributes = columns.attributes.map { codes(values[$0] ?? []) }
    var partial = makePartial()
    var chunk = JourneyChunk()
    func begin(_ customer: Int) {
      chunk = JourneyChunk()
      chunk.firstCustomer = customer
      chunk.attributes = columns.attributes.map { _ in [] }
    }
    begin(0)
    for (number, journey) in journeys.enumerated() {
      if chunk.customerCount > 0 && chunk.times.count + journey.rows.count > chunkRows {
        body(&partial, chunk)
        begin(number)
      }
      for row in journey.rows {
        chunk.times.append(row.time)
        chunk.activities.append(activities[row.activity] ?? 0)
        if columns.channels { chunk.channels.append(channels[row.channel] ?? 0) }
        if columns.values { chunk.values.append(row.value ?? Int64.min) }
        if columns.sessions { chunk.sessions.append(sessions[row.session] ?? 0) }
        for (index, name) in columns.attributes.enumerated() {
          chunk.attributes[index].append(attributes[index][row.attributes[name] ?? ""] ?? 0)
        }
      }
      chunk.offsets.append(Int32(chunk.times.count))
    }
    if chunk.customerCount > 0 { body(&partial, chunk) }
    return [partial]
  }
}
