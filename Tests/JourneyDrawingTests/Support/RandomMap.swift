import Insight
import JourneyModel

/// Maps as wild as people may draw them: empty, wide, with long words, alphabets and broken references.
struct RandomMap {
  var map: JourneyMap
  var workspace: Workspace
  var reality: MapReality?

  private static let words = [
    "basket", "wants", "to", "Donaudampfschifffahrtsgesellschaftskapitän", "доставка", "запитання",
    "zażółć", "gęślą", "jaźń", "😀", "👩‍👩‍👧", "49 €", "a", "price", "<b>&\"'", "très", "договір",
    "Supercalifragilisticexpialidocious", "returns", "line\nbreak", "n/a",
  ]

  private static func text(_ random: inout SeededRandom, most: Int) -> String {
    (0..<Int.random(in: 0...most, using: &random)).map { _ in random.pick(words) }
      .joined(separator: " ")
  }

  init(seed: UInt64, withReality: Bool = true) {
    var random = SeededRandom(seed: seed)
    let stages = (0..<Int.random(in: 0...7, using: &random)).map { index in
      Stage(
        id: ShopMap.id("stage-\(index)"), order: ShopMap.order(index),
        name: Self.text(&random, most: 3), mindset: Self.text(&random, most: 9),
        goal: Self.text(&random, most: 5),
        timeFrame: random.chance(0.5)
          ? TimeFrame(minimum: 1, maximum: 3, unit: random.pick(TimeFrame.Unit.allCases)) : nil,
        phase: random.chance(0.7) ? random.pick(Stage.Phase.allCases) : nil,
        steps: random.chance(0.3)
          ? (0..<3).map { step in
            Step(
              id: ShopMap.id("step-\(index)-\(step)"), order: ShopMap.order(step),
              name: Self.text(&random, most: 3))
          } : [])
    }
    let lanes = (0..<Int.random(in: 0...9, using: &random)).map { index in
      Lane(
        id: ShopMap.id("lane-\(index)"), order: ShopMap.order(index),
        role: random.pick(LaneRole.allCases), name: Self.text(&random, most: 4),
        isHidden: random.chance(0.2))
    }
    let columns = stages.flatMap(\.columns).map(\.id) + [ShopMap.id("nowhere")]
    let laneIDs = lanes.map(\.id) + [ShopMap.id("no-lane")]
    let points = ["search-ad", "basket", "checkout", "unknown"]
    let cards = (0..<Int.random(in: 0...70, using: &random)).map { index in
      Card(
        id: ShopMap.id("card-\(index)"), lane: random.pick(laneIDs), step: random.pick(columns),
        order: ShopMap.order(Int.random(in: 0..<40, using: &random)),
        text: Self.text(&random, most: 12),
        span: random.chance(0.2) ? 3 : random.chance(0.05) ? 90 : 1,
        touchpoint: random.chance(0.25) ? ShopMap.id(random.pick(points)) : nil,
        emotion: random.chance(0.5)
          ? Emotion(
            score: Double(Int.random(in: -6...6, using: &random)) / 2,
            name: Self.text(&random, most: 2), emoji: random.chance(0.5) ? "😀" : "",
            branch: random.chance(0.3) ? random.pick(Emotion.Branch.allCases) : nil) : nil,
        severity: random.chance(0.5) ? random.pick(Card.Severity.allCases) : nil,
        owner: random.chance(0.2) ? Self.text(&random, most: 3) : nil,
        effort: random.chance(0.2) ? 2.5 : nil,
        status: random.chance(0.2) ? random.pick(Card.Status.allCases) : nil,
        links: random.chance(0.4)
          ? [ShopMap.id("card-\(Int.random(in: 0..<70, using: &random))")] : [],
        momentOfTruth: random.chance(0.1) ? Self.text(&random, most: 6) : nil)
    }
    var flows: [Flow] = []
    if stages.count > 1 {
      flows = (0..<2).map { index in
        Flow(
          id: ShopMap.id("flow-\(index)"), order: ShopMap.order(index), kind: .skip,
          from: random.pick(stages).id, to: random.pick(stages).id)
      }
    }
    map = JourneyMap(
      id: ShopMap.id("map"), name: Self.text(&random, most: 6),
      purpose: .init(why: Self.text(&random, most: 10)),
      personas: random.chance(0.6) ? [ShopMap.id("olena"), ShopMap.id("marek")] : [],
      stages: stages, lanes: lanes, cards: cards, flows: flows)
    workspace = ShopMap.workspace
    reality = withReality ? Self.reality(map, &random) : nil
  }

