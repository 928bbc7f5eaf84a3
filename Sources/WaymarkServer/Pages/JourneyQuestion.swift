import EventStore
import Insight
import JourneyAnalytics
import JourneyModel

/// What an address asks of the log: the filters, so that a view can be shared by its address.
struct JourneyQuestion {
  var map: JourneyMap?
  var filters = Filters.none
  var level: Level
  /// What was typed, as it was typed, for the form.
  var typed: [String: String]
  /// Why the address cannot be answered; nil if it can.
  var problem: String?

  /// The fields that every analysis understands.
  static let fields = ["map", "by", "channel", "since", "until", "where", "group"]

  init(_ typed: [String: String], in snapshot: WorkspaceSnapshot, usual: Level) {
    self.typed = typed.filter { !$0.value.isEmpty }
    level = usual
    let maps = snapshot.workspace.maps
    // Without a name, the map that the log is bound to.
    map =
      maps.first { $0.id.rawValue == typed["map"] }
      ?? maps.first { !snapshot.builder.binding(for: $0).activities.isEmpty } ?? maps.first
    readFilters(in: snapshot)
  }

  /// Reads the fields up to the first that cannot be read.
  private mutating func readFilters(in snapshot: WorkspaceSnapshot) {
    if let by = typed["by"] {
      guard let known = Level(rawValue: by) else { return refuse("“\(by)”") }
      level = known
    }
    if let channel = typed["channel"] {
      guard snapshot.queries?.channelNames.contains(channel) ?? false else {
        return refuse("“\(channel)”")
      }
      filters.channel = channel
    }
    if let since = typed["since"] {
      guard let date = CalendarDate(since) else { return refuse("“\(since)”") }
      filters.since = snapshot.days.start(of: date)
    }
    if let until = typed["until"] {
      guard let date = CalendarDate(until) else { return refuse("“\(until)”") }
      filters.until = snapshot.days.start(of: date)
    }
    if let condition = typed["where"] {
      guard let split = condition.firstIndex(of: "=") else { return refuse("“\(condition)”") }
      let name = String(condition[..<split])
      guard snapshot.log?.attributes.contains(where: { $0.name == name }) ?? false else {
        return refuse("“\(condition)”")
      }
      filters.attributes = [.init(name, String(condition[condition.index(after: split)...]))]
    }
    if typed["group"] == "session" {
      filters.cases = .session(
        snapshot.log?.hasSessions == true
          ? .column : .timeout(microseconds: SessionRule.defaultTimeout))
    }
  }

  mutating func refuse(_ problem: String) { self.problem = problem }

  /// The grouping that the level needs.
  func grouping(in snapshot: WorkspaceSnapshot) -> Grouping? {
    map.map { snapshot.builder.binding(for: $0).grouping }
  }

  /// A span such as `7d` in microseconds; nil for none, `.failure` text otherwise.
  static func window(_ text: String) -> Int64?? {
    if text.isEmpty || text == "none" { return .some(nil) }
    let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
    guard let last = text.last, let unit = units[last], let number = Int64(text.dropLast()),
      number >= 0, number <= 36_500 * 86_400 / unit
    else { return nil }
    return .some(number * unit * 1_000_000)
  }
}
