/// One question of a survey.
public struct Question: Identifiable, Hashable, Sendable, Codable {
  public var id: String
  public var kind: QuestionKind
  public var text: String
  /// The lowest and highest score; nil for questions without a score.
  public var scale: ScoreScale?
  /// What can be chosen, for single and multiple choice; empty otherwise.
  public var choices: [String]
  /// When the question is asked; nil for always.
  public var condition: QuestionCondition?

  /// A question on the usual scale of its kind, unless another is given.
  public init(
    id: String, kind: QuestionKind, text: String, scale: ScoreScale? = nil, choices: [String] = [],
    condition: QuestionCondition? = nil
  ) {
    self.id = id
    self.kind = kind
    self.text = text
    self.scale = scale ?? kind.scoreKind?.usualScale
    self.choices = choices
    self.condition = condition
  }

  /// How the answers become a score; nil for choices and text, and for a scale that the kind does not allow.
  public var scoreRule: ScoreRule? {
    guard let kind = kind.scoreKind, let scale else { return nil }
    return ScoreRule(kind: kind, scale: scale)
  }
}

/// What a question wants to know, and in what form.
public enum QuestionKind: String, Hashable, Sendable, Codable, CaseIterable {
  case nps, csat, ces, rating, single, multiple, text

  /// The score this kind gives; nil for choices and text.
  public var scoreKind: ScoreKind? {
    switch self {
    case .nps: .nps
    case .csat: .csat
    case .ces: .ces
    case .rating: .rating
    case .single, .multiple, .text: nil
    }
  }
}

/// An earlier answer that a question depends on.
public struct QuestionCondition: Hashable, Sendable, Codable {
  public enum Test: Hashable, Sendable, Codable {
    case answered
    /// The score is at least `low` and at most `high`.
    case score(low: Int, high: Int)
    /// The choice was made, alone or among others.
    case chose(String)
  }

  /// The question that was answered before.
  public var questionID: Question.ID
  public var test: Test

  public init(questionID: Question.ID, test: Test) {
    self.questionID = questionID
    self.test = test
  }

  /// Whether an answer to that question fulfils the condition; a skipped one never does.
  public func holds(for value: AnswerValue?) -> Bool {
    guard let value else { return false }
    return switch (test, value) {
    case (.answered, _): true
    case (.score(let low, let high), .score(let score)): low <= score && score <= high
    case (.chose(let wanted), .choice(let choice)): choice == wanted
    case (.chose(let wanted), .choices(let choices)): choices.contains(wanted)
    default: false
    }
  }
}
