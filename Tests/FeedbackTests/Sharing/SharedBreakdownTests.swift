import Feedback
import Statistics
import Testing

struct SharedBreakdownTests {
  @Test func `a small cell takes a second one with it`() {
    #expect(
      SharedBreakdown.visibility(ofCounts: [40, 3, 12, 30]) == [
        .shown, .tooFew, .protectsAnother, .shown,
      ])
    #expect(SharedBreakdown.visibility(ofCounts: [40, 30]) == [.shown, .shown])
    #expect(SharedBreakdown.visibility(ofCounts: [4, 3, 30]) == [.tooFew, .tooFew, .shown])
  }

  @Test func `small cells that are few together are protected too`() {
    #expect(
      SharedBreakdown.visibility(ofCounts: [2, 2, 50]) == [.tooFew, .tooFew, .protectsAnother])
  }

  @Test func `an empty cell protects nobody`() {
    #expect(
      SharedBreakdown.visibility(ofCounts: [0, 3, 50]) == [.noData, .tooFew, .protectsAnother])
    #expect(SharedBreakdown.visibility(ofCounts: [0, 3]) == [.noData, .tooFew])
    #expect(SharedBreakdown.visibility(ofCounts: []) == [])
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `no group below five can be worked out from the total`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let counts = (0..<1 + random.below(7)).map { _ in random.below(12) }
      let seen = SharedBreakdown.visibility(ofCounts: counts)
      let hidden = counts.indices.filter { seen[$0] == .tooFew || seen[$0] == .protectsAnother }
      for index in counts.indices where seen[index] == .shown { #expect(counts[index] >= 5) }
      let sum = hidden.reduce(0) { $0 + counts[$1] }
      let everythingHidden = !seen.contains(.shown)
      #expect(hidden.isEmpty || everythingHidden || (hidden.count >= 2 && sum >= 5))
    }
  }
}
