import NIOCore
import Synchronization

/// Hands what happens in the workspace to every connected browser, in one order for all.
///
/// A message is encoded once and shared. A browser that does not read is cut off rather than remembered without end: it
/// comes back with the revision it knows and gets the rest from the edit log.
final class LiveHub: Sendable {
  /// Bytes of one server-sent event, and the revision it carries, if any.
  struct Message: Sendable {
    var revision: Int?
    var bytes: ByteBuffer
  }

  struct Subscription: Sendable {
    let id: Int
    let messages: AsyncStream<Message>
  }

  private struct State {
    var next = 0
    var listeners: [Int: AsyncStream<Message>.Continuation] = [:]
  }
  private let state = Mutex(State())
  /// So many messages may wait for one browser.
  private let patience: Int

  init(patience: Int = 1_000) { self.patience = patience }

  /// Everything that is sent from now on; ends when the browser is too slow or the hub closes.
  func subscribe() -> Subscription {
    let (messages, continuation) = AsyncStream.makeStream(
      of: Message.self, bufferingPolicy: .bufferingOldest(patience))
    let id = state.withLock { state in
      state.next += 1
      state.listeners[state.next] = continuation
      return state.next
    }
    continuation.onTermination = { [weak self] _ in self?.unsubscribe(id) }
    return Subscription(id: id, messages: messages)
  }

  func unsubscribe(_ id: Int) {
    let listener = state.withLock { $0.listeners.removeValue(forKey: id) }
    listener?.finish()
  }

  func send(_ message: Message) {
    let listeners = state.withLock { Array($0.listeners) }
    for (id, listener) in listeners {
      if case .enqueued = listener.yield(message) { continue }
      unsubscribe(id)
    }
  }

  /// Ends every stream, so that the server can stop.
  func close() {
    let listeners = state.withLock { state in
      defer { state.listeners = [:] }
      return Array(state.listeners.values)
    }
    for listener in listeners { listener.finish() }
  }

  var count: Int { state.withLock { $0.listeners.count } }
}

extension LiveHub.Message {
  /// A comment that keeps proxies from closing a quiet stream.
  static let heartbeat = LiveHub.Message(bytes: ByteBuffer(string: ": still here\n\n"))

  /// - Parameter data: one line, as JSON is written here.
  init(_ name: String, data: some Sequence<UInt8>, revision: Int? = nil) {
    self.revision = revision
    var bytes = ByteBuffer()
    if let revision { bytes.writeString("id: \(revision)\n") }
    bytes.writeString("event: \(name)\ndata: ")
    bytes.writeBytes(data)
    bytes.writeString("\n\n")
    self.bytes = bytes
  }
}
