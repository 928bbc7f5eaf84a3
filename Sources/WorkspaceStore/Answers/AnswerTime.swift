import JourneyModel

/// Times of answers as `2026-03-09T10:15:00Z`, with as many decimals of a second as needed, at most six.
enum AnswerTime {
  private static let microsecondsPerDay: Int64 = 86_400_000_000

  static func write(_ microseconds: Int64) -> String {
    var day = microseconds / microsecondsPerDay
    var rest = microseconds % microsecondsPerDay
    if rest < 0 {
      rest += microsecondsPerDay
      day -= 1
    }
    let seconds = rest / 1_000_000
    var text =
      date(Int(day)) + "T"
      + [seconds / 3600, seconds / 60 % 60, seconds % 60]
      .map { padded(Int($0), 2) }.joined(separator: ":")
    if rest % 1_000_000 != 0 {
      var decimals = padded(Int(rest % 1_000_000), 6)
      while decimals.hasSuffix("0") { decimals.removeLast() }
      text += "." + decimals
    }
    return text + "Z"
  }

  static func read(_ text: String) -> Int64? {
    guard text.hasSuffix("Z") else { return nil }
    let parts = text.dropLast().split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let date = CalendarDate(String(parts[0])) else { return nil }
    let clock = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    guard clock.count <= 2 else { return nil }
    let numbers = clock[0].split(separator: ":", omittingEmptySubsequences: false).map(digits)
    guard numbers.count == 3, let hour = numbers[0], let minute = numbers[1],
      let second = numbers[2], hour < 24, minute < 60, second < 60
    else { return nil }
    var micros: Int64 = 0
    if clock.count == 2 {
      guard (1...6).contains(clock[1].count), let fraction = digits(clock[1]) else { return nil }
      micros = fraction
      for _ in clock[1].count..<6 { micros *= 10 }
    }
    let seconds = Int64(date.dayNumber) * 86_400 + hour * 3600 + minute * 60 + second
    return seconds * 1_000_000 + micros
  }

  private static func digits(_ text: Substring) -> Int64? {
    guard !text.isEmpty, text.count <= 6, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int64(text)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Howard Hinnant's civil-from-days, proleptic Gregorian.
  private static func date(_ day: Int) -> String {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    return
      "\(padded(year, 4))-\(padded(month < 10 ? month + 3 : month - 9, 2))-\(padded(dayOfYear - (153 * month + 2) / 5 + 1, 2))"
  }
}
