import Statistics
import Testing

struct PrioritiesTests {
  @Test func `RICE is reach × impact × confidence ÷ effort`() {
    let score = RiceScore(reach: 2_000, impact: .high, confidence: .medium, effort: 4)
    #expect(score?.value == 800)
    #expect(RiceScore(reach: 1, impact: .low, confidence: .low, effort: 0) == nil)
    #expect(RiceScore(reach: -1, impact: .low, confidence: .low, effort: 1) == nil)
    #expect(RiceScore(reach: .nan, impact: .low, confidence: .low, effort: 1) == nil)
    #expect(RiceScore.Impact.allCases.map(\.rawValue) == [3, 2, 1, 0.5, 0.25])
    #expect(RiceScore.Confidence.allCases.map(\.rawValue) == [1, 0.8, 0.5])
  }

  @Test func `ICE is impact × confidence × ease`() {
    #expect(IceScore(impact: 8, confidence: 6, ease: 5)?.value == 240)
    #expect(IceScore(impact: 0, confidence: 6, ease: 5) == nil)
    #expect(IceScore(impact: 8, confidence: 11, ease: 5) == nil)
  }

  @Test func `an opportunity is what matters and is not yet satisfied`() throws {
    let open = try #require(OpportunityScore(importance: 8.2, satisfaction: 3.5))
    #expect(abs(open.value - 12.9) < 1e-12)
    #expect(OpportunityScore(importance: 5, satisfaction: 9)?.value == 5)
    let shares = try #require(OpportunityScore(importantShare: 0.82, satisfiedShare: 0.35))
    #expect(abs(shares.value - 12.9) < 1e-12)
    #expect(OpportunityScore(importance: 11, satisfaction: 3) == nil)
  }

  @Test func `the cost of inaction spans the corners of its ranges`() throws {
    func range(_ rate: Interval) throws -> Interval {
      try #require(
        CostOfInaction(
          customersPerMonth: Interval(100, 200), excessLossRate: rate,
          valuePerCustomer: Interval(10, 20))
      ).range
    }
    #expect(try range(Interval(0.25, 0.5)) == Interval(250, 2_000))
    #expect(try range(Interval(-0.25, 0.5)) == Interval(-1_000, 2_000))
    #expect(try range(Interval(-0.5, -0.25)) == Interval(-2_000, -250))
    #expect(
      CostOfInaction(
        customersPerMonth: Interval(-1, 1), excessLossRate: Interval(0, 1),
        valuePerCustomer: Interval(0, 1)) == nil)
  }
}
