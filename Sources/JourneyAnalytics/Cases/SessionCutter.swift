/// Cuts one customer's events into sessions; keeps its buffers between customers.
struct SessionCutter {
  /// Ranges of the events given last, one per session, in the order of their first events.
  private(set) var sessions: [Range<Int>] = []
  private var ordinalOfCode: [UInt32: Int] = [:]
  private var ordinals: [Int] = []
  private var sorted: [Int] = []

  /// A new session starts where the gap to the previous event is greater than the timeout.
  mutating func cut(_ events: [Int], times: [Int64], timeout: Int64) {
    sessions.removeAll(keepingCapacity: true)
    var start = 0
    for place in events.indices.dropFirst()
    where times[events[place]] - times[events[place - 1]] > timeout {
      sessions.append(start..<place)
      start = place
    }
    sessions.append(start..<events.count)
  }

  /// Brings the events of equal sessions together, keeping the order within each; sessions may interleave in time.
  ///
  /// Events without a session form one session of the customer.
  mutating func sort(_ events: inout [Int], bySessions codes: [UInt32]) {
    sessions.removeAll(keepingCapacity: true)
    ordinalOfCode.removeAll(keepingCapacity: true)
    ordinals.removeAll(keepingCapacity: true)
    var counts: [Int] = []
    for place in events.indices {
      let code = codes[events[place]]
      if place > 0, codes[events[place - 1]] == code {
        ordinals.append(ordinals[place - 1])
      } else if let known = ordinalOfCode[code] {
        ordinals.append(known)
      } else {
        ordinals.append(counts.count)
        ordinalOfCode[code] = counts.count
        counts.append(0)
      }
      counts[ordinals[place]] += 1
    }
    var cursors: [Int] = []
    var start = 0
    for count in counts {
      sessions.append(start..<start + count)
      cursors.append(start)
      start += count
    }
    sorted.removeAll(keepingCapacity: true)
    sorted.append(contentsOf: events)
    for place in events.indices {
      sorted[cursors[ordinals[place]]] = events[place]
      cursors[ordinals[place]] += 1
    }
    swap(&events, &sorted)
  }
}
