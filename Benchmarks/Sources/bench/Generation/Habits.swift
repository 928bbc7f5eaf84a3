import Glibc
import Statistics

/// The grammar and the spans between events as tables that a few random bits index.
struct Habits {
  /// The activity after activity *a*, by 256·*a* + eight random bits.
  let successors: [UInt8]
  /// By eight random bits.
  let entrances: [UInt8]
  let channels: [UInt8]
  /// The channel an activity always happens in, or `ownChannel`.
  let fixedChannels: [UInt8]
  let paces: [ShopGrammar.Pace]
  /// Seconds, by sixteen random bits, within a visit while browsing.
  let browsingGaps: [UInt32]
  let hurriedGaps: [UInt32]
  let waitingGaps: [UInt32]
  /// Seconds until a customer comes back.
  let returnGaps: [UInt32]
  /// Events in a journey, by sixteen random bits: Zipf with exponent 3/2, cut at 200.
  let lengths: [UInt8]

  static let longestJourney = 200
  static let ownChannel: UInt8 = 255
  static let exponent = 1.5

  init() {
    let activities = ShopGrammar.activities
    precondition(activities.count == 40, "the generated shop has forty activities")
    let code = Dictionary(uniqueKeysWithValues: activities.enumerated().map { ($1.name, $0) })
    func index(_ name: String) -> Int {
      guard let found = code[name] else { preconditionFailure("the grammar has no '\(name)'") }
      return found
    }
    successors = activities.flatMap { activity in
      // Every activity may be followed by any other, rarely.
      Self.table(256 - activities.count, activity.next.map { (index($0.name), $0.weight) })
        + activities.indices.map { UInt8($0) }
    }
    entrances = Self.table(256, ShopGrammar.entrances.map { (index($0.name), $0.weight) })
    channels = Self.table(256, ShopGrammar.channels.enumerated().map { ($0, $1.weight) })
    fixedChannels = activities.map { $0.channel.map { UInt8($0) } ?? Self.ownChannel }
    paces = activities.map(\.pace)
    browsingGaps = Self.logNormal(median: 42, spread: 1.1)
    hurriedGaps = Self.logNormal(median: 65, spread: 0.7)
    waitingGaps = Self.logNormal(median: 2.2 * 86_400, spread: 0.8)
    returnGaps = Self.logNormal(median: 1.5 * 86_400, spread: 1.2)
    lengths = Self.zipf()
  }

  /// The mean length of a journey.
  var meanLength: Double { Double(lengths.reduce(0) { $0 + Int($1) }) / Double(lengths.count) }

  /// Items in proportion to their weights, as exactly as so many places allow.
  private static func table(_ places: Int, _ items: [(item: Int, weight: Int)]) -> [UInt8] {
    let total = items.reduce(0) { $0 + $1.weight }
    var result: [UInt8] = []
    var sum = 0
    for (item, weight) in items {
      sum += weight
      let end = sum * places / total
      while result.count < end { result.append(UInt8(item)) }
    }
    return result
  }

  private static func logNormal(median: Double, spread: Double) -> [UInt32] {
    (0..<65_536).map { place in
      let quantile = StandardNormal.quantile((Double(place) + 0.5) / 65_536)
      return UInt32(max(1, (median * exp(spread * quantile)).rounded()))
    }
  }

  private static func zipf() -> [UInt8] {
    let weights = (1...longestJourney).map { pow(Double($0), -exponent) }
    let total = weights.reduce(0, +)
    var result: [UInt8] = []
    result.reserveCapacity(65_536)
    var sum = 0.0
    for (place, weight) in weights.enumerated() {
      sum += weight
      let end = Int((sum / total * 65_536).rounded())
      while result.count < end { result.append(UInt8(place + 1)) }
    }
    return result
  }
}
