import Glibc
import Synchronization

/// Shares numbered pieces of work among the processors, for merging after a scan.
enum Workers {
  /// The results of `body(0) ..< body(count)`, in order.
  ///
  /// - Parameter threads: at most so many at a time; nil takes one per processor.
  static func map<Result: Sendable>(
    _ count: Int, threads: Int? = nil, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    let limit = min(count, threads ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    guard limit > 1 else { return (0..<max(count, 0)).map { body($0) } }
    let next = Atomic<Int>(0)
    let results = Mutex<[Result?]>([Result?](repeating: nil, count: count))
    let run: @Sendable () -> Void = {
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let result = body(index)
        results.withLock { $0[index] = result }
      }
    }
    withoutActuallyEscaping(run) { run in
      let threads = (1..<limit).compactMap { _ in JoinedThread(run) }
      run()
      for thread in threads { thread.join() }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}

/// A thread that its starter waits for.
private struct JoinedThread {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private var handle = pthread_t()

  /// Nil if the system has no thread to give; the starter then does the work alone.
  init?(_ run: @escaping @Sendable () -> Void) {
    let body = unsafe Unmanaged.passRetained(Body(run))
    let failure = unsafe pthread_create(
      &handle, nil,
      { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, body.toOpaque())
    if failure != 0 {
      unsafe body.release()
      return nil
    }
  }

  func join() { _ = pthread_join(handle, nil) }
}
