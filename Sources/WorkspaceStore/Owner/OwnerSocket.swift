import Foundation
import Glibc
import Synchronization

/// The server's side of `DIR/.socket`: other processes of the same user ask the owner here.
///
/// Whoever makes it holds the lock of the workspace. A socket that a killed process left behind is replaced.
public final class OwnerSocket: Sendable {
  /// Answers a request; blocks, and is called on a thread of its own.
  public typealias Handler =
    @Sendable (OwnerRequest, _ progress: @escaping @Sendable (OwnerReply) -> Void) -> OwnerReply

  private let path: String
  private let listener: Int32
  private let handler: Handler
  private struct State {
    var isStopped = false
    var connections = 0
  }
  private let state = Mutex(State())
  /// More commands at once are turned away.
  private static let mostConnections = 16

  /// Listens from now on.
  ///
  /// - Throws: `.system` if the socket cannot be made.
  public init(directory: String, handler: @escaping Handler) throws(WorkspaceStoreError) {
    path = "\(OpenedStore.normalized(directory))/\(SocketAddress.name)"
    self.handler = handler
    unlink(path)
    let descriptor = socket(
      AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0, let address = SocketAddress(directory: directory) else {
      throw .system(attempt: "open", path: path, errno: errno)
    }
    defer { address.end() }
    // Before the name exists, so that nobody else can reach it in between.
    fchmod(descriptor, 0o600)
    guard address.with({ bind(descriptor, $0, $1) }) == 0, chmod(path, 0o600) == 0,
      listen(descriptor, 16) == 0
    else {
      let number = errno
      close(descriptor)
      throw .system(attempt: "listen at", path: path, errno: number)
    }
    listener = descriptor
    let thread = Thread { [self] in acceptAll() }
    thread.name = "waymark socket"
    thread.start()
  }

  /// Takes no more requests; those under way are finished by their threads.
  public func stop() {
    let wasStopped = state.withLock { state in
      defer { state.isStopped = true }
      return state.isStopped
    }
    guard !wasStopped else { return }
    unlink(path)
    // Wakes the thread that waits in `accept`, which then closes the descriptor.
    shutdown(listener, Int32(SHUT_RDWR))
  }

  private func acceptAll() {
    while true {
      let descriptor = accept(listener, nil, nil)
      let number = errno
      if state.withLock({ $0.isStopped }) {
        if descriptor >= 0 { close(descriptor) }
        close(listener)
        return
      }
      guard descriptor >= 0 else {
        // Out of descriptors: those that end soon make room.
        if number != EINTR, number != ECONNABORTED { usleep(50_000) }
        continue
      }
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      let line = SocketLine(descriptor)
      guard line.peer == geteuid() else { continue }
      let mayEnter = state.withLock { state in
        guard state.connections < Self.mostConnections else { return false }
        state.connections += 1
        return true
      }
      guard mayEnter else { continue }
      let thread = Thread { [self] in
        serve(line)
        state.withLock { $0.connections -= 1 }
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  private func serve(_ line: SocketLine) {
    line.setPatience(seconds: 60)
    while !state.withLock({ $0.isStopped }) {
      guard let request = line.read(OwnerRequest.self) else { return }
      // Progress comes from several threads.
      let writing = Mutex(line)
      let reply = handler(request) { progress in
        writing.withLock { line in _ = line.write(progress) }
      }
      guard writing.withLock({ $0.write(reply) }) else { return }
    }
  }
}
