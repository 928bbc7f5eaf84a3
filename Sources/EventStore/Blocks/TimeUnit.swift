/// The coarsest unit in which all times of a segment are whole numbers.
enum TimeUnit: UInt8, CaseIterable, Comparable {
  case microsecond, millisecond, second, minute, hour, day

  var microseconds: Int64 {
    switch self {
    case .microsecond: 1
    case .millisecond: 1_000
    case .second: 1_000_000
    case .minute: 60_000_000
    case .hour: 3_600_000_000
    case .day: 86_400_000_000
    }
  }

  static func < (a: TimeUnit, b: TimeUnit) -> Bool { a.rawValue < b.rawValue }

  /// The coarsest unit, not above `limit`, that divides every time.
  static func coarsest(of times: [Int64], limit: TimeUnit) -> TimeUnit {
    var unit = limit
    times.withBytes { bytes in
      var index = 0
      let count = times.count
      while index < count {
        // A division by a constant is a multiplication: one loop for each unit.
        switch unit {
        case .day: index = firstOdd(bytes, index, count, 86_400_000_000)
        case .hour: index = firstOdd(bytes, index, count, 3_600_000_000)
        case .minute: index = firstOdd(bytes, index, count, 60_000_000)
        case .second: index = firstOdd(bytes, index, count, 1_000_000)
        case .millisecond: index = firstOdd(bytes, index, count, 1_000)
        case .microsecond: return
        }
        if index < count { unit = TimeUnit(rawValue: unit.rawValue - 1) ?? .microsecond }
      }
    }
    return unit
  }

  @inline(__always)
  private static func firstOdd(
    _ bytes: UnsafeBytes, _ start: Int, _ count: Int, _ divisor: Int64
  ) -> Int {
    for index in start..<count where bytes.load(index * 8, as: Int64.self) % divisor != 0 {
      return index
    }
    return count
  }
}

/// Division of multiples of a unit by one multiplication: the odd part has an inverse modulo 2⁶⁴.
struct ExactDivision {
  private let shift: UInt64
  private let inverse: UInt64

  init(by unit: TimeUnit) {
    let divisor = UInt64(unit.microseconds)
    shift = UInt64(divisor.trailingZeroBitCount)
    let odd = divisor >> shift
    // Newton's iteration doubles the number of right bits: 3, 6, 12, 24, 48, 96.
    var inverse = odd
    for _ in 0..<5 { inverse = inverse &* (2 &- odd &* inverse) }
    self.inverse = inverse
  }

  /// - Precondition: `multiple` is a multiple of the unit and not negative.
  @inline(__always)
  func quotient(_ multiple: UInt64) -> UInt64 { (multiple &>> shift) &* inverse }
}
