/// Sorts spans into 128 classes, four to a doubling; class order is span order.
///
/// Spans are counted in *ticks*, the unit of the log. All that is shorter than 1/60 second (or than two ticks) is one
/// class; so is all that lies more than 32 doublings above.
struct SpanScale: Sendable, Hashable {
  static let count = 128

  /// Microseconds of a tick.
  let unit: Int64
  /// The class number that a float of the least class would have.
  let origin: Int32
  private let shift: UInt64
  private let inverse: UInt64

  /// - Parameter unit: microseconds; positive.
  init(unit: Int64) {
    precondition(unit > 0, "a unit of time is positive")
    self.unit = unit
    // Exponents of floats are kept with 127 added; 2¹⁴ microseconds are about 1/60 second.
    let exponent = max(0, 14 - (63 - unit.leadingZeroBitCount))
    origin = Int32(127 + exponent) * 4
    shift = UInt64(unit.trailingZeroBitCount)
    let odd = UInt64(unit) >> shift
    // The odd part has an inverse modulo 2⁶⁴; each step of Newton's iteration doubles the number of right bits.
    var inverse = odd
    for _ in 0..<5 { inverse = inverse &* (2 &- odd &* inverse) }
    self.inverse = inverse
  }

  /// The ticks of a span that is a multiple of the unit.
  @inline(__always)
  func ticks(_ span: Int64) -> UInt64 { (UInt64(bitPattern: span) &>> shift) &* inverse }

  /// The class of a span of less than 2³¹ ticks.
  ///
  /// The exponent and the first two bits of a binary fraction: rounding never turns the order of two spans round.
  @inline(__always)
  static func place(ofShort ticks: UInt32, origin: Int32) -> UInt8 {
    let float = Float(Int32(bitPattern: ticks))
    let place = (Int32(bitPattern: float.bitPattern) &>> 21) &- origin
    return UInt8(truncatingIfNeeded: min(max(place, 0), Int32(count - 1)))
  }

  /// The class of a span below 2⁶³ ticks; the same as `place(ofShort:)` gives where that applies.
  @inline(__always)
  static func place(of ticks: UInt64, origin: Int32) -> UInt8 {
    let float = Float(Int64(bitPattern: ticks))
    let place = (Int32(bitPattern: float.bitPattern) &>> 21) &- origin
    return UInt8(truncatingIfNeeded: min(max(place, 0), Int32(count - 1)))
  }
}
