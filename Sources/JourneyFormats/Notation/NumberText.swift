/// Numbers as people write them, exact in both directions.
enum NumberText {
  /// Decimal digits with an optional sign, point and exponent; nil for anything else, also for infinities.
  static func read(_ text: some StringProtocol) -> Double? {
    let allowed = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
    }
    guard allowed, let number = Double(String(text)), number.isFinite else { return nil }
    return number
  }

  /// The shortest text that reads back as the same number; whole numbers without a point.
  static func write(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A share as percent: the decimal point moves, so that not one bit changes. Nil where digits would need an exponent.
  static func writePercent(_ share: Double) -> String? {
    let text = "\(share)"
    guard !text.contains("e"), share.isFinite else { return nil }
    return moved(text, by: 2).map { "\($0) %" }
  }

  /// Reads `30 %` or `30%` as 0.3.
  static func readPercent(_ text: some StringProtocol) -> Double? {
    guard text.hasSuffix("%") else { return nil }
    let digits = text.dropLast().trimmed
    guard read(digits) != nil, !digits.contains("e"), !digits.contains("E") else { return nil }
    return moved(String(digits), by: -2).flatMap { read($0) }
  }

  /// The decimal text with its point moved to the right (left if negative), without needless zeros.
  private static func moved(_ text: String, by places: Int) -> String? {
    let isNegative = text.hasPrefix("-")
    let unsigned = text.drop { $0 == "-" || $0 == "+" }
    let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    var digits = String(parts[0]) + (parts.count == 2 ? parts[1] : "")
    var point = parts[0].count + places
    if point <= 0 {
      digits = String(repeating: "0", count: 1 - point) + digits
      point = 1
    }
    if digits.count < point { digits += String(repeating: "0", count: point - digits.count) }
    let whole = digits.prefix(point).drop { $0 == "0" }
    var fraction = digits.dropFirst(point)
    while fraction.last == "0" { fraction = fraction.dropLast() }
    let sign = isNegative ? "-" : ""
    return sign + (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : ".\(fraction)")
  }
}

extension StringProtocol {
  /// Without spaces, tabs and no-break spaces at both ends.
  var trimmed: SubSequence {
    let isSpace: (Character) -> Bool = {
      $0 == " " || $0 == "\t" || $0 == "\u{A0}" || $0 == "\u{202F}"
    }
    guard let first = firstIndex(where: { !isSpace($0) }),
      let last = lastIndex(where: { !isSpace($0) })
    else { return self[startIndex..<startIndex] }
    return self[first...last]
  }
}
