import JourneyModel
import Testing

@testable import Insight

/// Rules in listed order, channels, and touchpoints that stand in several stages.
struct MapBindingTests {
  private func id<Subject>(_ text: String) throws -> Identifier<Subject> {
    try #require(Identifier<Subject>(rawValue: text))
  }

  /// Stages s1, s2, s3; touchpoints as `[stage: touchpoints]`.
  private func map(_ places: [String: [String]]) throws -> JourneyMap {
    let lane: Lane.ID = try id("touch")
    var order = OrderKey.sequence(3).makeIterator()
    let stages = try ["s1", "s2", "s3"].map { name in
      Stage(id: try id(name), order: try #require(order.next()), name: name)
    }
    var cards: [Card] = []
    for (stage, touchpoints) in places.sorted(by: { $0.key < $1.key }) {
      for (touchpoint, key) in zip(touchpoints, OrderKey.sequence(touchpoints.count)) {
        cards.append(
          Card(
            id: try id("\(stage)-\(touchpoint)"), lane: lane, step: try id(stage), order: key,
            touchpoint: try id(touchpoint)))
      }
    }
    let key = try #require(OrderKey.sequence(1).first)
    return JourneyMap(
      id: try id("map"), name: "Map", stages: stages,
      lanes: [Lane(id: lane, order: key, role: .touchpoint, name: "Touchpoints")], cards: cards)
  }

  private func rules(_ list: [(String, String?, String)]) throws -> [BindingRule] {
    try list.enumerated().map { number, rule in
      BindingRule(
        id: try id("r\(number)"), activity: rule.0, channel: rule.1, touchpoint: try id(rule.2))
    }
  }

  @Test func `the first rule that fits binds, even where its touchpoint is not on the map`() throws {
    let binding = MapBinding(
      rules: try rules([
        ("pay_error", nil, "elsewhere"), ("pay_*", nil, "payment"), ("*", "shop", "counter"),
        ("pay_late", nil, "basket"),
      ]),
      map: try map(["s1": ["basket"], "s2": ["payment"], "s3": ["counter"]]),
      activityNames: ["pay_card", "pay_error", "pay_late", "look"], channelNames: ["", "shop"])
    func bound(_ activity: Int, _ channel: Int) -> String? {
      binding.grouping.touchpoint(ofActivity: activity, channel: channel)
        .map { binding.grouping.touchpoints[$0] }
    }
    #expect(bound(0, 0) == "payment" && bound(0, 1) == "payment")
    #expect(bound(1, 0) == nil && bound(1, 1) == nil)
    #expect(bound(2, 0) == "payment")
    #expect(bound(3, 0) == nil && bound(3, 1) == "counter")
    #expect(binding.unboundActivities == ["pay_error"])
    #expect(binding.touchpoints.map(\.rawValue) == ["basket", "payment", "counter"])
  }

  @Test func `a touchpoint stands in every stage that has a card of it`() throws {
    let binding = MapBinding(
      rules: [], map: try map(["s1": ["site"], "s2": ["chat"], "s3": ["site", "chat"]]),
      activityNames: ["visit"], channelNames: [""])
    #expect(binding.grouping.touchpoints == ["site", "chat"])
    #expect(binding.grouping.stagesOfTouchpoint == [[0, 2], [1, 2]])
    #expect(binding.unboundActivities == ["visit"])
  }
}
