/// Counts drop-offs in one pass, though the log's end is known only after it.
///
/// Journeys that ended long before the latest event seen so far are counted at once; the others wait as short records.
struct DropOffTally: Sendable {
  /// A journey that may still be open.
  private struct Waiting: Sendable {
    let end: Int64
    let last: Int
    let metGoal: Bool
    let items: Range<Int>
  }

  private let settle: Int64
  private let isGoal: [Bool]
  private(set) var dropped: [Int]
  private(set) var containing: [Int]
  private(set) var journeys = 0
  private(set) var droppedJourneys = 0
  private(set) var latest = Int64.min
  private var waiting: [Waiting] = []
  private var waitingItems: [UInt32] = []
  private var stamps: [Int]
  private var stamp = 0

  /// - Parameters:
  ///   - isGoal: by code at the goal's level.
  ///   - itemCount: items at the level of the question.
  init(_ query: DropOffQuery, isGoal: [Bool], itemCount: Int) {
    settle = query.settleMicroseconds
    self.isGoal = isGoal
    dropped = [Int](repeating: 0, count: itemCount)
    containing = dropped
    stamps = dropped
  }

  /// - Parameters:
  ///   - chunk: journeys at the level of the question.
  ///   - goals: the same journeys at the level of the goal.
  ///   - activities: the same journeys with all their events.
  ///   - latest: the last time in the chunk before filters.
  mutating func take(
    _ chunk: CaseChunk, goals: CaseChunk, activities: CaseChunk, latest chunkLatest: Int64
  ) {
    latest = max(latest, chunkLatest)
    for journey in 0..<chunk.journeyCount {
      let events = chunk.events(ofJourney: journey)
      if events.isEmpty { continue }
      stamp += 1
      let firstItem = waitingItems.count
      for event in events {
        let item = Int(chunk.items[event])
        if stamps[item] == stamp { continue }
        stamps[item] = stamp
        waitingItems.append(UInt32(item))
      }
      let record = Waiting(
        end: activities.times[activities.events(ofJourney: journey).upperBound - 1],
        last: Int(chunk.items[events.upperBound - 1]),
        metGoal: goals.events(ofJourney: journey).contains { isGoal[Int(goals.items[$0])] },
        items: firstItem..<waitingItems.count)
      if Self.isSettled(record.end, logEnd: latest, settle: settle) {
        count(record)
        waitingItems.removeLast(record.items.count)
      } else {
        waiting.append(record)
      }
    }
  }

  /// Counts the waiting journeys that are settled by the true end of the log.
  ///
  /// - Returns: how many are open.
  mutating func finish(logEnd: Int64) -> Int {
    var open = 0
    for record in waiting {
      if Self.isSettled(record.end, logEnd: logEnd, settle: settle) {
        count(record)
      } else {
        open += 1
      }
    }
    waiting = []
    waitingItems = []
    return open
  }

  private mutating func count(_ record: Waiting) {
    journeys += 1
    for place in record.items { containing[Int(waitingItems[place])] += 1 }
    if !record.metGoal {
      droppedJourneys += 1
      dropped[record.last] += 1
    }
  }

  /// Whether a journey's last event lies further back than `settle` from the log's end.
  static func isSettled(_ end: Int64, logEnd: Int64, settle: Int64) -> Bool {
    let (distance, overflow) = logEnd.subtractingReportingOverflow(end)
    return overflow || distance > settle
  }

  static func merged(
    _ tallies: [DropOffTally], _ query: DropOffQuery, names: [String]
  ) -> DropOffs {
    let logEnd = tallies.reduce(Int64.min) { max($0, $1.latest) }
    var sum = DropOffTally(query, isGoal: [], itemCount: names.count)
    var open = 0
    for tally in tallies {
      var tally = tally
      open += tally.finish(logEnd: logEnd)
      sum.journeys += tally.journeys
      sum.droppedJourneys += tally.droppedJourneys
      for item in names.indices {
        sum.dropped[item] += tally.dropped[item]
        sum.containing[item] += tally.containing[item]
      }
    }
    let items = names.indices.filter { sum.containing[$0] > 0 }.map { item in
      DropOffs.Item(
        name: names[item], dropped: sum.dropped[item], journeys: sum.containing[item],
        share: Double(sum.dropped[item]) / Double(sum.containing[item]))
    }
    return DropOffs(
      by: query.by, goal: query.goal, settleSeconds: Double(query.settleMicroseconds) / 1e6,
      logEnd: logEnd == .min ? nil : Instant(microseconds: logEnd), open: open,
      journeys: sum.journeys, dropped: sum.droppedJourneys,
      share: sum.journeys == 0
        ? nil : Double(sum.droppedJourneys) / Double(sum.journeys),
      items: items.sorted {
        $0.share != $1.share ? $0.share > $1.share : $0.name.precedesInBytes($1.name)
      })
  }
}
