import Feedback
import Statistics

/// A rule that is known to exist.
func rule(_ kind: ScoreKind, _ scale: ScoreScale? = nil) -> ScoreRule {
  guard let rule = ScoreRule(kind: kind, scale: scale ?? kind.usualScale) else {
    preconditionFailure("\(kind) is not defined on that scale")
  }
  return rule
}

/// An NPS tally of so many promoters, passives and detractors, spread over their scores.
func netPromoter<Scope>(_ promoters: Int, _ passives: Int, _ detractors: Int) -> ScoreTally<Scope> {
  var tally = ScoreTally<Scope>(rule: rule(.nps))
  for index in 0..<promoters { tally.add(9 + index % 2) }
  for index in 0..<passives { tally.add(7 + index % 2) }
  for index in 0..<detractors { tally.add(index % 7) }
  return tally
}

/// A tally of scores given one by one.
func tally(_ rule: ScoreRule, _ scores: [Int]) -> ScoreTally<Transactional> {
  var tally = ScoreTally<Transactional>(rule: rule)
  for score in scores { tally.add(score) }
  return tally
}

/// A survey of one touchpoint with one question of each kind.
let shopSurvey = Survey(
  id: "checkout", name: "After the purchase", binding: .touchpoint("till"),
  questions: [
    Question(id: "recommend", kind: .nps, text: "Would you recommend us?"),
    Question(id: "satisfied", kind: .csat, text: "How satisfied are you?"),
    Question(id: "easy", kind: .ces, text: "It was easy to pay."),
    Question(id: "stars", kind: .rating, text: "Stars?"),
    Question(id: "paid", kind: .single, text: "How did you pay?", choices: ["card", "cash"]),
    Question(
      id: "bought", kind: .multiple, text: "What did you buy?", choices: ["tea", "coffee", "cake"]),
    Question(
      id: "why", kind: .text, text: "Why?",
      condition: QuestionCondition(questionID: "recommend", test: .score(low: 0, high: 6))),
  ], channels: [.onSite, .email])

func shopAnswer(
  _ values: [Question.ID: AnswerValue], time: Int64? = nil, touchpoint: String? = nil,
  channel: FeedbackChannel? = nil, weight: Weight = .one
) -> Answer {
  Answer(
    surveyID: "checkout", values: values, time: time, channel: channel, touchpointID: touchpoint,
    weight: weight)
}
