import Insight
import JourneyAnalytics
import JourneyModel
import Testing

/// Binding rules against the activities of a log.
@Suite struct MapBindingTests {
  private func id<Subject>(_ text: String) throws -> Identifier<Subject> {
    try #require(Identifier<Subject>(rawValue: text))
  }

  /// A map of three stages with touchpoint cards (touchpoint, stage).
  private func map(_ cards: [(String, String)]) throws -> JourneyMap {
    let keys = OrderKey.first(max(3, cards.count))
    let stages = try zip(["one", "two", "three"], keys).map { name, key in
      Stage(id: try id(name), order: key, name: name)
    }
    let lane = Lane(id: try id("touchpoints"), order: keys[0], role: .touchpoint, name: "T")
    return JourneyMap(
      id: try id("map"), name: "Map", stages: stages, lanes: [lane],
      cards: try cards.enumerated().map { index, card in
        Card(
          id: try id("card-\(index)"), lane: lane.id, step: try id(card.1), order: keys[index],
          text: "", touchpoint: try id(card.0))
      })
  }

  private func rule(_ activity: String, _ touchpoint: String, channel: String? = nil) throws
    -> BindingRule
  {
    BindingRule(
      id: try id("rule"), activity: activity, channel: channel, touchpoint: try id(touchpoint))
  }

  @Test func `the first rule that matches binds, even to a touchpoint that is not on the map`()
    throws
  {
    let binding = MapBinding(
      rules: [try rule("pay_*", "elsewhere"), try rule("pay_now", "till"), try rule("*", "site")],
      map: try map([("site", "one"), ("till", "two")]), activityNames: ["pay_now", "home"],
      channelNames: [""])
    #expect(binding.unboundActivities == ["pay_now"])
    #expect(binding.activities[try id("site")] == ["home"])
    #expect(binding.activities[try id("till")] == nil)
  }

  @Test func `a rule with a channel binds only events of that channel`() throws {
    let binding = MapBinding(
      rules: [try rule("order", "phone", channel: "call*"), try rule("order", "site")],
      map: try map([("site", "one"), ("phone", "two")]), activityNames: ["order"],
      channelNames: ["", "web", "call centre"])
    #expect(binding.grouping.dependsOnChannel)
    let names = binding.grouping.touchpoints
    func place(_ channel: Int) -> String? {
      binding.grouping.touchpoint(ofActivity: 0, channel: channel).map { names[$0] }
    }
    #expect(place(0) == "site")
    #expect(place(1) == "site")
    #expect(place(2) == "phone")
  }

  @Test func `a touchpoint stands in each stage that has a card of it`() throws {
    let binding = MapBinding(
      rules: [], map: try map([("site", "three"), ("site", "one")]), activityNames: [],
      channelNames: [""])
    #expect(binding.touchpoints.map(\.rawValue) == ["site"])
    #expect(binding.grouping.stagesOfTouchpoint == [[0, 2]])
  }

  @Test(arguments: [
    ("Europe/Kyiv", "2024-03-31", 1_711_836_000), ("Europe/Kyiv", "2024-10-28", 1_730_066_400),
    ("America/New_York", "2024-03-11", 1_710_129_600), ("UTC", "1970-01-01", 0),
  ])
  func `a day begins at midnight of the workspace's zone`(
    zone: String, day: String, seconds: Int64
  ) throws {
    let days = try #require(DayBoundary(zone: zone))
    let date = try #require(CalendarDate(day))
    #expect(days.start(of: date) == seconds * 1_000_000)
    #expect(days.date(of: seconds * 1_000_000) == date)
    #expect(days.date(of: seconds * 1_000_000 - 1) < date)
    #expect(DayBoundary(zone: "Nowhere/Never") == nil)
  }
}
