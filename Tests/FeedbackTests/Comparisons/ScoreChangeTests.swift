import Feedback
import Statistics
import Testing

struct ScoreChangeTests {
  @Test func `a change of NPS agrees with the definitions`() throws {
    let before: ScoreTally<Relationship> = netPromoter(90, 70, 40)
    let change = try #require(before.change(to: netPromoter(120, 60, 30)))
    #expect(change.measure == .netPromoter)
    #expect(abs(change.difference - (100 * 90.0 / 210 - 25)) < 1e-9)
    #expect(abs(try #require(change.test).z - 2.399675) < 1e-6)
    #expect(abs(try #require(change.test).p - 0.016410) < 1e-6)
  }

  @Test func `a change of CSAT agrees with the definitions`() throws {
    func satisfied(_ count: Int) -> ScoreTally<Transactional> {
      ScoreTally(rule: rule(.csat), counts: [0, 0, 200 - count, count, 0])
    }
    let change = try #require(satisfied(140).change(to: satisfied(164)))
    #expect(change.measure == .topShare)
    #expect(abs(try #require(change.interval).low * 100 - 3.630162) < 1e-6)
    #expect(abs(try #require(change.interval).high * 100 - 20.170098) < 1e-6)
    #expect(abs(try #require(change.test).p - 0.004958) < 1e-6)
  }

  @Test func `means are compared by their errors, where they have any`() throws {
    let low = tally(rule(.ces), [1, 2, 3, 4])
    let change = try #require(low.change(to: tally(rule(.ces), [4, 5, 6, 7])))
    #expect(change.measure == .mean && change.difference == 3)
    #expect(abs(try #require(change.test).z - 3 / (10.0 / 12).squareRoot()) < 1e-12)
    let single = try #require(low.change(to: tally(rule(.ces), [7])))
    #expect(single.test == nil && single.interval == nil)
    #expect(low.change(to: tally(rule(.ces), [])) == nil)
    #expect(low.change(of: .netPromoter, to: low) == nil)
  }

  @Test func `an arrow needs a change that survives its page`() throws {
    let before: ScoreTally<Relationship> = netPromoter(90, 70, 40)
    let better = try #require(before.change(to: netPromoter(120, 60, 30)))
    let same = try #require(before.change(to: before))
    #expect(JudgedChange.judge([better]).map(\.verdict) == [.rose])
    let back: ScoreTally<Relationship> = netPromoter(120, 60, 30)
    let worse = try #require(back.change(to: before))
    #expect(JudgedChange.judge([worse]).map(\.verdict) == [.fell])
    // 4 × 0.0164 is above 0.05.
    let page = JudgedChange.judge([same, better, same, same])
    #expect(page.map(\.verdict).allSatisfy { $0 == .noClearChange })
    #expect(abs(try #require(page[1].adjustedP) - 4 * 0.016410) < 1e-5)
  }

  @Test func `a test that points against the score gives no arrow`() {
    let change = ScoreChange(
      measure: .netPromoter, before: Estimate(value: 100, interval: nil, n: 8),
      after: Estimate(value: 99, interval: nil, n: 9_000), interval: nil,
      test: SignificanceTest(z: 3))
    #expect(JudgedChange.judge([change]).map(\.verdict) == [.noClearChange])
  }

  @Test func `what cannot be tested gets no arrow and costs the others nothing`() throws {
    let untested = try #require(
      tally(rule(.ces), [1]).change(to: tally(rule(.ces), [7])))
    let before: ScoreTally<Relationship> = netPromoter(90, 70, 40)
    let better = try #require(before.change(to: netPromoter(120, 60, 30)))
    let page = JudgedChange.judge([untested, better, untested, untested])
    #expect(page.map(\.verdict) == [.noClearChange, .rose, .noClearChange, .noClearChange])
    #expect(page[0].adjustedP == nil)
    #expect(JudgedChange.judge([]) == [])
  }
}
