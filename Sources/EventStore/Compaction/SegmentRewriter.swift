/// Writes the journeys of some runs anew, as one run of customer-range segments with only the texts that are still
/// used.
///
/// Two passes: the first finds where each new segment ends and which texts it needs, the second writes. Memory is
/// that of the
/// merged dictionaries and one block.
struct SegmentRewriter {
  private let journeys: MergedJourneys
  private let folder: String
  private let segmentRows: Int

  /// What a new segment holds, in codes of the merged dictionaries.
  private struct Contents {
    var activities: UsedCodes
    var channels: UsedCodes
    var sessions: UsedCodes
    var attributes: [UsedCodes]
    var imports: UsedCodes
    var customers = 0
    var rows = 0
    var hasValues = false
    var hasDigests = false

    init(_ journeys: MergedJourneys) {
      let dictionaries = journeys.dictionaries
      activities = UsedCodes(dictionaries.activities.count, optional: false)
      channels = UsedCodes(dictionaries.channels.count, optional: true)
      sessions = UsedCodes(dictionaries.sessions.count, optional: true)
      attributes = dictionaries.attributes.map { UsedCodes($0.count, optional: true) }
      imports = UsedCodes(journeys.imports.count, optional: false)
    }

    mutating func add(_ rows: JourneyRows) {
      customers += 1
      self.rows += rows.times.count
      activities.mark(rows.activities)
      channels.mark(rows.channels)
      sessions.mark(rows.sessions)
      imports.mark(rows.imports)
      for index in attributes.indices { attributes[index].mark(rows.attributes[index]) }
      hasValues = hasValues || rows.values.contains { $0 != Int64.min }
      hasDigests = hasDigests || rows.digests.contains { $0 != .none }
    }
  }

  init(_ journeys: MergedJourneys, folder: String, segmentRows: Int) {
    self.journeys = journeys
    self.folder = folder
    self.segmentRows = segmentRows
  }

  /// - Returns: The new segments, none if no row is kept; and the rows left out, by import.
  func rewrite(
    number: () -> Int
  ) throws(EventStoreError) -> (segments: [StoredSegment], removed: [Int: Int]) {
    var plan: [Contents] = []
    let removed = try journeys.forEach { _, rows in
      if let last = plan.last, last.rows + rows.times.count <= segmentRows {
      } else {
        plan.append(Contents(journeys))
      }
      plan[plan.count - 1].add(rows)
    }
    var segments: [StoredSegment] = []
    var output: Output?
    try journeys.forEach { customer, rows throws(EventStoreError) in
      if output == nil {
        output = try Output(journeys, plan[segments.count], folder: folder, number: number())
      }
      try output?.append(customer, rows)
      if let segment = try output?.finishIfComplete() {
        segments.append(segment)
        output = nil
      }
    }
    return (segments, removed)
  }

  /// A segment being written.
  private struct Output {
    private let journeys: MergedJourneys
    private let contents: Contents
    private let shape: SegmentShape
    private var writer: SegmentWriter
    private var encoder: BlockEncoder
    private var block: BlockRows
    private var customers = StringTableBuilder()
    private let activityCodes: [UInt32]
    private let channelCodes: [UInt32]
    private let sessionCodes: [UInt32]
    private let importCodes: [UInt32]
    private let attributeCodes: [[UInt32]]

    init(
      _ journeys: MergedJourneys, _ contents: Contents, folder: String, number: Int
    ) throws(EventStoreError) {
      self.journeys = journeys
      self.contents = contents
      var shape = journeys.shape
      shape.activityBits = SegmentShape.codeBits(contents.activities.count)
      shape.channelBits =
        contents.channels.count == 0 ? 0 : SegmentShape.codeBits(contents.channels.count + 1)
      shape.hasSessions = contents.sessions.count > 0
      shape.hasValues = contents.hasValues
      shape.hasDigests = contents.hasDigests
      shape.importCount = contents.imports.count
      shape.attributeCount = contents.attributes.count
      self.shape = shape
      activityCodes = contents.activities.codes
      channelCodes = contents.channels.codes
      sessionCodes = contents.sessions.codes
      importCodes = contents.imports.codes
      attributeCodes = contents.attributes.map { $0.codes }
      writer = try SegmentWriter(folder: folder, number: number, shape: shape)
      encoder = BlockEncoder(shape: shape)
      block = BlockRows(attributeCount: contents.attributes.count)
    }