  private static func reality(_ map: JourneyMap, _ random: inout SeededRandom) -> MapReality {
    let total = random.chance(0.2) ? 0 : Int.random(in: 1...100_000, using: &random)
    func score(_ random: inout SeededRandom) -> ScoreReading {
      ShopReality.score(
        random.pick([.nps, .csat, .ces, .rating]), 0.5, 0.4, 0.6,
        n: Int.random(in: 0...900, using: &random), lowBase: random.chance(0.3))
    }
    var stages: [StageReality] = []
    for stage in map.stages where random.chance(0.9) {
      let customers = Int.random(in: 0...max(total, 1), using: &random)
      let lost = Int.random(in: 0...customers, using: &random)
      stages.append(
        StageReality(
          stage: stage.id, events: customers * 2, customers: customers,
          reach: total > 0 ? Double(customers) / Double(total) : nil,
          loss: customers > 0 ? Double(lost) / Double(customers) : nil, lostCustomers: lost,
          time: TimeReading(
            visits: 3, open: 1,
            medianSeconds: random.chance(0.8) ? Double.random(in: 0...9e6, using: &random) : nil,
            p90Seconds: random.chance(0.8) ? Double.random(in: 0...9e7, using: &random) : nil,
            beyondFrameShare: random.chance(0.5) ? Double.random(in: 0...1, using: &random) : nil),
          scores: random.chance(0.6) ? [score(&random)] : [],
          measuredEmotion: random.chance(0.5) ? Double.random(in: -3...3, using: &random) : nil))
    }
    var moves: [StageMove] = []
    for (from, a) in map.stages.enumerated() {
      for (to, b) in map.stages.enumerated() where random.chance(0.5) {
        moves.append(
          StageMove(
            from: a.id, to: b.id,
            kind: from == to ? .loop : to == from + 1 ? .advance : to > from ? .skip : .back,
            count: Int.random(in: 1...5_000, using: &random),
            share: from == to ? nil : Double.random(in: 0...1, using: &random)))
      }
    }
    let touchpoints = ["search-ad", "basket", "checkout"].map { name in
      TouchpointReality(
        touchpoint: ShopMap.id(name), customers: 4,
        reach: random.chance(0.7) ? Double.random(in: 0...1, using: &random) : nil,
        scores: random.chance(0.5) ? [score(&random)] : [], isClearlyWorse: random.chance(0.3))
    }
    var standings: [Card.ID: CardStanding] = [:]
    for card in map.cards where random.chance(0.8) {
      standings[card.id] = CardStanding(
        status: random.pick(EvidenceStatus.allCases), isStale: random.chance(0.2))
    }
    return MapReality(
      logLabel: text(&random, most: 6), hasSyntheticData: random.chance(0.5), events: total * 3,
      customers: total, boundCustomers: total, boundEvents: total * 2, stages: stages,
      touchpoints: touchpoints, moves: total > 0 ? moves : [],
      funnelInOrder: map.stages.indices.map { max(total - $0 * 10, 0) },
      unbound: [UnboundActivity(activity: text(&random, most: 20), events: 7)], cards: standings,
      evidencedShare: random.chance(0.8) ? Double.random(in: 0...1, using: &random) : nil)
  }
}
