/// Counts, per activity, the events that are bound to no touchpoint.
struct UnboundTally: Sendable {
  private(set) var counts: [Int]

  init(itemCount: Int) { counts = [Int](repeating: 0, count: itemCount) }

  mutating func take(_ chunk: CaseChunk, _ projection: Projection?) {
    guard let grouping = projection?.grouping else {
      for item in chunk.items { counts[Int(item)] += 1 }
      return
    }
    for event in chunk.items.indices {
      let activity = Int(chunk.items[event])
      let channel = grouping.dependsOnChannel ? Int(chunk.channels[event]) : 0
      if grouping.touchpoint(ofActivity: activity, channel: channel) == nil {
        counts[activity] += 1
      }
    }
  }
}
