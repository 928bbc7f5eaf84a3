/// Writes tables as RFC 4180 text: comma, line feed, quotes only where they are needed.
public struct DelimitedWriter: Sendable {
  /// The table so far.
  public private(set) var bytes: [UInt8] = []
  /// Whether cells that a spreadsheet could take for a formula get an apostrophe in front.
  public let isSpreadsheetSafe: Bool

  public init(isSpreadsheetSafe: Bool) { self.isSpreadsheetSafe = isSpreadsheetSafe }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public mutating func append(row cells: [String]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      var cell = Array(cell.utf8)
      if isSpreadsheetSafe, let first = cell.first, Self.formulaStarts.contains(first) {
        cell.insert(UInt8(ascii: "'"), at: 0)
      }
      // A record of one empty cell would be a blank line, which readers pass over.
      if cells.count == 1, cell.isEmpty {
        bytes.append(contentsOf: [.quote, .quote])
      } else {
        Self.append(cell, to: &bytes)
      }
    }
    bytes.append(.lineFeed)
  }

  private static let formulaStarts: Set<UInt8> = Set("=+-@\t\r".utf8)

  /// Appends one cell, quoted if it holds a quote, separator or line end.
  static func append(_ cell: [UInt8], to bytes: inout [UInt8]) {
    guard
      cell.contains(where: {
        $0 == .quote || $0 == UInt8(ascii: ",") || $0 == .lineFeed || $0 == .carriageReturn
      })
    else {
      bytes.append(contentsOf: cell)
      return
    }
    bytes.append(.quote)
    for byte in cell {
      if byte == .quote { bytes.append(.quote) }
      bytes.append(byte)
    }
    bytes.append(.quote)
  }
}
