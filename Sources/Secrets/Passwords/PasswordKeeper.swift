import Foundation

/// Hashes and checks passwords beside the server's own work, at most two at a time.
///
/// One check takes 32 MB for a while, so the number at once is bounded, and so is the queue.
public final class PasswordKeeper: Sendable {
  /// So many checks wait already that another would not be answered in time.
  public struct Busy: Error {}

  private let costs: PasswordCosts
  private let queue: OperationQueue
  /// Checked for somebody unknown, so that the answer takes as long as for somebody known.
  private let stranger: PasswordHash

  private static let mostWaiting = 64

  public init(costs: PasswordCosts = .standard) {
    self.costs = costs
    queue = OperationQueue()
    queue.name = "passwords"
    queue.maxConcurrentOperationCount = 2
    stranger = PasswordHash(of: Token().text, costs: costs)
  }

  public func hash(_ password: String) async throws(Busy) -> PasswordHash {
    let costs = costs
    return try await run { PasswordHash(of: password, costs: costs) }
  }

  /// Whether the stored text is the hash of the password; for nil false, after as much work.
  public func matches(_ password: String, _ stored: String?) async throws(Busy) -> Bool {
    let known = stored.flatMap(PasswordHash.init(text:))
    let asked = known ?? stranger
    let isRight = try await run { asked.matches(password) }
    return isRight && known != nil
  }

  private func run<Value: Sendable>(
    _ work: @escaping @Sendable () -> Value
  ) async throws(Busy) -> Value {
    guard queue.operationCount < Self.mostWaiting else { throw Busy() }
    return await withCheckedContinuation { continuation in
      queue.addOperation { continuation.resume(returning: work()) }
    }
  }
}
