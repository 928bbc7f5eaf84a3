import JourneyDrawing
import Wording

/// Spans of time and shares, as options take them and as tables print them.
enum Spans {
  private static let figures = Figures(catalogue: .current)

  static func text(_ seconds: Double?) -> String { seconds.map { figures.duration($0) } ?? "–" }
  static func share(_ share: Double?) -> String { share.map { figures.share($0) } ?? "–" }

  /// `90s`, `30m`, `1h`, `7d` in microseconds; nil for `none`.
  static func microseconds(_ text: String, _ option: String) throws(CommandFailure) -> Int64? {
    if text == "none" { return nil }
    let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
    guard let last = text.last, let unit = units[last], let number = Int64(text.dropLast()),
      number >= 0, number <= 36_500 * 86_400 / unit
    else {
      throw CommandFailure(
        .usage, words(.takesSpan, ["option": option, "text": text]))
    }
    return number * unit * 1_000_000
  }
}
