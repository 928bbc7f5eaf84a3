/// The next event of one customer.
///
/// - Invariant: two pending events never have the same key, since a customer has only one at a time.
struct PendingEvent {
  /// Seconds since the log's first day, then the customer's number.
  var key: UInt64
  /// Events after this one.
  var remaining: UInt8
  var activity: UInt8
  var channel: UInt8

  init(second: Int, customer: Int, remaining: UInt8, activity: UInt8, channel: UInt8) {
    key = UInt64(second) << 32 | UInt64(customer)
    self.remaining = remaining
    self.activity = activity
    self.channel = channel
  }

  var second: Int { Int(key >> 32) }
  var customer: Int { Int(key & 0xFFFF_FFFF) }
}

/// Pending events, the earliest first: a heap of four children per node.
struct PendingQueue {
  private var events: [PendingEvent] = []

  var isEmpty: Bool { events.isEmpty }
  var earliest: PendingEvent? { events.first }

  /// - Complexity: O(log *n*).
  mutating func insert(_ event: PendingEvent) {
    var place = events.count
    events.append(event)
    while place > 0 {
      let parent = (place - 1) / 4
      if events[parent].key <= event.key { break }
      events[place] = events[parent]
      place = parent
    }
    events[place] = event
  }

  /// - Complexity: O(log *n*).
  mutating func removeEarliest() {
    let last = events.removeLast()
    if !events.isEmpty { replaceEarliest(with: last) }
  }

  /// Puts another event in the place of the earliest.
  ///
  /// - Complexity: O(log *n*).
  mutating func replaceEarliest(with event: PendingEvent) {
    let count = events.count
    var place = 0
    while true {
      let first = place * 4 + 1
      if first >= count { break }
      var smallest = first
      for child in first + 1..<max(first + 1, min(first + 4, count))
      where events[child].key < events[smallest].key {
        smallest = child
      }
      if events[smallest].key >= event.key { break }
      events[place] = events[smallest]
      place = smallest
    }
    events[place] = event
  }
}
