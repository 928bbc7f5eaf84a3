import EventStore
import Synchronization
import Testing

@testable import JourneyAnalytics

@Suite struct RememberedQueriesTests {
  /// An engine that counts how often it is asked.
  private final class Counting: JourneyQueries {
    let asked = Mutex(0)
    let fails = Mutex(false)
    var eventCount: Int { 1 }
    var customerCount: Int { 1 }
    var activityNames: [String] { ["a"] }
    var channelNames: [String] { [""] }
    func answer(
      _ questions: JourneyQuestions, filters: Filters, grouping: Grouping?
    ) throws(EventStoreError) -> JourneyAnswers {
      asked.withLock { $0 += 1 }
      if fails.withLock({ $0 }) { throw .unknownAttribute(name: "x", known: []) }
      return JourneyAnswers()
    }
    func droppedOffCustomers(
      at name: String, _ query: DropOffQuery, limit: Int, filters: Filters, grouping: Grouping?
    ) throws(EventStoreError) -> DropOffList { throw .unknownAttribute(name: "x", known: []) }
    var count: Int { asked.withLock { $0 } }
  }

  private func questions(_ top: Int) -> JourneyQuestions {
    var questions = JourneyQuestions()
    questions.overview = top.isMultiple(of: 2)
    questions.stageLimits = [Int64(top)]
    return questions
  }

  @Test func `the same question is worked out once, another one anew`() throws {
    let engine = Counting()
    let remembered = RememberedQueries(engine)
    for _ in 0..<5 { _ = try remembered.answer(questions(2), filters: .none, grouping: nil) }
    #expect(engine.count == 1)
    _ = try remembered.answer(questions(3), filters: .none, grouping: nil)
    #expect(engine.count == 2)
  }

  @Test func `the least recently used answer goes first`() throws {
    let engine = Counting()
    let remembered = RememberedQueries(engine, capacity: 2)
    for top in [1, 2, 1, 3, 1] {
      _ = try remembered.answer(questions(top), filters: .none, grouping: nil)
    }
    #expect(engine.count == 3)
    _ = try remembered.answer(questions(2), filters: .none, grouping: nil)
    #expect(engine.count == 4)
  }

  @Test func `a failure is not remembered`() throws {
    let engine = Counting()
    engine.fails.withLock { $0 = true }
    let remembered = RememberedQueries(engine)
    #expect(throws: EventStoreError.self) {
      try remembered.answer(questions(1), filters: .none, grouping: nil)
    }
    engine.fails.withLock { $0 = false }
    _ = try remembered.answer(questions(1), filters: .none, grouping: nil)
    #expect(engine.count == 2)
  }

  @Test func `many who ask at once wait for one answer`() async throws {
    let engine = Counting()
    let remembered = RememberedQueries(engine)
    let asked = questions(7)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<32 {
        group.addTask { _ = try remembered.answer(asked, filters: .none, grouping: nil) }
      }
      try await group.waitForAll()
    }
    #expect(engine.count == 1)
  }
}
