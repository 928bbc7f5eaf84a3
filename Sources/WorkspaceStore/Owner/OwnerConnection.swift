import Foundation
import Glibc

/// The command's side of `DIR/.socket`.
public final class OwnerConnection: Sendable {
  public let directory: String
  private let line: SocketLine

  /// Nil if no process listens there.
  public init?(directory: String) {
    self.directory = directory
    guard let address = SocketAddress(directory: directory) else { return nil }
    defer { address.end() }
    let descriptor = socket(
      AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    let line = SocketLine(descriptor)
    guard address.with({ connect(descriptor, $0, $1) }) == 0 else { return nil }
    self.line = line
  }

  /// Asks and waits for the answer, however long it takes.
  ///
  /// - Throws: `.owner` with what the owner says, or that it has gone.
  public func ask(
    _ request: OwnerRequest, progress: (OwnerReply) -> Void = { _ in }
  ) throws(WorkspaceStoreError) -> OwnerReply {
    var isGone = !line.write(request)
    while !isGone {
      guard let reply = line.read(OwnerReply.self) else {
        isGone = true
        break
      }
      switch reply {
      case .progress: progress(reply)
      case .failed(let failure): throw .owner(failure)
      default: return reply
      }
    }
    throw .owner(
      OwnerFailure(
        message: "the server of '\(directory)' ended before it had answered",
        hint: "try again; what it acknowledged is kept", exitCode: 3))
  }
}
