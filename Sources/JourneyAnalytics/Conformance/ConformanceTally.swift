/// Aligns every journey with the ideal sequence and counts deviations once per journey and name.
struct ConformanceTally: Sendable {
  /// Names of codes: those of the level, then ideal names the level does not have.
  private let names: [String]
  private let query: ConformanceQuery
  private var alignment: Alignment
  private var fitness = BlockedSum()
  private var perfect = 0
  private var cost = 0
  private var events = 0
  private var skipped: [Int]
  private var extra: [Int]
  private var outOfOrder: [Int]
  private var repeated: [Int]
  // Per code the journey in which it was last skipped, extra or matched.
  private var skippedIn: [Int]
  private var extraIn: [Int]
  private var matchedIn: [Int]
  private var journey = 0
  private var visits: [UInt32] = []

  init(_ query: ConformanceQuery, names levelNames: [String]) {
    var names = levelNames
    var ideal: [UInt32] = []
    for name in query.ideal {
      let code = names.code(of: name) ?? names.count
      if code == names.count { names.append(name) }
      ideal.append(UInt32(code))
    }
    self.names = names
    self.query = query
    alignment = Alignment(ideal: ideal)
    skipped = [Int](repeating: 0, count: names.count)
    extra = skipped
    outOfOrder = skipped
    repeated = skipped
    skippedIn = skipped
    extraIn = skipped
    matchedIn = skipped
  }

  mutating func take(_ chunk: CaseChunk) {
    fitness.beginRun()
    events += chunk.eventCount
    for index in 0..<chunk.journeyCount {
      let range = chunk.events(ofJourney: index)
      if range.isEmpty { continue }
      if query.by == .stage {
        visits.removeAll(keepingCapacity: true)
        for event in range where visits.last != chunk.items[event] {
          visits.append(chunk.items[event])
        }
        count(visits[...])
      } else {
        count(chunk.items[range])
      }
      fitness.add(alignment.fitness, customer: chunk.customer(ofJourney: index))
    }
  }

  private mutating func count(_ items: ArraySlice<UInt32>) {
    journey += 1
    alignment.align(items)
    cost += alignment.cost
    if alignment.cost == 0 {
      perfect += 1
      return
    }
    for place in alignment.matched { matchedIn[Int(alignment.ideal[place])] = journey }
    for place in alignment.skipped {
      let code = Int(alignment.ideal[place])
      if skippedIn[code] != journey { skipped[code] += 1 }
      skippedIn[code] = journey
    }
    for place in alignment.extra {
      let code = Int(items[items.startIndex + place])
      if extraIn[code] == journey { continue }
      extraIn[code] = journey
      extra[code] += 1
      if skippedIn[code] == journey { outOfOrder[code] += 1 }
      if matchedIn[code] == journey { repeated[code] += 1 }
    }
  }

  static func merged(
    _ tallies: [ConformanceTally], _ query: ConformanceQuery, names: [String], allEvents: Int
  ) -> Conformance {
    var sum = ConformanceTally(query, names: names)
    for tally in tallies {
      sum.journey += tally.journey
      sum.perfect += tally.perfect
      sum.cost += tally.cost
      sum.events += tally.events
      for code in sum.names.indices {
        sum.skipped[code] += tally.skipped[code]
        sum.extra[code] += tally.extra[code]
        sum.outOfOrder[code] += tally.outOfOrder[code]
        sum.repeated[code] += tally.repeated[code]
      }
    }
    let total = BlockedSum.total(tallies.map { $0.fitness })
    let journeys = sum.journey
    return Conformance(
      by: query.by, ideal: query.ideal, journeys: journeys,
      meanFitness: journeys == 0 ? nil : total / Double(journeys), perfect: sum.perfect,
      perfectShare: journeys == 0 ? nil : Double(sum.perfect) / Double(journeys),
      totalCost: sum.cost,
      skipped: NamedCounts(sum.skipped, names: sum.names),
      extra: NamedCounts(sum.extra, names: sum.names),
      outOfOrder: NamedCounts(sum.outOfOrder, names: sum.names),
      repeated: NamedCounts(sum.repeated, names: sum.names), unbound: allEvents - sum.events,
      unboundShare: allEvents == 0 ? nil : Double(allEvents - sum.events) / Double(allEvents))
  }
}
