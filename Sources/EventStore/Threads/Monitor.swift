import Glibc

/// State under a lock on which threads can wait for a change.
@safe final class Monitor<State>: @unchecked Sendable {
  // Sendable: `state` is only touched while `mutex` is held; both C objects have fixed addresses.
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>
  private var state: State

  init(_ state: State) {
    self.state = state
    unsafe mutex = .allocate(capacity: 1)
    unsafe changed = .allocate(capacity: 1)
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(changed, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(changed)
    unsafe pthread_mutex_destroy(mutex)
    unsafe changed.deallocate()
    unsafe mutex.deallocate()
  }

  /// Waits until `ready` holds, then changes the state and wakes those who wait.
  func when<R>(_ ready: (State) -> Bool, _ body: (inout State) -> R) -> R {
    unsafe pthread_mutex_lock(mutex)
    while !ready(state) { unsafe pthread_cond_wait(changed, mutex) }
    let result = body(&state)
    unsafe pthread_cond_broadcast(changed)
    unsafe pthread_mutex_unlock(mutex)
    return result
  }

  func with<R>(_ body: (inout State) -> R) -> R { when({ _ in true }, body) }
}
