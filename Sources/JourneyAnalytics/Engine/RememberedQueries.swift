public import EventStore
import Synchronization

/// The questions of a log that does not change, each worked out once: the same question again costs nothing.
///
/// While people draw, a map asks the same question of the same events after every edit that touches neither stages nor
/// touchpoints. Two who ask at the same time wait for one answer.
public final class RememberedQueries: JourneyQueries {
  private struct Key: Hashable {
    var questions: JourneyQuestions
    var filters: Filters
    var grouping: Grouping?
  }
  /// One answer, worked out by whoever comes first.
  private final class Slot: Sendable {
    let answers = Mutex<JourneyAnswers?>(nil)
  }
  private struct Memory {
    var slots: [Key: Slot] = [:]
    /// The least recently used first.
    var order: [Key] = []
  }
  private let engine: any JourneyQueries
  private let capacity: Int
  private let memory = Mutex(Memory())

  /// - Parameter capacity: so many answers are kept; the least recently used goes first.
  public init(_ engine: any JourneyQueries, capacity: Int = 24) {
    self.engine = engine
    self.capacity = max(1, capacity)
  }

  public var eventCount: Int { engine.eventCount }
  public var customerCount: Int { engine.customerCount }
  public var activityNames: [String] { engine.activityNames }
  public var channelNames: [String] { engine.channelNames }

  public func answer(
    _ questions: JourneyQuestions, filters: Filters, grouping: Grouping?
  ) throws(EventStoreError) -> JourneyAnswers {
    let slot = slot(Key(questions: questions, filters: filters, grouping: grouping))
    let result = slot.answers.withLock { known -> Result<JourneyAnswers, EventStoreError> in
      if let known { return .success(known) }
      do throws(EventStoreError) {
        let found = try engine.answer(questions, filters: filters, grouping: grouping)
        known = found
        return .success(found)
      } catch { return .failure(error) }
    }
    return try result.get()
  }

  public func droppedOffCustomers(
    at name: String, _ query: DropOffQuery, limit: Int, filters: Filters, grouping: Grouping?
  ) throws(EventStoreError) -> DropOffList {
    try engine.droppedOffCustomers(
      at: name, query, limit: limit, filters: filters, grouping: grouping)
  }

  private func slot(_ key: Key) -> Slot {
    memory.withLock { memory in
      if let known = memory.slots[key] {
        if let place = memory.order.firstIndex(of: key) { memory.order.remove(at: place) }
        memory.order.append(key)
        return known
      }
      if memory.order.count >= capacity { memory.slots[memory.order.removeFirst()] = nil }
      let slot = Slot()
      memory.slots[key] = slot
      memory.order.append(key)
      return slot
    }
  }
}
