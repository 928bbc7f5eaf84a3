import Diagnostics
import Foundation

/// How far a zone's clocks are from UTC at any time: fixed, or a table of changes.
///
/// A local time that occurs twice (clocks go back) is its first occurrence; one that is left out (clocks go forward) moves
/// forward by what was left out. Both mean: the offset before the change holds until the later of the two local times.
public struct ZoneOffsets: Sendable, Hashable {
  public let name: String
  /// Local times (microseconds, as if UTC) from which the offset of the same index + 1 holds, ascending.
  private let thresholds: [Int64]
  /// Microseconds to subtract from local time; one more than thresholds.
  private let offsets: [Int64]

  public static let utc = ZoneOffsets(name: "UTC", seconds: 0)

  private init(name: String, seconds: Int) {
    self.init(
      name: name, thresholds: [], offsets: [Int64(seconds) * CivilDate.microsecondsPerSecond])
  }

  private init(name: String, thresholds: [Int64], offsets: [Int64]) {
    self.name = name
    self.thresholds = thresholds
    self.offsets = offsets
  }

  /// A zone by its name in the time zone database (`Europe/Kyiv`), `UTC`, `Z`, or an offset such as `+02:00`.
  ///
  /// Nil if there is no such zone. Changes are known from 1900 to 2100.
  public init?(_ name: String) {
    if let seconds = Self.fixedOffset(name) {
      self.init(name: name, seconds: seconds)
      return
    }
    // Foundation also takes abbreviations such as "EST", which mean different things to different people.
    guard name.contains("/") || TimeZone.knownTimeZoneIdentifiers.contains(name),
      let zone = TimeZone(identifier: name)
    else { return nil }
    func offset(_ second: Int) -> Int {
      zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
    }
    let day = 86_400
    let first = -25_567 * day
    let last = 47_482 * day
    var thresholds: [Int64] = []
    var current = offset(first)
    var offsets = [Int64(current) * CivilDate.microsecondsPerSecond]
    var at = first
    while at < last {
      let next = at + 3 * day
      let then = offset(next)
      if then != current {
        var (low, high) = (at, next)
        while high - low > 1 {
          let middle = (low + high) / 2
          if offset(middle) == current { low = middle } else { high = middle }
        }
        // Between low and next another change may hide; the offset right at the change counts.
        let changed = offset(high)
        thresholds.append(Int64(high + max(current, changed)) * CivilDate.microsecondsPerSecond)
        offsets.append(Int64(changed) * CivilDate.microsecondsPerSecond)
        current = changed
        at = high
      } else {
        at = next
      }
    }
    self.init(name: name, thresholds: thresholds, offsets: offsets)
  }

  /// Seconds east of UTC that a fixed offset names; nil if it is none.
  private static func fixedOffset(_ name: String) -> Int? {
    if ["UTC", "utc", "Z", "GMT", "Etc/UTC", "Etc/GMT"].contains(name) { return 0 }
    let bytes = Array(name.utf8)
    guard let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return nil
    }
    let digits = bytes.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard digits.count == 2 || digits.count == 4,
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    let numbers = digits.map { Int($0) - 48 }
    let hours = numbers[0] * 10 + numbers[1]
    let minutes = digits.count == 4 ? numbers[2] * 10 + numbers[3] : 0
    guard hours <= 18, minutes < 60 else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return sign == UInt8(ascii: "-") ? -seconds : seconds
  }

  /// The zone that may be meant by a name that does not exist.
  static func suggestion(for name: String) -> String? {
    // The list of known names lags behind the names that are known.
    Spelling.nearest(
      to: name, among: ["UTC", "Europe/Kyiv"] + TimeZone.knownTimeZoneIdentifiers)
  }

  /// UTC for a local time, both in microseconds.
  ///
  /// - Parameter hint: where the last time was found; any value is right, a near one is fast.
  @inline(__always)
  func utc(local: Int64, hint: inout Int) -> Int64 {
    if thresholds.isEmpty { return local &- offsets[0] }
    return local &- offsets[period(of: local, &hint)]
  }

  private func period(of local: Int64, _ hint: inout Int) -> Int {
    let isAfter = hint == 0 || thresholds[hint - 1] <= local
    if isAfter, hint == thresholds.count || local < thresholds[hint] { return hint }
    var (low, high) = (0, thresholds.count)
    while low < high {
      let middle = (low + high) / 2
      if thresholds[middle] <= local { low = middle + 1 } else { high = middle }
    }
    hint = low
    return low
  }

  /// UTC for a local time, both in microseconds since 1970.
  public func utc(local: Int64) -> Int64 {
    var hint = 0
    return utc(local: local, hint: &hint)
  }
}
