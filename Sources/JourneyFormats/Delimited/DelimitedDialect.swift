/// How a delimited text file marks the ends of fields and records.
public struct DelimitedDialect: Hashable, Sendable {
  /// The byte between two fields: `,` `;` tab or `|`.
  public var separator: UInt8
  /// The byte that ends a record: line feed (a carriage return before it is dropped), or carriage return.
  public var lineEnd: UInt8

  public init(separator: UInt8 = UInt8(ascii: ","), lineEnd: UInt8 = 0x0A) {
    precondition(
      separator != lineEnd && separator != .quote, "a separator is neither quote nor line end")
    self.separator = separator
    self.lineEnd = lineEnd
  }

  /// The separators that detection tries, the likelier first.
  static let candidates: [UInt8] = [
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
  ]

  /// The separator as a person would name it.
  public var separatorName: String {
    separator == UInt8(ascii: "\t") ? "tab" : "'\(Character(Unicode.Scalar(separator)))'"
  }
}

extension UInt8 {
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let quote: UInt8 = 0x22
}
