public import Diagnostics

extension Survey {
  /// The codes of findings about surveys, in order of their names.
  public static let codes: [FindingCode] = [
    FindingCode("survey.choices-unused", .warning),
    FindingCode("survey.duplicate-choice", .error),
    FindingCode("survey.duplicate-question", .error),
    FindingCode("survey.impossible-condition", .error),
    FindingCode("survey.no-questions", .warning),
    FindingCode("survey.scale-not-allowed", .error),
    FindingCode("survey.scale-unused", .warning),
    FindingCode("survey.too-few-choices", .error),
    FindingCode("survey.unknown-condition", .error),
  ]
}
