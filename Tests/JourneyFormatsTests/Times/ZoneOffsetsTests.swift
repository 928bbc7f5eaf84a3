import Foundation
import Testing

@testable import JourneyFormats

struct ZoneOffsetsTests {
  private func utc(_ text: String, _ zone: String) throws -> String {
    let zone = try #require(ZoneOffsets(zone))
    guard case .success(let time) = TimeReader(zone: zone).time(text) else { return "none" }
    let formatter = ISO8601DateFormatter()
    return formatter.string(from: Date(timeIntervalSince1970: Double(time) / 1_000_000))
  }

  static let kyiv: [(String, String)] = [
    ("2024-03-31 02:59:59", "2024-03-31T00:59:59Z"),  // still winter
    ("2024-03-31 03:00:00", "2024-03-31T01:00:00Z"),  // left out: becomes 04:00
    ("2024-03-31 03:30:00", "2024-03-31T01:30:00Z"),  // left out: becomes 04:30
    ("2024-03-31 04:00:00", "2024-03-31T01:00:00Z"),
    ("2024-10-27 02:59:59", "2024-10-26T23:59:59Z"),
    ("2024-10-27 03:00:00", "2024-10-27T00:00:00Z"),  // twice: the first
    ("2024-10-27 03:59:59", "2024-10-27T00:59:59Z"),  // twice: the first
    ("2024-10-27 04:00:00", "2024-10-27T02:00:00Z"),
    ("2024-07-01 12:00:00", "2024-07-01T09:00:00Z"), ("2024-01-01", "2023-12-31T22:00:00Z"),
  ]

  @Test(arguments: kyiv)
  func `clocks in Kyiv`(local: String, expected: String) throws {
    #expect(try utc(local, "Europe/Kyiv") == expected)
  }

  static let newYork: [(String, String)] = [
    ("2024-03-10 01:59:59", "2024-03-10T06:59:59Z"),
    ("2024-03-10 02:30:00", "2024-03-10T07:30:00Z"),
    ("2024-03-10 03:00:00", "2024-03-10T07:00:00Z"),
    ("2024-11-03 00:59:59", "2024-11-03T04:59:59Z"),
    ("2024-11-03 01:30:00", "2024-11-03T05:30:00Z"),
    ("2024-11-03 02:00:00", "2024-11-03T07:00:00Z"),
    ("1999-07-01 00:00:00", "1999-07-01T04:00:00Z"),
    ("2060-07-01 00:00:00", "2060-07-01T04:00:00Z"),
  ]

  @Test(arguments: newYork)
  func `clocks in New York`(local: String, expected: String) throws {
    #expect(try utc(local, "America/New_York") == expected)
  }

  @Test
  func `a time with an offset does not ask the zone`() throws {
    #expect(try utc("2024-07-01T12:00:00+03:00", "America/New_York") == "2024-07-01T09:00:00Z")
    #expect(try utc("1719828000", "America/New_York") == "2024-07-01T10:00:00Z")
  }

  @Test
  func `fixed offsets are zones`() throws {
    #expect(try utc("2024-07-01 12:00:00", "+05:30") == "2024-07-01T06:30:00Z")
    #expect(try utc("2024-07-01 12:00:00", "-0800") == "2024-07-01T20:00:00Z")
    #expect(ZoneOffsets("UTC") == ZoneOffsets.utc)
    for name in ["", "Mars/Base", "+25:00", "+1", "nonsense"] { #expect(ZoneOffsets(name) == nil) }
  }

  @Test(arguments: ["Europe/Kyiv", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"])
  func `every hour of some years is that of Foundation's clocks`(name: String) throws {
    let zone = try #require(ZoneOffsets(name))
    let clocks = try #require(TimeZone(identifier: name))
    var hint = 0
    for hour in 0..<(3 * 366 * 24) {
      let utc = 1_672_531_200 + hour * 3600
      let offset = clocks.secondsFromGMT(for: Date(timeIntervalSince1970: Double(utc)))
      let local = Int64(utc + offset) * 1_000_000
      let found = zone.utc(local: local, hint: &hint)
      // A repeated hour is its first occurrence.
      let earlier = Int64(utc) * 1_000_000 - found
      #expect(
        earlier == 0 || (earlier > 0 && earlier <= 3_600_000_000 && zone.utc(local: local) == found)
      )
      if earlier > 0 {
        let then = clocks.secondsFromGMT(
          for: Date(timeIntervalSince1970: Double(found / 1_000_000)))
        #expect(found + Int64(then) * 1_000_000 == local)
      }
    }
  }
}
