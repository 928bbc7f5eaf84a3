import Secrets
import Synchronization
import WorkspaceStore

/// The one-time link by which the first account is made: in memory only, for 15 minutes, once.
///
/// There is no default account and no default password; who can read the server's own messages is its first owner.
final class SetupDoor: Sendable {
  private struct Key {
    var token: Token
    var expiresAt: Int64
  }

  static let length = 15 * Microseconds.minute
  private let key = Mutex<Key?>(nil)

  /// Makes a new link; one made before no longer opens.
  ///
  /// - Parameter base: the address of the server without a slash at the end.
  func link(_ base: String, at now: Int64) -> String {
    let token = Token()
    key.withLock { $0 = Key(token: token, expiresAt: now + Self.length) }
    // Behind the `#`, so that it is in no log and no Referer.
    return "\(base)/setup#\(token.text)"
  }

  /// Whether the token opens the door; it stays open.
  func isOpen(to token: Token, at now: Int64) -> Bool {
    key.withLock { key in
      guard let key, now < key.expiresAt else { return false }
      return ConstantTime.areEqual(key.token.digest(for: "setup"), token.digest(for: "setup"))
    }
  }

  /// Closes the door for good once the first account is made.
  func close() { key.withLock { $0 = nil } }
}
