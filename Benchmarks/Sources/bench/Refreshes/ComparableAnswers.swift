import JourneyAnalytics

/// The answers in the form in which all programs under comparison write them, for telling whether they agree.
struct ComparableAnswers: Encodable {
  struct Edge: Encodable {
    var from: String
    var to: String
    var count: Int
    var median: Double
  }

  struct Variant: Encodable {
    var path: [String]
    var count: Int
  }

  struct Dwell: Encodable {
    var name: String
    var count: Int
    var median: Double
    var p90: Double
  }

  var transitions: [Edge]
  var distinctVariants: Int
  var topVariants: [Variant]
  var funnel: [Int]
  var dwell: [Dwell]

  init(_ answers: JourneyAnswers) {
    transitions = (answers.transitions[.activity]?.edges ?? []).map {
      Edge(from: $0.from, to: $0.to, count: $0.count, median: $0.medianGapSeconds)
    }
    distinctVariants = answers.variants.first?.distinct ?? 0
    topVariants = (answers.variants.first?.top ?? []).map {
      Variant(path: $0.path, count: $0.count)
    }
    funnel = (answers.funnels.first?.steps ?? []).map(\.reached)
    dwell = (answers.dwell[.activity]?.items ?? []).compactMap { item in
      guard let median = item.dwell.medianSeconds, let p90 = item.dwell.p90Seconds else {
        return nil
      }
      return Dwell(name: item.name, count: item.dwell.count, median: median, p90: p90)
    }
  }
}
