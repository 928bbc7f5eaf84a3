import Diagnostics

extension Rule {
  static let duplicateIds: Rule = {
    let inMap = FindingCode("map.duplicate-id", .error)
    let inWorkspace = FindingCode("workspace.duplicate-id", .error)
    return Rule(inMap, inWorkspace) { _, context, findings in
      var seen: Set<ObjectReference> = []
      for object in context.objects where !seen.insert(object.reference).inserted {
        let reference = object.reference
        findings.append(
          (reference.map == nil ? inWorkspace : inMap).found(
            [
              "id": reference.id, "kind": Saying.word(of: reference.kind),
              "map": reference.map ?? "",
            ], at: reference, property: "id"))
      }
    }
  }()

  static let stageAndStepOfOneName: Rule = {
    let code = FindingCode("map.stage-step-collision", .error)
    return .onMaps(code) { map, _, _, findings in
      let stages = Set(map.stages.map(\.id.rawValue))
      for stage in map.stages {
        for step in stage.steps
        where stages.contains(step.id.rawValue) && step.id != stage.ownStepID {
          findings.append(
            code.found(
              ["step": step.title, "stage": stage.title, "id": "\(step.id)"],
              at: step.reference(in: map.id), property: "id"))
        }
      }
    }
  }()

  static let emptyNames: Rule = {
    let inMap = FindingCode("map.empty-name", .warning)
    let inWorkspace = FindingCode("workspace.empty-name", .warning)
    return Rule(inMap, inWorkspace) { _, context, findings in
      for object in context.objects {
        guard case .text(let name)? = object.values["name"], isBlank(name) else { continue }
        let reference = object.reference
        let isOnMap = reference.map != nil || reference.kind == .map
        findings.append(
          (isOnMap ? inMap : inWorkspace).found(
            variant: reference.kind == .workspace ? "workspace" : "",
            ["id": reference.id, "kind": Saying.word(of: reference.kind)], at: reference,
            property: "name"))
      }
    }
  }()

  static let equalNames: Rule = {
    let code = FindingCode("workspace.duplicate-name", .warning)
    return Rule(code) { _, context, findings in
      var seen: [[String]: String] = [:]
      for object in context.objects {
        let reference = object.reference
        guard
          [.touchpoint, .persona, .channel, .department, .product, .audience]
            .contains(reference.kind),
          case .text(let name)? = object.values["name"], !isBlank(name)
        else { continue }
        // The same name in two channels is two touchpoints (a call and a visit).
        var channel = ""
        if case .text(let id)? = object.values["channel"] { channel = id }
        let key = [reference.kind.rawValue, channel, folded(name)]
        if let first = seen[key], first != reference.id {
          findings.append(
            code.found(
              [
                "kinds": Saying.word("\(reference.kind.rawValue)s"), "first": first,
                "second": reference.id, "name": quoted(name, or: reference.id),
              ], at: reference, property: "name"))
        } else {
          seen[key] = reference.id
        }
      }
    }
  }()
}

/// Whether a text holds nothing to read.
func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

/// A name without case, marks and spacing; names that no Latin letters can write are compared as they are.
func folded(_ name: String) -> String {
  let latin = Transliteration.folded(name)
  return latin.isEmpty ? name : latin
}
