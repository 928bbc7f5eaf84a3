public import Diagnostics

/// What rules need to know besides the workspace.
public struct RuleContext: Sendable {
  public var today: CalendarDate
  /// What the claims of cards measure today, by card; cards that are missing have no live number.
  public var readings: [ObjectReference: Evidence.Reading]
  /// The ids of the surveys; nil = not known here, so that references to surveys are not checked.
  public var surveys: Set<String>?
  /// Everything of the workspace that is checked, taken apart once for all rules.
  var objects: [DescribedObject] = []

  public init(
    today: CalendarDate, readings: [ObjectReference: Evidence.Reading] = [:],
    surveys: Set<String>? = nil
  ) {
    self.today = today
    self.readings = readings
    self.surveys = surveys
  }
}

/// One check of a workspace, with the codes it can find.
struct Rule: Sendable {
  let codes: [FindingCode]
  let check: @Sendable (Workspace, RuleContext, inout [Finding]) -> Void

  init(
    _ codes: FindingCode...,
    check: @escaping @Sendable (Workspace, RuleContext, inout [Finding]) -> Void
  ) {
    self.codes = codes
    self.check = check
  }

  /// A rule that looks at one map at a time.
  static func onMaps(
    _ codes: FindingCode...,
    check: @escaping @Sendable (JourneyMap, Workspace, RuleContext, inout [Finding]) -> Void
  ) -> Rule {
    Rule(codes: codes) { workspace, context, findings in
      for map in workspace.maps { check(map, workspace, context, &findings) }
    }
  }

  private init(
    codes: [FindingCode],
    check: @escaping @Sendable (Workspace, RuleContext, inout [Finding]) -> Void
  ) {
    self.codes = codes
    self.check = check
  }
}

extension FindingCode {
  /// A finding of this code, with the severity of the catalogue.
  ///
  /// - Parameters:
  ///   - variant: which of the messages of this code, where it has several.
  ///   - values: what the places of message and hint are filled with.
  func found(
    variant: String = "", _ values: [String: any Sayable] = [:], hint: Advice = .usual,
    at subject: ObjectReference, property: String? = nil
  ) -> Finding {
    let said = Diagnostic(code, severity, variant: variant, values, hint: hint)
    return Finding(
      code, FindingSeverity(severity), saying: said.saying, advice: said.advice, subject: subject,
      property: property)
  }
}

extension FindingSeverity {
  public init(_ severity: Severity) {
    switch severity {
    case .note: self = .note
    case .warning: self = .warning
    case .error: self = .error
    }
  }
}

extension Severity {
  public init(_ severity: FindingSeverity) {
    switch severity {
    case .note: self = .note
    case .warning: self = .warning
    case .error: self = .error
    }
  }
}

extension Diagnostic {
  /// A finding of the model with its place in a text, where it came from one.
  public init(_ finding: Finding, at location: TextLocation? = nil) {
    self.init(
      finding.code, Severity(finding.severity), saying: finding.saying, advice: finding.advice,
      at: location, subject: finding.subject.id)
  }
}

extension Saying {
  /// The kind of an object, as sentences name it.
  static func word(of kind: ObjectReference.Kind) -> Saying { .word(kind.rawValue) }
}

/// A name in quotation marks, or the id where the name is empty; long texts are cut.
func quoted(_ name: String, or id: String) -> String {
  let text = name.isEmpty ? id : name
  return text.count > 60 ? "'\(text.prefix(59))…'" : "'\(text)'"
}

extension JourneyMap {
  var title: String { quoted(name, or: id.rawValue) }
  var reference: ObjectReference { reference(in: nil) }
}
extension Stage { var title: String { quoted(name, or: id.rawValue) } }
extension Step { var title: String { quoted(name, or: id.rawValue) } }
extension Lane { var title: String { quoted(name, or: id.rawValue) } }
extension Card { var title: String { quoted(text, or: id.rawValue) } }
extension Touchpoint { var title: String { quoted(name, or: id.rawValue) } }
extension Persona { var title: String { quoted(name, or: id.rawValue) } }
