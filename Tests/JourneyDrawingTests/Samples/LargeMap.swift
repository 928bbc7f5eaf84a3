import Insight
import JourneyModel

/// 20 stages by 25 lanes with 1,000 cards: the size at which drawing is timed.
enum LargeMap {
  private static let words = [
    "opens", "the", "page", "and", "compares", "prices", "delivery", "with", "reviews", "before",
    "asking", "a", "friend", "about", "quality", "returns", "colour", "size", "again", "later",
  ]

  static var map: JourneyMap {
    let stages = (0..<20).map { index in
      Stage(
        id: ShopMap.id("s\(index)"), order: ShopMap.order(index), name: "Stage number \(index + 1)",
        mindset: "I look for something that suits me, step \(index + 1)",
        goal: "Reach the next step \(index + 1)",
        timeFrame: TimeFrame(minimum: 1, maximum: Double(index + 2), unit: .days),
        phase: index < 8 ? .before : index < 14 ? .during : .after)
    }
    let roles = LaneRole.allCases.filter { $0 != .picture }
    let lanes = (0..<25).map { index in
      Lane(
        id: ShopMap.id("l\(index)"), order: ShopMap.order(index), role: roles[index % roles.count],
        name: "Lane \(index + 1) \(roles[index % roles.count].rawValue)")
    }
    let cards = (0..<1_000).map { index in
      let cell = index % 500
      let lane = lanes[cell / 20]
      let text = (0..<(4 + index % 7)).map { words[(index * 7 + $0 * 3 + index / 20) % 20] }
      return Card(
        id: ShopMap.id("k\(index)"), lane: lane.id, step: ShopMap.id("s\(cell % 20)"),
        order: ShopMap.order(index), text: text.joined(separator: " ") + " \(index)",
        touchpoint: lane.role == .touchpoint
          ? ShopMap.id(index.isMultiple(of: 2) ? "basket" : "search-ad") : nil,
        emotion: lane.role == .emotion
          ? Emotion(score: Double(index % 7) - 3, name: "curious", emoji: "🙂") : nil,
        severity: lane.role == .barrier ? .medium : nil)
    }
    return JourneyMap(
      id: ShopMap.id("large"), name: "A large map", purpose: .init(why: "To see what holds"),
      personas: [ShopMap.id("olena")], stages: stages, lanes: lanes, cards: cards)
  }

  static var reality: MapReality {
    MapReality(
      logLabel: "a log", events: 90_000, customers: 9_000, boundCustomers: 9_000,
      boundEvents: 80_000,
      stages: (0..<20).map { index in
        StageReality(
          stage: ShopMap.id("s\(index)"), events: 4_000 - index * 100,
          customers: 9_000 - index * 400,
          reach: 1 - Double(index) / 22, loss: 0.05, lostCustomers: 400,
          time: TimeReading(
            visits: 90, open: 2, medianSeconds: 3_600 * Double(index + 1),
            p90Seconds: 86_400 * Double(index + 1), beyondFrameShare: 0.1),
          scores: [ShopReality.score(.csat, 0.7, 0.6, 0.8, n: 200 + index)],
          measuredEmotion: Double(index % 5) - 2)
      },
      touchpoints: [
        TouchpointReality(
          touchpoint: ShopMap.id("basket"), customers: 3_000, reach: 0.33,
          scores: [ShopReality.score(.csat, 0.7, 0.6, 0.8, n: 200)])
      ],
      moves: (0..<19).flatMap { index in
        [
          StageMove(
            from: ShopMap.id("s\(index)"), to: ShopMap.id("s\(index + 1)"), kind: .advance,
            count: 500, share: 0.6),
          StageMove(
            from: ShopMap.id("s\(index + 1)"), to: ShopMap.id("s\(index / 2)"), kind: .back,
            count: 90, share: 0.2),
        ]
      },
      funnelInOrder: (0..<20).map { 9_000 - $0 * 430 }, evidencedShare: 0.4)
  }
}
