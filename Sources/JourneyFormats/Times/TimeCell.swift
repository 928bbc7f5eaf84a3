/// A place in a cell that is read as a time in any of the understood forms, byte by byte.
struct TimeCell {
  private var at: Int
  private var end: Int

  typealias Reading = Result<Int64, TimeFailure>

  init(_ bytes: RawSpan, from start: Int, to end: Int) {
    at = start
    self.end = end
    while at < self.end, Self.isSpace(ByteWords.byte(bytes, at)) { at += 1 }
    while self.end > at, Self.isSpace(ByteWords.byte(bytes, self.end - 1)) { self.end -= 1 }
  }

  mutating func read(_ bytes: RawSpan, _ reader: TimeReader, hint: inout Int) -> Reading {
    if let number = epochNumber(bytes, reader.epochUnit) { return number }
    guard let parts = dateParts(bytes) else { return .failure(.notATime) }
    guard let order = parts.order ?? reader.dateOrder else { return .failure(.orderUnknown) }
    guard let (year, month, day) = parts.arranged(order) else { return .failure(.notATime) }
    guard let days = CivilDate.days(year: year, month: month, day: day) else {
      return .failure(.noSuchDate)
    }
    let midnight = Int64(days) * CivilDate.microsecondsPerDay
    if at == end { return .success(reader.zone.utc(local: midnight, hint: &hint)) }
    guard skipToClock(bytes) else { return .failure(.notATime) }
    let clock: Int64
    switch readClock(bytes) {
    case .success(let time): clock = time
    case .failure(let failure): return .failure(failure)
    }
    if at == end { return .success(reader.zone.utc(local: midnight + clock, hint: &hint)) }
    guard let offset = readOffset(bytes), at == end else { return .failure(.notATime) }
    return .success(midnight + clock - offset)
  }

  // MARK: Bytes

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func peek(_ bytes: RawSpan) -> UInt8 { at < end ? ByteWords.byte(bytes, at) : 0 }

  private mutating func skip(_ byte: Character, _ bytes: RawSpan) -> Bool {
    guard at < end, ByteWords.byte(bytes, at) == byte.asciiValue else { return false }
    at += 1
    return true
  }

  private mutating func skipSpaces(_ bytes: RawSpan) {
    while at < end, Self.isSpace(ByteWords.byte(bytes, at)) { at += 1 }
  }

  /// The digits at this place; nil if there are none or too many for a number.
  private mutating func digits(_ bytes: RawSpan) -> (value: Int, count: Int)? {
    let start = at
    var value = 0
    while at < end {
      let digit = ByteWords.byte(bytes, at) &- 48
      guard digit <= 9 else { break }
      let (tenfold, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isTooLargeToo) = tenfold.addingReportingOverflow(Int(digit))
      guard !isTooLarge, !isTooLargeToo else { return nil }
      value = sum
      at += 1
    }
    return at == start ? nil : (value, at - start)
  }

  // MARK: Numbers

  /// The cell as a whole number since 1970; nil if it is no number, or the digits of a date.
  private func epochNumber(_ bytes: RawSpan, _ unit: EpochUnit?) -> Reading? {
    var cursor = self
    let isNegative = cursor.skip("-", bytes)
    guard let (value, count) = cursor.digits(bytes) else { return nil }
    var fraction = 0
    let isWhole = cursor.at == end
    if !isWhole {
      guard cursor.skip(".", bytes) || cursor.skip(",", bytes) else { return nil }
      guard cursor.at < end, let micros = cursor.microseconds(bytes), cursor.at == end else {
        return nil
      }
      fraction = micros
    }
    if unit == nil {
      if isWhole, !isNegative, count == 8 || count == 14 { return nil }
      if count < 9 { return .failure(.notATime) }
    }
    let scale: Int64
    switch unit ?? .likely(for: UInt64(value)) {
    case .seconds: scale = 1_000_000
    case .milliseconds: (scale, fraction) = (1000, fraction / 1000)
    case .microseconds: (scale, fraction) = (1, 0)
    case .nanoseconds: (scale, fraction) = (0, 0)
    }
    let (whole, isTooLarge) =
      scale == 0
      ? (Int64(value / 1000), false) : Int64(value).multipliedReportingOverflow(by: scale)
    // Years 1 to 9999, as everywhere.
    let days: Int64 = isNegative ? 719_162 : 2_932_897
    guard !isTooLarge, whole < days * CivilDate.microsecondsPerDay else {
      return .failure(.noSuchDate)
    }
    let time = whole + Int64(fraction)
    return .success(isNegative ? -time : time)
  }

