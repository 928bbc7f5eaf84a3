public import Statistics

/// The answers to one survey, checked, and the scores they give.
public struct SurveyResults: Hashable, Sendable {
  public let survey: Survey
  /// The answers that count: values with a problem are taken out, other answers of that person stay.
  public let answers: [Answer]
  /// What was taken out, with the place of the answer in the list given.
  public let problems: [Rejection]

  /// A value that cannot be counted.
  public struct Rejection: Hashable, Sendable {
    /// Position among the answers given, from 0.
    public let answer: Int
    public let problem: AnswerProblem
  }

  public init(survey: Survey, answers: [Answer]) {
    self.survey = survey
    var questions: [Question.ID: Question] = [:]
    for question in survey.questions where questions[question.id] == nil {
      questions[question.id] = question
    }
    var kept: [Answer] = []
    kept.reserveCapacity(answers.count)
    var problems: [Rejection] = []
    for (position, answer) in answers.enumerated() {
      guard answer.surveyID == survey.id else {
        let problem = AnswerProblem.otherSurvey(expected: survey.id, found: answer.surveyID)
        problems.append(Rejection(answer: position, problem: problem))
        continue
      }
      var sound = answer
      for (questionID, value) in answer.values.sorted(by: { $0.key < $1.key }) {
        let problem =
          questions[questionID].map { $0.problem(with: value) } ?? .unknownQuestion(questionID)
        guard let problem else { continue }
        problems.append(Rejection(answer: position, problem: problem))
        sound.values[questionID] = nil
      }
      kept.append(sound)
    }
    self.answers = kept
    self.problems = problems
  }

  private init(survey: Survey, sound answers: [Answer], problems: [Rejection]) {
    self.survey = survey
    self.answers = answers
    self.problems = problems
  }

  /// The results of some of the answers, for a period, channel or segment; problems stay as they are.
  public func filtered(_ isIncluded: (Answer) -> Bool) -> SurveyResults {
    SurveyResults(survey: survey, sound: answers.filter(isIncluded), problems: problems)
  }

  /// The questions that give a score, in survey order.
  public var scoredQuestions: [Question] { survey.questions.filter { $0.scoreRule != nil } }

  /// The score of a question over all answers; nil if it has none or gives no score.
  public func score(of question: Question.ID) -> Score? {
    switch tally(of: question) {
    case .transactional(let tally)?: tally.score
    case .relationship(let tally)?: tally.score
    case nil: nil
    }
  }

  /// All scores given to a question, in the type of the survey's scope; nil if the question gives no score.
  public func tally(of question: Question.ID) -> SurveyTally? {
    guard let rule = survey.question(question)?.scoreRule else { return nil }
    return switch survey.kind {
    case .transactional: .transactional(tally(rule, of: question, in: answers))
    case .relationship: .relationship(tally(rule, of: question, in: answers))
    }
  }

  /// The scores of a question per touchpoint: the answer's own, else the one the survey is bound to.
  ///
  /// Empty for relationship surveys: they are about no touchpoint. Answers to a survey of a stage that name no
  /// touchpoint are left out here, and are in `tally(of:)`.
  public func tallyPerTouchpoint(of question: Question.ID) -> [String: ScoreTally<Transactional>] {
    guard survey.kind == .transactional, let rule = survey.question(question)?.scoreRule else {
      return [:]
    }
    var result: [String: ScoreTally<Transactional>] = [:]
    for answer in answers {
      guard case .score(let score)? = answer.values[question],
        let place = answer.touchpointID ?? survey.binding.touchpointID
      else { continue }
      result[place, default: ScoreTally(rule: rule)].add(score, weight: answer.weight)
    }
    return result
  }

  /// The scores of a question over half-open periods between ascending boundaries (microseconds since 1970).
  public func trend(of question: Question.ID, boundaries: [Int64]) -> SurveyTrend? {
    guard let rule = survey.question(question)?.scoreRule else { return nil }
    let scores: [(time: Int64?, score: Int, weight: Weight)] = answers.compactMap { answer in
      guard case .score(let score)? = answer.values[question] else { return nil }
      return (answer.time, score, answer.weight)
    }
    return switch survey.kind {
    case .transactional:
      .transactional(ScoreTrend(rule: rule, boundaries: boundaries, scores: scores))
    case .relationship:
      .relationship(ScoreTrend(rule: rule, boundaries: boundaries, scores: scores))
    }
  }

  /// How often each choice of a single- or multiple-choice question was made, in the question's order.
  ///
  /// The share is of those who answered the question; nil for other kinds and without answers.
  public func choices(of question: Question.ID) -> [ChoiceShare]? {
    guard let asked = survey.question(question) else { return nil }
    var answered = 0
    var counts: [String: Int] = [:]
    for answer in answers {
      switch answer.values[question] {
      case .choice(let choice)?:
        answered += 1
        counts[choice, default: 0] += 1
      case .choices(let chosen)?:
        answered += 1
        for choice in Set(chosen) { counts[choice, default: 0] += 1 }
      case .score?, .text?, nil:
        continue
      }
    }
    guard answered > 0 else { return nil }
    return asked.choices.compactMap { choice in
      let count = counts[choice] ?? 0
      return Proportion.estimate(successes: count, of: answered).map {
        ChoiceShare(choice: choice, count: count, share: $0)
      }
    }
  }

  private func tally<Scope>(
    _ rule: ScoreRule, of question: Question.ID, in answers: [Answer]
  ) -> ScoreTally<Scope> {
    var tally = ScoreTally<Scope>(rule: rule)
    for answer in answers {
      if case .score(let score)? = answer.values[question] {
        tally.add(score, weight: answer.weight)
      }
    }
    return tally
  }
}

/// A tally whose scope is only known when the survey is read.
public enum SurveyTally: Hashable, Sendable {
  case transactional(ScoreTally<Transactional>)
  case relationship(ScoreTally<Relationship>)
}

/// A trend whose scope is only known when the survey is read.
public enum SurveyTrend: Hashable, Sendable {
  case transactional(ScoreTrend<Transactional>)
  case relationship(ScoreTrend<Relationship>)
}

/// How often one choice was made.
public struct ChoiceShare: Hashable, Sendable, Codable {
  public var choice: String
  public var count: Int
  /// 0 … 1, with Wilson's interval; unweighted.
  public var share: Estimate

  public init(choice: String, count: Int, share: Estimate) {
    self.choice = choice
    self.count = count
    self.share = share
  }
}
