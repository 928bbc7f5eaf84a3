/// A sum of real numbers that no split of the log can change by a bit.
///
/// Numbers are added per block of 4,096 customers in order of customers, then block by block.
struct BlockedSum: Sendable {
  static let blockSize = 4_096

  private var customers: [Int] = []
  private var values: [Double] = []
  /// Where each run of ascending customers begins.
  private var runs: [Int] = []

  /// Begins a chunk of customers.
  mutating func beginRun() { runs.append(values.count) }

  /// Adds a number; customers never fall within a run, and no customer is in two runs.
  mutating func add(_ value: Double, customer: Int) {
    customers.append(customer)
    values.append(value)
  }

  static func total(_ sums: [BlockedSum]) -> Double {
    var runs: [(customer: Int, sum: Int, range: Range<Int>)] = []
    for (index, sum) in sums.enumerated() {
      for (place, start) in sum.runs.enumerated() {
        let end = place + 1 < sum.runs.count ? sum.runs[place + 1] : sum.values.count
        if start < end { runs.append((sum.customers[start], index, start..<end)) }
      }
    }
    runs.sort { $0.customer < $1.customer }
    var total = 0.0
    var blockTotal = 0.0
    var block = 0
    for run in runs {
      for place in run.range {
        let blockOfPlace = sums[run.sum].customers[place] / blockSize
        if blockOfPlace != block {
          total += blockTotal
          blockTotal = 0
          block = blockOfPlace
        }
        blockTotal += sums[run.sum].values[place]
      }
    }
    return total + blockTotal
  }
}
