/// The times of a batch: whole units after the earliest of them in 32 bits where that holds them, else as they are.
struct StagedTimes: Sendable {
  let count: Int
  let earliest: Int64
  let latest: Int64
  /// Whether no time is before the one above it.
  let isOrdered: Bool
  /// Rows that share the time of the first row, of the last row, and of any row, without another time between.
  let firstTie: Int
  let lastTie: Int
  let longestTie: Int
  private let unit: Int64
  private let narrow: UnsafeColumn<UInt32>
  private let wide: UnsafeColumn<Int64>
  private let isNarrow: Bool

  /// - Parameter unit: Divides every time.
  init(_ times: [Int64], unit: TimeUnit) {
    let count = times.count
    var (earliest, latest) = (times.first ?? 0, times.first ?? 0)
    var isOrdered = true
    var (tie, firstTie, longestTie) = (0, 0, 0)
    times.withBytes { bytes in
      var previous = earliest
      for row in 0..<count {
        let time = bytes.load(row * 8, as: Int64.self)
        if time != previous {
          if firstTie == 0 { firstTie = tie }
          longestTie = max(longestTie, tie)
          tie = 0
          if time < previous { isOrdered = false }
        }
        tie += 1
        earliest = min(earliest, time)
        latest = max(latest, time)
        previous = time
      }
    }
    self.count = count
    self.earliest = earliest
    self.latest = latest
    self.isOrdered = isOrdered
    self.firstTie = firstTie == 0 ? tie : firstTie
    lastTie = tie
    self.longestTie = max(longestTie, tie)
    self.unit = unit.microseconds
    let division = ExactDivision(by: unit)
    let isNarrow =
      division.quotient(UInt64(bitPattern: latest &- earliest)) <= UInt64(UInt32.max)
    let narrow = UnsafeColumn<UInt32>(count: isNarrow ? count : 0)
    let wide = UnsafeColumn<Int64>(count: isNarrow ? 0 : count)
    let base = earliest
    times.withBytes { bytes in
      for row in 0..<count {
        let time = bytes.load(row * 8, as: Int64.self)
        if isNarrow {
          narrow[row] = UInt32(
            truncatingIfNeeded: division.quotient(UInt64(bitPattern: time &- base)))
        } else {
          wide[row] = time
        }
      }
    }
    self.narrow = narrow
    self.wide = wide
    self.isNarrow = isNarrow
  }

  @inline(__always)
  subscript(row: Int) -> Int64 {
    isNarrow ? earliest &+ Int64(narrow[row]) &* unit : wide[row]
  }

  var first: Int64? { count == 0 ? nil : self[0] }
  var last: Int64? { count == 0 ? nil : self[count - 1] }
  var byteCount: Int { narrow.count * 4 + wide.count * 8 }
}
