import Foundation
import Synchronization
import Wording

/// One line that tells how far long work has come: rows, MB/s, time left. Silent in a pipe.
final class ProgressLine: Sendable {
  private struct State {
    var lastShown: ContinuousClock.Instant?
    var wasShown = false
  }
  private let started = ContinuousClock.now
  private let state = Mutex(State())
  private let isShown: Bool

  init(isShown: Bool = Terminal.isWatched) {
    self.isShown = isShown
  }

  func show(bytesRead: Int, totalBytes: Int, rows: Int) {
    guard isShown else { return }
    let now = ContinuousClock.now
    let isDue = state.withLock { state in
      if let last = state.lastShown, now - last < .milliseconds(200) { return false }
      state.lastShown = now
      state.wasShown = true
      return true
    }
    guard isDue else { return }
    let seconds = max((now - started) / .seconds(1), 0.001)
    let rate = Double(bytesRead) / seconds
    var line =
      "\r" + words(.progress, ["rows": rows.formatted(), "rate": Int(rate / 1_000_000)])
    if totalBytes > 0, rate > 0 {
      let left = Double(max(0, totalBytes - bytesRead)) / rate
      line += words(
        .progressLeft,
        ["share": 100 * bytesRead / totalBytes, "seconds": Int(left.rounded(.up))])
    }
    Terminal.note(line + "\u{1B}[K", terminator: "")
  }

  /// Clears the line, so that what is printed next starts at the left.
  func finish() {
    if state.withLock({ $0.wasShown }) { Terminal.note("\r\u{1B}[K", terminator: "") }
  }
}
