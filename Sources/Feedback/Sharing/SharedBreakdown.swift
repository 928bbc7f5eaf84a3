/// Which cells of a breakdown may be seen by others.
public enum SharedBreakdown {
  public enum Visibility: String, Hashable, Sendable, Codable, CaseIterable {
    case shown
    /// There are no answers to hide.
    case noData
    /// The cell itself rests on too few answers.
    case tooFew
    /// The cell is hidden so that another cannot be worked out from the total.
    case protectsAnother
  }

  /// Decides for every cell, in the order given, from its number of answers.
  ///
  /// Cells of 1–4 answers are hidden. What is hidden could be worked out by subtracting the rest from the total: so
  /// the smallest shown cells are hidden too (the first of equals), until at least two cells with five answers
  /// together are hidden.
  public static func visibility(ofCounts counts: [Int]) -> [Visibility] {
    var result = counts.map { n -> Visibility in
      switch SampleBase(n: n) {
      case .none: .noData
      case .tooFewToShare: .tooFew
      case .low, .enough: .shown
      }
    }
    let small = counts.indices.filter { result[$0] == .tooFew }
    guard !small.isEmpty else { return result }
    var hiddenAnswers = small.reduce(0) { $0 + counts[$1] }
    let candidates = counts.indices.filter { result[$0] == .shown }
      .sorted { (counts[$0], $0) < (counts[$1], $1) }
    for index in candidates {
      // Five answers never fit in one cell hidden for being small: so at least two cells are hidden.
      if hiddenAnswers >= SampleBase.leastShared { break }
      result[index] = .protectsAnother
      hiddenAnswers += counts[index]
    }
    return result
  }
}
