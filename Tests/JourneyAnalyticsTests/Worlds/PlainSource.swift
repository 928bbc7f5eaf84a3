import EventStore

/// One event as a test writes it.
struct Row: Hashable {
  var customer: String
  var time: Int64
  var activity: String
  var channel = ""
  var session = ""
  var attributes: [String: String] = [:]
}

/// A log in memory that can be cut into chunks and dealt to workers in any way.
struct PlainSource: JourneySource {
  let eventCount: Int
  let customerCount: Int
  let activityNames: [String]
  let channelNames: [String]
  let hasSessions: Bool
  let attributes: [AttributeDescription]
  let timeUnit: Int64
  /// By chunk, in turn: whether it comes narrow if it may.
  private let narrow: [Bool]
  private let customers: [String]
  private let values: [String: [String]]
  private let chunks: [JourneyChunk]
  private let workerOfChunk: [Int]
  private let workerCount: Int

  /// - Parameters:
  ///   - chunkSizes: how many customers go into each chunk, used in turn.
  ///   - workers: chunks are dealt to them by `deal`.
  init(
    _ rows: [Row], activityNames names: [String]? = nil, chunkSizes: [Int] = [1_000],
    workers: Int = 2, timeUnit: Int64 = 1, narrow: [Bool] = [false], deal: (Int) -> Int = { $0 }
  ) {
    self.timeUnit = timeUnit
    self.narrow = narrow
    func codes(_ texts: [String], first: [String]) -> [String] {
      var seen = Set(first.map { Array($0.utf8) })
      return first + texts.filter { seen.insert(Array($0.utf8)).inserted }
    }
    func table(_ names: [String]) -> [[UInt8]: UInt32] {
      var table: [[UInt8]: UInt32] = [:]
      for (code, name) in names.enumerated() { table[Array(name.utf8)] = UInt32(code) }
      return table
    }
    eventCount = rows.count
    activityNames = codes(rows.map(\.activity), first: names ?? [])
    channelNames = codes(rows.map(\.channel), first: [""])
    hasSessions = rows.contains { $0.session != "" }
    let attributeNames = Set(rows.flatMap { $0.attributes.keys }).sorted()
    attributes = attributeNames.map { AttributeDescription(name: $0, kind: .text) }
    var values: [String: [String]] = [:]
    for name in attributeNames {
      values[name] = codes(rows.map { $0.attributes[name] ?? "" }, first: [""])
    }
    self.values = values
    let activityCodes = table(activityNames)
    let channelCodes = table(channelNames)
    let sessionCodes = table(codes(rows.map(\.session), first: [""]))
    let valueCodes = attributeNames.map { table(values[$0] ?? []) }
    var rowsOfCustomer: [[UInt8]: [Row]] = [:]
    for row in rows { rowsOfCustomer[Array(row.customer.utf8), default: []].append(row) }
    let ids = rowsOfCustomer.keys.sorted { $0.lexicographicallyPrecedes($1) }
    customers = ids.map { String(decoding: $0, as: UTF8.self) }
    customerCount = ids.count
    var chunks: [JourneyChunk] = []
    var next = 0
    while next < ids.count {
      var chunk = JourneyChunk()
      chunk.firstCustomer = next
      chunk.attributes = attributeNames.map { _ in [] }
      let size = chunkSizes[chunks.count % chunkSizes.count]
      for id in ids[next..<min(next + size, ids.count)] {
        let journey = (rowsOfCustomer[id] ?? []).enumerated().sorted {
          ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
        }.map(\.element)
        for row in journey {
          chunk.times.append(row.time)
          chunk.activities.append(activityCodes[Array(row.activity.utf8)] ?? 0)
          chunk.channels.append(channelCodes[Array(row.channel.utf8)] ?? 0)
          chunk.sessions.append(sessionCodes[Array(row.session.utf8)] ?? 0)
          for (column, name) in attributeNames.enumerated() {
            let value = Array((row.attributes[name] ?? "").utf8)
            chunk.attributes[column].append(valueCodes[column][value] ?? 0)
          }
        }
        chunk.offsets.append(Int32(chunk.times.count))
      }
      chunks.append(chunk)
      next += size
    }
    self.chunks = chunks
    workerCount = workers
    workerOfChunk = chunks.indices.map { deal($0) % workers }
  }

  func attributeValues(_ name: String) -> [String]? { values[name] }
  func customerID(_ number: Int) -> String { customers[number] }

  /// Gives what was asked for and nothing else, so that a missing request shows.
  func scan<Partial: Sendable>(
    _ columns: ScanColumns, into makePartial: @Sendable () -> Partial,
    _ body: @Sendable (inout Partial, JourneyChunk) -> Void
  ) throws(EventStoreError) -> [Partial] {
    var partials = (0..<workerCount).map { _ in makePartial() }
    let known = attributes.map(\.name)
    for (index, chunk) in chunks.enumerated() {
      var given = chunk
      if !columns.channels { given.channels = [] }
      if !columns.sessions { given.sessions = [] }
      given.attributes = []
      if columns.events != .full, narrow[index % narrow.count], activityNames.count <= 256 {
        given.isNarrow = true
        given.codes = chunk.activities.map { UInt8($0) }
        if columns.events == .narrow {
          given.ticks = chunk.times.map { UInt32(truncatingIfNeeded: $0 / timeUnit) }
        }
        (given.activities, given.times) = ([], [])
      }
      for name in columns.attributes {
        guard let column = known.firstIndex(of: name) else {
          throw .unknownAttribute(name: name, known: known)
        }
        given.attributes.append(chunk.attributes[column])
      }
      body(&partials[workerOfChunk[index]], given)
    }
    return partials
  }
}
