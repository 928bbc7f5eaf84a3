import Diagnostics
import Testing

@testable import JourneyFormats

struct TimeColumnTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func read(_ times: [String], _ options: EventFileOptions = EventFileOptions()) throws
    -> ReadEvents
  {
    let rows = times.map { "a,\"\($0)\",x" }.joined(separator: "\n")
    return try ReadEvents(try folder.file("user,time,event\n" + rows), options)
  }

  private func failure(_ times: [String]) throws -> EventFileError? {
    let rows = times.map { "a,\($0),x" }.joined(separator: "\n")
    return try EventFileReader.failure(try folder.file("user,time,event\n" + rows))
  }

  @Test
  func `one day above twelve settles the order of the column`() throws {
    let day: Int64 = 86_400_000_000
    let first = try read(["03/01/2024", "13/01/2024"]).events.map(\.time)
    #expect(first[1] - first[0] == 10 * day)
    let second = try read(["01/03/2024", "01/13/2024"]).events.map(\.time)
    #expect(second == first)
  }

  @Test
  func `a column without such a day, or with both kinds, asks for the order`() throws {
    let open = try #require(try failure(["03/04/2024", "05/06/2024"]))
    #expect(open.diagnostic.code == "events.date-order")
    #expect(open.diagnostic.message.contains("'time' ('03/04/2024')"))
    #expect(open.diagnostic.hint?.contains("--date-order dmy, mdy or ymd") == true)
    #expect(try failure(["13/04/2024", "05/16/2024"])?.diagnostic.code == "events.date-order")
    let given = try read(
      ["03/04/2024", "13/04/2024", "04/13/2024"], EventFileOptions(dateOrder: .dayMonthYear))
    #expect(given.events.count == 2)
    #expect(given.rejects.map(\.reason) == [.time(.noSuchDate)])
  }

  @Test
  func `the whole column is looked at before the order is asked for`() throws {
    let early = [String](repeating: "03/04/2024", count: 30_000)
    let found = try read(early + ["13/04/2024"] + early)
    #expect(found.events.count == 60_001)
    #expect(found.rejects.isEmpty)
    #expect(try failure(early)?.diagnostic.code == "events.date-order")
  }

  @Test
  func `the unit of whole numbers belongs to the column`() throws {
    // The third is small for milliseconds, but most of the column is in them.
    let found = try read(["1706696130000", "1706696131000", "86400000", "2024-01-31 10:15:30"])
    #expect(
      found.events.map(\.time) == [
        1_706_696_130_000_000, 1_706_696_131_000_000, 86_400_000_000, 1_706_696_130_000_000,
      ])
    let seconds = try read(["1706696130", "1706696131", "0"])
    #expect(seconds.events.map(\.time).last == 0)
    let dates = try read(["20240131", "20240201"])
    #expect(dates.events[1].time - dates.events[0].time == 86_400_000_000)
  }

  @Test
  func `forms may differ from row to row`() throws {
    let found = try read([
      "2024-01-31", "31.01.2024", "2024/01/31 00:00", "2024-01-31T02:00:00+02:00",
      "20240131T000000",
      "yesterday",
    ])
    #expect(Set(found.events.map(\.time)) == [1_706_659_200_000_000])
    #expect(found.events.count == 5)
    #expect(found.rejects.map(\.line) == [7])
  }

  @Test
  func `local times go through the zone`() throws {
    let found = try read(
      ["2024-07-01 12:00:00", "2024-01-01 12:00:00"], EventFileOptions(zone: "Europe/Kyiv"))
    #expect(found.events.map(\.time) == [1_719_824_400_000_000, 1_704_103_200_000_000])
  }
}
