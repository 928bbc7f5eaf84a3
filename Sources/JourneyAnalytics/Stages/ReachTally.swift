/// Counts, per item, the journeys that reach it and those that go no further.
struct ReachTally: Sendable {
  private(set) var customers: [Int]
  /// Journeys with no event in a later item after their first event in this one.
  private(set) var lost: [Int]
  private(set) var journeys = 0
  private(set) var events: [Int]
  private var stamps: [Int]
  private var isLost: [Bool]

  init(itemCount: Int) {
    customers = [Int](repeating: 0, count: itemCount)
    lost = customers
    events = customers
    stamps = customers
    isLost = [Bool](repeating: false, count: itemCount)
  }

  mutating func take(_ chunk: CaseChunk) {
    let items = chunk.items.span
    for journey in 0..<chunk.journeyCount {
      let range = chunk.events(ofJourney: journey)
      if range.isEmpty { continue }
      journeys += 1
      var furthestAfter = -1
      var event = range.upperBound
      while event > range.lowerBound {
        event -= 1
        let item = Int(unsafe items[unchecked: event])
        events[item] += 1
        if stamps[item] != journeys {
          stamps[item] = journeys
          customers[item] += 1
          isLost[item] = true
          lost[item] += 1
        }
        // Read backwards: what holds at the item's earliest event is seen last.
        if isLost[item], furthestAfter > item {
          isLost[item] = false
          lost[item] -= 1
        }
        furthestAfter = max(furthestAfter, item)
      }
    }
  }

  static func merged(_ tallies: [ReachTally], itemCount: Int) -> ReachTally {
    var sum = ReachTally(itemCount: itemCount)
    for tally in tallies {
      sum.journeys += tally.journeys
      for item in 0..<itemCount {
        sum.customers[item] += tally.customers[item]
        sum.lost[item] += tally.lost[item]
        sum.events[item] += tally.events[item]
      }
    }
    return sum
  }
}
