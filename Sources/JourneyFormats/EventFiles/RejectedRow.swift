public import Diagnostics

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
  public var text: String { saying.text() }

  /// The same, for other languages too.
  public var saying: Saying {
    switch self {
    case .fieldCount(let found, let expected):
      .word("reject-field-count", ["found": found, "expected": expected])
    case .unclosedQuote: .word("reject-unclosed-quote")
    case .textAfterQuote: .word("reject-text-after-quote")
    case .notUTF8: .word("reject-not-utf8")
    case .nulByte: .word("reject-nul-byte")
    case .emptyCustomer: .word("reject-empty-customer")
    case .emptyActivity: .word("reject-empty-activity")
    case .emptyTime: .word("reject-empty-time")
    case .time(.notATime): .word("reject-not-a-time")
    case .time(.noSuchDate): .word("reject-no-such-date")
    case .time(.noSuchClockTime): .word("reject-no-such-clock-time")
    case .time(.orderUnknown): .word("reject-order-unknown")
    case .value(.notANumber): .word("reject-not-a-number")
    case .value(.tooLarge): .word("reject-too-large")
    }
  }
}
