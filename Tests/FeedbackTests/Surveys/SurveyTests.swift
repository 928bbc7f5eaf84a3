import Diagnostics
import Feedback
import Foundation
import Testing

struct SurveyTests {
  @Test func `the binding decides the kind of survey`() {
    #expect(SurveyBinding.touchpoint("till").kind == .transactional)
    #expect(SurveyBinding.stage("purchase").kind == .transactional)
    #expect(SurveyBinding.journey.kind == .relationship)
    #expect(SurveyBinding.touchpoint("till").touchpointID == "till")
    #expect(SurveyBinding.stage("purchase").stageID == "purchase")
    #expect(SurveyBinding.journey.touchpointID == nil && SurveyBinding.journey.stageID == nil)
  }

  @Test func `a conditional question is asked when its condition holds`() throws {
    let why = try #require(shopSurvey.question("why"))
    #expect(shopSurvey.asks(why, after: ["recommend": .score(6)]))
    #expect(!shopSurvey.asks(why, after: ["recommend": .score(7)]))
    #expect(!shopSurvey.asks(why, after: [:]))
    let first = try #require(shopSurvey.question("recommend"))
    #expect(shopSurvey.asks(first, after: [:]))
    let tea = QuestionCondition(questionID: "bought", test: .chose("tea"))
    #expect(tea.holds(for: .choices(["cake", "tea"])) && tea.holds(for: .choice("tea")))
    #expect(!tea.holds(for: .choices(["cake"])) && !tea.holds(for: .score(1)))
    #expect(QuestionCondition(questionID: "why", test: .answered).holds(for: .text("")))
  }

  @Test func `a sound survey has no findings and survives JSON`() throws {
    #expect(shopSurvey.findings.isEmpty)
    let copy = try JSONDecoder().decode(Survey.self, from: JSONEncoder().encode(shopSurvey))
    #expect(copy == shopSurvey)
  }

  @Test func `a question takes the usual scale of its kind`() {
    #expect(Question(id: "a", kind: .nps, text: "").scoreRule?.scale == .zeroToTen)
    #expect(Question(id: "a", kind: .csat, text: "").scale == .oneToFive)
    #expect(Question(id: "a", kind: .text, text: "").scale == nil)
    #expect(Question(id: "a", kind: .nps, text: "", scale: .oneToFive).scoreRule == nil)
  }

  @Test func `every mistake in a survey is found`() {
    var survey = shopSurvey
    survey.questions = []
    #expect(survey.findings.map(\.code) == ["survey.no-questions"])
    survey.questions = [
      Question(id: "a", kind: .nps, text: "?", scale: .oneToTen),
      Question(id: "a", kind: .csat, text: "?", choices: ["yes"]),
      Question(id: "b", kind: .single, text: "?", choices: ["yes"]),
      Question(id: "c", kind: .multiple, text: "?", choices: ["yes", "no", "yes"]),
      Question(id: "d", kind: .text, text: "?", scale: .oneToFive),
      Question(
        id: "e", kind: .text, text: "?",
        condition: QuestionCondition(questionID: "f", test: .answered)),
      Question(
        id: "f", kind: .text, text: "?",
        condition: QuestionCondition(questionID: "b", test: .chose("maybe"))),
      Question(
        id: "g", kind: .text, text: "?",
        condition: QuestionCondition(questionID: "a", test: .score(low: 20, high: 11))),
    ]
    #expect(
      survey.findings.map(\.code) == [
        "survey.scale-not-allowed", "survey.duplicate-question", "survey.choices-unused",
        "survey.too-few-choices", "survey.duplicate-choice", "survey.scale-unused",
        "survey.unknown-condition", "survey.impossible-condition", "survey.impossible-condition",
      ])
    #expect(survey.findings.map(\.subject) == ["a", "a", "a", "b", "c", "d", "e", "f", "g"])
    #expect(survey.findings.allSatisfy { $0.hint != nil })
  }
}
