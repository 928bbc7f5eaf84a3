import Statistics

/// Which way a score moved, if it moved for more than luck.
public enum ChangeVerdict: String, Hashable, Sendable, Codable, CaseIterable {
  case rose, fell
  /// No arrow is drawn.
  case noClearChange

  /// A change counts when its probability by luck, after correction, is below this.
  public static let level = 0.05
}

/// A change as it may be shown on a page with others.
public struct JudgedChange: Hashable, Sendable, Codable {
  public var change: ScoreChange
  /// The test's p after Holm's correction over the page; nil where there was no test.
  public var adjustedP: Double?
  public var verdict: ChangeVerdict

  public init(change: ScoreChange, adjustedP: Double?, verdict: ChangeVerdict) {
    self.change = change
    self.adjustedP = adjustedP
    self.verdict = verdict
  }

  /// Judges all comparisons shown on one page together, in the order given.
  ///
  /// A comparison without a test is no comparison: it gets no arrow and does not make the others stricter.
  public static func judge(_ page: [ScoreChange]) -> [JudgedChange] {
    let tested = page.indices.filter { page[$0].test != nil }
    let adjusted = HolmAdjustment.adjusted(tested.compactMap { page[$0].test?.p })
    var result = page.map { JudgedChange(change: $0, adjustedP: nil, verdict: .noClearChange) }
    for (index, p) in zip(tested, adjusted) {
      result[index].adjustedP = p
      guard p < ChangeVerdict.level, let z = page[index].test?.z else { continue }
      // NPS is tested on adjusted shares: where they move against the score itself, nothing is clear.
      let difference = page[index].difference
      if z > 0, difference > 0 { result[index].verdict = .rose }
      if z < 0, difference < 0 { result[index].verdict = .fell }
    }
    return result
  }
}
