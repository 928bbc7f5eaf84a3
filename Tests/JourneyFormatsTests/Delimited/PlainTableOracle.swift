@testable import JourneyFormats

/// Delimited text read one byte after the other, as slowly and plainly as the rules are written.
struct PlainTableOracle {
  struct Record: Equatable {
    var line: Int
    var raw: [UInt8]
    /// Nil where the quoting is broken.
    var cells: [[UInt8]]?
    var isUnclosed = false
  }

  let separator: UInt8
  let lineEnd: UInt8
  let maximumRecordBytes: Int

  func records(_ text: [UInt8]) -> [Record] {
    var result: [Record] = []
    var at = 0
    var line = 1
    while at < text.count {
      var next: Int
      if let (cells, end) = record(text, at), end - at <= maximumRecordBytes {
        result.append(Record(line: line, raw: stripped(text, at, end), cells: cells))
        next = end + 1
      } else {
        var end = at
        while end < text.count, text[end] != lineEnd { end += 1 }
        result.append(
          Record(line: line, raw: stripped(text, at, end), cells: nil, isUnclosed: true))
        next = end + 1
      }
      next = min(next, text.count)
      line += text[at..<next].count { $0 == lineEnd }
      at = next
    }
    return result
  }

  private func stripped(_ text: [UInt8], _ start: Int, _ end: Int) -> [UInt8] {
    var end = end
    if lineEnd == 10, end > start, text[end - 1] == 13 { end -= 1 }
    return Array(text[start..<end])
  }

  /// The cells of the record at `start` (nil if malformed) and the place of its line end; nil if a quote stays open.
  private func record(_ text: [UInt8], _ start: Int) -> (cells: [[UInt8]]?, end: Int)? {
    enum State { case fieldStart, plain, quoted, afterQuote }
    var state = State.fieldStart
    var cells: [[UInt8]] = []
    var cell: [UInt8] = []
    var afterQuote: [UInt8] = []
    var isMalformed = false
    var at = start
    func closes(_ byte: UInt8) -> Bool { byte == separator || byte == lineEnd }
    while true {
      let byte = at < text.count ? text[at] : lineEnd
      if at >= text.count, state == .quoted { return nil }
      if state == .quoted {
        if byte == 34 {
          if at + 1 < text.count, text[at + 1] == 34 {
            cell.append(34)
            at += 1
          } else {
            state = .afterQuote
            afterQuote = []
          }
        } else {
          cell.append(byte)
        }
      } else if closes(byte) {
        if state == .afterQuote {
          let isReturn = afterQuote == [13] && byte == 10 && lineEnd == 10
          if !afterQuote.isEmpty, !isReturn { isMalformed = true }
        } else if byte == lineEnd, lineEnd == 10, cell.last == 13 {
          cell.removeLast()
        }
        cells.append(cell)
        cell = []
        state = .fieldStart
        if byte == lineEnd { return (isMalformed ? nil : cells, at) }
      } else if state == .afterQuote {
        afterQuote.append(byte)
      } else if state == .fieldStart, byte == 34 {
        state = .quoted
      } else {
        cell.append(byte)
        state = .plain
      }
      at += 1
    }
  }
}
