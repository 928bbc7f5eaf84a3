public import Diagnostics

/// Names one object of a workspace, whatever its kind: what findings, edits and history point at.
public struct ObjectReference: Hashable, Sendable, Codable {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case workspace, product, audience, department, channel, touchpoint, persona
    case binding, map, stage, step, lane, card, evidence, flow, story, moment, survey
  }
  public var kind: Kind
  /// The raw identifier; for the workspace itself `workspace`.
  public var id: String
  /// The map that owns the object; nil for objects of the workspace.
  public var map: String?
  public init(_ kind: Kind, _ id: String, in map: String? = nil) {
    self.kind = kind
    self.id = id
    self.map = map
  }
}

/// What a rule of the model found in a workspace; the notation adds the place in the text.
public struct Finding: Hashable, Sendable, Codable {
  /// Stable and documented, such as `map.barrier-without-solution`.
  public var code: String
  /// `error`, `warning` or `note`, as in `Diagnostics.Severity`.
  public var severity: FindingSeverity
  public var saying: Saying
  public var advice: Saying?
  public var subject: ObjectReference
  /// The property concerned, in the words of the notation (`touchpoint`, `timeFrame`).
  public var property: String?
  public init(
    _ code: String, _ severity: FindingSeverity, saying: Saying, advice: Saying? = nil,
    subject: ObjectReference, property: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.saying = saying
    self.advice = advice
    self.subject = subject
    self.property = property
  }

  /// In English.
  public var message: String { saying.text() }
  public var hint: String? { advice?.text() }
}

public enum FindingSeverity: String, Codable, Sendable, Hashable, CaseIterable {
  case note, warning, error
}
