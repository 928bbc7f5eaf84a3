import Testing

@testable import JourneyFormats

/// Dirty files, one peculiarity each.
struct DirtyFileTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func read(_ text: String, _ options: EventFileOptions = EventFileOptions()) throws
    -> ReadEvents
  {
    try ReadEvents(try folder.file(text), options)
  }

  @Test
  func `line ends of Windows and a missing last one do not matter`() throws {
    let found = try read("user,time,event\r\na,2024-01-01,x\r\nb,2024-01-02,y")
    #expect(found.customers == ["a", "b"])
    #expect(found.activities == ["x", "y"])
    #expect(found.rejects.isEmpty)
  }

  @Test
  func `quoted cells hold separators, quotes and line breaks`() throws {
    let found = try read(
      "user,time,event\n\"a,1\",2024-01-01,\"x \"\"y\"\"\"\n\"b\nc\",\"2024-01-02\",z\nd,2024-01-03,e\n"
    )
    #expect(found.customers == ["a,1", "b\nc", "d"])
    #expect(found.activities == ["x \"y\"", "z", "e"])
  }

  @Test
  func `NA, null and 0 are customers`() throws {
    let found = try read("user,time,event\nNA,2024-01-01,x\nnull,2024-01-01,x\n0,2024-01-01,x\n")
    #expect(found.customers == ["NA", "null", "0"])
  }

  @Test
  func `a ragged row is rejected with its line and bytes`() throws {
    let found = try read(
      "user,time,event\na,2024-01-01,x\n\nb,2024-01-01\n\"c\nc\",2024-01-01,y,z\r\nd,2024-01-01,w\n"
    )
    #expect(found.customers == ["a", "d"])
    #expect(found.rejects.map(\.line) == [4, 5])
    #expect(
      found.rejects.map(\.reason.text) == [
        "2 fields where the header has 3", "4 fields where the header has 3",
      ])
    #expect(
      found.rejects.map { String(decoding: $0.bytes, as: UTF8.self) } == [
        "b,2024-01-01", "\"c\nc\",2024-01-01,y,z",
      ])
  }

  @Test
  func `an unclosed quote costs one line, not the rest of the file`() throws {
    let rows = (1...50).map { "c\($0),2024-01-01,x" }.joined(separator: "\n")
    let found = try read(
      "user,time,event\na,2024-01-01,x\n\"b,2024-01-01,x\n\(rows)\n",
      EventFileOptions(maximumRecordBytes: 200))
    #expect(found.rejects.map(\.line) == [3])
    #expect(found.rejects.map(\.reason) == [.unclosedQuote])
    #expect(found.events.count == 51)
  }

  @Test
  func `rows that are no UTF-8 are rejected, others are not`() throws {
    var bytes = Array("user,time,event\nä,2024-01-01,x\n".utf8)
    bytes += [0xE4] + Array(",2024-01-01,x\nb,2024-01-01,y\n".utf8)
    let found = try ReadEvents(try folder.file(bytes))
    #expect(found.customers == ["ä", "b"])
    #expect(found.rejects.map(\.reason) == [.notUTF8])
    #expect(found.rejects.map(\.line) == [3])
  }

  @Test
  func `a zero byte far into the file rejects its row`() throws {
    var bytes = Array("user,time,event\n".utf8)
    for row in 0..<20_000 { bytes += Array("c\(row),2024-01-01,x\n".utf8) }
    bytes += Array("z\0,2024-01-01,x\nlast,2024-01-01,y\n".utf8)
    let found = try ReadEvents(try folder.file(bytes))
    #expect(found.events.count == 20_001)
    #expect(found.rejects.map(\.reason) == [.nulByte])
    #expect(found.rejects.map(\.line) == [20_002])
  }

  @Test(arguments: [true, false])
  func `UTF-16 with a mark is read`(isBigEndian: Bool) throws {
    let text = "user,time,event\nдім,2024-01-01,😀\nb,2024-01-02,y\n"
    var bytes: [UInt8] = isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    for unit in text.utf16 {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      bytes += isBigEndian ? [high, low] : [low, high]
    }
    let found = try ReadEvents(try folder.file(bytes), EventFileOptions(chunkBytes: 7))
    #expect(found.customers == ["дім", "b"])
    #expect(found.activities == ["😀", "y"])
    #expect(found.summary.bytes == bytes.count)
    // Half a surrogate pair is a damaged row.
    bytes += isBigEndian ? [0xD8, 0x3D] : [0x3D, 0xD8]
    let damaged = try ReadEvents(try folder.file(bytes))
    #expect(damaged.events.count == 2)
    #expect(damaged.rejects.map(\.reason) == [.fieldCount(found: 1, expected: 3)])
  }

  @Test
  func `rows without customer, activity, time or with a bad value are rejected`() throws {
    let found = try read(
      """
      user,time,event,value
      a,2024-01-01,x,1.5
      ,2024-01-01,x,1
      a,2024-01-01,,1
      a,,x,1
      a,2024-13-01,x,1
      a,2024-01-01 25:00,x,1
      a,2024-01-01,x,1e3
      a,2024-01-01,x,99999999999999999999
      a,2024-01-01,x,
      "",2024-01-01,x,1
      """, EventFileOptions(columns: [.value: "value"]))
    #expect(found.events.map(\.value) == [15_000, DecimalValue.none])
    #expect(
      found.rejects.map(\.reason) == [
        .emptyCustomer, .emptyActivity, .emptyTime, .time(.noSuchDate), .time(.noSuchClockTime),
        .value(.notANumber), .value(.tooLarge), .emptyCustomer,
      ])
    #expect(found.rejects.map(\.line) == [3, 4, 5, 6, 7, 8, 9, 11])
  }

  @Test
  func `filters compare raw cells, all must hold, and may name any column`() throws {
    let text =
      "user,time,event,place,device\na,2024-01-01,x,\"Kyiv, UA\",phone\nb,2024-01-01,y,Kyiv,phone\nc,bad,y,\"Kyiv, UA\",phone\nd,2024-01-01,x,\"Kyiv, UA\",desk\n"
    let options = EventFileOptions(
      keep: [],
      filters: [
        CellFilter("place=Kyiv, UA")!, CellFilter("device=phone")!,
      ])
    let found = try read(text, options)
    #expect(found.customers == ["a"])
    #expect(found.events[0].attributes.isEmpty)
    #expect(found.summary.filtered == 2)
    #expect(found.rejects.map(\.line) == [4])
    #expect(CellFilter("a=b=c") == CellFilter(column: "a", value: "b=c"))
    #expect(CellFilter("a") == nil)
  }
}
