/// Brings a file to the disk while more of it is written, so that there is less to wait for at the end.
struct EarlyFlush: Sendable {
  private struct State {
    var written = 0
    var isOver = false
  }

  private static let stepBytes = 8 << 20
  private let state = Monitor(State())

  /// Tells how far the file has been written; wakes the thread in `run` only now and then.
  func wrote(_ byteCount: Int, before: Int) {
    if byteCount / Self.stepBytes > before / Self.stepBytes {
      state.with { $0.written = byteCount }
    }
  }

  /// Lets `run` return.
  func end() { state.with { $0.isOver = true } }

  /// Calls `flush` whenever a good deal more has been written, until the end.
  func run(_ flush: () throws(EventStoreError) -> Void) throws(EventStoreError) {
    var flushed = 0
    while true {
      let written: Int? = state.when({ $0.isOver || $0.written > flushed }) { state in
        state.isOver ? nil : state.written
      }
      guard let written else { return }
      try flush()
      flushed = written
    }
  }
}
