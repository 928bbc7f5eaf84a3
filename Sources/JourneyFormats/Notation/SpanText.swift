import JourneyModel

/// Spans of time as people write them: `1–3 days`, `2 weeks`, `180 days`.
enum SpanText {
  private static let names: [(unit: TimeFrame.Unit, names: [String])] = [
    (.minutes, ["minutes", "minute", "min", "mins", "m"]),
    (.hours, ["hours", "hour", "h"]),
    (.days, ["days", "day", "d"]),
    (.weeks, ["weeks", "week", "w"]),
    (.months, ["months", "month"]),
    (.years, ["years", "year", "y"]),
  ]

  /// All canonical unit names, for hints.
  static var unitNames: [String] { names.map { $0.names[0] } }

  static func unit(_ name: some StringProtocol) -> TimeFrame.Unit? {
    let wanted = name.lowercased()
    return names.first { $0.names.contains(wanted) }?.unit
  }

  // MARK: Time frames

  /// Reads `1–3 days`, `2 weeks`, `30 minutes – 2 hours`; `-`, `to` and `…` stand for the dash.
  ///
  /// Of two units the smaller one is kept. Which end is the larger is not checked here.
  static func readFrame(_ text: String) -> TimeFrame? {
    if let whole = amount(text.trimmed), let unit = whole.unit {
      return TimeFrame(minimum: whole.number, maximum: whole.number, unit: unit)
    }
    let ends = divided(text)
    guard let last = ends.last.flatMap({ amount($0) }), let unit = last.unit else { return nil }
    guard ends.count == 2, let first = amount(ends[0]) else { return nil }
    guard let other = first.unit, other != unit else {
      return TimeFrame(minimum: first.number, maximum: last.number, unit: unit)
    }
    let smaller = other.seconds < unit.seconds ? other : unit
    return TimeFrame(
      minimum: first.number * other.seconds / smaller.seconds,
      maximum: last.number * unit.seconds / smaller.seconds, unit: smaller)
  }

  static func writeFrame(_ frame: TimeFrame) -> String {
    let low = NumberText.write(frame.minimum)
    if frame.minimum == frame.maximum {
      return low == "1" ? "1 \(singular(frame.unit))" : "\(low) \(frame.unit.rawValue)"
    }
    return "\(low)–\(NumberText.write(frame.maximum)) \(frame.unit.rawValue)"
  }

  private static func divided(_ text: String) -> [Substring] {
    for dash in ["–", "—", "…", " to ", "-"] {
      let parts = text.split(separator: dash, omittingEmptySubsequences: false)
      if parts.count == 2, !parts[0].trimmed.isEmpty { return parts.map(\.trimmed) }
    }
    return [text.trimmed]
  }

  /// A number that is not negative, and a unit if one follows.
  private static func amount(
    _ text: Substring
  ) -> (number: Double, unit: TimeFrame.Unit?)? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || "+-.e".contains($0)) }
    guard let number = NumberText.read(digits), number >= 0 else { return nil }
    let rest = text.dropFirst(digits.count).trimmed
    if rest.isEmpty { return (number, nil) }
    return unit(rest).map { (number, $0) }
  }

  private static func singular(_ unit: TimeFrame.Unit) -> String {
    String(unit.rawValue.dropLast())
  }

  // MARK: Seconds and days

  /// Reads `2 days`, `90 seconds` as seconds.
  static func readSeconds(_ text: some StringProtocol) -> Double? {
    let parts = text.split { $0 == " " || $0 == "\u{A0}" }
    guard parts.count == 2, let number = NumberText.read(parts[0]) else { return nil }
    if ["second", "seconds", "s"].contains(String(parts[1])) { return number }
    return unit(parts[1]).map { number * $0.seconds }
  }

  /// In the largest of days, hours and minutes that gives a whole number, else in seconds.
  static func writeSeconds(_ seconds: Double) -> String {
    for unit in [TimeFrame.Unit.days, .hours, .minutes]
    where seconds != 0 && abs(seconds) < 1e15
      && seconds.truncatingRemainder(dividingBy: unit.seconds) == 0
    {
      let number = NumberText.write(seconds / unit.seconds)
      return number == "1" ? "1 \(singular(unit))" : "\(number) \(unit.rawValue)"
    }
    return "\(NumberText.write(seconds)) seconds"
  }

  /// Reads `180 days`, `26 weeks` or a bare number of days as whole days, at least one.
  static func readDays(_ text: String) -> Int? {
    let days: Double? =
      if let number = NumberText.read(text) {
        number
      } else {
        readSeconds(text).map { $0 / TimeFrame.Unit.days.seconds }
      }
    guard let days, days >= 1, days <= 36_500, days == days.rounded() else { return nil }
    return Int(days)
  }

  static func writeDays(_ days: Int) -> String { days == 1 ? "1 day" : "\(days) days" }
}
