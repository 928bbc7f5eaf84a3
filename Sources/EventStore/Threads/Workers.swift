import Glibc
import Synchronization

/// Plain threads that live for one piece of work.
enum Workers {
  static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  private final class Start: Sendable {
    let index: Int
    let body: @Sendable (Int) -> Void
    init(index: Int, body: @escaping @Sendable (Int) -> Void) {
      self.index = index
      self.body = body
    }
  }

  /// Calls `body(0)` … `body(count − 1)` at once, each on a thread; returns when all have ended.
  static func run(_ count: Int, _ body: @Sendable (Int) -> Void) {
    guard count > 1 else {
      if count == 1 { body(0) }
      return
    }
    withoutActuallyEscaping(body) { body in
      var threads: [pthread_t] = []
      var unstarted: [Int] = []
      for index in 1..<count {
        let start = unsafe Unmanaged.passRetained(Start(index: index, body: body))
        var thread = pthread_t()
        let failure = unsafe pthread_create(
          &thread, nil,
          { argument in
            guard let argument = unsafe argument else { return nil }
            let start = unsafe Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
            start.body(start.index)
            return nil
          }, start.toOpaque())
        if failure == 0 {
          threads.append(thread)
        } else {
          unsafe start.release()
          unstarted.append(index)
        }
      }
      body(0)
      // Where the system gives no more threads the work is still done, only later.
      for index in unstarted { body(index) }
      for thread in threads { _ = pthread_join(thread, nil) }
    }
  }

  /// Calls `body` for every index below `count`; threads take the next index as they come free.
  static func each(_ count: Int, threads: Int, _ body: @Sendable (Int) -> Void) {
    let next = Atomic<Int>(0)
    run(min(threads, count)) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if index >= count { return }
        body(index)
      }
    }
  }
}

/// Keeps the first error of several threads, and tells the others to stop.
final class FirstError: Sendable {
  private let error = Mutex<EventStoreError?>(nil)
  private let raised = Atomic<Bool>(false)

  var isRaised: Bool { raised.load(ordering: .relaxed) }

  func attempt(_ body: () throws(EventStoreError) -> Void) {
    do {
      try body()
    } catch {
      self.error.withLock { if $0 == nil { $0 = error } }
      raised.store(true, ordering: .relaxed)
    }
  }

  func rethrow() throws(EventStoreError) {
    if let error = error.withLock({ $0 }) { throw error }
  }
}
