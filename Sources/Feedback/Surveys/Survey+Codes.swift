public import Diagnostics

extension Survey {
  /// The codes of findings about surveys, in order of their names.
  public static let codes: [FindingCode] = [
    FindingCode(
      "survey.choices-unused", .warning,
      meaning: "A question lists choices although its kind has none.",
      remedy: "Remove the choices, or make it a single or multiple choice."),
    FindingCode(
      "survey.duplicate-choice", .error,
      meaning: "A question offers the same choice twice.",
      remedy: "Keep one of them."),
    FindingCode(
      "survey.duplicate-question", .error,
      meaning: "Two questions of a survey have one id.",
      remedy: "Give one of them another id."),
    FindingCode(
      "survey.impossible-condition", .error,
      meaning: "A question is asked on a condition that no answer can fulfil.",
      remedy: "Write a condition that fits the earlier question."),
    FindingCode(
      "survey.no-questions", .warning,
      meaning: "A survey asks nothing.",
      remedy: "Add a question."),
    FindingCode(
      "survey.scale-not-allowed", .error,
      meaning: "A question has a scale that its kind of score does not allow.",
      remedy: "Take a scale of that kind, or make it a rating."),
    FindingCode(
      "survey.scale-unused", .warning,
      meaning: "A question has a scale although it gives no score.",
      remedy: "Remove the scale."),
    FindingCode(
      "survey.too-few-choices", .error,
      meaning: "A choice question offers fewer than two choices.",
      remedy: "List at least two choices."),
    FindingCode(
      "survey.unknown-condition", .error,
      meaning: "A question depends on one that the survey does not ask before it.",
      remedy: "Name an earlier question."),
  ]
}
