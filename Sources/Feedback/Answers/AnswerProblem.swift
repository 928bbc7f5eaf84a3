/// Why an answer, or a part of it, cannot be counted.
public enum AnswerProblem: Error, Hashable, Sendable {
  case otherSurvey(expected: Survey.ID, found: Survey.ID)
  case unknownQuestion(Question.ID)
  case scoreOffScale(question: Question.ID, score: Int, scale: ScoreScale)
  case wrongForm(question: Question.ID, expected: QuestionKind)
  /// What was chosen is not repeated here: it may be a person's own words.
  case unknownChoice(question: Question.ID)
}

extension AnswerProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .otherSurvey(let expected, let found):
      "the answer belongs to survey '\(found)', not to '\(expected)'"
    case .unknownQuestion(let question):
      "the survey has no question '\(question)'"
    case .scoreOffScale(let question, let score, let scale):
      "the score \(score) of question '\(question)' is not on its scale \(scale.min)–\(scale.max)"
    case .wrongForm(let question, let expected):
      switch expected {
      case .nps, .csat, .ces, .rating: "question '\(question)' is answered by a whole number"
      case .single: "question '\(question)' is answered by one choice"
      case .multiple: "question '\(question)' is answered by choices"
      case .text: "question '\(question)' is answered by text"
      }
    case .unknownChoice(let question):
      "the answer to question '\(question)' is not one of its choices"
    }
  }
}

extension Survey {
  /// Everything that is wrong with an answer to this survey, in the order of question ids.
  public func problems(in answer: Answer) -> [AnswerProblem] {
    guard answer.surveyID == id else {
      return [.otherSurvey(expected: id, found: answer.surveyID)]
    }
    return answer.values.sorted { $0.key < $1.key }.compactMap { questionID, value in
      guard let question = question(questionID) else { return .unknownQuestion(questionID) }
      return question.problem(with: value)
    }
  }
}

extension Question {
  /// What is wrong with a value as an answer to this question; nil if nothing is.
  public func problem(with value: AnswerValue) -> AnswerProblem? {
    switch (kind, value) {
    case (.nps, .score(let score)), (.csat, .score(let score)), (.ces, .score(let score)),
      (.rating, .score(let score)):
      guard let scale, !scale.contains(score) else { return nil }
      return .scoreOffScale(question: id, score: score, scale: scale)
    case (.single, .choice(let choice)):
      return choices.contains(choice) ? nil : .unknownChoice(question: id)
    case (.multiple, .choices(let chosen)):
      return chosen.allSatisfy(choices.contains) ? nil : .unknownChoice(question: id)
    case (.text, .text):
      return nil
    default:
      return .wrongForm(question: id, expected: kind)
    }
  }
}
