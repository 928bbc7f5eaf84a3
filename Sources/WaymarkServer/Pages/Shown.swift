import Insight
import JourneyDrawing
import JourneyModel

/// Numbers as the pages print them: the figures of the drawings, and a dash where there is nothing to print.
struct Shown {
  private let figures: Figures

  init(_ figures: Figures) { self.figures = figures }

  private static let nothing = "–"

  func count(_ count: Int) -> String { figures.count(count) }
  func share(_ share: Double?) -> String { share.map { figures.share($0) } ?? Self.nothing }
  func duration(_ seconds: Double?) -> String {
    seconds.map { figures.duration($0) } ?? Self.nothing
  }
  func timeFrame(_ frame: TimeFrame) -> String { figures.frame(frame) }
  func signed(_ value: Double) -> String { figures.signed(value, digits: 1) }
  /// `+25 NPS`, `82 % CSAT`, `3.7 of 5`.
  func score(_ reading: ScoreReading) -> String {
    let printed = figures.score(reading)
    return "\(printed.value) \(printed.unit)"
  }
  func scoreInterval(_ reading: ScoreReading) -> String { figures.score(reading).interval }
}
