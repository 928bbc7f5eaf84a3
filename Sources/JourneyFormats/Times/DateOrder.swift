/// In which order a date such as `03/04/2025` names day, month and year.
public enum DateOrder: String, Sendable, Hashable, Codable, CaseIterable {
  case dayMonthYear = "dmy"
  case monthDayYear = "mdy"
  case yearMonthDay = "ymd"
}

/// What a column's whole numbers count since 1970.
public enum EpochUnit: String, Sendable, Hashable, Codable, CaseIterable {
  case seconds, milliseconds, microseconds, nanoseconds

  /// The unit that puts a number between 1973 and the year 5138.
  static func likely(for magnitude: UInt64) -> EpochUnit {
    switch magnitude {
    case 0..<100_000_000_000: .seconds
    case 0..<100_000_000_000_000: .milliseconds
    case 0..<100_000_000_000_000_000: .microseconds
    default: .nanoseconds
    }
  }

  /// How many decimal digits of a number in this unit stand below a second.
  var fractionDigits: Int {
    switch self {
    case .seconds: 0
    case .milliseconds: 3
    case .microseconds: 6
    case .nanoseconds: 9
    }
  }
}

/// Why a cell is not a time.
public enum TimeProblem: Sendable, Hashable {
  case notATime
  case noSuchDate
  case noSuchClockTime
  /// Day and month cannot be told apart and no order was given.
  case orderUnknown
}
