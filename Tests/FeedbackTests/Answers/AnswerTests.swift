import Feedback
import Foundation
import Testing

struct AnswerTests {
  @Test func `weights are exact, positive and bounded`() {
    #expect(Weight(1.25)?.tenThousandths == 12_500)
    #expect(Weight(1.25)?.value == 1.25 && Weight.one.value == 1)
    for bad in [0, -1, .nan, .infinity, 0.00001, 10_001] { #expect(Weight(bad) == nil) }
    #expect(Weight(tenThousandths: 0) == nil && Weight(tenThousandths: 100_000_001) == nil)
  }

  @Test func `an answer survives JSON, and a wrong weight does not pass`() throws {
    let answer = shopAnswer(
      ["recommend": .score(3), "why": .text("слишком дорого"), "bought": .choices(["tea"])],
      time: 1_700_000_000_000_000, touchpoint: "phone", channel: .callCentre,
      weight: try #require(Weight(0.5)))
    let copy = try JSONDecoder().decode(Answer.self, from: JSONEncoder().encode(answer))
    #expect(copy == answer)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Weight.self, from: Data("-1".utf8))
    }
  }
}
