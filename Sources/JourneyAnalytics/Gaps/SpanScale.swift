/// Sorts spans of microseconds into 128 classes, four to a doubling; class order is span order.
///
/// Everything below 1/60 second is one class, and everything above 2 years.
enum SpanScale {
  static let count = 128

  /// The class of a span that is not negative.
  ///
  /// The exponent and the first two bits of a binary fraction: rounding never turns the order of two spans round.
  @inline(__always)
  static func place(of span: Int64) -> Int {
    // Exponents are kept with 127 added; the classes begin at 2¹⁴.
    let place = Int(truncatingIfNeeded: Float(span).bitPattern >> 21) &- (127 + 14) * 4
    return min(max(place, 0), count - 1)
  }
}
