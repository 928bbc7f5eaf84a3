import Foundation
import Testing

@testable import Picture

struct CalendarTimeTests {
  @Test func `dates agree with Foundation's calendar`() {
    let formatter = ISO8601DateFormatter()
    var world = TextWorld(seed: 3)
    var moments = [0, -1, 86_399, 86_400, 951_782_400, 951_868_799, 4_107_542_400, -2_203_891_200]
    for _ in 0..<500 { moments.append(world.number(below: 8_000_000_000) - 2_000_000_000) }
    for moment in moments {
      let expected = formatter.string(from: Date(timeIntervalSince1970: Double(moment)))
      #expect(CalendarTime(secondsSince1970: moment).iso8601 == expected)
    }
  }

  @Test func `a moment beyond four-digit years stays within them`() {
    #expect(CalendarTime(secondsSince1970: .max).iso8601 == "9999-12-31T23:59:59Z")
    #expect(CalendarTime(secondsSince1970: .min).iso8601 == "0000-01-01T00:00:00Z")
  }
}
