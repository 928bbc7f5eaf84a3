/// How much a finding matters.
public enum Severity: String, Codable, Sendable, Hashable, CaseIterable, Comparable {
  case note, warning, error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

/// A place in a text file, as editors count: from 1, columns in UTF-8 bytes.
public struct TextLocation: Hashable, Sendable, Codable, Comparable {
  public var file: String
  public var line: Int
  public var column: Int

  public init(file: String, line: Int = 1, column: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
  }

  public static func < (a: TextLocation, b: TextLocation) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}

/// A finding about something a person wrote: what is wrong, where, and what would mend it.
public struct Diagnostic: Hashable, Sendable, Codable {
  /// Stable and documented, such as `map.unknown-stage`.
  public var code: String
  public var severity: Severity
  public var message: String
  public var location: TextLocation?
  /// The remedy, as a sentence without a capital or full stop.
  public var hint: String?
  /// The id of the object concerned, where there is one (a card, stage, touchpoint …).
  public var subject: String?

  public init(
    _ code: String, _ severity: Severity, _ message: String, at location: TextLocation? = nil,
    hint: String? = nil, subject: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.location = location
    self.hint = hint
    self.subject = subject
  }
}

/// A value read from something a person wrote, with everything that was found on the way.
///
/// - Invariant: `value` is nil only if at least one diagnostic is an error.
public struct Diagnosed<Value> {
  public var value: Value?
  public var diagnostics: [Diagnostic]

  public init(_ value: Value?, _ diagnostics: [Diagnostic] = []) {
    precondition(
      value != nil || diagnostics.contains { $0.severity == .error },
      "a missing value must be explained by an error")
    self.value = value
    self.diagnostics = diagnostics
  }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension Diagnosed: Sendable where Value: Sendable {}
