import Foundation
import Testing

@testable import JourneyFormats

struct TableSampleTests {
  private func sample(_ text: String, separator: UInt8? = nil) throws -> TableSample {
    let folder = try TestFolder()
    return try TableSample(
      path: try folder.file(text), separator: separator, maximumRecordBytes: 1 << 20)
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func `a separator is found by the header and by the rows that agree with it`(
    separator: String
  ) throws {
    let rows = ["user,time,what", "1,2024-01-01,a", "2,2024-01-02,b"]
      .map { $0.replacingOccurrences(of: ",", with: separator) }
    let sample = try sample(rows.joined(separator: "\n"))
    #expect(sample.dialect.separator == separator.utf8.first)
    #expect(sample.columns == ["user", "time", "what"])
    #expect(sample.rows.count == 2)
  }

  @Test
  func `decimal commas do not hide a semicolon`() throws {
    let sample = try sample("id;price;name\n1;2,50;a\n2;3,50;b\n")
    #expect(sample.dialect.separatorName == "';'")
    #expect(sample.columns == ["id", "price", "name"])
  }

  @Test
  func `empty and repeated column names become different names`() throws {
    let sample = try sample("a,,a, b ,a (2)\n1,2,3,4,5\n")
    #expect(sample.columns == ["a", "column 2", "a (2)", "b", "a (2) (2)"])
  }

  @Test
  func `a quoted header may hold separators and line breaks`() throws {
    let sample = try sample("\"a,b\",\"c\nd\",\"e \"\"f\"\"\"\r\n1,2,3\r\n")
    #expect(sample.columns == ["a,b", "c\nd", "e \"f\""])
    #expect(sample.headerLines == 2)
    #expect(sample.rows.map(\.line) == [3])
    #expect(sample.rows[0].cells == [[0x31], [0x32], [0x33]])
  }

  @Test
  func `a byte order mark and blank lines before the header are passed over`() throws {
    let sample = try sample("\u{FEFF}\n\r\na,b\n1,2\n")
    #expect(sample.columns == ["a", "b"])
    #expect(sample.rows.map(\.line) == [4])
  }

  @Test
  func `carriage returns alone end lines where there is no line feed`() throws {
    let sample = try sample("a,b\r1,2\r3,4\r")
    #expect(sample.dialect.lineEnd == .carriageReturn)
    #expect(sample.rows.map(\.line) == [2, 3])
  }
}
