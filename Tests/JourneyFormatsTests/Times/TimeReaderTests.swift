import Foundation
import Testing

@testable import JourneyFormats

struct TimeReaderTests {
  private func time(
    _ text: String, _ order: DateOrder? = nil, _ unit: EpochUnit? = nil, zone: String = "UTC"
  ) throws -> Int64? {
    let zone = try #require(ZoneOffsets(zone))
    switch TimeReader(zone: zone, dateOrder: order, epochUnit: unit).time(text) {
    case .success(let time): return time
    case .failure: return nil
    }
  }

  private func problem(_ text: String, _ order: DateOrder? = nil) -> TimeProblem? {
    switch TimeReader(dateOrder: order).time(text) {
    case .success: nil
    case .failure(let failure): failure.problem
    }
  }

  /// 2024-01-31 10:15:30 UTC.
  static let second: Int64 = 1_706_696_130_000_000
  static let midnight: Int64 = 1_706_659_200_000_000

  /// Texts, and how many microseconds each is after `second`.
  static let usualForms: [(String, Int64)] = [
    ("2024-01-31 10:15:30", 0), ("2024-01-31T10:15:30", 0),
    ("2024-01-31T10:15:30Z", 0), ("2024-01-31t10:15:30z", 0),
    ("2024-01-31T10:15:30.1", 100_000), ("2024-01-31 10:15:30.123456", 123_456),
    ("2024-01-31 10:15:30,123", 123_000), ("2024-01-31T10:15:30.123456789Z", 123_456),
    ("2024-01-31T12:15:30+02:00", 0), ("2024-01-31T12:15:30+0200", 0),
    ("2024-01-31T12:15:30+02", 0), ("2024-01-31T04:45:30-05:30", 0),
    ("2024-01-31 12:15:30.5 +02:00", 500_000), ("2024-01-31 10:15:30 UTC", 0),
    ("2024-01-31 10:15", -30_000_000), ("2024-01-31", -36_930_000_000),
    ("2024/01/31", -36_930_000_000), ("2024/1/31 10:15:30", 0),
    ("2024.01.31", -36_930_000_000), ("31.01.2024", -36_930_000_000),
    ("31.1.2024 10:15:30", 0), ("31.01.2024, 10:15:30", 0),
    ("20240131", -36_930_000_000), ("20240131T101530Z", 0),
    ("20240131101530", 0), ("  2024-01-31 10:15:30 ", 0),
    ("1706696130", 0), ("1706696130000", 0),
    ("1706696130000000", 0), ("1706696130000000123", 0),
    ("1706696130.25", 250_000), ("2024-01-31 10:15:30 AM", 0),
    ("2024-01-31 10:15:30PM", 43_200_000_000), ("31.01.24", -36_930_000_000),
  ]

  @Test(arguments: usualForms)
  func `times are read in every usual form`(text: String, after: Int64) throws {
    #expect(try time(text) == Self.second + after)
  }

  static let orderedDates: [(String, DateOrder)] = [
    ("31/01/2024", DateOrder.dayMonthYear), ("01/31/2024", .monthDayYear),
    ("1/31/2024", .monthDayYear),
    ("31-01-2024", .dayMonthYear), ("31/01/24", .dayMonthYear), ("24/01/31", .yearMonthDay),
    ("01.31.2024", .monthDayYear),
  ]

  @Test(arguments: orderedDates)
  func `dates of another order are read when it is known`(text: String, order: DateOrder) throws {
    // A date with points is day, month, year, whatever the order of other dates is.
    let expected = text == "01.31.2024" ? nil : Self.midnight
    #expect(try time(text, order) == expected)
    if text != "01.31.2024" { #expect(problem(text) == .orderUnknown) }
  }

  static let halfDays: [(String, Int64)] = [
    ("12:15 AM", 15), ("12:15 pm", 735), ("1:05 PM", 785), ("11:59 pm", 1439),
  ]

  @Test(arguments: halfDays)
  func `the half of the day counts`(clock: String, minutes: Int64) throws {
    #expect(try time("1/31/2024 " + clock, .monthDayYear) == Self.midnight + minutes * 60_000_000)
  }

  static let noTimes: [(String, TimeProblem)] = [
    ("2024-02-30", TimeProblem.noSuchDate), ("2023-02-29", .noSuchDate),
    ("2024-13-01", .noSuchDate),
    ("2024-00-10", .noSuchDate), ("2024-01-31 24:00:00", .noSuchClockTime),
    ("2024-01-31 10:60:00", .noSuchClockTime), ("2024-01-31 13:00 pm", .noSuchClockTime),
    ("soon", .notATime), ("2024-01", .notATime), ("2024-01-31 x", .notATime),
    ("2024-01-31 10:15:30 XYZ", .notATime), ("12", .notATime), ("1.5", .notATime),
    ("2024-1/31", .notATime), ("2024-01-31T", .notATime), ("2024-01-31 10:15:30+2", .notATime),
    ("99999-01-01", .notATime), ("2024-01-31 10:15:30Z x", .notATime), ("-", .notATime),
  ]

  @Test(arguments: noTimes)
  func `what is no time says why`(text: String, expected: TimeProblem) {
    #expect(problem(text) == expected)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `the fast form agrees with the calendar of Foundation`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for _ in 0..<200 {
      let seconds = Int64(dice.below(8_000_000)) * 600 + Int64(dice.below(600)) - 1_000_000_000
      let parts = calendar.dateComponents(
        [.year, .month, .day, .hour, .minute, .second],
        from: Date(timeIntervalSince1970: Double(seconds)))
      func two(_ number: Int?) -> String {
        let text = String(number ?? 0)
        return text.count < 2 ? "0" + text : text
      }
      let text =
        "\(parts.year ?? 0)-\(two(parts.month))-\(two(parts.day))\(dice.pick(["T", " "]))"
        + "\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second))"
      #expect(try time(text + dice.pick(["", "Z"])) == seconds * 1_000_000, "\(text)")
    }
  }

  @Test
  func `every date of four centuries has its own day`() {
    var expected = CivilDate.days(year: 1800, month: 1, day: 1) ?? 0
    #expect(expected == -62_091)
    for year in 1800..<2200 {
      for month in 1...12 {
        let length = CivilDate.length(ofMonth: month, year: year)
        for day in 1...length {
          #expect(CivilDate.days(year: year, month: month, day: day) == expected)
          expected += 1
        }
        #expect(CivilDate.days(year: year, month: month, day: length + 1) == nil)
      }
    }
  }

  @Test
  func `a changed byte never reads as another form of the fast one`() throws {
    let text = Array("2024-01-31T10:15:30".utf8)
    for place in text.indices {
      for byte in UInt8(0x20)..<0x7F {
        var changed = text
        changed[place] = byte
        let string = String(decoding: changed, as: UTF8.self)
        let isDigit = (0x30...0x39).contains(byte)
        let wasDigit = (0x30...0x39).contains(text[place])
        if isDigit != wasDigit, !(place == 10 && byte == 0x20) {
          // A space may still shorten the text to another form.
          if byte != 0x20, byte != UInt8(ascii: "t") {
            #expect(try time(string) == nil, "\(string)")
          }
        }
      }
    }
  }
}
