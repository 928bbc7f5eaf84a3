import Glibc

/// The right to write to a workspace: `flock` on `DIR/.lock`, held as long as this value is.
///
/// Readers take no lock. The lock belongs to the open file, so a second one in the same process is refused too.
public final class WriterLock: Sendable {
  /// The workspace folder that is locked.
  public let directory: String
  private let descriptor: Int32

  /// - Throws: `.locked` if another writer holds it, `.system` if the folder cannot be written.
  public init(directory: String) throws(EventStoreError) {
    let path = directory + "/.lock"
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .system(attempt: "open the lock", path: path, errno: errno)
    }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      let reason = errno
      close(descriptor)
      if reason == EWOULDBLOCK { throw .locked(path: path) }
      throw .system(attempt: "lock", path: path, errno: reason)
    }
    self.directory = directory
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
