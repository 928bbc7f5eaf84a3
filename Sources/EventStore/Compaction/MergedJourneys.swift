/// Which rows a rewrite leaves out.
enum RowFilter: Sendable {
  case keepAll
  case withoutImport(Int)
  case withoutCustomer([UInt8])
}

/// The rows of one customer from several runs, in order, in the codes of merged dictionaries.
struct JourneyRows {
  var times: [Int64] = []
  var activities: [UInt32] = []
  var channels: [UInt32] = []
  var arrivals: [UInt32] = []
  var values: [Int64] = []
  var sessions: [UInt32] = []
  /// Places in the list of imports.
  var imports: [UInt32] = []
  var attributes: [[UInt32]] = []
  var digests: [EventDigest] = []

  mutating func removeAll() {
    times.removeAll(keepingCapacity: true)
    activities.removeAll(keepingCapacity: true)
    channels.removeAll(keepingCapacity: true)
    arrivals.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    sessions.removeAll(keepingCapacity: true)
    imports.removeAll(keepingCapacity: true)
    for index in attributes.indices { attributes[index].removeAll(keepingCapacity: true) }
    digests.removeAll(keepingCapacity: true)
  }
}

/// Reads the journeys of several neighbouring runs for a rewrite, customer by customer.
struct MergedJourneys {
  /// The dictionaries over all segments; codes of optional columns begin at 1.
  struct Dictionaries {
    let activities: MergedDictionary
    let channels: MergedDictionary
    let sessions: MergedDictionary
    let attributeNames: [String]
    let attributes: [MergedDictionary]
  }

  let runs: [LogRun]
  let dictionaries: Dictionaries
  /// Ids of all imports with rows here, ascending.
  let imports: [Int]
  let shape: SegmentShape
  /// Arrival numbers of the merged rows are below this.
  let arrivals: UInt64
  private let filter: RowFilter
  /// What is added to each run's arrival numbers.
  private let arrivalStarts: [UInt64]
  private let digestFiles: [[DigestFile?]]
  private let blockRows: [[[Int]]]

  init(_ runs: [LogRun], _ filter: RowFilter, folder: String, stored: [[StoredSegment]])
    throws(EventStoreError)
  {
    self.runs = runs
    self.filter = filter
    let segments = runs.flatMap { $0.segments }
    var names: [String] = []
    for attribute in segments.flatMap({ $0.directory.attributes })
    where !names.contains(attribute.name) {
      names.append(attribute.name)
    }
    var attributes: [MergedDictionary] = []
    for name in names {
      attributes.append(
        try EventLog.dictionary(runs, optional: true, .bytes) { segment in
          segment.attribute(name).map { SegmentDirectory.Table.firstAttribute + $0 }
        })
    }
    dictionaries = Dictionaries(
      activities: try EventLog.dictionary(runs, optional: false, .bytes) { _ in
        SegmentDirectory.Table.activities
      },
      channels: try EventLog.dictionary(runs, optional: true, .bytes) { _ in
        SegmentDirectory.Table.channels
      },
      sessions: try EventLog.dictionary(runs, optional: true, .bytes) { _ in
        SegmentDirectory.Table.sessions
      }, attributeNames: names, attributes: attributes)
    imports = Set(segments.flatMap { $0.directory.imports }).sorted()
    var shape = SegmentShape()
    shape.unit = segments.reduce(TimeUnit.day) { min($0, $1.shape.unit) }
    shape.hasValues = segments.contains { $0.shape.hasValues }
    shape.hasDigests = segments.contains { $0.shape.hasDigests }
    self.shape = shape
    var starts: [UInt64] = []
    var total: UInt64 = 0
    for run in runs {
      starts.append(total)
      total += run.segments.reduce(0) { max($0, $1.directory.arrivals) }
    }
    guard total <= UInt64(UInt32.max) else {
      throw .limit(what: "events that can be compacted together", limit: Int(UInt32.max))
    }
    arrivalStarts = starts
    arrivals = total
    var digestFiles: [[DigestFile?]] = []
    for run in stored {
      var own: [DigestFile?] = []
      for segment in run {
        guard segment.digestLength > 0 else {
          own.append(nil)
          continue
        }
        let file = try DigestFile(
          folder: folder, name: segment.digestName, length: segment.digestLength,
          rows: segment.rows)
        for part in 0..<file.partCount { try file.check(part) }
        own.append(file)
      }
      digestFiles.append(own)
    }
    self.digestFiles = digestFiles
    blockRows = runs.map { run in
      run.segments.map { segment in
        var row = 0
        return segment.directory.blocks.map { block in
          defer { row += block.rows }
          return row
        }
      }
    }
  }

