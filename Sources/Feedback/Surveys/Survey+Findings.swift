public import Diagnostics

extension Survey {
  /// What is wrong with the survey as it was written, in the order of its questions.
  ///
  /// Findings carry no place; their subject is the question's id, or the survey's.
  public var findings: [Diagnostic] {
    var result: [Diagnostic] = []
    if questions.isEmpty {
      result.append(
        Diagnostic(
          "survey.no-questions", .warning, "survey '\(id)' asks nothing",
          hint: "add a question, for example of kind 'nps'", subject: id))
    }
    var earlier: [Question.ID: Question] = [:]
    for question in questions {
      if earlier[question.id] != nil {
        result.append(
          Diagnostic(
            "survey.duplicate-question", .error,
            "survey '\(id)' has two questions with the id '\(question.id)'",
            hint: "give the second one an id of its own", subject: question.id))
      }
      result += question.findings
      if let condition = question.condition {
        result += question.findings(of: condition, earlier: earlier)
      }
      if earlier[question.id] == nil { earlier[question.id] = question }
    }
    return result
  }
}

extension Question {
  /// What is wrong with the question by itself.
  var findings: [Diagnostic] {
    var result: [Diagnostic] = []
    func find(_ code: String, _ severity: Severity, _ message: String, hint: String) {
      result.append(Diagnostic(code, severity, message, hint: hint, subject: id))
    }
    if let scoreKind = kind.scoreKind, let scale, !scoreKind.allows(scale) {
      find(
        "survey.scale-not-allowed", .error,
        "question '\(id)' asks \(kind.rawValue) on \(scale.min)–\(scale.max), where it is not defined",
        hint: scoreKind.scaleHint)
    }
    if kind.scoreKind == nil, scale != nil {
      find(
        "survey.scale-unused", .warning,
        "question '\(id)' of kind \(kind.rawValue) has a scale but gives no score",
        hint: "remove the scale, or make the kind 'rating'")
    }
    let wantsChoices = kind == .single || kind == .multiple
    if wantsChoices, Set(choices).count < 2 {
      find(
        "survey.too-few-choices", .error, "question '\(id)' offers fewer than two choices",
        hint: "list at least two different choices")
    } else if wantsChoices, Set(choices).count < choices.count {
      find(
        "survey.duplicate-choice", .error, "question '\(id)' offers the same choice twice",
        hint: "remove the repeated choice")
    }
    if !wantsChoices, !choices.isEmpty {
      find(
        "survey.choices-unused", .warning,
        "question '\(id)' of kind \(kind.rawValue) lists choices that nobody can make",
        hint: "remove the choices, or make the kind 'single' or 'multiple'")
    }
    return result
  }

  /// What is wrong with the condition, given the questions that stand before this one.
  func findings(
    of condition: QuestionCondition, earlier: [Question.ID: Question]
  ) -> [Diagnostic] {
    guard let source = earlier[condition.questionID] else {
      return [
        Diagnostic(
          "survey.unknown-condition", .error,
          "question '\(id)' depends on '\(condition.questionID)', which is not asked before it",
          hint: "name a question that stands above it", subject: id)
      ]
    }
    let canHold =
      switch condition.test {
      case .answered: true
      case .score(let low, let high):
        source.kind.scoreKind != nil && low <= high
          && source.scale.map { $0.values.overlaps(low...high) } ?? false
      case .chose(let choice): source.choices.contains(choice)
      }
    if canHold { return [] }
    return [
      Diagnostic(
        "survey.impossible-condition", .error,
        "question '\(id)' is never asked: no answer to '\(source.id)' fulfils its condition",
        hint: "use a score on the scale, or a choice, of '\(source.id)'", subject: id)
    ]
  }
}

extension ScoreKind {
  fileprivate var scaleHint: String {
    switch self {
    case .nps: "NPS is asked on 0–10"
    case .csat: "CSAT is asked on 1–5 or 1–10; for another scale make the kind 'rating'"
    case .ces: "CES is asked on 1–7; for another scale make the kind 'rating'"
    case .rating: "a rating may use any scale"
    }
  }
}
