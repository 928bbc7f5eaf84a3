import Diagnostics

extension Rule {
  static let duplicateIds: Rule = {
    let inMap = FindingCode(
      "map.duplicate-id", .error,
      meaning:
        "Two objects of one kind on a map have the same id, so that edits cannot tell them apart.",
      remedy: "Give one of them another id.")
    let inWorkspace = FindingCode(
      "workspace.duplicate-id", .error,
      meaning:
        "Two objects of one kind have the same id, so that references cannot tell them apart.",
      remedy: "Give one of them another id.")
    return Rule(inMap, inWorkspace) { _, context, findings in
      var seen: Set<ObjectReference> = []
      for object in context.objects where !seen.insert(object.reference).inserted {
        let reference = object.reference
        let place = reference.map.map { " of the map '\($0)'" } ?? ""
        findings.append(
          (reference.map == nil ? inWorkspace : inMap).found(
            "the id '\(reference.id)' is used by more than one \(reference.kind.rawValue)\(place)",
            hint: "give this one another id", at: reference, property: "id"))
      }
    }
  }()

  static let stageAndStepOfOneName: Rule = {
    let code = FindingCode(
      "map.stage-step-collision", .error,
      meaning: "A step has the id of another stage, so that it is unclear where cards stand.",
      remedy: "Give the step another id; only the first steps of a stage may take over its own id.")
    return .onMaps(code) { map, _, _, findings in
      let stages = Set(map.stages.map(\.id.rawValue))
      for stage in map.stages {
        for step in stage.steps
        where stages.contains(step.id.rawValue) && step.id != stage.ownStepID {
          findings.append(
            code.found(
              "the step \(step.title) of the stage \(stage.title) has the id of another stage, '\(step.id)'",
              hint: "give the step another id", at: step.reference(in: map.id), property: "id"))
        }
      }
    }
  }()

  static let emptyNames: Rule = {
    let inMap = FindingCode(
      "map.empty-name", .warning, meaning: "A map, stage, step, lane or story has no name.",
      remedy: "Name it in the customer's words.")
    let inWorkspace = FindingCode(
      "workspace.empty-name", .warning,
      meaning: "The workspace or something in its library has no name.",
      remedy: "Give it the name that your team uses.")
    return Rule(inMap, inWorkspace) { _, context, findings in
      for object in context.objects {
        guard case .text(let name)? = object.values["name"], isBlank(name) else { continue }
        let reference = object.reference
        let isOnMap = reference.map != nil || reference.kind == .map
        findings.append(
          (isOnMap ? inMap : inWorkspace).found(
            reference.kind == .workspace
              ? "the workspace has no name"
              : "the \(reference.kind.rawValue) '\(reference.id)' has no name",
            at: reference, property: "name"))
      }
    }
  }()

  static let equalNames: Rule = {
    let code = FindingCode(
      "workspace.duplicate-name", .warning,
      meaning: "Two touchpoints, personas, channels or departments have the same name.",
      remedy: "Merge them, or name the difference.")
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
              "the \(reference.kind.rawValue)s '\(first)' and '\(reference.id)' are both called "
                + quoted(name, or: reference.id),
              hint: "use one of them, or give them different names", at: reference,
              property: "name"))
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
