import Statistics

@testable import JourneyAnalytics

extension SplitMix64 {
  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
}

/// A few customers doing a few things, many of them at the same time.
struct SmallWorld {
  var rows: [Row]
  /// Names of activities, also some that never occur.
  var activities: [String]
  var grouping: Grouping
  /// Microseconds; all times are whole multiples of it.
  var unit: Int64
  /// Touchpoint of an activity in a channel, by name.
  var touchpoint: (String, String) -> String?

  static let channels = ["", "web", "shop"]

  init(_ dice: inout SplitMix64, customers: Int = 6, events: Int = 40) {
    // "é" twice, composed and decomposed: two names in bytes, equal for Swift.
    let all = ["b", "a", "caf\u{e9}", "cafe\u{301}", "Z", "d", "e"]
    let activities = Array(all.prefix(2 + dice.below(all.count - 1)))
    let unit: Int64 = dice.pick([1, 1_000, 1_000_000, 1_000_000, 60_000_000])
    self.unit = unit
    let span = dice.pick([4, 20, 200])
    self.activities = activities + ["never"]
    rows = (0..<dice.below(events) + 1).map { _ in
      Row(
        customer: "c\(dice.below(customers))", time: Int64(dice.below(span)) * unit,
        activity: dice.pick(activities), channel: dice.pick(Self.channels),
        session: dice.pick(["", "s1", "s2", "s3"]),
        attributes: ["colour": dice.pick(["", "red", "blue"])])
    }
    let source = PlainSource(rows, activityNames: self.activities)
    let stageNames = ["start", "middle", "end", "after"]
    let stages = Array(stageNames.prefix(1 + dice.below(4)))
    let touchpoints = (0..<1 + dice.below(5)).map { "t\($0)" }
    let stagesOf = touchpoints.map { _ in
      stages.indices.filter { _ in dice.below(2) == 0 }
    }
    let byChannel = dice.below(2) == 0
    var bound: [Int?] = []
    for _ in 0..<self.activities.count * 3 {
      bound.append(dice.below(4) == 0 ? nil : dice.below(touchpoints.count))
    }
    let channelCount = source.channelNames.count
    grouping = Grouping(
      touchpoints: touchpoints, stages: stages, stagesOfTouchpoint: stagesOf,
      activityCount: self.activities.count, channelCount: channelCount
    ) { bound[$0 * 3 + (byChannel ? $1 : 0)] }
    let names = self.activities
    let channels = source.channelNames
    touchpoint = { activity, channel in
      let code = names.firstIndex { Array($0.utf8) == Array(activity.utf8) } ?? 0
      let channel = byChannel ? channels.firstIndex(of: channel) ?? 0 : 0
      return bound[code * 3 + channel].map { touchpoints[$0] }
    }
  }

  func source(
    chunkSizes: [Int] = [2], workers: Int = 2, narrow: [Bool] = [false],
    deal: (Int) -> Int = { $0 }
  ) -> PlainSource {
    PlainSource(
      rows, activityNames: activities, chunkSizes: chunkSizes, workers: workers,
      timeUnit: narrow.contains(true) ? unit : 1, narrow: narrow, deal: deal)
  }

  func filters(_ dice: inout SplitMix64) -> Filters {
    var filters = Filters()
    if dice.below(3) == 0 { filters.attributes = [.init("colour", dice.pick(["red", "", "no"]))] }
    if dice.below(3) == 0 { filters.channel = dice.pick(["web", "shop", "moon"]) }
    if dice.below(3) == 0 { filters.since = rows[dice.below(rows.count)].time }
    if dice.below(3) == 0 { filters.until = rows[dice.below(rows.count)].time }
    if dice.below(3) == 0 { filters.having = dice.pick(activities) }
    if dice.below(3) == 0 { filters.only = activities.filter { _ in dice.below(2) == 0 } }
    switch dice.below(4) {
    case 0: filters.cases = .session(.column)
    case 1: filters.cases = .session(.timeout(microseconds: 2_000_000))
    default: break
    }
    return filters
  }
}
