/// A survey that is bound to a touchpoint, a stage or a map, told by the module that keeps surveys.
public struct BoundSurvey: Hashable, Sendable {
  public var survey: String
  public var boundTo: ObjectReference
  public init(survey: String, boundTo: ObjectReference) {
    self.survey = survey
    self.boundTo = boundTo
  }
}

/// Something that an edit changes besides its object.
public struct Consequence: Hashable, Sendable {
  public enum Effect: Hashable, Sendable {
    /// The object is no longer shown; it comes back when the deleted one is restored.
    case hides
    /// The object stays, its property no longer points at what is gone.
    case unbinds(PropertyName)
    /// The card stays, but its column is no longer one (a stage gets its first step).
    case losesColumn
  }
  public var object: ObjectReference
  public var effect: Effect
  /// What people call the object.
  public var label: String

  /// The consequence as a sentence.
  public var message: String {
    let name = label.isEmpty ? object.kind.rawValue : "\(object.kind.rawValue) '\(label)'"
    switch effect {
    case .hides: return "\(name) is hidden with it"
    case .unbinds(let property): return "\(name) loses its \(property.rawValue)"
    case .losesColumn: return "\(name) no longer stands in a column"
    }
  }
}

extension WorkspaceState {
  /// What an edit hides and unbinds, listed before it is applied; by kind, map and id.
  ///
  /// - Complexity: O(objects), for edits of any kind.
  public func consequences(of edit: Edit, surveys: [BoundSurvey] = []) -> [Consequence] {
    var after = self
    guard case .applied = after.apply(edit) else { return [] }
    var result: [Consequence] = []
    let columnsBefore = columnsIfAffected(by: edit)
    let columnsAfter = after.columnsIfAffected(by: edit)
    for object in objects where object != edit.object && !isHidden(object) {
      guard let values = records[object]?.values else { continue }
      if after.isHidden(object) {
        result.append(Consequence(object: object, effect: .hides, label: label(of: object)))
        continue
      }
      for property in ObjectSchema.of(object.kind)?.referring ?? [] {
        guard let value = values[property.name] else { continue }
        let lost = property.references(value, object.map).contains {
          after.isGone($0) && !isGone($0)
        }
        if lost {
          result.append(
            Consequence(object: object, effect: .unbinds(property.name), label: label(of: object)))
        }
      }
      if object.kind == .card, object.map == edit.object.map, let columnsBefore, let columnsAfter,
        case .text(let step)? = values["step"], columnsBefore.contains(step),
        !columnsAfter.contains(step)
      {
        result.append(Consequence(object: object, effect: .losesColumn, label: label(of: object)))
      }
    }
    for survey in surveys where after.isGone(survey.boundTo) && !isGone(survey.boundTo) {
      result.append(
        Consequence(
          object: ObjectReference(.survey, survey.survey),
          effect: .unbinds(PropertyName(rawValue: survey.boundTo.kind.rawValue)),
          label: survey.survey))
    }
    return result
  }

  /// What people call an object: its name, its text or its activity.
  public func label(of object: ObjectReference) -> String {
    for name: PropertyName in ["name", "text", "activity", "whatHappened", "source", "note"] {
      if case .text(let label)? = records[object]?.values[name], !label.isEmpty { return label }
    }
    return object.id
  }

  /// The ids of the map's columns, if the edit is about stages or steps.
  private func columnsIfAffected(by edit: Edit) -> Set<String>? {
    guard [.stage, .step].contains(edit.object.kind), let map = edit.object.map else { return nil }
    var columns: Set<String> = []
    var divided: Set<String> = []
    var stages: Set<String> = []
    for (object, record) in records where object.map == map {
      switch object.kind {
      case .step where !isHidden(object):
        columns.insert(object.id)
        if case .text(let stage)? = record.values["stage"] { divided.insert(stage) }
      case .stage where !isHidden(object): stages.insert(object.id)
      default: break
      }
    }
    return columns.union(stages.subtracting(divided))
  }
}
