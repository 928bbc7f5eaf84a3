import Foundation
import Statistics
import Testing

@testable import JourneyAnalytics

struct InstantTests {
  @Test func `instants are written as ISO 8601 in UTC`() {
    #expect(Instant(microseconds: 0).description == "1970-01-01T00:00:00Z")
    #expect(Instant(microseconds: -1).description == "1969-12-31T23:59:59.999999Z")
    #expect(Instant(microseconds: 1_704_368_738_000_000).description == "2024-01-04T11:45:38Z")
    #expect(Instant(microseconds: 951_782_400_000_500).description == "2000-02-29T00:00:00.000500Z")
  }

  @Test func `instants agree with the calendar`() {
    var dice = SplitMix64(seed: 7)
    let formatter = ISO8601DateFormatter()
    for _ in 0..<2_000 {
      let seconds = Int64(dice.below(8_000_000_000)) - 4_000_000_000
      let date = Date(timeIntervalSince1970: Double(seconds))
      #expect(
        Instant(microseconds: seconds * 1_000_000).description == formatter.string(from: date))
    }
  }
}
