import Diagnostics

extension Rule {
  static let unknownReferences: Rule = {
    let inMap = FindingCode("map.unknown-reference", .error)
    let inWorkspace = FindingCode("workspace.unknown-reference", .error)
    return Rule(inMap, inWorkspace) { workspace, context, findings in
      let objects = context.objects
      let known = KnownObjects(workspace, objects, surveys: context.surveys)
      for object in objects {
        for property in ObjectSchema.of(object.reference.kind)?.referring ?? [] {
          guard let value = object.values[property.name], value != .none else { continue }
          for reference in property.references(value, object.reference.map)
          where !known.contains(reference) {
            let isOnMap = object.reference.map != nil || object.reference.kind == .map
            findings.append(
              (isOnMap ? inMap : inWorkspace).found(
                [
                  "object": known.title(of: object), "kind": Saying.word(of: reference.kind),
                  "id": reference.id, "place": known.place(of: reference),
                ], hint: known.hint(for: reference), at: object.reference,
                property: property.name.rawValue))
          }
        }
      }
    }
  }()

  static let mapsInsideThemselves: Rule = {
    let code = FindingCode("map.parent-cycle", .error)
    return Rule(code) { workspace, _, findings in
      let maps = Dictionary(
        workspace.maps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      let parents = maps.mapValues { map in map.parent.map { Set([$0.map]) } ?? [] }
      for cycle in cycles(in: parents) {
        guard let first = cycle.first, let map = maps[first] else { continue }
        let chain = (cycle + [first]).compactMap { maps[$0]?.title }.joined(separator: " → ")
        findings.append(
          code.found(["chain": chain], at: map.reference, property: "parent"))
      }
    }
  }()
}

/// What references may lead to, and what people may have meant.
private struct KnownObjects {
  private struct Group: Hashable {
    var kind: ObjectReference.Kind
    var map: String?
  }
  private var known: Set<ObjectReference> = []
  private var ids: [Group: [String]] = [:]
  private var dividedStages: [ObjectReference: [String]] = [:]
  private let knowsSurveys: Bool

  init(_ workspace: Workspace, _ objects: [DescribedObject], surveys: Set<String>?) {
    knowsSurveys = surveys != nil
    for object in objects { add(object.reference) }
    for survey in (surveys ?? []).sorted() { add(ObjectReference(.survey, survey)) }
    for map in workspace.maps {
      for stage in map.stages {
        if stage.steps.isEmpty {
          add(ObjectReference(.step, stage.id.rawValue, in: map.id.rawValue))
        } else {
          dividedStages[stage.reference(in: map.id)] = stage.steps.map(\.id.rawValue)
        }
      }
    }
  }

  private mutating func add(_ reference: ObjectReference) {
    guard known.insert(reference).inserted else { return }
    ids[Group(kind: reference.kind, map: reference.map), default: []].append(reference.id)
  }

  func contains(_ reference: ObjectReference) -> Bool {
    if reference.kind == .survey, !knowsSurveys { return true }
    if let map = reference.map, !known.contains(ObjectReference(.map, map)) {
      // The map itself is what is missing, and is reported so.
      return true
    }
    return known.contains(reference)
  }

  func hint(for reference: ObjectReference) -> Advice {
    let kind = Saying.word(of: reference.kind)
    if reference.kind == .step {
      let stage = ObjectReference(.stage, reference.id, in: reference.map)
      if let steps = dividedStages[stage] {
        let names = steps.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
        return .said(.word("stage-divided-into-steps", ["id": reference.id, "names": names]))
      }
    }
    let candidates = ids[Group(kind: reference.kind, map: reference.map)] ?? []
    if let near = Spelling.nearest(to: reference.id, among: candidates) { return .nearest(near) }
    if candidates.isEmpty {
      return .said(.word("none-there-yet", ["place": place(of: reference), "kind": kind]))
    }
    return .said(.word("add-or-remove-reference", ["kind": kind]))
  }

  func place(of reference: ObjectReference) -> Saying {
    reference.map.map { .word("the-map", ["id": $0]) } ?? .word("the-workspace")
  }

  func title(of object: DescribedObject) -> Saying {
    let kind = Saying.word(of: object.reference.kind)
    func named(_ name: String) -> Saying { .word("the-named", ["kind": kind, "name": name]) }
    for name: PropertyName in ["name", "text", "activity", "whatHappened"] {
      if case .text(let text)? = object.values[name], !text.isEmpty {
        return named(quoted(text, or: object.reference.id))
      }
    }
    return named("'\(object.reference.id)'")
  }
}
