/// A questionnaire, bound to the place of the journey it asks about.
public struct Survey: Identifiable, Hashable, Sendable, Codable {
  public var id: String
  public var name: String
  public var binding: SurveyBinding
  public var questions: [Question]
  /// Where the survey is asked; empty where nobody said.
  public var channels: [FeedbackChannel]
  /// BCP 47 language of the texts, such as `en` or `uk`.
  public var language: String

  public init(
    id: String, name: String, binding: SurveyBinding, questions: [Question] = [],
    channels: [FeedbackChannel] = [], language: String = "en"
  ) {
    self.id = id
    self.name = name
    self.binding = binding
    self.questions = questions
    self.channels = channels
    self.language = language
  }

  public var kind: SurveyKind { binding.kind }

  /// The first question with this id.
  public func question(_ id: Question.ID) -> Question? {
    questions.first { $0.id == id }
  }

  /// Whether a question is asked of somebody who gave these answers to the questions before it.
  public func asks(_ question: Question, after values: [Question.ID: AnswerValue]) -> Bool {
    guard let condition = question.condition else { return true }
    return condition.holds(for: values[condition.questionID])
  }
}

/// What a survey asks about: one contact, or the relation as a whole.
public enum SurveyKind: String, Hashable, Sendable, Codable, CaseIterable {
  case transactional, relationship
}

/// The place of the journey a survey is about.
public enum SurveyBinding: Hashable, Sendable, Codable {
  case touchpoint(String)
  case stage(String)
  /// The whole journey: a relationship survey, such as a quarterly NPS.
  case journey

  public var kind: SurveyKind {
    switch self {
    case .touchpoint, .stage: .transactional
    case .journey: .relationship
    }
  }

  public var touchpointID: String? {
    if case .touchpoint(let id) = self { id } else { nil }
  }

  public var stageID: String? {
    if case .stage(let id) = self { id } else { nil }
  }
}

/// The five ways an answer reaches us.
public enum FeedbackChannel: String, Hashable, Sendable, Codable, CaseIterable {
  /// At the place itself: a code on the table, a kiosk, a card with the bill.
  case onSite = "on-site"
  case email
  case callCentre = "call-centre"
  case inApp = "in-app"
  case website
}