  /// Digits behind a decimal point as microseconds; more digits are dropped.
  private mutating func microseconds(_ bytes: RawSpan) -> Int? {
    let start = at
    var value = 0
    while at < end {
      let digit = ByteWords.byte(bytes, at) &- 48
      guard digit <= 9 else { break }
      if at - start < 6 { value = value * 10 + Int(digit) }
      at += 1
    }
    guard at > start else { return nil }
    for _ in min(6, at - start)..<6 { value *= 10 }
    return value
  }

  // MARK: Dates

  /// The three numbers of a date as they stand.
  struct DateParts {
    var first: (value: Int, count: Int)
    var second: (value: Int, count: Int)
    var third: (value: Int, count: Int)
    /// The order, where the form itself tells it.
    var order: DateOrder?

    /// Year, month and day; nil if the numbers have not the digits that the order asks for.
    func arranged(_ order: DateOrder) -> (year: Int, month: Int, day: Int)? {
      let (year, month, day) =
        switch order {
        case .dayMonthYear: (third, second, first)
        case .monthDayYear: (third, first, second)
        case .yearMonthDay: (first, second, third)
        }
      guard month.count <= 2, day.count <= 2 else { return nil }
      switch year.count {
      case 4: return (year.value, month.value, day.value)
      // Two digits: the hundred years that end in 2069, as in POSIX.
      case 2: return (year.value + (year.value < 69 ? 2000 : 1900), month.value, day.value)
      default: return nil
      }
    }
  }

  private mutating func dateParts(_ bytes: RawSpan) -> DateParts? {
    guard let first = digits(bytes) else { return nil }
    if first.count == 8 || first.count == 14 {
      if first.count == 14 { at -= 6 }
      let date = first.count == 14 ? first.value / 1_000_000 : first.value
      return DateParts(
        first: (date / 10_000, 4), second: (date / 100 % 100, 2), third: (date % 100, 2),
        order: .yearMonthDay)
    }
    let separator = peek(bytes)
    guard
      separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/")
        || separator == UInt8(ascii: ".")
    else { return nil }
    at += 1
    guard let second = digits(bytes), peek(bytes) == separator else { return nil }
    at += 1
    guard let third = digits(bytes), second.count <= 2 else { return nil }
    var order: DateOrder?
    if first.count == 4 {
      guard third.count <= 2 else { return nil }
      order = .yearMonthDay
    } else {
      guard first.count <= 2, third.count == 4 || third.count <= 2 else { return nil }
      if separator == UInt8(ascii: ".") { order = .dayMonthYear }
    }
    return DateParts(first: first, second: second, third: third, order: order)
  }

  /// The first two numbers of a date whose order its form does not tell; nil for any other cell.
  mutating func openOrder(_ bytes: RawSpan) -> (first: Int, second: Int)? {
    guard let parts = dateParts(bytes), parts.order == nil else { return nil }
    return (parts.first.value, parts.second.value)
  }

  /// The digits of the cell if it is a whole number, which may count since 1970.
  func wholeNumber(_ bytes: RawSpan) -> (value: Int, count: Int)? {
    var cursor = self
    _ = cursor.skip("-", bytes)
    guard let number = cursor.digits(bytes) else { return nil }
    if cursor.at < end {
      guard cursor.skip(".", bytes), cursor.microseconds(bytes) != nil, cursor.at == end else {
        return nil
      }
    }
    return number
  }

