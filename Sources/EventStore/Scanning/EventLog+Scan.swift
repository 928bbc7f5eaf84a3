import Synchronization

extension EventLog {
  public func scan<Partial: Sendable>(
    _ columns: ScanColumns,
    into makePartial: @Sendable () -> Partial,
    _ body: @Sendable (inout Partial, JourneyChunk) -> Void
  ) throws(EventStoreError) -> [Partial] {
    let plan = try ScanPlan(self, columns)
    let tasks: Int
    switch order {
    case .singleRun:
      tasks = runs.first.map { $0.segments.reduce(0) { $0 + $1.directory.blocks.count } } ?? 0
    case .severalRuns(let index): tasks = index.tasks.count
    case .groups(let index):
      tasks = (index.count + GroupScan.groupsPerTask - 1) / GroupScan.groupsPerTask
    }
    let blocks = singleRunBlocks()
    let failure = FirstError()
    let results = Mutex<[Partial]>([])
    let next = Atomic<Int>(0)
    Workers.run(max(1, min(threads, tasks))) { _ in
      var partial = makePartial()
      failure.attempt { () throws(EventStoreError) in
        var scanner = ChunkScanner(self, plan)
        while !failure.isRaised {
          let task = next.wrappingAdd(1, ordering: .relaxed).oldValue
          if task >= tasks { break }
          switch order {
          case .singleRun:
            try scanner.scan(blocks[task]) { body(&partial, $0) }
          case .severalRuns(let index):
            try scanner.scan(index.tasks[task], index) { body(&partial, $0) }
          case .groups(let index):
            try scanner.scan(groupTask: task, index) { body(&partial, $0) }
          }
        }
      }
      results.withLock { $0.append(partial) }
    }
    try failure.rethrow()
    return results.withLock { $0 }
  }

  /// The blocks of a single run, each a chunk of its own.
  private func singleRunBlocks() -> [ChunkScanner.WholeBlock] {
    guard case .singleRun = order, let run = runs.first else { return [] }
    var blocks: [ChunkScanner.WholeBlock] = []
    var customer = 0
    for (segment, file) in run.segments.enumerated() {
      for (block, entry) in file.directory.blocks.enumerated() {
        blocks.append(.init(segment: segment, block: block, firstCustomer: customer))
        customer += entry.customers
      }
    }
    return blocks
  }
}

enum GroupScan {
  static let groupsPerTask = 2_048
}
