import JourneyModel
import Testing

@testable import Insight

/// Where days begin, also where clocks are put forward or back.
struct DayBoundaryTests {
  private func start(_ zone: String, _ year: Int, _ month: Int, _ day: Int) throws -> Int64 {
    let days = try #require(DayBoundary(zone: zone))
    return days.start(of: try #require(CalendarDate(year: year, month: month, day: day)))
      / 1_000_000
  }

  @Test func `a day begins at midnight of its zone`() throws {
    #expect(try start("UTC", 1970, 1, 1) == 0)
    #expect(try start("UTC", 2024, 3, 1) == 1_709_251_200)
    #expect(try start("Europe/Kyiv", 2024, 3, 1) == 1_709_251_200 - 2 * 3_600)
    #expect(try start("Asia/Kathmandu", 2024, 3, 1) == 1_709_251_200 - 20_700)
    #expect(try start("America/New_York", 2024, 3, 1) == 1_709_251_200 + 5 * 3_600)
  }

  @Test func `days of a clock change have 23 and 25 hours`() throws {
    func length(_ zone: String, _ month: Int, _ day: Int) throws -> Int64 {
      try start(zone, 2024, month, day + 1) - start(zone, 2024, month, day)
    }
    #expect(try length("Europe/Warsaw", 3, 30) == 24 * 3_600)
    #expect(try length("Europe/Warsaw", 3, 31 - 1 + 0) == 24 * 3_600)
    #expect(
      try start("Europe/Warsaw", 2024, 4, 1) - start("Europe/Warsaw", 2024, 3, 31) == 23 * 3_600)
    #expect(try length("Europe/Warsaw", 10, 27) == 25 * 3_600)
    // Chile puts its clocks forward at midnight: that day begins at one o'clock.
    #expect(try start("America/Santiago", 2024, 9, 8) == 1_725_768_000)
    #expect(try length("America/Santiago", 9, 8) == 23 * 3_600)
  }

  @Test(arguments: ["UTC", "Europe/Kyiv", "America/Santiago", "Pacific/Auckland", "Asia/Kolkata"])
  func `the first moment of a day lies in it, and the one before does not`(zone: String) throws {
    let days = try #require(DayBoundary(zone: zone))
    var date = try #require(CalendarDate(year: 2024, month: 1, day: 1))
    for _ in 0..<366 {
      let first = days.start(of: date)
      #expect(days.date(of: first) == date)
      #expect(days.date(of: first - 1) != date)
      #expect(days.date(of: first + 12 * 3_600 * 1_000_000) == date)
      date = days.date(of: first + 36 * 3_600 * 1_000_000)
    }
    #expect(date == CalendarDate(year: 2025, month: 1, day: 1))
  }

  @Test func `an unknown zone is none`() {
    #expect(DayBoundary(zone: "Europe/Atlantis") == nil)
  }
}
