import Testing

@testable import JourneyFormats

struct DelimitedWriterTests {
  @Test
  func `quotes are written only where they are needed`() {
    var writer = DelimitedWriter(isSpreadsheetSafe: false)
    writer.append(row: ["a", "b,c", "d\"e", "f\ng", "", "=1"])
    writer.append(row: [""])
    #expect(writer.text == "a,\"b,c\",\"d\"\"e\",\"f\ng\",,=1\n\"\"\n")
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
  func `a cell that a spreadsheet could run gets an apostrophe`(cell: String) {
    var writer = DelimitedWriter(isSpreadsheetSafe: true)
    writer.append(row: [cell, "1"])
    #expect(writer.text == (cell.hasPrefix("\r") ? "\"'\(cell)\",1\n" : "'\(cell),1\n"))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `what is written is read back`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let columns = 2 + dice.below(4)
    let rows = (0..<30).map { _ in
      (0..<columns).map { _ in
        (0..<dice.below(5)).map { _ in dice.pick(["a", "\"", ",", "\n", "\r", "é", " "]) }.joined()
      }
    }
    var writer = DelimitedWriter(isSpreadsheetSafe: false)
    writer.append(row: (0..<columns).map { "column \($0)" })
    for row in rows { writer.append(row: row) }
    let folder = try TestFolder()
    let table = try AnswerTable.read(try folder.file(writer.bytes), chunkBytes: 1 + dice.below(40))
    #expect(table.rows.map(\.cells) == rows)
    #expect(table.rejected.isEmpty)
  }
}