  /// Calls `use` for each customer that keeps rows, in byte order of ids.
  ///
  /// - Returns: Rows left out, by import.
  @discardableResult
  func forEach(
    _ use: (_ customer: [UInt8], _ rows: JourneyRows) throws(EventStoreError) -> Void
  ) throws(EventStoreError) -> [Int: Int] {
    var removed: [Int: Int] = [:]
    var reader = Reader(self)
    var merge = try CustomerMerge(runs)
    var kept = JourneyRows()
    while try merge.advance() {
      try reader.read(merge.presence)
      var isGone = false
      if case .withoutCustomer(let customer) = filter { isGone = merge.id == customer }
      reader.keep(into: &kept, imports: imports) { id in
        if case .withoutImport(id) = filter { return false }
        return !isGone
      } removed: { id in
        removed[id, default: 0] += 1
      }
      if !kept.times.isEmpty { try use(merge.id, kept) }
    }
    return removed
  }

  /// Decodes a customer's rows of every run that has them.
  private struct Reader {
    private struct OpenBlock {
      var position = RunPosition()
      var segment = -1
      var block = -1
      var loaded = LoadedBlock()
    }

    private let journeys: MergedJourneys
    private var open: [OpenBlock]
    private var rows = JourneyRows()
    private var order: [Int] = []

    init(_ journeys: MergedJourneys) {
      self.journeys = journeys
      open = journeys.runs.map { _ in OpenBlock() }
      rows.attributes = journeys.dictionaries.attributes.map { _ in [] }
    }

    mutating func read(_ presence: UInt8) throws(EventStoreError) {
      rows.removeAll()
      for run in journeys.runs.indices where presence >> UInt8(run) & 1 == 1 {
        open[run].position.advance(by: 0, in: journeys.runs[run])
        let position = open[run].position
        let segment = journeys.runs[run].segments[position.segment]
        if open[run].segment != position.segment || open[run].block != position.block {
          open[run].segment = -1
          try segment.load(position.block, into: &open[run].loaded)
          open[run].segment = position.segment
          open[run].block = position.block
        }
        decode(run, segment, position)
        open[run].position.advance(by: 1, in: journeys.runs[run])
      }
      // Runs follow each other in order of arrival, and sorting by (time, place) keeps that.
      let times = rows.times
      order = Array(times.indices)
      order.sort { times[$0] != times[$1] ? times[$0] < times[$1] : $0 < $1 }
    }

    private mutating func decode(_ run: Int, _ segment: SegmentFile, _ position: RunPosition) {
      let own = position.customer..<position.customer + 1
      let loadedRows = open[run].loaded.rows(own)
      let start = rows.times.count
      let count = start + loadedRows.count
      rows.times.resize(to: count, filler: 0)
      rows.times.withTarget { target in
        open[run].loaded.decodeTimes(
          own, unit: segment.shape.unit, into: target.slice(from: start))
      }
      let loaded = open[run].loaded
      func codes(_ column: Int?, _ map: [UInt32]?, _ codes: inout [UInt32]) {
        codes.resize(to: count, filler: 0)
        guard let column else { return }
        codes.withTarget { target in
          loaded.decodeCodes(column, loadedRows, map: map, into: target.slice(from: start))
        }
      }
      let dictionaries = journeys.dictionaries
      codes(
        BlockColumn.activities, dictionaries.activities.maps[run][position.segment],
        &rows.activities)
      codes(
        BlockColumn.channels, dictionaries.channels.maps[run][position.segment], &rows.channels)
      codes(
        BlockColumn.sessions, dictionaries.sessions.maps[run][position.segment], &rows.sessions)
      codes(BlockColumn.arrivals, nil, &rows.arrivals)
      codes(BlockColumn.imports, nil, &rows.imports)
      for (index, name) in dictionaries.attributeNames.enumerated() {
        codes(
          segment.attribute(name).map { BlockColumn.firstAttribute + $0 },
          dictionaries.attributes[index].maps[run][position.segment], &rows.attributes[index])
      }
      for row in start..<count {
        rows.arrivals[row] &+= UInt32(journeys.arrivalStarts[run])
        let id = segment.directory.imports[Int(rows.imports[row])]
        rows.imports[row] = UInt32(journeys.imports.firstIndex(of: id) ?? 0)
      }
      rows.values.resize(to: count, filler: Int64.min)
      rows.values.withTarget { target in
        loaded.decodeValues(loadedRows, into: target.slice(from: start))
      }
      let digests = journeys.digestFiles[run][position.segment]
      let firstRow = journeys.blockRows[run][position.segment][position.block]
      for row in loadedRows { rows.digests.append(digests?[firstRow + row] ?? .none) }
    }

    func keep(
      into kept: inout JourneyRows, imports: [Int], _ isKept: (Int) -> Bool,
      removed: (Int) -> Void
    ) {
      kept.removeAll()
      while kept.attributes.count < rows.attributes.count { kept.attributes.append([]) }
      for row in order {
        let id = imports[Int(rows.imports[row])]
        guard isKept(id) else {
          removed(id)
          continue
        }
        kept.times.append(rows.times[row])
        kept.activities.append(rows.activities[row])
        kept.channels.append(rows.channels[row])
        kept.arrivals.append(rows.arrivals[row])
        kept.values.append(rows.values[row])
        kept.sessions.append(rows.sessions[row])
        kept.imports.append(rows.imports[row])
        kept.digests.append(rows.digests[row])
        for index in rows.attributes.indices {
          kept.attributes[index].append(rows.attributes[index][row])
        }
      }
    }
  }
}
