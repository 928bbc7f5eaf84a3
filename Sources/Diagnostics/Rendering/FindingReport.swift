public import Wording

/// Findings in reading order, ready to be written for a person, a program or a code host.
public struct FindingReport: Hashable, Sendable {
  /// By file, line and column; findings without a place come last. At one place the worst comes first,
  /// then by code and message.
  public let diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics.enumerated()
      .sorted { a, b in
        Self.precedes(a.element, b.element)
          ?? (a.offset < b.offset)
      }
      .map(\.element)
  }

  /// How many findings have a severity.
  public func count(_ severity: Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// `2 errors, 1 warning and 3 notes`, or `no findings`.
  public var summary: String { summary(in: .english) }

  public func summary(in catalogue: Catalogue) -> String {
    let parts = [Severity.error, .warning, .note].compactMap { severity -> String? in
      let count = count(severity)
      if count == 0 { return nil }
      return Saying.word("count-of-\(severity.rawValue)s", ["count": count]).text(in: catalogue)
    }
    guard let last = parts.last else { return Saying.word("no-findings").text(in: catalogue) }
    if parts.count == 1 { return last }
    let others = parts.dropLast().joined(separator: ", ")
    return Saying.word("and", ["first": others, "last": last]).text(in: catalogue)
  }

  /// Nil if nothing but the given order tells two findings apart.
  private static func precedes(_ a: Diagnostic, _ b: Diagnostic) -> Bool? {
    switch (a.location, b.location) {
    case (let left?, let right?):
      if left.file != right.file {
        return left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
      }
      if left != right { return (left.line, left.column) < (right.line, right.column) }
    case (nil, _?): return false
    case (_?, nil): return true
    case (nil, nil): break
    }
    if a.severity != b.severity { return a.severity > b.severity }
    if a.code != b.code { return a.code.utf8.lexicographicallyPrecedes(b.code.utf8) }
    if a.message != b.message { return a.message.utf8.lexicographicallyPrecedes(b.message.utf8) }
    return nil
  }
}
