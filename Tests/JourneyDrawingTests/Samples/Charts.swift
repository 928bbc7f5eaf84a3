import Foundation
import JourneyDrawing
import JourneyModel

/// Invented charts for looking at drawings and for goldens.
enum SampleCharts {
  static let funnel = FunnelChart(
    title: "Stages in order",
    steps: zip(
      ["Awareness", "Consideration", "Decision", "Purchase", "Retention & advocacy"],
      [10_841, 5_702, 2_954, 1_300, 402]
    ).map { FunnelChart.Step(name: $0, reached: $1) }, rule: .stagesInOrder)

  static let eventFunnel = FunnelChart(
    title: "From search to order",
    steps: [
      .init(name: "search", reached: 4_000), .init(name: "view_product", reached: 3_990),
      .init(name: "add_to_cart", reached: 31), .init(name: "order", reached: 0),
    ], rule: .events(mode: .ordered, entry: .best, windowInSeconds: 7 * 86_400))

  static let times = TimeChart(
    title: "Time against plan",
    rows: [
      .init(
        name: "Awareness", frame: TimeFrame(minimum: 5, maximum: 30, unit: .minutes),
        visits: 9_000, open: 800, medianSeconds: 250, p90Seconds: 2_400, beyondFrameShare: 0.084),
      .init(
        name: "Consideration", frame: TimeFrame(minimum: 1, maximum: 7, unit: .days),
        visits: 6_100, open: 300, medianSeconds: 92_000, p90Seconds: 990_000,
        beyondFrameShare: 0.117),
      .init(
        name: "Decision", frame: TimeFrame(minimum: 10, maximum: 60, unit: .minutes),
        visits: 3_300, open: 90, medianSeconds: 5_400, p90Seconds: 64_000, beyondFrameShare: 0.52),
      .init(name: "Retention & advocacy", open: 486),
    ])

  static let paths = PathsChart(
    title: "Most frequent paths",
    paths: [
      .init(steps: ["home", "search", "product", "product", "cart", "order"], count: 812),
      .init(steps: ["home", "product"], count: 640),
      .init(steps: ["search advertisement", "product", "cart"], count: 411),
      .init(
        steps: [
          "home", "search", "product", "reviews", "product", "search", "product", "reviews",
          "product", "cart", "product", "cart", "delivery information", "cart", "order", "thanks",
          "home",
        ],
        count: 9),
    ], distinct: 3_120, journeys: 11_690)

  static let trend = TrendChart(
    title: "Satisfaction at the checkout", unit: .share,
    points: [
      .init(period: "Jan", value: 0.71, low: 0.66, high: 0.76),
      .init(period: "Feb", value: 0.74, low: 0.7, high: 0.78), .init(period: "Mar", value: nil),
      .init(period: "Apr", value: 0.78, low: 0.72, high: 0.83),
      .init(period: "May", value: 0.82, low: 0.77, high: 0.87),
    ])

  /// A shop's log by activity, with `extra` more activities.
  static func graph(extra: Int = 0) -> FlowGraph {
    let names = [
      "home", "search", "category", "product", "reviews", "cart", "delivery", "payment", "order",
      "thanks", "account", "help",
    ]
    var places = names.enumerated().map { index, name in
      FlowGraph.Place(
        id: name, name: name.capitalized, events: 9_000 / (index + 1),
        starts: index < 3 ? 4_000 / (index + 1) : 0, ends: index > 2 ? 2_400 / (index + 1) : 12,
        group: min(index / 3, 3))
    }
    var passings: [FlowGraph.Passing] = []
    func add(_ from: String, _ to: String, _ count: Int) {
      passings.append(.init(from: from, to: to, count: count, medianGapSeconds: 42))
    }
    add("home", "search", 3_100)
    add("home", "category", 2_200)
    add("search", "product", 2_900)
    add("category", "product", 2_050)
    add("product", "product", 1_800)
    add("product", "reviews", 940)
    add("reviews", "product", 700)
    add("product", "search", 1_150)
    add("product", "cart", 1_320)
    add("cart", "product", 410)
    add("cart", "delivery", 820)
    add("delivery", "cart", 240)
    add("delivery", "payment", 560)
    add("payment", "order", 420)
    add("payment", "help", 60)
    add("help", "payment", 22)
    add("order", "thanks", 418)
    add("thanks", "home", 130)
    add("thanks", "account", 90)
    add("home", "product", 640)
    add("search", "search", 510)
    for index in 0..<extra {
      places.append(
        .init(
          id: "extra-\(index)", name: "Information page \(index)", events: 300 - index * 7,
          ends: index, group: nil))
      add(names[index % names.count], "extra-\(index)", 120 - index * 3)
      add("extra-\(index)", names[(index * 5 + 2) % names.count], 90 - index * 2)
    }
    return FlowGraph(
      title: "What follows what", places: places, passings: passings, journeys: 11_690)
  }
}
