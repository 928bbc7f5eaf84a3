import EventStore
import Foundation
import JourneyAnalytics

/// A stored log that is asked the measured questions.
struct RefreshRun {
  /// One repetition.
  struct Timing: Encodable {
    var question: String
    var seconds: Double
    var cpuSeconds: Double
  }

  private let queries: LocalJourneyQueries

  /// Opens the log of a workspace folder.
  init(folder: String) throws {
    queries = LocalJourneyQueries(try EventLog(directory: folder))
  }

  func time(_ question: RefreshQuestion) throws -> Timing {
    let asked = question.questions
    let (_, cost) = try Measurement.of {
      try queries.answer(asked, filters: .none, grouping: nil)
    }
    return Timing(
      question: question.rawValue, seconds: cost.seconds, cpuSeconds: cost.cpuSeconds)
  }

  func writeAnswers(to path: String) throws {
    let answers = try queries.answer(
      RefreshQuestion.all.questions, filters: .none, grouping: nil)
    let text = try JSONEncoder().encode(ComparableAnswers(answers))
    try text.write(to: URL(fileURLWithPath: path))
  }
}