  // MARK: Clock times

  private mutating func skipToClock(_ bytes: RawSpan) -> Bool {
    let start = at
    if skip("T", bytes) || skip("t", bytes) { return at < end }
    _ = skip(",", bytes)
    skipSpaces(bytes)
    // After fourteen digits there is nothing between date and clock.
    return at < end && (at > start || (peek(bytes) &- 48) <= 9)
  }

  private mutating func readClock(_ bytes: RawSpan) -> Reading {
    guard let first = digits(bytes) else { return .failure(.notATime) }
    var (hour, minute, second, fraction) = (first.value, 0, 0, 0)
    if skip(":", bytes) {
      guard first.count <= 2, let minutes = digits(bytes), minutes.count == 2 else {
        return .failure(.notATime)
      }
      minute = minutes.value
      if skip(":", bytes) {
        guard let seconds = digits(bytes), seconds.count == 2 else { return .failure(.notATime) }
        second = seconds.value
      }
    } else if first.count == 4 {
      (hour, minute) = (first.value / 100, first.value % 100)
    } else if first.count == 6 {
      (hour, minute, second) = (first.value / 10_000, first.value / 100 % 100, first.value % 100)
    } else if first.count != 2 {
      return .failure(.notATime)
    }
    if skip(".", bytes) || skip(",", bytes) {
      guard let micros = microseconds(bytes) else { return .failure(.notATime) }
      fraction = micros
    }
    skipSpaces(bytes)
    if let isAfternoon = halfOfDay(bytes) {
      guard (1...12).contains(hour) else { return .failure(.noSuchClockTime) }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
      skipSpaces(bytes)
    }
    guard
      let time = CivilDate.timeOfDay(
        hour: hour, minute: minute, second: second, microsecond: fraction)
    else { return .failure(.noSuchClockTime) }
    return .success(time)
  }

  /// True for pm, false for am, nil if neither stands here.
  private mutating func halfOfDay(_ bytes: RawSpan) -> Bool? {
    guard at + 2 <= end else { return nil }
    let letter = ByteWords.byte(bytes, at) | 0x20
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p"),
      ByteWords.byte(bytes, at + 1) | 0x20 == UInt8(ascii: "m")
    else { return nil }
    at += 2
    return letter == UInt8(ascii: "p")
  }

  /// Microseconds east of UTC; nil if no offset stands here.
  private mutating func readOffset(_ bytes: RawSpan) -> Int64? {
    if skip("Z", bytes) || skip("z", bytes) { return 0 }
    for name in ["UTC", "GMT"] {
      let letters = Array(name.utf8)
      if at + 3 <= end,
        letters.indices.allSatisfy({ ByteWords.byte(bytes, at + $0) == letters[$0] })
      {
        at += 3
        return 0
      }
    }
    let isWest = skip("-", bytes)
    guard isWest || skip("+", bytes), let first = digits(bytes) else { return nil }
    var (hours, minutes) = (first.value, 0)
    if first.count == 4 {
      (hours, minutes) = (first.value / 100, first.value % 100)
    } else {
      guard first.count == 2 else { return nil }
      if skip(":", bytes) {
        guard let second = digits(bytes), second.count == 2 else { return nil }
        minutes = second.value
      }
    }
    guard hours <= 18, minutes < 60 else { return nil }
    let seconds = Int64(hours * 3600 + minutes * 60)
    return (isWest ? -seconds : seconds) * CivilDate.microsecondsPerSecond
  }
}

extension TimeFailure {
  fileprivate static let notATime = TimeFailure(problem: .notATime)
  fileprivate static let noSuchDate = TimeFailure(problem: .noSuchDate)
  fileprivate static let noSuchClockTime = TimeFailure(problem: .noSuchClockTime)
  fileprivate static let orderUnknown = TimeFailure(problem: .orderUnknown)
}
