import JourneyModel
import Synchronization

/// Who is here and what they have in hand. Held in memory only: it says nothing after a restart.
final class PresenceBoard: Sendable {
  struct Entry: Hashable, Sendable, Encodable {
    var client: String
    var person: String
    var name: String
    var map: String?
    var object: ObjectReference?
  }

  private struct Held {
    var entry: Entry
    var lastSeen: ContinuousClock.Instant
    /// Open streams of this client; one without a stream is forgotten after a while.
    var streams = 0
  }
  private let held = Mutex<[String: Held]>([:])
  /// How long a client without a stream stays on the board.
  static let memory: Duration = .seconds(30)

  /// Notes what a client has in hand; true if others see a difference.
  func attend(_ entry: Entry, now: ContinuousClock.Instant = .now) -> Bool {
    held.withLock { held in
      let before = held[entry.client]
      // A client belongs to the person who brought it first.
      if let before, before.entry.person != entry.person { return false }
      held[entry.client] = Held(entry: entry, lastSeen: now, streams: before?.streams ?? 0)
      return before?.entry != entry
    }
  }

  func streamOpened(_ entry: Entry, now: ContinuousClock.Instant = .now) -> Bool {
    held.withLock { held in
      guard let before = held[entry.client] else {
        held[entry.client] = Held(entry: entry, lastSeen: now, streams: 1)
        return true
      }
      if before.entry.person != entry.person { return false }
      held[entry.client]?.streams += 1
      return false
    }
  }

  /// True if others see a difference.
  func streamClosed(_ client: String) -> Bool {
    held.withLock { held in
      guard let before = held[client] else { return false }
      if before.streams > 1 {
        held[client]?.streams -= 1
        return false
      }
      held[client] = nil
      return true
    }
  }

  /// Forgets clients without a stream that were not heard of for a while; true if there were any.
  func sweep(now: ContinuousClock.Instant = .now) -> Bool {
    held.withLock { held in
      let gone = held.filter { $0.value.streams == 0 && now - $0.value.lastSeen > Self.memory }
      for client in gone.keys { held[client] = nil }
      return !gone.isEmpty
    }
  }

  /// Everyone, ordered by name and client.
  var entries: [Entry] {
    held.withLock { $0.values.map(\.entry) }
      .sorted { ($0.name, $0.client) < ($1.name, $1.client) }
  }
}
