import Diagnostics
import Foundation
import Testing

@testable import JourneyFormats

/// Files that cannot be read as events: one clear finding each, before or instead of any summary.
struct BadInputTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func finding(_ bytes: [UInt8], _ options: EventFileOptions = EventFileOptions()) throws
    -> (code: String, message: String, hint: String?, line: Int?)
  {
    let error = try #require(
      try EventFileReader.failure(try folder.file(bytes, "log.csv"), options))
    let finding = error.diagnostic
    #expect(EventFileError.codes.contains { $0.code == finding.code })
    return (finding.code, finding.message, finding.hint, finding.location?.line)
  }

  private func finding(_ text: String, _ options: EventFileOptions = EventFileOptions()) throws
    -> (code: String, message: String, hint: String?, line: Int?)
  {
    try finding(Array(text.utf8), options)
  }

  @Test
  func `a missing file and a folder are named with the reason`() throws {
    let missing = try #require(try EventFileReader.failure(folder.path + "/nothing.csv"))
    #expect(missing.diagnostic.code == "events.unreadable")
    #expect(missing.diagnostic.message == "cannot open the file: No such file or directory")
    let directory = try #require(try EventFileReader.failure(folder.path))
    #expect(directory.diagnostic.message == "this is not a regular file")
  }

  @Test(arguments: ["", "\u{FEFF}", "\n\r\n"])
  func `an empty file is an error`(text: String) throws {
    #expect(try finding(text).code == "events.empty-file")
  }

  @Test
  func `a header alone is an error`() throws {
    #expect(try finding("user,time,event\n").code == "events.no-rows")
    #expect(try finding("user,time,event").code == "events.no-rows")
  }

  @Test
  func `a binary file is told apart from a table`() throws {
    let found = try finding([0x50, 0x4B, 3, 4, 0, 0, 1, 2, 3])
    #expect(found.code == "events.binary-file")
    #expect(found.message.contains("byte 5"))
    // UTF-16 without its mark.
    #expect(try finding(Array("user".utf8).flatMap { [$0, 0] }).code == "events.binary-file")
  }

  @Test
  func `a header that is not UTF-8 is an error`() throws {
    #expect(try finding([0xE4, 0x2C, 0x62, 0x0A, 0x31, 0x2C, 0x32]).code == "events.not-utf8")
  }

  @Test
  func `a column that is not there is named, with the one that is meant`() throws {
    let text = "customer,time,activity\na,2024-01-01,x\n"
    let near = try finding(text, EventFileOptions(columns: [.customer: "custmer"]))
    #expect(near.code == "events.unknown-column")
    #expect(near.message == "--case names the column 'custmer', which the file does not have")
    #expect(near.hint == "did you mean 'customer'?")
    let far = try finding(text, EventFileOptions(columns: [.activity: "page"]))
    #expect(far.hint == "its columns are 'customer', 'time', 'activity'")
    #expect(try finding(text, EventFileOptions(keep: ["tme"])).message.hasPrefix("--keep"))
    let filter = EventFileOptions(filters: [CellFilter(column: "place", value: "x")])
    #expect(try finding(text, filter).message.hasPrefix("--where"))
    let twice = EventFileOptions(columns: [.customer: "time", .time: "time"])
    #expect(try finding(text, twice).code == "events.column-twice")
    let folded = EventFileOptions(columns: [.customer: "CUSTOMER"])
    #expect(try EventFileReader.failure(try folder.file(text), folded) == nil)
  }

  @Test
  func `columns without any recognisable role are listed`() throws {
    let found = try finding("a,b,c\n1,2,3\n")
    #expect(found.code == "events.roles-not-found")
    #expect(
      found.message
        == "no column looks like customer, time, activity; the columns are 'a', 'b', 'c'")
    #expect(found.hint?.contains("--case COLUMN --time COLUMN --activity COLUMN") == true)
  }

  @Test
  func `a wrong separator is suspected where there is one column`() throws {
    let options = EventFileOptions(separator: UInt8(ascii: ";"))
    let found = try finding("user,time,event\na,2024-01-01,x\n", options)
    #expect(found.code == "events.roles-not-found")
    #expect(found.hint?.contains("one column when cut at ';'") == true)
    #expect(found.message.contains("'user,time,event'"))
  }

  @Test
  func `a column that holds no times is told before anything is read`() throws {
    let options = EventFileOptions(columns: [.time: "what"])
    let found = try finding("user,what,event\na,soon,x\nb,later,y\n", options)
    #expect(found.code == "events.not-a-time-column")
    #expect(found.line == 2)
    #expect(found.message.contains("'soon'"))
  }

  @Test
  func `a zone that does not exist is an error with the one that is meant`() throws {
    let text = "user,time,event\na,2024-01-01,x\n"
    let found = try finding(text, EventFileOptions(zone: "Europe/Kyev"))
    #expect(found.code == "events.unknown-zone")
    #expect(found.hint == "did you mean 'Europe/Kyiv'?")
  }

  @Test
  func `a line without end is refused with its number`() throws {
    let text = "user,time,event\na,2024-01-01,x\n" + String(repeating: "y", count: 500_000)
    let found = try finding(text, EventFileOptions(chunkBytes: 1000, maximumRecordBytes: 5000))
    #expect(found.code == "events.line-too-long")
    #expect(found.line == 3)
  }

  /// The reference log, with its bytes changed.
  private func log(_ change: (inout [UInt8]) -> Void) throws -> [UInt8] {
    var bytes = [UInt8](
      try Data(contentsOf: URL(fileURLWithPath: Fixtures.path("data/ecom.csv.gz"))))
    change(&bytes)
    return bytes
  }

  @Test(arguments: [1, 9, 200_000])
  func `a truncated gzip file is an error`(missing: Int) throws {
    let found = try finding(try log { $0.removeLast(missing) })
    #expect(found.code == "events.broken-compression")
  }

  @Test
  func `a flipped bit in a gzip file is an error`() throws {
    for place in [300, 240_000] {
      let found = try finding(try log { $0[place] ^= 0x10 })
      #expect(
        found.code == "events.broken-compression" || found.code == "events.binary-file"
          || found.code == "events.not-utf8", "\(place): \(found)")
    }
    #expect(try finding(try log { $0[$0.count - 6] ^= 1 }).code == "events.broken-compression")
  }

  @Test
  func `what a taker of batches throws ends the reading and is thrown on`() throws {
    struct Full: Error {}
    let path = Fixtures.path("data/patients.csv")
    #expect(throws: Full.self) {
      _ = try EventFileReader(path: path, options: EventFileOptions(chunkBytes: 3000))
        .read(deliver: { _ in throw Full() })
    }
    let rows = "user,time,event\na,2024-01-01,x\n" + String(repeating: "b\n", count: 1000)
    let broken = try folder.file(rows)
    #expect(throws: Full.self) {
      _ = try EventFileReader(path: broken, options: EventFileOptions(chunkBytes: 10))
        .read(deliver: { _ in }, reject: { _ in throw Full() })
    }
  }
}

/// Gzip files of several members, which are one text.
struct GzipMembersTests {
  @Test
  func `members follow one another, and damage to the last is seen`() throws {
    let folder = try TestFolder()
    let member = [UInt8](
      try Data(contentsOf: URL(fileURLWithPath: Fixtures.path("data/ecom.csv.gz"))))
    let path = try folder.file(member + member)
    let found = try ReadEvents(path)
    #expect(found.events.count == 2 * 31_106)
    // The second header is a row like any other, and no time.
    #expect(found.rejects.map(\.line) == [31_108])
    #expect(found.summary.digest == (try FileDigest.ofFile(path)))
    let cut = try folder.file(member + member.dropLast(1000))
    #expect(try EventFileReader.failure(cut)?.diagnostic.code == "events.broken-compression")
  }
}
