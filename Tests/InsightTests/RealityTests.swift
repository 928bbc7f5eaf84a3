import Diagnostics
import Foundation
import Insight
import JourneyModel
import Testing

/// Live numbers of the shop's map, held against a plain reading of the definitions.
@Suite struct RealityTests {
  /// The journey as stages: each bound event with the stage that the definitions give it.
  private static func stagesOf(
    _ events: [PlainEvent], _ workspace: Workspace, _ map: JourneyMap
  ) -> [(stage: Int, time: Int64, touchpoint: Touchpoint.ID)] {
    var result: [(stage: Int, time: Int64, touchpoint: Touchpoint.ID)] = []
    for event in events {
      guard
        let rule = workspace.bindings.first(where: {
          $0.matches(activity: event.activity, channel: nil)
        })
      else { continue }
      let places = map.stages.indices.filter { stage in
        map.cards.contains { card in
          card.touchpoint == rule.touchpoint && card.step == map.stages[stage].ownStepID
            && map.role(of: card) == .touchpoint
        }
      }
      guard let first = places.first, let last = places.last else { continue }
      let previous = result.last?.stage
      let stage = previous.map { before in places.first { $0 >= before } ?? last } ?? first
      result.append((stage, event.time, rule.touchpoint))
    }
    return result
  }

  @Test func `every number of the map agrees with a plain reading of its definition`() throws {
    let world = try ShopWorld()
    let snapshot = try world.snapshot()
    let map = try #require(snapshot.workspace.maps.first)
    let reality = try snapshot.builder.reality(of: map)
    let journeys = try plainJourneys()
    let staged = journeys.values.map { Self.stagesOf($0, snapshot.workspace, map) }
      .filter { !$0.isEmpty }

    #expect(reality.events == 31_106)
    #expect(reality.customers == 600)
    #expect(reality.boundCustomers == staged.count)
    #expect(reality.boundEvents == staged.reduce(0) { $0 + $1.count })

    for index in map.stages.indices {
      let found = reality.stages[index]
      let here = staged.filter { $0.contains { $0.stage == index } }
      #expect(found.customers == here.count)
      #expect(found.reach == Double(here.count) / Double(staged.count))
      #expect(found.events == staged.reduce(0) { $0 + $1.count { $0.stage == index } })
      if index == map.stages.count - 1 {
        #expect(found.loss == nil)
      } else {
        let lost = here.filter { journey in
          guard let first = journey.firstIndex(where: { $0.stage == index }) else { return false }
          return !journey[first...].contains { $0.stage > index }
        }
        #expect(found.lostCustomers == lost.count)
      }
      // Visits: runs of neighbouring events; the last of a journey is open.
      var closed: [Double] = []
      var open = 0
      var beyond = 0
      var wasted = 0.0
      var withVisit = 0
      let limit = map.stages[index].timeFrame?.maximumSeconds ?? .infinity
      for journey in staged {
        var start = 0
        var mine: [Double] = []
        for event in journey.indices {
          let isLast = event == journey.count - 1
          if !isLast, journey[event + 1].stage == journey[event].stage { continue }
          if journey[event].stage == index {
            if isLast {
              open += 1
            } else {
              mine.append(Double(journey[event + 1].time - journey[start].time))
            }
          }
          start = event + 1
        }
        closed += mine
        if !mine.isEmpty { withVisit += 1 }
        if mine.contains(where: { $0 > limit }) { beyond += 1 }
        wasted += mine.reduce(0) { $0 + max(0, $1 - limit) }
      }
      #expect(found.time.visits == closed.count)
      #expect(found.time.open == open)
      #expect(abs(try #require(found.time.medianSeconds) - quantile(closed, 0.5)) < 1e-6)
      #expect(abs(try #require(found.time.p90Seconds) - quantile(closed, 0.9)) < 1e-6)
      #expect(found.time.beyondFrameShare == Double(beyond) / Double(withVisit))
      #expect(abs(try #require(found.time.wastedSeconds) - wasted) < 1e-3)
    }

    var moves: [[Int]: Int] = [:]
    for journey in staged {
      for (a, b) in zip(journey, journey.dropFirst()) {
        moves[[a.stage, b.stage], default: 0] += 1
      }
    }
    #expect(reality.moves.count == moves.count)
    #expect(
      reality.moves.reduce(0) { $0 + $1.count } == reality.boundEvents - reality.boundCustomers)
    for move in reality.moves {
      let from = try #require(map.stages.firstIndex { $0.id == move.from })
      let to = try #require(map.stages.firstIndex { $0.id == move.to })
      #expect(move.count == moves[[from, to]])
      let leaving = moves.filter { $0.key[0] == from && $0.key[1] != from }.values.reduce(0, +)
      #expect(move.share == (from == to ? nil : Double(move.count) / Double(leaving)))
    }

