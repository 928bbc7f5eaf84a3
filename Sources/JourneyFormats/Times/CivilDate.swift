/// Days and clock times of the proleptic Gregorian calendar as whole numbers.
enum CivilDate {
  static let microsecondsPerSecond: Int64 = 1_000_000
  static let microsecondsPerDay: Int64 = 86_400_000_000
  /// Years that times may have.
  static let years = 1...9999

  /// Days since 1970-01-01; nil if there is no such date.
  @inline(__always)
  static func days(year: Int, month: Int, day: Int) -> Int? {
    guard month >= 1, month <= 12, day >= 1, day <= 31, year >= 1, year <= 9999 else { return nil }
    if day > 28, day > length(ofMonth: month, year: year) { return nil }
    // Years are counted from March, so that the leap day is the last of its year.
    let shifted = month <= 2 ? year &- 1 : year
    let monthFromMarch = month <= 2 ? month &+ 9 : month &- 3
    let dayOfYear = (153 &* monthFromMarch &+ 2) / 5 &+ day &- 1
    return 365 &* shifted &+ shifted / 4 &- shifted / 100 &+ shifted / 400 &+ dayOfYear
      &- 719_468
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Microseconds since midnight; nil if no clock shows it.
  @inline(__always)
  static func timeOfDay(hour: Int, minute: Int, second: Int, microsecond: Int = 0) -> Int64? {
    guard hour < 24, minute < 60, second < 60, hour >= 0, minute >= 0, second >= 0 else {
      return nil
    }
    return Int64((hour &* 60 &+ minute) &* 60 &+ second) &* microsecondsPerSecond
      &+ Int64(microsecond)
  }
}
