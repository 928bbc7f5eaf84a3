public import Diagnostics
import Feedback
public import JourneyModel

extension Sourced where Value == WorkspaceContents {
  /// What the rules find in contents that were read, each at its place in the text.
  ///
  /// - Parameter today: for what grows stale.
  ///
  /// - Parameter readings: live numbers of cards that claim something, where there are any.
  public func findings(
    today: CalendarDate, readings: [ObjectReference: Evidence.Reading] = [:]
  ) -> [Diagnostic] {
    let context = RuleContext(
      today: today, readings: readings, surveys: Set(value.surveys.map(\.id)))
    return ModelRules.findings(in: value.workspace, context: context).map {
      Diagnostic($0, in: sources)
    } + value.surveys.flatMap { findings(in: $0.survey) }
  }

  private func findings(in survey: Survey) -> [Diagnostic] {
    let reference = ObjectReference(.survey, survey.id)
    var result = survey.findings.map { finding in
      var finding = finding
      let property = finding.subject.map { SourceMap.property(ofQuestion: $0) }
      finding.location = sources.location(of: reference, property: property)
      return finding
    }
    let workspace = value.workspace
    let stages = workspace.maps.flatMap(\.stages).map(\.id.rawValue)
    let touchpoints = workspace.touchpoints.map(\.id.rawValue)
    let place: (what: String, id: String, known: [String])? =
      switch survey.binding {
      case .touchpoint(let id): ("touchpoint", id, touchpoints)
      case .stage(let id): ("stage", id, stages)
      case .journey: nil
      }
    if let place, !place.known.contains(place.id) {
      result.append(
        Diagnostic(
          NotationCode.unknownReference, .error,
          ["survey": survey.id, "kind": Saying.word(place.what), "id": place.id],
          at: sources.location(of: reference, property: "about"),
          hint: .nearest(Spelling.nearest(to: place.id, among: place.known)), subject: survey.id))
    }
    return result
  }
}

extension WorkspaceDocument {
  /// What a file outside a workspace holds, told by its keys; nil if they say nothing.
  ///
  /// - Parameter path: gives the id: the slug of the file's name.
  public init?(
    guessing bytes: [UInt8], path: String, limits: NotationLimits = NotationLimits()
  ) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let inFolder = path.split(separator: "/").suffix(2).joined(separator: "/")
    if let known = WorkspaceDocument(path: name) ?? WorkspaceDocument(path: inFolder) {
      self = known
      return
    }
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    let id = IdentifierSupply.base(stem)
    let built = YAMLTree.build(bytes, file: path, limits: limits)
    var keys: Set<String> = []
    if let tree = built.tree, tree[tree.root].kind == .mapping {
      let children = tree.children(of: tree.root)
      for index in stride(from: 0, to: children.count, by: 2) {
        keys.insert(tree[children[index]].text)
      }
    }
    let persona = [
      "portrait", "motives", "triggers", "attractedBy", "putOffBy", "stoppedBy", "quotes", "places",
    ]
    if !keys.isDisjoint(with: ["stages", "lanes", "flows", "stories", "purpose"]) {
      guard let id = JourneyMap.ID(rawValue: id) else { return nil }
      self = .map(id)
    } else if !keys.isDisjoint(with: ["questions", "about"]) {
      self = .survey(id)
    } else if keys.contains("touchpoints") {
      self = .touchpoints
    } else if keys.contains("bindings") {
      self = .bindings
    } else if !keys.isDisjoint(with: persona) {
      guard let id = Persona.ID(rawValue: id) else { return nil }
      self = .persona(id)
    } else if !keys.isDisjoint(with: [
      "timeZone", "weekStart", "currency", "products", "audiences", "departments", "channels",
      "thresholds", "reviewRhythm",
    ]) {
      self = .settings
    } else if built.tree == nil, built.eventCount > 0 || bytes.isEmpty {
      // A file that is no YAML is told by its folder, else taken for a map: the syntax is what must be said first.
      let folder = path.split(separator: "/").dropLast().last.map(String.init) ?? "maps"
      let known = WorkspaceDocument.folders.contains(folder) ? folder : "maps"
      guard let document = WorkspaceDocument(path: "\(known)/\(id).yaml") else { return nil }
      self = document
    } else {
      return nil
    }
  }
}
