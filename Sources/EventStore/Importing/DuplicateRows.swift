/// The rows of a run that the store has already, or that an earlier row of the run repeats: same source, same event id.
struct DuplicateRows: Sendable {
  /// By batch; nil where nothing is left out.
  private let dropped: [UnsafeColumn<Bool>?]
  let count: Int

  /// - Complexity: O(rows of the run + stored events with ids); memory 20 to 24 bytes per row of the run.
  init(
    of batches: [StagedBatch], stored: [StoredSegment], folder: String
  ) throws(EventStoreError) {
    guard batches.contains(where: { $0.digests != nil }) else {
      dropped = batches.map { _ in nil }
      count = 0
      return
    }
    let rows = batches.reduce(0) { $0 + $1.rowCount }
    let digests = UnsafeColumn<EventDigest>(count: max(rows, 1))
    var start = 0
    var starts: [Int] = []
    for batch in batches {
      starts.append(start)
      if let column = batch.digests {
        digests.copy(from: column, at: 0, count: batch.rowCount, to: start)
      }
      start += batch.rowCount
    }
    var slotCount = 64
    while slotCount < rows * 2 { slotCount *= 2 }
    let mask = slotCount - 1
    // Row + 1 of the first row with each digest; digests are keyed hashes, so their low bits serve as a hash.
    let slots = UnsafeColumn<UInt32>(count: slotCount)
    let flags = UnsafeColumn<Bool>(count: max(rows, 1))
    @inline(__always) func place(_ digest: EventDigest) -> Int {
      var place = Int(truncatingIfNeeded: digest.low) & mask
      while slots[place] != 0 && digests[Int(slots[place]) - 1] != digest {
        place = (place + 1) & mask
      }
      return place
    }
    for row in 0..<rows where digests[row] != .none {
      let slot = place(digests[row])
      if slots[slot] == 0 { slots[slot] = UInt32(row + 1) } else { flags[row] = true }
    }
    for segment in stored where segment.digestLength > 0 {
      let file = try DigestFile(
        folder: folder, name: segment.digestName, length: segment.digestLength,
        rows: segment.rows)
      try file.forEach { digest in
        let slot = place(digest)
        if slots[slot] != 0 { flags[Int(slots[slot]) - 1] = true }
      }
    }
    var total = 0
    var dropped: [UnsafeColumn<Bool>?] = []
    for (index, batch) in batches.enumerated() {
      let own = UnsafeColumn<Bool>(count: max(batch.rowCount, 1))
      var found = 0
      for row in 0..<batch.rowCount where flags[starts[index] + row] {
        own[row] = true
        found += 1
      }
      dropped.append(found > 0 ? own : nil)
      total += found
    }
    self.dropped = dropped
    count = total
  }

  /// Which rows of a batch are left out; nil if none is.
  subscript(batch: Int) -> UnsafeColumn<Bool>? { dropped[batch] }
}
