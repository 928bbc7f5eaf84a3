public import Diagnostics

extension AnswerFileError {
  /// Every code that an answer file, or a row of one, can be refused with.
  public static let codes: [FindingCode] =
    TextFileError.codes(area: "answers") + [
      FindingCode("answers.too-large", .error),
      FindingCode("answers.no-rows", .error),
      FindingCode("answers.unknown-column", .error),
      FindingCode("answers.column-twice", .error),
      FindingCode("answers.score-not-found", .error),
      FindingCode("answers.not-a-time-column", .error),
      FindingCode("answers.date-order", .error),
      FindingCode("answers.unknown-zone", .error),
      FindingCode("answers.broken-row", .warning),
      FindingCode("answers.not-a-score", .warning),
      FindingCode("answers.off-scale", .warning),
      FindingCode("answers.bad-time", .warning),
      FindingCode("answers.same-id", .warning),
    ]
}
