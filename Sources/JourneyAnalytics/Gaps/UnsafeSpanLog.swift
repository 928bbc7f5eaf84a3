/// Gathers the wanted spans of one scan worker in the order in which it meets them.
///
/// Every span is written at the next free place, which only moves on after a wanted one: no branch to guess.
@safe final class UnsafeSpanLog: @unchecked Sendable {
  // Sendable by use: one scan worker fills it; after the scan it is only read.

  @safe private struct Entry {
    var span: Int64
    var pile: Int
  }

  private let wanted: WantedSpans
  private var entries: UnsafeMutablePointer<Entry>
  private var capacity = 1 << 12
  private var count = 0

  init(_ wanted: WantedSpans) {
    self.wanted = wanted
    unsafe entries = .allocate(capacity: capacity)
  }

  deinit { unsafe entries.deallocate() }

  func take(_ chunk: CaseChunk) {
    makeRoom(chunk.eventCount + 1)
    let items = chunk.items.span
    UnsafeSpanCounts.check(items)
    let times = chunk.times.span
    let offsets = chunk.offsets.span
    let wanted = self.wanted
    let marks = wanted.marks.span
    let pilesBefore = wanted.pilesBefore.span
    let itemCount = wanted.itemCount
    let entries = unsafe self.entries
    var kept = count
    for journey in 0..<chunk.journeyCount {
      let first = Int(offsets[journey])
      let end = Int(offsets[journey + 1])
      if first == end { continue }
      var from = Int(items[first])
      var before = times[first]
      var event = first &+ 1
      while event < end {
        let to = Int(unsafe items[unchecked: event])
        let time = unsafe times[unchecked: event]
        let span = time &- before
        let pair = from &* itemCount &+ to
        assert(to < itemCount && kept < capacity)
        let place = pair &* SpanScale.count &+ SpanScale.place(of: span)
        let mark = Int(unsafe marks[unchecked: place])
        unsafe entries[kept] = Entry(
          span: span, pile: unsafe pilesBefore[unchecked: pair] &+ mark &- 1)
        kept &+= mark != 0 ? 1 : 0
        from = to
        before = time
        event &+= 1
      }
    }
    count = kept
  }

  /// Puts each span behind its pile's cursor.
  func spread(into spans: inout [Int64], _ cursors: inout [Int]) {
    var target = spans.mutableSpan
    var cursors = cursors.mutableSpan
    for index in 0..<count {
      let entry = unsafe entries[index]
      target[cursors[entry.pile]] = entry.span
      cursors[entry.pile] += 1
    }
  }

  private func makeRoom(_ more: Int) {
    if count + more <= capacity { return }
    let larger = max(count + more, capacity * 2)
    let moved = UnsafeMutablePointer<Entry>.allocate(capacity: larger)
    unsafe moved.moveInitialize(from: entries, count: count)
    unsafe entries.deallocate()
    unsafe entries = moved
    capacity = larger
  }
}
