import EventStore

/// Filters resolved against a log's codes: turns a chunk of customers into a chunk of journeys.
struct CaseSelection: Sendable {
  /// Whether chunks pass through unchanged.
  let keepsEverything: Bool
  /// What the scan must decode for the filters.
  var columns: ScanColumns
  /// One code per attribute of `columns`; nil is a value the log does not have.
  private let attributeCodes: [UInt32?]
  private let channel: UInt32?
  private let filtersChannel: Bool
  private let since: Int64
  private let until: Int64
  private let having: UInt32?
  private let filtersHaving: Bool
  /// By activity code; nil keeps all.
  private let only: [Bool]?
  private let rule: Rule
  private let keepsChannels: Bool
  private let keepsSessions: Bool

  private enum Rule: Sendable {
    case customer
    case column
    case timeout(Int64)
  }

  /// - Parameters:
  ///   - keepingChannels: whether a grouping needs the channel of each event.
  ///   - keepingSessions: whether a question needs the session of each event.
  /// - Throws: `EventStoreError.unknownAttribute`.
  init(
    _ filters: Filters, source: any JourneySource, keepingChannels: Bool, keepingSessions: Bool
  ) throws(EventStoreError) {
    var columns = ScanColumns()
    var codes: [UInt32?] = []
    for match in filters.attributes {
      guard let values = source.attributeValues(match.attribute) else {
        throw .unknownAttribute(
          name: match.attribute, known: source.attributes.map { $0.name })
      }
      columns.attributes.append(match.attribute)
      codes.append(values.code(of: match.value).map(UInt32.init))
    }
    attributeCodes = codes
    filtersChannel = filters.channel != nil
    channel = filters.channel.flatMap { source.channelNames.code(of: $0) }.map(UInt32.init)
    since = filters.since ?? .min
    until = filters.until ?? .max
    filtersHaving = filters.having != nil
    having = filters.having.flatMap { source.activityNames.code(of: $0) }.map(UInt32.init)
    only = filters.only.map { names in
      source.activityNames.map { name in names.contains { $0.equalsInBytes(name) } }
    }
    switch filters.cases {
    case .customer: rule = .customer
    case .session(.column):
      rule = source.hasSessions ? .column : .timeout(SessionRule.defaultTimeout)
    case .session(.timeout(let microseconds)): rule = .timeout(microseconds)
    }
    columns.sessions = keepingSessions
    if case .column = rule { columns.sessions = true }
    columns.channels = keepingChannels || filtersChannel
    self.columns = columns
    keepsChannels = keepingChannels
    keepsSessions = keepingSessions
    let wholeCustomers = if case .customer = rule { true } else { false }
    keepsEverything =
      filters.attributes.isEmpty && !filtersChannel && filters.since == nil && filters.until == nil
      && !filtersHaving && only == nil && wholeCustomers
  }

  /// The journeys of a chunk that pass, in the order of customers and, within one, of first events.
  func journeys(of chunk: JourneyChunk) -> CaseChunk {
    if keepsEverything { return CaseChunk(whole: chunk) }
    var result = CaseChunk(
      offsets: [0], times: [], items: [], firstCustomer: chunk.firstCustomer)
    result.times.reserveCapacity(chunk.eventCount)
    result.items.reserveCapacity(chunk.eventCount)
    var matching: [Int] = []
    var cutter = SessionCutter()
    for customer in 0..<chunk.customerCount {
      matching.removeAll(keepingCapacity: true)
      for event in Int(chunk.offsets[customer])..<Int(chunk.offsets[customer + 1])
      where matches(chunk, event) {
        matching.append(event)
      }
      if matching.isEmpty { continue }
      let number = chunk.firstCustomer + customer
      switch rule {
      case .customer: append(matching[...], of: chunk, customer: number, to: &result)
      case .column:
        cutter.sort(&matching, bySessions: chunk.sessions)
        for session in cutter.sessions {
          append(matching[session], of: chunk, customer: number, to: &result)
        }
      case .timeout(let timeout):
        cutter.cut(matching, times: chunk.times, timeout: timeout)
        for session in cutter.sessions {
          append(matching[session], of: chunk, customer: number, to: &result)
        }
      }
    }
    return result
  }

  private func matches(_ chunk: JourneyChunk, _ event: Int) -> Bool {
    if filtersChannel, chunk.channels[event] != channel { return false }
    for (column, code) in attributeCodes.enumerated()
    where chunk.attributes[column][event] != code { return false }
    return true
  }

  /// Appends one journey if period and `having` let it pass and `only` leaves an event.
  private func append(
    _ events: ArraySlice<Int>, of chunk: JourneyChunk, customer: Int, to result: inout CaseChunk
  ) {
    guard let first = events.first else { return }
    guard chunk.times[first] >= since, chunk.times[first] < until else { return }
    if filtersHaving, !events.contains(where: { chunk.activities[$0] == having }) { return }
    for event in events {
      let activity = chunk.activities[event]
      if let only, !only[Int(activity)] { continue }
      result.times.append(chunk.times[event])
      result.items.append(activity)
      if keepsChannels { result.channels.append(chunk.channels[event]) }
      if keepsSessions { result.sessions.append(chunk.sessions[event]) }
    }
    guard result.times.count > Int(result.offsets[result.offsets.count - 1]) else { return }
    result.offsets.append(Int32(result.times.count))
    result.customers.append(customer)
  }
}
