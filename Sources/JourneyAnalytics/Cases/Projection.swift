/// Reads journeys as journeys over touchpoints or stages.
struct Projection: Sendable {
  let grouping: Grouping

  /// Leaves out unbound events and puts the codes of touchpoints or stages in place of activities.
  func journeys(of chunk: CaseChunk, by level: Level) -> CaseChunk {
    switch level {
    case .activity: return chunk
    case .touchpoint: return project(chunk) { touchpoint, _ in touchpoint }
    case .stage:
      let columns = Int32(grouping.stages.count + 1)
      let stages = grouping.stageTable.span
      return project(chunk) { touchpoint, previous in
        touchpoint < 0 ? -1 : stages[Int(touchpoint * columns + previous + 1)]
      }
    }
  }

  /// - Parameter item: the item of an event at a touchpoint after the journey's previous item; -1 is "none".
  @inline(__always)
  private func project(
    _ chunk: CaseChunk, _ item: (_ touchpoint: Int32, _ previous: Int32) -> Int32
  ) -> CaseChunk {
    var offsets = [Int32](repeating: 0, count: chunk.offsets.count)
    var times = [Int64](repeating: 0, count: chunk.eventCount)
    var items = [UInt32](repeating: 0, count: chunk.eventCount)
    let kept = fill(&offsets, &times, &items, from: chunk, item)
    times.removeLast(times.count - kept)
    items.removeLast(items.count - kept)
    return CaseChunk(
      offsets: offsets, times: times, items: items, firstCustomer: chunk.firstCustomer,
      customers: chunk.customers)
  }

  /// Every event is written at the next free place, which only moves on after a bound one: no branch to guess.
  ///
  /// - Returns: how many events are bound.
  @inline(__always)
  private func fill(
    _ offsets: inout [Int32], _ times: inout [Int64], _ items: inout [UInt32],
    from chunk: CaseChunk, _ item: (_ touchpoint: Int32, _ previous: Int32) -> Int32
  ) -> Int {
    let table = grouping.table.span
    let byChannel = grouping.dependsOnChannel
    let channelCount = grouping.channelCount
    let sourceItems = chunk.items.span
    let sourceTimes = chunk.times.span
    let channels = chunk.channels.span
    var newTimes = times.mutableSpan
    var newItems = items.mutableSpan
    var kept = 0
    for journey in 0..<chunk.journeyCount {
      var previous: Int32 = -1
      for event in chunk.events(ofJourney: journey) {
        var place = Int(unsafe sourceItems[unchecked: event])
        if byChannel {
          let channel = Int(channels[event])
          place = channel < channelCount ? place * channelCount + channel : table.count
        }
        let found = item(place < table.count ? unsafe table[unchecked: place] : -1, previous)
        unsafe newTimes[unchecked: kept] = sourceTimes[unchecked: event]
        unsafe newItems[unchecked: kept] = UInt32(bitPattern: found)
        kept += found >= 0 ? 1 : 0
        previous = found >= 0 ? found : previous
      }
      offsets[journey + 1] = Int32(kept)
    }
    return kept
  }
}
