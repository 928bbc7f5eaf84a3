extension EventStoreWriter {
  /// Merges all runs into one, so that scans need not merge.
  ///
  /// - Complexity: Reads the log twice and writes it once.
  public func compact() throws(EventStoreError) {
    var manifest = manifestToChange()
    guard manifest.runs.count > 1 else { return }
    try merge(0, &manifest)
    try replace(manifest)
  }

  /// Merges the latest runs where there are more than a scan can merge.
  ///
  /// As in a log-structured merge tree, an older run is taken along unless it is more than twice as large as all that
  /// follow: so an event is rewritten a logarithmic number of times.
  func compact(_ manifest: inout Manifest) throws(EventStoreError) {
    let count = manifest.runs.count
    guard count > Manifest.runLimit else { return }
    let rows = manifest.runs.map { $0.reduce(0) { $0 + $1.rows } }
    var first = Manifest.runLimit - 1
    var later = rows[first...].reduce(0, +)
    while first > 0 && rows[first - 1] <= 2 * later {
      first -= 1
      later += rows[first]
    }
    try merge(first, &manifest)
  }

  private func merge(_ first: Int, _ manifest: inout Manifest) throws(EventStoreError) {
    // Customers of more than eight runs are merged in steps, for presence is kept in eight bits.
    while manifest.runs.count > first + 1 {
      let end = min(manifest.runs.count, first + Manifest.runLimit)
      let merged = try rewrite(Array(manifest.runs[first..<end]), .keepAll)
      manifest.runs.replaceSubrange(first..<end, with: [merged.segments])
    }
  }

  private func rewrite(
    _ stored: [[StoredSegment]], _ filter: RowFilter
  ) throws(EventStoreError) -> (segments: [StoredSegment], removed: [Int: Int]) {
    let runs = try EventLog.open(stored, folder)
    let journeys = try MergedJourneys(runs, filter, folder: folder, stored: stored)
    let rewriter = SegmentRewriter(journeys, folder: folder, segmentRows: configuration.runRows)
    return try rewriter.rewrite { takeSegmentNumber() }
  }

  /// Takes an import's events out of the log, and its entry out of the list.
  ///
  /// Events that a later import brought again under the same ids were left out then, and do not come back.
  ///
  /// - Throws: `.unknownImport`.
  public func removeImport(_ id: Int) throws(EventStoreError) {
    var manifest = manifestToChange()
    guard let place = manifest.imports.firstIndex(where: { $0.id == id }) else {
      throw .unknownImport(id: id)
    }
    try rewriteSegments(&manifest, .withoutImport(id)) { $0.directory.imports.contains(id) }
    manifest.imports.remove(at: place)
    try replace(manifest)
  }

  /// Erases one customer: every event, and every text that only this customer's events used.
  ///
  /// - Returns: The number of events erased.
  /// - Throws: `.unknownCustomer`.
  @discardableResult
  public func erase(customer: String) throws(EventStoreError) -> Int {
    var manifest = manifestToChange()
    let id = Array(customer.utf8)
    let removed = try rewriteSegments(&manifest, .withoutCustomer(id)) {
      segment throws(EventStoreError) in
      try segment.table(SegmentDirectory.Table.customers).number(of: id) != nil
    }
    let total = removed.values.reduce(0, +)
    guard total > 0 else { throw .unknownCustomer }
    for index in manifest.imports.indices {
      manifest.imports[index].rows -= removed[manifest.imports[index].id] ?? 0
    }
    try replace(manifest)
    return total
  }

  /// Rewrites, each by itself, the segments that `concerns` picks; one that keeps no row goes.
  @discardableResult
  private func rewriteSegments(
    _ manifest: inout Manifest, _ filter: RowFilter,
    _ concerns: (SegmentFile) throws(EventStoreError) -> Bool
  ) throws(EventStoreError) -> [Int: Int] {
    var removed: [Int: Int] = [:]
    var runs: [[StoredSegment]] = []
    for run in manifest.runs {
      var kept: [StoredSegment] = []
      for stored in run {
        let segment = try SegmentFile(folder: folder, name: stored.name, length: stored.length)
        guard try concerns(segment) else {
          kept.append(stored)
          continue
        }
        if case .withoutImport(let id) = filter, segment.directory.imports == [id] { continue }
        let result = try rewrite([[stored]], filter)
        kept += result.segments
        removed.merge(result.removed, uniquingKeysWith: +)
      }
      if !kept.isEmpty { runs.append(kept) }
    }
    manifest.runs = runs
    return removed
  }
}
