/// Counts immediate repeats, later repetitions and journeys with rework.
struct ReworkTally: Sendable {
  private var selfLoops: [Int]
  private var repetitions: [Int]
  private var repeating: [Int]
  private var journeys = 0
  private var rework = 0
  private var journeysWithRework = 0
  private var journeysWithSelfLoop = 0
  private var stamps: [Int]
  private var repeatStamps: [Int]

  init(itemCount: Int) {
    selfLoops = [Int](repeating: 0, count: itemCount)
    repetitions = selfLoops
    repeating = selfLoops
    stamps = selfLoops
    repeatStamps = selfLoops
  }

  mutating func take(_ chunk: CaseChunk) {
    for journey in 0..<chunk.journeyCount {
      let events = chunk.events(ofJourney: journey)
      if events.isEmpty { continue }
      journeys += 1
      var distinct = 0
      var loops = 0
      var previous = -1
      for event in events {
        let item = Int(chunk.items[event])
        if stamps[item] != journeys {
          stamps[item] = journeys
          distinct += 1
        } else {
          if item == previous {
            selfLoops[item] += 1
            loops += 1
          } else {
            repetitions[item] += 1
          }
          if repeatStamps[item] != journeys {
            repeatStamps[item] = journeys
            repeating[item] += 1
          }
        }
        previous = item
      }
      rework += events.count - distinct
      if distinct < events.count { journeysWithRework += 1 }
      if loops > 0 { journeysWithSelfLoop += 1 }
    }
  }

  static func merged(_ tallies: [ReworkTally], names: [String], by level: Level) -> Rework {
    var sum = ReworkTally(itemCount: names.count)
    for tally in tallies {
      sum.journeys += tally.journeys
      sum.rework += tally.rework
      sum.journeysWithRework += tally.journeysWithRework
      sum.journeysWithSelfLoop += tally.journeysWithSelfLoop
      for item in names.indices {
        sum.selfLoops[item] += tally.selfLoops[item]
        sum.repetitions[item] += tally.repetitions[item]
        sum.repeating[item] += tally.repeating[item]
      }
    }
    return Rework(
      by: level, journeys: sum.journeys, rework: sum.rework,
      journeysWithRework: sum.journeysWithRework, journeysWithSelfLoop: sum.journeysWithSelfLoop,
      selfLoops: sum.selfLoops.reduce(0, +), repetitions: sum.repetitions.reduce(0, +),
      items: names.indices.filter { sum.repeating[$0] > 0 }.map {
        Rework.Item(
          name: names[$0], selfLoops: sum.selfLoops[$0], repetitions: sum.repetitions[$0],
          journeysRepeating: sum.repeating[$0])
      }.sorted {
        $0.journeysRepeating != $1.journeysRepeating
          ? $0.journeysRepeating > $1.journeysRepeating : $0.name.precedesInBytes($1.name)
      })
  }
}
