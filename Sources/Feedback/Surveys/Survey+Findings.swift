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
          "survey.no-questions", .warning, ["id": id], subject: id))
    }
    var earlier: [Question.ID: Question] = [:]
    for question in questions {
      if earlier[question.id] != nil {
        result.append(
          Diagnostic(
            "survey.duplicate-question", .error,
            ["id": id, "question": question.id], subject: question.id))
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
    func find(
      _ code: String, _ severity: Severity, _ values: [String: any Sayable] = [:],
      hint: Advice = .usual
    ) {
      let values = values.merging(["id": id, "kind": kind.rawValue]) { own, _ in own }
      result.append(Diagnostic(code, severity, values, hint: hint, subject: id))
    }
    if let scoreKind = kind.scoreKind, let scale, !scoreKind.allows(scale) {
      find(
        "survey.scale-not-allowed", .error,
        ["min": scale.min, "max": scale.max],
        hint: .said(Saying("survey.scale-not-allowed/\(scoreKind.rawValue)")))
    }
    if kind.scoreKind == nil, scale != nil {
      find("survey.scale-unused", .warning)
    }
    let wantsChoices = kind == .single || kind == .multiple
    if wantsChoices, Set(choices).count < 2 {
      find("survey.too-few-choices", .error)
    } else if wantsChoices, Set(choices).count < choices.count {
      find("survey.duplicate-choice", .error)
    }
    if !wantsChoices, !choices.isEmpty {
      find("survey.choices-unused", .warning)
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
          "survey.unknown-condition", .error, ["id": id, "other": condition.questionID],
          subject: id)
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
        "survey.impossible-condition", .error, ["id": id, "other": source.id], subject: id)
    ]
  }
}
