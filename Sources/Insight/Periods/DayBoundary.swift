import Foundation
public import JourneyModel

/// Where days begin in the time zone of a workspace.
public struct DayBoundary: Sendable {
  private let calendar: Calendar
  private let zone: TimeZone

  /// Nil if there is no such zone.
  public init?(zone name: String) {
    guard let zone = TimeZone(identifier: name) else { return nil }
    self.zone = zone
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    self.calendar = calendar
  }

  /// The first microsecond (since 1970, UTC) of a day; where midnight does not exist, the first moment after it.
  public func start(of date: CalendarDate) -> Int64 {
    let parts = DateComponents(year: date.year, month: date.month, day: date.day)
    guard let start = calendar.date(from: parts).map({ calendar.startOfDay(for: $0) }) else {
      preconditionFailure("every calendar date begins at some moment")
    }
    return Int64((start.timeIntervalSince1970 * 1_000_000).rounded())
  }

  /// The day of a moment.
  public func date(of microseconds: Int64) -> CalendarDate {
    let moment = Date(timeIntervalSince1970: Double(microseconds) / 1_000_000)
    let parts = calendar.dateComponents([.year, .month, .day], from: moment)
    guard let year = parts.year, let month = parts.month, let day = parts.day,
      let date = CalendarDate(year: year, month: month, day: day)
    else { preconditionFailure("every moment of four-digit years lies on a calendar date") }
    return date
  }

  /// The day it is now.
  public static func today(in zone: DayBoundary) -> CalendarDate {
    zone.date(of: Int64(Date().timeIntervalSince1970 * 1_000_000))
  }
}
