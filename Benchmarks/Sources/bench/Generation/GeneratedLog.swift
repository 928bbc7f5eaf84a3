import Statistics

/// A seeded log of a shop: rows in order of time, journeys of Zipf length; the same seed gives the same rows.
///
/// New customers arrive day by day; each takes its next event from the grammar until its journey is over. Only customers
/// that are under way are held in memory. A customer's events are at least a second apart, so that no order is left open.
struct GeneratedLog {
  /// Over so many days a full number of customers arrives; the log ends, its last journeys cut, half a year after it began.
  static let days = 162

  let rows: Int
  private let habits = Habits()
  private var random: SplitMix64
  private var queue = PendingQueue()
  private(set) var customers = 0
  private var daysArrived = 0
  /// Customers still to arrive on the present day, latest first.
  private var arrivals: [Int] = []

  init(rows: Int, seed: UInt64) {
    self.rows = rows
    random = SplitMix64(seed: seed)
  }

  /// Hands over every row, in order of time.
  mutating func eachRow(_ body: (PendingEvent) throws -> Void) rethrows {
    var left = rows
    while left > 0 {
      if arrivals.isEmpty { arrive() }
      if let next = queue.earliest, arrivals.isEmpty || next.second <= arrivals[arrivals.count - 1]
      {
        try body(shown(next))
        left -= 1
        move(next)
      } else if let second = arrivals.popLast() {
        queue.insert(newcomer(at: second))
      }
    }
  }

  /// The customers of the next day; most come in the afternoon.
  private mutating func arrive() {
    let perDay = Double(rows) / habits.meanLength / Double(Self.days)
    let upTo = Int((perDay * Double(daysArrived + 1)).rounded(.up))
    let before = Int((perDay * Double(daysArrived)).rounded(.up))
    let midnight = daysArrived * 86_400
    arrivals = (before..<upTo).map { _ in
      midnight + (random.below(86_400) + 7_200 + random.below(79_200)) / 2
    }
    arrivals.sort(by: >)
    daysArrived += 1
  }

  private mutating func newcomer(at second: Int) -> PendingEvent {
    let bits = random.next()
    let activity = habits.entrances[Int(bits & 0xFF)]
    let channel = habits.channels[Int(bits >> 8 & 0xFF)]
    customers += 1
    return PendingEvent(
      second: second, customer: customers - 1,
      remaining: habits.lengths[Int(bits >> 16 & 0xFFFF)] - 1, activity: activity,
      channel: channel)
  }

  /// Puts the customer's next event in the place of the one just written, if there is one.
  private mutating func move(_ event: PendingEvent) {
    guard event.remaining > 0 else {
      queue.removeEarliest()
      return
    }
    let bits = random.next()
    let activity = habits.successors[Int(event.activity) << 8 | Int(bits & 0xFF)]
    let draw = Int(bits >> 8 & 0xFFFF)
    var comesBack = false
    let gap: Int
    switch habits.paces[Int(event.activity)] {
    case .browsing:
      // One browsing event in eight is the last of its visit.
      comesBack = bits >> 24 & 0xFF < 32
      gap =
        comesBack
        ? Int(habits.returnGaps[draw]) + Int(bits >> 32 & 0xFF) : Int(habits.browsingGaps[draw])
    case .hurried: gap = Int(habits.hurriedGaps[draw])
    case .waiting: gap = Int(habits.waitingGaps[draw]) + Int(bits >> 32 & 0xFF)
    }
    // A customer changes channel with every third visit, and now and then within one.
    let changes = bits >> 40 & 0xFF < (comesBack ? 86 : 6)
    let channel = changes ? habits.channels[Int(bits >> 48 & 0xFF)] : event.channel
    queue.replaceEarliest(
      with: PendingEvent(
        second: event.second + gap, customer: event.customer, remaining: event.remaining - 1,
        activity: activity, channel: channel))
  }

  /// The event as it is written: some activities happen in a channel of their own.
  private func shown(_ event: PendingEvent) -> PendingEvent {
    let channel = habits.fixedChannels[Int(event.activity)]
    if channel == Habits.ownChannel { return event }
    var shown = event
    shown.channel = channel
    return shown
  }
}
