/// A record that became no event, with its place, the reason, and its bytes as they stand in the file.
public struct RejectedRow: Sendable, Hashable {
  /// The line of the record's first byte, from 1.
  public var line: Int
  public var reason: RejectReason
  /// Without the last line end.
  public var bytes: [UInt8]

  public init(line: Int, reason: RejectReason, bytes: [UInt8]) {
    self.line = line
    self.reason = reason
    self.bytes = bytes
  }
}

/// Why a record became no event.
public enum RejectReason: Sendable, Hashable {
  case fieldCount(found: Int, expected: Int)
  case unclosedQuote
  case textAfterQuote
  case notUTF8
  case nulByte
  case emptyCustomer
  case emptyActivity
  case emptyTime
  case time(TimeProblem)
  case value(ValueProblem)

  /// The reason as a sentence without a full stop; it repeats no cell, since the record stands beside it.
  public var text: String {
    switch self {
    case .fieldCount(let found, let expected):
      "\(found) fields where the header has \(expected)"
    case .unclosedQuote: "a quote is opened and not closed"
    case .textAfterQuote: "text after a closing quote"
    case .notUTF8: "not UTF-8 text"
    case .nulByte: "a zero byte"
    case .emptyCustomer: "no customer"
    case .emptyActivity: "no activity"
    case .emptyTime: "no time"
    case .time(.notATime): "the time cannot be read"
    case .time(.noSuchDate): "there is no such date"
    case .time(.noSuchClockTime): "there is no such time of day"
    case .time(.orderUnknown): "day and month cannot be told apart"
    case .value(.notANumber): "the value is not a plain decimal number"
    case .value(.tooLarge): "the value is too large"
    }
  }
}
