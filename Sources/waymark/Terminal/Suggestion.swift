import Diagnostics
import Wording

/// What could have been meant.
enum Suggestion {
  static func among(_ known: [String], for name: String, what: String) -> String? {
    if let hint = Spelling.hint(for: name, among: known, in: .current) { return hint }
    guard !known.isEmpty else { return nil }
    return words(.itHas, ["names": Saying.list(known, limit: 12).text(in: .current)])
  }
}

/// A plain table for terminals: columns aligned, numbers to the right.
struct TextTable {
  private var rows: [[String]]
  private let numeric: Set<Int>

  /// - Parameter numeric: columns aligned to the right.
  init(_ header: [String], numeric: Set<Int>) {
    rows = [header]
    self.numeric = numeric
  }

  mutating func add(_ row: [String]) { rows.append(row) }

  var lines: [String] {
    guard let columns = rows.first?.count else { return [] }
    let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for column in 0..<columns {
        let space = String(repeating: " ", count: widths[column] - row[column].count)
        if column > 0 { line += "  " }
        line += numeric.contains(column) ? space + row[column] : row[column] + space
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }
}
