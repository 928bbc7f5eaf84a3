/// Comma-separated rows in the one dialect that Waymark itself writes: commas, double quotes, UTF-8.
enum PlainCSV {
  static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\n"
  }

  private static func cell(_ text: String) -> String {
    let needsQuotes =
      text.utf8.contains { byte in
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
          || byte == UInt8(ascii: "\r")
      } || text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ")
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  struct Row {
    var line: Int
    var cells: [String]
  }

  /// The rows with the lines on which they begin; a file saved by a spreadsheet with CRLF or a byte-order mark reads the same.
  ///
  /// - Returns: nil, with the line, if a quoted cell does not end or the bytes are no UTF-8.
  static func read(_ bytes: [UInt8]) -> (rows: [Row], brokenLine: Int?) {
    var reader = Reader()
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for byte in bytes[start...] {
      if !reader.take(byte) { break }
    }
    reader.finish()
    return (reader.rows, reader.brokenLine)
  }

  private struct Reader {
    var rows: [Row] = []
    var brokenLine: Int?
    private var cells: [String] = []
    private var cell: [UInt8] = []
    private var line = 1
    private var rowLine = 1
    private var isQuoted = false
    private var wasQuoted = false
    private var mayClose = false

    mutating func take(_ byte: UInt8) -> Bool {
      if isQuoted {
        if mayClose {
          mayClose = false
          if byte == UInt8(ascii: "\"") {
            cell.append(byte)
            return true
          }
          isQuoted = false
        } else {
          if byte == UInt8(ascii: "\"") {
            mayClose = true
          } else {
            if byte == UInt8(ascii: "\n") { line += 1 }
            cell.append(byte)
          }
          return true
        }
      }
      switch byte {
      case UInt8(ascii: ","): return endCell()
      case UInt8(ascii: "\n"):
        let isSound = endRow()
        line += 1
        rowLine = line
        return isSound
      case UInt8(ascii: "\r"): break
      case UInt8(ascii: "\"") where cell.isEmpty && !wasQuoted:
        isQuoted = true
        wasQuoted = true
      default: cell.append(byte)
      }
      return true
    }

    private mutating func endCell() -> Bool {
      guard let text = String(validating: cell, as: UTF8.self) else {
        brokenLine = rowLine
        return false
      }
      cells.append(text)
      cell.removeAll(keepingCapacity: true)
      wasQuoted = false
      return true
    }

    private mutating func endRow() -> Bool {
      if cells.isEmpty, cell.isEmpty, !wasQuoted { return true }
      guard endCell() else { return false }
      rows.append(Row(line: rowLine, cells: cells))
      cells.removeAll(keepingCapacity: true)
      return true
    }

    mutating func finish() {
      if brokenLine != nil { return }
      if isQuoted, !mayClose {
        brokenLine = rowLine
        return
      }
      _ = endRow()
    }
  }
}
