public import Wording

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
  public var saying: Saying
  public var location: TextLocation?
  /// The remedy, as a sentence without a capital or full stop.
  public var advice: Saying?
  /// The id of the object concerned, where there is one (a card, stage, touchpoint …).
  public var subject: String?

  public init(
    _ code: String, _ severity: Severity, saying: Saying, advice: Saying?,
    at location: TextLocation? = nil, subject: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.saying = saying
    self.location = location
    self.advice = advice
    self.subject = subject
  }

  /// A finding that says what the catalogue has for its code.
  ///
  /// - Parameters:
  ///   - key: under which code the catalogue has the texts, where several codes share them.
  ///   - variant: which of its messages, where the code has several.
  ///   - values: what the places of message and hint are filled with.
  public init(
    _ code: String, _ severity: Severity, as key: String? = nil, variant: String = "",
    _ values: [String: any Sayable] = [:], at location: TextLocation? = nil,
    hint: Advice = .usual, subject: String? = nil
  ) {
    let key = FindingWords.key(key ?? code, variant)
    self.init(
      code, severity, saying: Saying(key, values), advice: hint.saying(beside: key, values),
      at: location, subject: subject)
  }

  /// A finding whose words come from elsewhere and are the same in every language.
  public init(
    _ code: String, _ severity: Severity, verbatim message: String,
    at location: TextLocation? = nil, hint: String? = nil, subject: String? = nil
  ) {
    self.init(
      code, severity, saying: .text(message), advice: hint.map { .text($0) }, at: location,
      subject: subject)
  }

  /// In English.
  public var message: String { saying.text() }
  public var hint: String? { advice?.text() }

  public func message(in catalogue: Catalogue) -> String { saying.text(in: catalogue) }
  public func hint(in catalogue: Catalogue) -> String? { advice?.text(in: catalogue) }
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