    for touchpoint in reality.touchpoints where touchpoint.reach != nil {
      let met = staged.count { $0.contains { $0.touchpoint == touchpoint.touchpoint } }
      #expect(touchpoint.customers == met)
      #expect(touchpoint.reach == Double(met) / Double(staged.count))
    }
    #expect(reality.unbound.isEmpty)
  }

  private func quantile(_ values: [Double], _ share: Double) -> Double {
    let sorted = values.sorted()
    let place = share * Double(sorted.count - 1)
    let low = Int(place)
    let high = min(low + 1, sorted.count - 1)
    return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
  }

  @Test func `what nothing is bound to has no reach, and is listed as never seen`() throws {
    let snapshot = try ShopWorld().snapshot()
    let map = try #require(snapshot.workspace.maps.first)
    let reality = try snapshot.builder.reality(of: map)
    let unbound = reality.touchpoints.filter { $0.reach == nil }.map(\.touchpoint.rawValue)
    #expect(unbound == ["social-advertisement", "review-site", "courier", "friend"])
    #expect(reality.neverSeen.map(\.touchpoint.rawValue) == unbound)
    #expect(reality.neverSeen.allSatisfy { $0.reason == .notBound })
  }

  @Test func `scores stand where their survey asks, and those of the relation nowhere else`() throws
  {
    let snapshot = try ShopWorld().snapshot()
    let map = try #require(snapshot.workspace.maps.first)
    let reality = try snapshot.builder.reality(of: map)
    #expect(reality.hasSyntheticData)
    #expect(reality.relationshipScores.map(\.survey) == ["relationship-nps"])
    let elsewhere = reality.stages.flatMap(\.scores) + reality.touchpoints.flatMap(\.scores)
    #expect(!elsewhere.contains { $0.survey == "relationship-nps" })
    let areSynthetic = elsewhere.allSatisfy { $0.isSynthetic }
    #expect(areSynthetic)
    let worse = reality.touchpoints.filter(\.isClearlyWorse).map(\.touchpoint.rawValue)
    #expect(worse == ["payment-form"])
    // No survey asks about the decision: a gap, not a 0.
    #expect(reality.stages[2].measuredEmotion == nil)
    let low = try #require(elsewhere.first { $0.survey == "help" })
    #expect(low.isLowBase)
  }

  @Test func `cards are judged by live numbers where they claim one`() throws {
    let snapshot = try ShopWorld().snapshot()
    let map = try #require(snapshot.workspace.maps.first)
    let reality = try snapshot.builder.reality(of: map)
    func status(_ id: String) -> EvidenceStatus? {
      Card.ID(rawValue: id).flatMap { reality.cards[$0]?.status }
    }
    #expect(status("act-search") == .supported)
    #expect(status("act-compare") == .contradicted)
    #expect(status("b-delivery-cost") == .contradicted)
    #expect(status("b-payment-error") == .supported)
    #expect(status("t-home") == .supported)
    #expect(status("t-courier") == .assumption)
    #expect(status("b-unknown") == .assumption)
    let findings = try snapshot.findings()
    #expect(!findings.contains { $0.code == "map.card-without-evidence" && $0.subject == "t-home" })
    #expect(findings.contains { $0.code == "map.barrier-without-solution" })
  }

  @Test func `a map without a log has no numbers and says so by their absence`() throws {
    let snapshot = try ShopWorld(importsLog: false).snapshot()
    let map = try #require(snapshot.workspace.maps.first)
    let reality = try snapshot.builder.reality(of: map)
    #expect(reality.events == 0)
    #expect(reality.logLabel == nil)
    #expect(reality.stages.allSatisfy { $0.reach == nil && $0.time.medianSeconds == nil })
    #expect(reality.conformance == nil)
    #expect(reality.stages.contains { !$0.scores.isEmpty })
  }
}
