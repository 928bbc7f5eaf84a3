import EventStore
import Testing

@testable import JourneyFormats

/// The kernel against the plain oracle, on random dirty files cut everywhere.
struct DirtyWorldTests {
  /// A file, how it is to be read, and what must come out.
  struct World {
    var bytes: [UInt8]
    var options: EventFileOptions
    var lineEnd: UInt8

    static let times: [(text: String, time: Int64?)] = [
      ("2024-01-01", 1_704_067_200_000_000), ("2024-01-01 00:00:01", 1_704_067_201_000_000),
      ("2024-01-01T00:00:01.5Z", 1_704_067_201_500_000),
      ("2024-01-01 02:00:00+02:00", 1_704_067_200_000_000), ("2024-02-30", nil), ("soon", nil),
      ("", nil), (" 2024-01-01 ", 1_704_067_200_000_000),
    ]

    init(_ dice: inout Dice) {
      let separator = dice.pick([",", ";", "\t", "|"])
      let lineEnds = dice.pick([["\n"], ["\r\n"], ["\n", "\r\n"], ["\r"]])
      lineEnd = lineEnds == ["\r"] ? 13 : 10
      var text: [UInt8] = []
      if dice.below(3) == 0 { text += [0xEF, 0xBB, 0xBF] }
      func add(_ part: String) { text += Array(part.utf8) }
      add(["when", "who", "note", "what"].joined(separator: separator) + lineEnds[0])
      add(["2024-01-01", "first", "", "x"].joined(separator: separator) + lineEnds[0])
      let isQuoted = dice.below(3) > 0
      let isClean = dice.below(4) == 0
      for row in 0..<(5 + dice.below(60)) {
        var cells = [
          dice.pick(Self.times).text, dice.pick(["a", "NA", "0", "", "c\(row)", "é", "customer"]),
          dice.pick(["", "note", "long long long note \(row)"]), dice.pick(["x", "y", "z", ""]),
        ]
        if isQuoted {
          for place in cells.indices where dice.below(3) == 0 {
            let more = dice.pick(["", "", "\"\"", separator, lineEnds[0], "\n", "a\"\"b"])
            cells[place] = "\"" + cells[place] + (place == 0 ? "" : more) + "\""
          }
        }
        if !isClean, dice.below(6) == 0 { cells.append(dice.pick(["", "more"])) }
        if !isClean, dice.below(8) == 0 { cells.removeLast(1 + dice.below(2)) }
        if !isClean, isQuoted, dice.below(10) == 0 {
          cells[dice.below(cells.count)] = dice.pick([
            "\"open", "\"x\"y", "a\"b", "\"", "\"\"\"", "\"a\"\r", " \"a\"",
          ])
        }
        add(cells.joined(separator: separator))
        if !isClean, dice.below(20) == 0 { text.append(dice.pick([0, 0xFF, 0xC3])) }
        add(dice.pick(lineEnds))
        if dice.below(12) == 0 { add(dice.pick(lineEnds)) }
      }
      if dice.below(2) == 0 {
        while let last = text.last, last == 10 || last == 13 { text.removeLast() }
      }
      bytes = text
      options = EventFileOptions(
        columns: [.customer: "who", .time: "when", .activity: "what"],
        filters: dice.below(4) == 0 ? [CellFilter(column: "note", value: "note")] : [],
        separator: separator.utf8.first!, chunkBytes: 1 + dice.below(dice.pick([3, 50, 2000])),
        maximumRecordBytes: 200 + dice.below(80), threads: 1 + dice.below(3))
    }

    /// Events and rejects by the oracle.
    func expected() -> (events: [PlainEvent], rejects: [RejectedRow], filtered: Int) {
      var text = bytes
      if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
      let oracle = PlainTableOracle(
        separator: options.separator!, lineEnd: lineEnd,
        maximumRecordBytes: options.maximumRecordBytes)
      var events: [PlainEvent] = []
      var rejects: [RejectedRow] = []
      var filtered = 0
      for record in oracle.records(text).dropFirst() {
        if record.raw.isEmpty { continue }
        func reject(_ reason: RejectReason) {
          rejects.append(RejectedRow(line: record.line, reason: reason, bytes: record.raw))
        }
        guard let cells = record.cells else {
          reject(record.isUnclosed ? .unclosedQuote : .textAfterQuote)
          continue
        }
        guard cells.count == 4 else {
          reject(.fieldCount(found: cells.count, expected: 4))
          continue
        }
        if let filter = options.filters.first, cells[2] != Array(filter.value.utf8) {
          filtered += 1
          continue
        }
        if record.raw.contains(0) {
          reject(.nulByte)
        } else if String(validating: record.raw, as: UTF8.self) == nil {
          reject(.notUTF8)
        } else if cells[1].isEmpty {
          reject(.emptyCustomer)
        } else if cells[3].isEmpty {
          reject(.emptyActivity)
        } else if cells[0].isEmpty {
          reject(.emptyTime)
        } else {
          let cell = String(decoding: cells[0], as: UTF8.self)
          guard let time = Self.times.first(where: { $0.text == cell })?.time else {
            reject(.time(.notATime))
            continue
          }
          events.append(
            PlainEvent(
              customer: cells[1], activity: cells[3], time: time, attributes: [cells[2]]))
        }
      }
      return (events, rejects, filtered)
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `a dirty file is read as its plain reading says, wherever it is cut`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let folder = try TestFolder()
    for round in 0..<12 {
      let world = World(&dice)
      // A header of 250 bytes at most is read before the first zero byte is met.
      guard !world.bytes.prefix(TableSample.headBytes).contains(0) || round % 2 == 1 else {
        continue
      }
      let path = try folder.file(world.bytes, "\(round).csv")
      if world.bytes.contains(0) {
        #expect(try EventFileReader.failure(path, world.options) != nil)
        continue
      }
      let expected = world.expected()
      let found = try ReadEvents(path, world.options)
      let rejects = found.rejects.map { row in
        // Which of its rules a broken time breaks first is for other tests.
        guard case .time = row.reason else { return row }
        return RejectedRow(line: row.line, reason: .time(.notATime), bytes: row.bytes)
      }
      let isSame =
        found.events == expected.events && rejects == expected.rejects
        && found.summary.filtered == expected.filtered
        && found.summary.rows == expected.events.count
        && found.summary.rejected == expected.rejects.count
      if !isSame {
        Issue.record("seed \(seed) round \(round): \(String(decoding: world.bytes, as: UTF8.self))")
        return
      }
    }
  }
}
