public import Wording

/// One kind of finding, documented once for the command line, SARIF and `docs/findings.md`.
///
/// Every module that makes findings lists its own codes in one `static let codes: [FindingCode]`.
public struct FindingCode: Hashable, Sendable {
  /// Stable for ever, such as `map.barrier-without-solution`.
  public let code: String
  /// How much it matters where nothing else is said.
  public let severity: Severity
  /// What the finding means, in one sentence.
  public let meaning: String
  /// What a person can do about it, in one sentence.
  public let remedy: String

  public init(_ code: String, _ severity: Severity, meaning: String, remedy: String) {
    precondition(
      Self.isWellFormed(code), "a finding code is two lowercase slugs around a dot: \(code)")
    self.code = code
    self.severity = severity
    self.meaning = meaning
    self.remedy = remedy
  }

  /// A code with what the catalogue says of it.
  ///
  /// - Parameter key: under which code the catalogue has the texts, where several codes share them.
  /// - Precondition: the catalogue knows the code.
  public init(
    _ code: String, _ severity: Severity, as key: String? = nil, in catalogue: Catalogue = .english
  ) {
    let words = catalogue.findings
    guard let meaning = words.meaning(of: key ?? code), let remedy = words.remedy(of: key ?? code)
    else {
      preconditionFailure("the catalogue says nothing of findings of the code \(key ?? code)")
    }
    self.init(code, severity, meaning: meaning, remedy: remedy)
  }

  /// Whether a text is `<area>.<slug>` in lowercase letters, digits and `-`.
  public static func isWellFormed(_ code: String) -> Bool {
    let parts = code.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
              || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
              || byte == UInt8(ascii: "-")
          }
      }
  }
}
