/// Why a cell is not a value.
public enum ValueProblem: Sendable, Hashable { case notANumber, tooLarge }

/// Reads decimal numbers exactly, as whole units of 10⁻⁴.
///
/// Understood are an optional sign, digits, and an optional point with digits; where the file is separated by semicolons, a
/// comma may stand for the point. Digits beyond the fourth are rounded, halves to the even unit.
struct DecimalValue {
  /// What `EventBatch` has where a row has no value.
  static let none = Int64.min
  var allowsComma = false

  /// The value in `bytes[start ..< end]`; spaces around it do not matter. An empty cell is `none`.
  @inline(__always)
  func units(_ bytes: RawSpan, from start: Int, to end: Int) -> Result<Int64, ValueFailure> {
    if start == end { return .success(Self.none) }
    return filled(bytes, from: start, to: end)
  }

  private func filled(_ bytes: RawSpan, from: Int, to: Int) -> Result<Int64, ValueFailure> {
    var (at, end) = (from, to)
    while at < end, ByteWords.byte(bytes, at) == 0x20 { at += 1 }
    while end > at, ByteWords.byte(bytes, end - 1) == 0x20 { end -= 1 }
    if at == end { return .success(Self.none) }
    var isNegative = false
    let sign = ByteWords.byte(bytes, at)
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      at += 1
    }
    var magnitude: Int64 = 0
    var digits = 0
    /// Digits after the point; −1 before it.
    var decimals = -1
    /// How the digits beyond the fourth compare with half a unit: their first one, and whether more follows.
    var firstBeyond = 0
    var hasMoreBeyond = false
    while at < end {
      let byte = ByteWords.byte(bytes, at)
      at += 1
      let digit = byte &- 48
      if digit <= 9 {
        digits += 1
        if decimals >= 0 { decimals += 1 }
        if decimals <= 4 {
          let (tenfold, tooMuch) = magnitude.multipliedReportingOverflow(by: 10)
          let (sum, tooMuchToo) = tenfold.addingReportingOverflow(Int64(digit))
          if tooMuch || tooMuchToo { return .failure(ValueFailure(problem: .tooLarge)) }
          magnitude = sum
        } else if decimals == 5 {
          firstBeyond = Int(digit)
        } else if digit != 0 {
          hasMoreBeyond = true
        }
      } else if decimals < 0, byte == UInt8(ascii: ".") || allowsComma && byte == UInt8(ascii: ",")
      {
        decimals = 0
      } else {
        return .failure(ValueFailure(problem: .notANumber))
      }
    }
    guard digits > 0 else { return .failure(ValueFailure(problem: .notANumber)) }
    for _ in min(max(decimals, 0), 4)..<4 {
      let (tenfold, tooMuch) = magnitude.multipliedReportingOverflow(by: 10)
      if tooMuch { return .failure(ValueFailure(problem: .tooLarge)) }
      magnitude = tenfold
    }
    if firstBeyond > 5 || firstBeyond == 5 && (hasMoreBeyond || magnitude & 1 == 1) {
      let (sum, tooMuch) = magnitude.addingReportingOverflow(1)
      if tooMuch { return .failure(ValueFailure(problem: .tooLarge)) }
      magnitude = sum
    }
    return .success(isNegative ? -magnitude : magnitude)
  }
}

struct ValueFailure: Error, Hashable {
  var problem: ValueProblem
}
