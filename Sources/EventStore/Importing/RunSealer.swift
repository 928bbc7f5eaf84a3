import Synchronization

/// Sorts the staged batches of a run and writes them as one segment.
struct RunSealer {
  private let run: RunBatches
  private let attributes: [String]
  private let importID: Int
  private let threads: Int

  init(
    batches: [StagedBatch], duplicates: DuplicateRows, attributes: [String], importID: Int,
    threads: Int
  ) {
    run = RunBatches(batches, duplicates)
    self.attributes = attributes
    self.importID = importID
    self.threads = threads
  }

  /// Rows that remain without the duplicates.
  var rows: Int { run.rows - run.duplicates.count }

  func seal(folder: String, number: Int) throws(EventStoreError) -> StoredSegment {
    let order = RunOrder(run, threads: threads)
    let activities = run.dictionary({ $0.activities }, optional: false, threads: threads) {
      $0.activities
    }
    let channels = run.dictionary({ $0.channels }, optional: true, threads: threads) {
      $0.channels
    }
    let sessions = run.dictionary({ $0.sessions }, optional: true, threads: threads) {
      $0.sessions
    }
    let kept = attributes.indices.map { index in
      run.dictionary({ $0.attributes[index] }, optional: true, threads: threads) {
        $0.attributes[index]
      }
    }
    let arrivals = ArrivalNumbers(run)
    var shape = SegmentShape()
    shape.unit = run.batches.reduce(TimeUnit.day) { min($0, $1.unit) }
    shape.activityBits = SegmentShape.codeBits(activities.count)
    shape.channelBits = channels.count == 0 ? 0 : SegmentShape.codeBits(channels.count + 1)
    shape.hasSessions = sessions.count > 0
    shape.hasValues = run.batches.contains { $0.values?.contains { $0 != Int64.min } ?? false }
    shape.hasDigests = run.batches.contains { $0.digests != nil }
    shape.attributeCount = attributes.count

    let fields = self.fields(shape, activities, channels, arrivals)
    let format = RunFormat(fields, unit: shape.unit, times: arrivals.times)
    var writer = try SegmentWriter(folder: folder, number: number, shape: shape)
    let dictionaries = [order.customers, activities, channels, sessions] + kept
    func write<Record: RunRecord>(
      _ record: Record.Type
    ) throws(EventStoreError) -> [SealedTable] {
      let source = RunSource<Record>(
        run: run, shape: shape, format: format, order: order, activities: activities,
        channels: channels, sessions: sessions, attributes: kept, arrivals: arrivals)
      return try pack(source, dictionaries, into: &writer)
    }
    let tables = try format.isNarrow ? write(NarrowRecord.self) : write(WideRecord.self)
    return try writer.finish(
      tables: tables, arrivals: arrivals.limit, imports: [importID],
      attributes: zip(attributes, kept).map { AttributeDescription(name: $0, kind: $1.kind) })
  }

  private func fields(
    _ shape: SegmentShape, _ activities: RunDictionary, _ channels: RunDictionary,
    _ arrivals: ArrivalNumbers
  ) -> RunFields {
    func bits(_ count: UInt64) -> UInt64 { UInt64(64 - count.leadingZeroBitCount) }
    let isPlain =
      !shape.hasValues && !shape.hasSessions && !shape.hasDigests && shape.attributeCount == 0
    let packed = RunFields.packed(
      activityBits: bits(UInt64(activities.count)), channelBits: bits(UInt64(channels.count)),
      arrivalBits: bits(arrivals.limit))
    return isPlain && packed.bits <= 64 ? packed : .reference(rowBits: bits(UInt64(run.rows)))
  }

  /// Makes the tables of the dictionaries and packs the blocks, on all threads; blocks are written in order.
  private func pack<Record: RunRecord>(
    _ source: RunSource<Record>, _ dictionaries: [RunDictionary], into writer: inout SegmentWriter
  ) throws(EventStoreError) -> [SealedTable] {
    let progress = Monitor(
      SealingProgress(writer: writer, missingParts: dictionaries.map { $0.tableParts }))
    let failure = FirstError()
    let nextTask = Atomic<Int>(0)
    let blockCount = source.order.blockCount
    let parts = dictionaries.indices.flatMap { dictionary in
      (0..<dictionaries[dictionary].tableParts).map { (dictionary: dictionary, part: $0) }
    }
    let flush = EarlyFlush()
    let packers = min(threads, parts.count + blockCount)
    let busy = Atomic<Int>(packers)
    let file = writer.file
    Workers.run(packers + 1) { index in
      if index == packers {
        failure.attempt { () throws(EventStoreError) in
          try flush.run { () throws(EventStoreError) in try file.synchronizeBytes() }
        }
        return
      }
      defer { if busy.wrappingSubtract(1, ordering: .relaxed).newValue == 0 { flush.end() } }
      var packer = RunPacker(source)
      while !failure.isRaised {
        // Dictionaries first, for a part of one can take longer than a block.
        let task = nextTask.wrappingAdd(1, ordering: .relaxed).oldValue
        if task < parts.count {
          let built = dictionaries[parts[task].dictionary].tablePart(parts[task].part)
          let table: [StringTableBuilder]? = progress.with { $0.takePart(built, parts[task]) }
          if let table {
            let sealed = StringTableBuilder.joined(table)
            progress.with { $0.tables[parts[task].dictionary] = sealed }
          }
          continue
        }
        let number = task - parts.count
        if number >= blockCount { return }
        let block = packer.pack(number)
        // Whoever finds nobody writing writes all that is ready; a file is the same for any number of threads.
        var ready: (writer: SegmentWriter, block: SealedBlock)? = progress.with { state in
          state.ready[number] = block
          if state.isWriting { return nil }
          guard let first = state.ready.removeValue(forKey: state.next) else { return nil }
          state.isWriting = true
          return (state.writer, first)
        }
        while let current = ready {
          var writer = current.writer
          failure.attempt { () throws(EventStoreError) in try writer.append(current.block) }
          flush.wrote(writer.length, before: current.writer.length)
          ready = progress.with { state in
            state.writer = writer
            state.next += 1
            if !failure.isRaised, let following = state.ready.removeValue(forKey: state.next) {
              return (writer, following)
            }
            state.isWriting = false
            return nil
          }
        }
      }
    }
    try failure.rethrow()
    let done = progress.with { $0 }
    writer = done.writer
    return dictionaries.indices.compactMap { done.tables[$0] }
  }
}

/// Parts of dictionaries that are done, and blocks that are packed but not yet written.
private struct SealingProgress {
  var writer: SegmentWriter
  /// By dictionary.
  var missingParts: [Int]
  var parts: [Int: [Int: StringTableBuilder]] = [:]
  var tables: [Int: SealedTable] = [:]
  var ready: [Int: SealedBlock] = [:]
  var next = 0
  var isWriting = false

  /// All parts of the dictionary, in order, once this was the last that was missing.
  mutating func takePart(
    _ built: StringTableBuilder, _ place: (dictionary: Int, part: Int)
  ) -> [StringTableBuilder]? {
    parts[place.dictionary, default: [:]][place.part] = built
    missingParts[place.dictionary] -= 1
    if missingParts[place.dictionary] > 0 { return nil }
    let whole = parts.removeValue(forKey: place.dictionary) ?? [:]
    return whole.sorted { $0.key < $1.key }.map { $0.value }
  }
}