    mutating func append(_ customer: [UInt8], _ rows: JourneyRows) throws(EventStoreError) {
      if !block.counts.isEmpty
        && block.times.count + rows.times.count > BlockEncoder.targetRows
      {
        try flush()
      }
      customer.withBytes { customers.append($0) }
      block.counts.append(UInt32(rows.times.count))
      block.times += rows.times
      block.arrivals += rows.arrivals
      block.activities += rows.activities.map { activityCodes[Int($0)] }
      if shape.hasChannels { block.channels += rows.channels.map { channelCodes[Int($0)] } }
      if shape.hasSessions { block.sessions += rows.sessions.map { sessionCodes[Int($0)] } }
      if shape.importCount > 1 { block.imports += rows.imports.map { importCodes[Int($0)] } }
      if shape.hasValues { block.values += rows.values }
      if shape.hasDigests { block.digests += rows.digests }
      for index in attributeCodes.indices {
        let codes = attributeCodes[index]
        block.attributes[index] += rows.attributes[index].map { codes[Int($0)] }
      }
    }

    private mutating func flush() throws(EventStoreError) {
      try writer.append(SealedBlock(block, &encoder))
      block.removeAll()
    }

    mutating func finishIfComplete() throws(EventStoreError) -> StoredSegment? {
      guard customers.count == contents.customers else { return nil }
      try flush()
      let dictionaries = journeys.dictionaries
      var attributes: [AttributeDescription] = []
      var tables = [
        customers.finish(), contents.activities.table(dictionaries.activities),
        contents.channels.table(dictionaries.channels),
        contents.sessions.table(dictionaries.sessions),
      ]
      customers = StringTableBuilder()
      for (index, used) in contents.attributes.enumerated() {
        tables.append(used.table(dictionaries.attributes[index]))
        attributes.append(
          AttributeDescription(
            name: dictionaries.attributeNames[index],
            kind: used.kind(dictionaries.attributes[index])))
      }
      return try writer.finish(
        tables: tables, arrivals: journeys.arrivals,
        imports: contents.imports.all.map { journeys.imports[$0] }, attributes: attributes)
    }
  }
}

/// Which codes of a merged dictionary are used, and the codes that take their place.
struct UsedCodes {
  private var marks: [Bool]
  private let shift: Int

  /// - Parameter optional: Whether code 0 means "absent", which stays.
  init(_ count: Int, optional: Bool) {
    marks = Array(repeating: false, count: count)
    shift = optional ? 1 : 0
  }

  mutating func mark(_ codes: [UInt32]) {
    for code in codes where Int(code) >= shift { marks[Int(code)] = true }
  }

  /// The used codes, without "absent".
  var all: [Int] { marks.indices.filter { marks[$0] } }
  var count: Int { all.count }

  /// The new code of each old one.
  var codes: [UInt32] {
    var next = UInt32(shift)
    return marks.map { isUsed in
      guard isUsed else { return 0 }
      defer { next += 1 }
      return next
    }
  }

  func table(_ dictionary: MergedDictionary) -> SealedTable {
    var builder = StringTableBuilder()
    for code in all { dictionary.texts[code].withBytes { builder.append($0) } }
    return builder.finish()
  }

  func kind(_ dictionary: MergedDictionary) -> AttributeKind {
    let used = all
    return !used.isEmpty
      && used.allSatisfy { dictionary.texts[$0].withBytes { DecimalText.isPlain($0) } }
      ? .number : .text
  }
}
