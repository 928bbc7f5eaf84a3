/// Which runs have which customers, so that a scan of several runs compares no ids.
struct CustomerIndex: Sendable {
  /// Customers in a row, taken by one worker.
  struct Task: Sendable {
    var firstCustomer: Int
    var customerCount: Int
    /// Where each run stands at the first customer.
    var positions: [RunPosition]
    /// Customers of each run before this task.
    var passed: [Int]
  }

  /// By customer in byte order: bit *r* is set if run *r* has events.
  let presence: [UInt8]
  let tasks: [Task]

  /// - Parameter taskRows: About how many events a task should have.
  init(_ runs: [LogRun], taskRows: Int) throws(EventStoreError) {
    var presence: [UInt8] = []
    var merge = try CustomerMerge(runs)
    while try merge.advance() { presence.append(merge.presence) }
    let weights = runs.map { Double($0.rows) / Double(max($0.customers, 1)) }
    var tasks: [Task] = []
    var passed = Array(repeating: 0, count: runs.count)
    var weight = Double.infinity
    for (number, bits) in presence.enumerated() {
      if weight >= Double(taskRows) {
        let positions = runs.indices.map { runs[$0].position(of: passed[$0]) }
        tasks.append(
          Task(firstCustomer: number, customerCount: 0, positions: positions, passed: passed))
        weight = 0
      }
      tasks[tasks.count - 1].customerCount += 1
      for run in runs.indices where bits >> UInt8(run) & 1 == 1 {
        passed[run] += 1
        weight += weights[run]
      }
    }
    self.presence = presence
    self.tasks = tasks
  }

  var customerCount: Int { presence.count }

  /// A run that has the customer, and the customer's number within it.
  func place(of number: Int) -> (run: Int, number: Int) {
    var low = 0
    var high = tasks.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if tasks[middle].firstCustomer <= number { low = middle } else { high = middle - 1 }
    }
    let run = presence[number].trailingZeroBitCount
    var own = tasks[low].passed[run]
    for other in tasks[low].firstCustomer..<number where presence[other] >> UInt8(run) & 1 == 1 {
      own += 1
    }
    return (run, own)
  }
}
