import Feedback
import Foundation
import Statistics
import Testing

struct SurveyResultsTests {
  @Test func `skipped questions are not in n`() {
    let results = SurveyResults(
      survey: shopSurvey,
      answers: [
        shopAnswer(["recommend": .score(10), "easy": .score(6)]),
        shopAnswer(["easy": .score(7)]), shopAnswer([:]),
      ])
    #expect(results.score(of: "recommend")?.n == 1)
    #expect(results.score(of: "easy")?.n == 2)
    #expect(results.score(of: "satisfied") == nil)
    #expect(results.score(of: "why") == nil && results.score(of: "nothing") == nil)
    #expect(results.problems.isEmpty)
    #expect(results.scoredQuestions.map(\.id) == ["recommend", "satisfied", "easy", "stars"])
  }

  @Test func `what cannot be counted is told, and the rest of the answer stays`() {
    let stray = Answer(surveyID: "other", values: [:])
    let results = SurveyResults(
      survey: shopSurvey,
      answers: [
        shopAnswer(["recommend": .score(11), "easy": .score(7), "colour": .text("red")]), stray,
        shopAnswer(["paid": .choice("gold"), "bought": .choices(["tea", "gold"])]),
        shopAnswer(["why": .score(1), "stars": .text("five")]),
      ])
    #expect(
      results.problems.map(\.problem) == [
        .unknownQuestion("colour"),
        .scoreOffScale(question: "recommend", score: 11, scale: .zeroToTen),
        .otherSurvey(expected: "checkout", found: "other"), .unknownChoice(question: "bought"),
        .unknownChoice(question: "paid"), .wrongForm(question: "stars", expected: .rating),
        .wrongForm(question: "why", expected: .text),
      ])
    #expect(results.problems.map(\.answer) == [0, 0, 1, 2, 2, 3, 3])
    #expect(results.answers.count == 3 && results.answers[0].values == ["easy": .score(7)])
    #expect(shopSurvey.problems(in: stray).count == 1)
    for rejection in results.problems {
      #expect(!rejection.problem.description.contains("gold"), "no one's words in a message")
    }
  }

  @Test func `scores of a touchpoint survey are transactional, of the journey relationship`() {
    let answers = [shopAnswer(["recommend": .score(9)], touchpoint: "phone")]
    var quarterly = shopSurvey
    quarterly.binding = .journey
    if case .transactional(let tally)? = SurveyResults(survey: shopSurvey, answers: answers)
      .tally(of: "recommend")
    {
      #expect(tally.score?.surveyKind == .transactional)
    } else {
      Issue.record("a touchpoint survey is transactional")
    }
    let results = SurveyResults(survey: quarterly, answers: answers)
    if case .relationship(let tally)? = results.tally(of: "recommend") {
      #expect(tally.score?.surveyKind == .relationship)
    } else {
      Issue.record("a survey of the journey is a relationship survey")
    }
    #expect(results.tallyPerTouchpoint(of: "recommend").isEmpty)
  }

  @Test func `an answer's own touchpoint goes before the survey's`() {
    let results = SurveyResults(
      survey: shopSurvey,
      answers: [
        shopAnswer(["stars": .score(1)]), shopAnswer(["stars": .score(5)], touchpoint: "phone"),
        shopAnswer(["stars": .score(4)], touchpoint: "phone"),
      ])
    let tallies = results.tallyPerTouchpoint(of: "stars")
    #expect(tallies.mapValues(\.n) == ["till": 1, "phone": 2])
    var ofStage = shopSurvey
    ofStage.binding = .stage("purchase")
    let staged = SurveyResults(survey: ofStage, answers: results.answers)
    #expect(staged.tallyPerTouchpoint(of: "stars").mapValues(\.n) == ["phone": 2])
    #expect(staged.score(of: "stars")?.n == 3)
  }

  @Test func `choices are shares of those who answered`() throws {
    let results = SurveyResults(
      survey: shopSurvey,
      answers: [
        shopAnswer(["bought": .choices(["tea", "cake", "tea"]), "paid": .choice("cash")]),
        shopAnswer(["bought": .choices(["tea"])]), shopAnswer([:]),
      ])
    let bought = try #require(results.choices(of: "bought"))
    #expect(bought.map(\.choice) == ["tea", "coffee", "cake"])
    #expect(bought.map(\.count) == [2, 0, 1])
    #expect(bought.map(\.share.value) == [1, 0, 0.5])
    #expect(results.choices(of: "paid")?.map(\.count) == [0, 1])
    #expect(results.choices(of: "why") == nil)
  }

  @Test func `results can be narrowed to a channel`() {
    let results = SurveyResults(
      survey: shopSurvey,
      answers: [
        shopAnswer(["stars": .score(1)], channel: .email),
        shopAnswer(["stars": .score(5)], channel: .onSite),
      ])
    #expect(results.filtered { $0.channel == .email }.score(of: "stars")?.mean.value == 1)
  }

  @Test func `the first question of a real survey gives its known NPS`() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/data/sudzilla_survey.csv")
    let survey = Survey(
      id: "sudzilla", name: "Sudzilla", binding: .journey,
      questions: [Question(id: "recommend", kind: .nps, text: "How would you rate Sudzilla?")])
    let text = try String(contentsOf: file, encoding: .utf8)
    // The score is the second field of every record, and records begin with a date.
    let answers = text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      line.split(separator: ",", omittingEmptySubsequences: false).dropFirst().first
        .flatMap { Int($0) }
        .map { Answer(surveyID: "sudzilla", values: ["recommend": .score($0)]) }
    }
    let score = try #require(
      SurveyResults(survey: survey, answers: answers).score(of: "recommend"))
    #expect(score.counts == [4, 1, 4, 8, 2, 2, 1, 4, 5, 4, 4])
    #expect(score.n == 39)
    #expect(abs(score.primary.estimate.value + 35.897436) < 1e-6)
  }
}
