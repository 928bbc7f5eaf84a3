public import Wording

/// Finds what a person probably meant by a name that does not exist.
public enum Spelling {
  /// The number of single edits between two texts: insert, delete, replace, or swap two neighbours.
  ///
  /// The restricted Damerau–Levenshtein distance over Unicode scalars (no part is edited twice).
  /// - Complexity: O(*n·m*) time, O(*m*) space.
  public static func distance(_ a: String, _ b: String) -> Int {
    distance(Array(a.unicodeScalars), Array(b.unicodeScalars))
  }

  /// The candidate closest to a word, if it is close enough to be meant; the first of equals.
  ///
  /// Case does not count. A word of up to 2 letters is close at no distance but case, of up to 4 at 1, of up to
  /// 8 at 2, longer ones at a third of their length, but never more than 4 edits.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars)
    // Names are short: a very long word is not a slip of the pen, and comparing it would be slow.
    guard !wanted.isEmpty, wanted.count <= 200 else { return nil }
    let limit = allowance(for: wanted.count)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let letters = Array(candidate.lowercased().unicodeScalars)
      guard abs(letters.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, letters)
      guard distance <= limit, distance < (best?.distance ?? .max) else { continue }
      best = (candidate, distance)
    }
    return best?.candidate
  }

  /// The hint `did you mean 'discover'?`, or nil when no candidate is close.
  public static func hint(
    for word: String, among candidates: some Sequence<String>, in catalogue: Catalogue = .english
  ) -> String? {
    nearest(to: word, among: candidates).map { Saying.didYouMean($0).text(in: catalogue) }
  }

  /// How many edits a word of this length may be away.
  static func allowance(for length: Int) -> Int {
    switch length {
    case ...2: 0
    case ...4: 1
    case ...8: 2
    default: min(4, length / 3)
    }
  }

  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty { return b.count }
    if b.isEmpty { return a.count }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var current = last
    for i in 1...a.count {
      current[0] = i
      for j in 1...b.count {
        let replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var best = min(last[j] + 1, current[j - 1] + 1, replaced)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, beforeLast[j - 2] + 1)
        }
        current[j] = best
      }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[b.count]
  }
}
