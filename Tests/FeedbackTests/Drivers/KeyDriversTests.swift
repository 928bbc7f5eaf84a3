import Feedback
import Statistics
import Testing

struct KeyDriversTests {
  private let survey = Survey(
    id: "s", name: "s", binding: .journey,
    questions: [
      Question(id: "overall", kind: .nps, text: ""),
      Question(id: "speed", kind: .rating, text: ""),
      Question(id: "price", kind: .rating, text: ""),
    ])

  private func results(_ count: Int) -> SurveyResults {
    var random = SplitMix64(seed: 8)
    let answers = (0..<count).map { _ in
      let speed = 1 + random.below(5)
      let price = 1 + random.below(5)
      let overall = 2 * speed + (price > 3 ? 1 : 0) - random.below(2)
      return Answer(
        surveyID: "s",
        values: [
          "overall": .score(min(overall, 10)), "speed": .score(speed), "price": .score(price),
        ])
    }
    return SurveyResults(
      survey: survey,
      answers: answers + [Answer(surveyID: "s", values: ["overall": .score(0)])])
  }

  @Test func `what moves the score comes first, with its interval`() throws {
    let found = try results(120).keyDrivers(
      of: "overall", among: ["price", "speed"], resamples: 200, seed: 1)
    #expect(found.n == 120)
    #expect(found.drivers.map(\.questionID) == ["speed", "price"])
    let sum = found.drivers.reduce(0) { $0 + $1.share.value }
    #expect(abs(sum - found.determination) < 1e-12 && sum <= 1)
    for driver in found.drivers {
      #expect(try #require(driver.share.interval).contains(driver.share.value))
    }
    let again = try results(120).keyDrivers(
      of: "overall", among: ["price", "speed"], resamples: 200, seed: 1)
    #expect(again == found)
  }

  @Test func `too few complete answers are refused`() {
    #expect(throws: KeyDriverRefusal.tooFewAnswers(count: 49, needed: 50)) {
      try results(49).keyDrivers(of: "overall", among: ["speed"], resamples: 10, seed: 1)
    }
    #expect(KeyDrivers.leastAnswers(drivers: 3) == 50 && KeyDrivers.leastAnswers(drivers: 7) == 70)
  }

  @Test func `no drivers, too many, and ones that never vary are refused`() {
    let column = (0..<200).map { Double($0 % 5) }
    let still = [Double](repeating: 3, count: 200)
    func analyse(_ drivers: [(questionID: String, values: [Double])]) throws {
      _ = try KeyDrivers(overall: column, drivers: drivers, resamples: 10, seed: 1)
    }
    #expect(throws: KeyDriverRefusal.noDrivers) { try analyse([]) }
    #expect(throws: KeyDriverRefusal.tooManyDrivers(count: 11, most: 10)) {
      try analyse((0..<11).map { (questionID: "\($0)", values: column) })
    }
    #expect(throws: KeyDriverRefusal.noVariation("still")) {
      try analyse([(questionID: "still", values: still)])
    }
    #expect(throws: KeyDriverRefusal.noVariation(nil)) {
      _ = try KeyDrivers(
        overall: still, drivers: [(questionID: "a", values: column)], resamples: 10, seed: 1)
    }
  }

  @Test func `an expectation gap is the mean difference of those who answered both`() throws {
    let answers = [(3, 5), (4, 4), (2, 5)].map { before, after in
      Answer(surveyID: "s", values: ["speed": .score(before), "price": .score(after)])
    }
    let results = SurveyResults(
      survey: survey, answers: answers + [Answer(surveyID: "s", values: ["speed": .score(1)])])
    let gap = try #require(results.expectationGap(expectation: "speed", experience: "price"))
    #expect(gap.expectation.value == 3 && gap.scale == .oneToFive && gap.gap.n == 3)
    #expect(abs(gap.gap.value - 5.0 / 3) < 1e-12)
    let expected = try #require(MeanSummary([2, 0, 3])?.interval())
    #expect(abs(try #require(gap.gap.interval).low - expected.low) < 1e-12)
    #expect(results.expectationGap(expectation: "speed", experience: "overall") == nil)
  }
}
