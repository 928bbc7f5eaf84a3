import Diagnostics
import Insight
import JourneyModel

/// Invented numbers for the invented shop.
enum ShopReality {
  static func score(
    _ kind: ScoreReading.Kind, _ value: Double, _ low: Double, _ high: Double, n: Int,
    mean: Double? = nil, scale: ClosedRange<Double> = 1...5, lowBase: Bool = false
  ) -> ScoreReading {
    ScoreReading(
      survey: "after", surveyName: "After the visit", question: "q1",
      questionText: "How satisfied are you?",
      kind: kind, n: n, value: value, low: low, high: high, mean: mean,
      scaleMinimum: scale.lowerBound,
      scaleMaximum: scale.upperBound, isLowBase: lowBase, isSynthetic: true)
  }

  static var reality: MapReality {
    func stage(
      _ index: Int, _ customers: Int, lost: Int?, time: TimeReading, _ scores: [ScoreReading] = [],
      _ emotion: Double? = nil
    ) -> StageReality {
      StageReality(
        stage: ShopMap.id(ShopMap.stageNames[index]), events: customers * 4, customers: customers,
        reach: Double(customers) / 11_690, loss: lost.map { Double($0) / Double(customers) },
        lostCustomers: lost, time: time, scores: scores, measuredEmotion: emotion)
    }
    func move(_ from: Int, _ to: Int, _ count: Int, _ share: Double?) -> StageMove {
      let kind: StageMove.Kind =
        to == from ? .loop : to == from + 1 ? .advance : to > from ? .skip : .back
      return StageMove(
        from: ShopMap.id(ShopMap.stageNames[from]), to: ShopMap.id(ShopMap.stageNames[to]),
        kind: kind,
        count: count, share: share,
        skipped: kind == .skip ? (from + 1..<to).map { ShopMap.id(ShopMap.stageNames[$0]) } : [])
    }
    func point(_ name: String, _ customers: Int, _ scores: [ScoreReading] = [], worse: Bool = false)
      -> TouchpointReality
    {
      TouchpointReality(
        touchpoint: ShopMap.id(name), activities: [name], events: customers * 2,
        customers: customers,
        reach: Double(customers) / 11_690, scores: scores, isClearlyWorse: worse)
    }
    return MapReality(
      logLabel: "shop-log.csv.gz · 31 106 events · 2024-01-04 … 2024-06-29", hasSyntheticData: true,
      events: 31_106, customers: 12_230, boundCustomers: 11_690, boundEvents: 29_874,
      stages: [
        stage(
          0, 10_841, lost: 4_553,
          time: TimeReading(
            visits: 9_000, open: 800, medianSeconds: 250, p90Seconds: 2_400,
            beyondFrameShare: 0.084, wastedSeconds: 86_400 * 3)),
        stage(
          1, 6_288, lost: 2_610,
          time: TimeReading(
            visits: 6_100, open: 300, medianSeconds: 92_000, p90Seconds: 990_000,
            beyondFrameShare: 0.117, wastedSeconds: 86_400 * 900),
          [score(.csat, 0.71, 0.66, 0.756, n: 312)], 1.1),
        stage(
          2, 3_401, lost: 1_877,
          time: TimeReading(
            visits: 3_300, open: 90, medianSeconds: 5_400, p90Seconds: 64_000,
            beyondFrameShare: 0.52, wastedSeconds: 86_400 * 600),
          [score(.rating, 3.1, 2.7, 3.5, n: 24, scale: 1...10, lowBase: true)], -1.6),
        stage(
          3, 1_498, lost: 1_012,
          time: TimeReading(
            visits: 1_498, open: 0, medianSeconds: 290, p90Seconds: 540, beyondFrameShare: 0),
          [score(.ces, 5.5, 5.3, 5.7, n: 200, scale: 1...7)], 0.4),
        stage(4, 486, lost: nil, time: TimeReading(visits: 0, open: 486)),
      ],
      touchpoints: [
        point("search-ad", 6_100),
        point("product-page", 6_100, [score(.csat, 0.74, 0.69, 0.79, n: 290)]),
        point(
          "basket", 3_401, [score(.rating, 3.1, 2.7, 3.5, n: 24, scale: 1...10, lowBase: true)],
          worse: true),
        point("checkout", 1_498, [score(.csat, 0.82, 0.76, 0.87, n: 200)]), point("newsletter", 47),
      ],
      moves: [
        move(0, 1, 6_120, 0.81), move(0, 2, 980, 0.13), move(0, 3, 120, 0.016),
        move(1, 2, 3_390, 0.55),
        move(1, 0, 2_380, 0.39), move(1, 3, 210, 0.034), move(2, 3, 1_490, 0.42),
        move(2, 1, 1_640, 0.46),
        move(2, 0, 380, 0.107), move(3, 4, 480, 0.62), move(3, 1, 70, 0.09), move(4, 0, 130, 0.71),
        move(4, 2, 40, 0.22),
        move(0, 0, 4_210, nil), move(1, 1, 3_205, nil), move(2, 2, 611, nil),
      ],
      funnelInOrder: [10_841, 5_702, 2_954, 1_300, 402],
      unbound: [
        UnboundActivity(activity: "open_gift_card_page", events: 812),
        UnboundActivity(activity: "error_500", events: 391),
        UnboundActivity(activity: "view_careers", events: 29),
      ],
      neverSeen: [
        NeverSeenTouchpoint(touchpoint: ShopMap.id("friend"), reason: .notBound),
        NeverSeenTouchpoint(touchpoint: ShopMap.id("courier"), reason: .notBound),
        NeverSeenTouchpoint(touchpoint: ShopMap.id("reviews"), reason: .boundButNeverSeen),
      ],
      conformance: ConformanceReading(meanFitness: 0.634, perfectShare: 0.031, journeys: 11_690),
      cards: standings, evidencedShare: 0.58,
      relationshipScores: [score(.nps, 25, 14.1, 35.2, n: 200, scale: 0...10)])
  }

  private static var standings: [Card.ID: CardStanding] {
    var result: [Card.ID: CardStanding] = [:]
    for (index, card) in ShopCards.all.enumerated() {
      let status: EvidenceStatus = [
        .supported, .anecdotal, .assumption, .supported, .assumption, .anecdotal, .contradicted,
      ][index % 7]
      result[card.id] = CardStanding(
        status: status, isStale: index % 11 == 5, supportingVoices: index % 7,
        contradictingVoices: index % 3,
        explanation: .text("\(index % 7) supporting voices; 5 are needed"))
    }
    return result
  }
}
