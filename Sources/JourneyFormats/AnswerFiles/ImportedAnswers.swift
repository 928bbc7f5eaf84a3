public import Diagnostics

/// One row of an answer file.
public struct ImportedAnswer: Sendable, Hashable {
  /// The line of the row, from 1.
  public var line: Int
  /// Nil where the answer was skipped, and for texts.
  public var score: Int?
  /// The text of a text answer; nil where it was skipped.
  public var text: String?
  /// Whole microseconds since 1970, UTC.
  public var time: Int64?
  public var customer: String?
  public var id: String?
}

/// A row that became no answer.
public struct RejectedAnswer: Sendable, Hashable {
  public var line: Int
  public var reason: Reason
  /// The record as it stands in the file.
  public var record: [UInt8]

  public enum Reason: Sendable, Hashable {
    case row(RejectReason)
    case notAWholeNumber
    case offScale(score: Int, scale: ClosedRange<Int>)
    case time(TimeProblem)
    /// An earlier row has the same id.
    case sameID(line: Int)
  }

  /// The reason as a sentence without a full stop.
  public var text: String { saying.text() }

  /// The same, for other languages too.
  public var saying: Saying {
    switch reason {
    case .row(let reason): reason.saying
    case .notAWholeNumber: .word("reject-not-a-whole-number")
    case .offScale(let score, let scale):
      .word(
        "reject-off-scale",
        ["score": score, "min": scale.lowerBound, "max": scale.upperBound])
    case .time(let problem): RejectReason.time(problem).saying
    case .sameID(let line): .word("reject-same-id", ["line": line])
    }
  }

  /// The code of its finding.
  public var code: String {
    switch reason {
    case .row: "answers.broken-row"
    case .notAWholeNumber: "answers.not-a-score"
    case .offScale: "answers.off-scale"
    case .time: "answers.bad-time"
    case .sameID: "answers.same-id"
    }
  }
}

/// What an answer file held.
public struct ImportedAnswers: Sendable, Hashable {
  public var path: String
  /// In the order of the file.
  public var answers: [ImportedAnswer]
  public var rejected: [RejectedAnswer]
  public var kind: AnswerKind
  /// Nil for texts.
  public var scale: ClosedRange<Int>?
  /// Which column was read as what, for people.
  public var roles: [Saying]
  public var digest: FileDigest

  /// Each rejected row as a finding with its place.
  public var diagnostics: [Diagnostic] {
    rejected.map { reject in
      Diagnostic(
        reject.code, .warning, ["reason": reject.saying],
        at: TextLocation(file: path, line: reject.line))
    }
  }
}
