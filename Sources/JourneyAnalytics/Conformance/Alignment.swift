/// A journey laid against an ideal sequence by a longest common subsequence; keeps its table between journeys.
struct Alignment: Sendable {
  let ideal: [UInt32]
  /// Places in the ideal that the journey skips, last first.
  private(set) var skipped: [Int] = []
  /// Places in the journey that the ideal does not have, last first.
  private(set) var extra: [Int] = []
  /// Places in the ideal that were matched, last first.
  private(set) var matched: [Int] = []
  private var journeyLength = 0
  /// Row by row: the length of the longest common subsequence of the first *i* events and *j* ideal steps.
  private var table: [Int32] = []

  init(ideal: [UInt32]) { self.ideal = ideal }

  /// Steps skipped plus events extra.
  var cost: Int { skipped.count + extra.count }

  /// 1 − (n + m − 2·LCS) ÷ (n + m): 1 is a perfect journey.
  var fitness: Double {
    let length = journeyLength + ideal.count
    return length == 0 ? 1 : 1 - Double(length - 2 * matched.count) / Double(length)
  }

  /// Aligns from the ends: equal items match; else the event is extra where L[i−1][j] ≥ L[i][j−1]; else the ideal
  /// step is skipped.
  ///
  /// - Complexity: O(*n*·*m*).
  mutating func align(_ journey: ArraySlice<UInt32>) {
    let start = journey.startIndex
    let columns = ideal.count + 1
    journeyLength = journey.count
    skipped.removeAll(keepingCapacity: true)
    extra.removeAll(keepingCapacity: true)
    matched.removeAll(keepingCapacity: true)
    let size = (journey.count + 1) * columns
    if table.count < size { table = [Int32](repeating: 0, count: size) }
    for row in 1..<journey.count + 1 {
      let item = journey[start + row - 1]
      for column in 1..<columns {
        let place = row * columns + column
        table[place] =
          ideal[column - 1] == item
          ? table[place - columns - 1] + 1 : max(table[place - columns], table[place - 1])
      }
    }
    var row = journey.count
    var column = ideal.count
    while row > 0 || column > 0 {
      if row > 0, column > 0, ideal[column - 1] == journey[start + row - 1] {
        row -= 1
        column -= 1
        matched.append(column)
      } else if row > 0,
        column == 0 || table[(row - 1) * columns + column] >= table[row * columns + column - 1]
      {
        row -= 1
        extra.append(row)
      } else {
        column -= 1
        skipped.append(column)
      }
    }
  }
}
