import Diagnostics

extension Rule {
  static let touchpointDepartments: Rule = {
    let code = FindingCode("workspace.own-touchpoint-without-department", .warning)
    return Rule(code) { workspace, _, findings in
      for touchpoint in workspace.touchpoints
      where touchpoint.isInner && touchpoint.departments.isEmpty {
        findings.append(
          code.found(
            ["touchpoint": touchpoint.title], at: touchpoint.reference(in: nil),
            property: "departments"))
      }
    }
  }()

  static let touchpointsInNoStage: Rule = {
    let code = FindingCode("workspace.touchpoint-in-no-stage", .warning)
    return Rule(code) { workspace, _, findings in
      guard !workspace.maps.isEmpty else { return }
      var met: Set<Touchpoint.ID> = []
      for map in workspace.maps {
        let columns = Set(map.columns.map(\.id))
        for card in map.cards where columns.contains(card.step) {
          if let touchpoint = card.touchpoint { met.insert(touchpoint) }
        }
      }
      for touchpoint in workspace.touchpoints where !met.contains(touchpoint.id) {
        findings.append(
          code.found(["touchpoint": touchpoint.title], at: touchpoint.reference(in: nil)))
      }
    }
  }()

  static let bindings: Rule = {
    let shadowed = FindingCode("workspace.binding-shadowed", .warning)
    let empty = FindingCode("workspace.binding-empty", .warning)
    let goal = FindingCode("workspace.goal-unbound", .note)
    return Rule(shadowed, empty, goal) { workspace, _, findings in
      for (place, rule) in workspace.bindings.enumerated() {
        let reference = rule.reference(in: nil)
        if rule.activity.isEmpty {
          findings.append(
            empty.found(["id": "\(rule.id)"], at: reference, property: "activity"))
          continue
        }
        if let earlier = workspace.bindings[..<place].first(where: { $0.covers(rule) }) {
          findings.append(
            shadowed.found(
              [
                "activity": quoted(rule.activity, or: ""),
                "earlier": quoted(earlier.activity, or: ""),
              ], at: reference, property: "activity"))
        }
      }
      guard !workspace.bindings.isEmpty else { return }
      for activity in workspace.goals
      where !workspace.bindings.contains(where: { Wildcard($0.activity).matches(activity) }) {
        findings.append(
          goal.found(
            ["activity": quoted(activity, or: "")],
            hint: .nearest(
              Spelling.nearest(to: activity, among: workspace.bindings.map(\.activity))),
            at: Workspace.reference, property: "goals"))
      }
    }
  }()

  static let settings: Rule = {
    let code = FindingCode("workspace.setting-out-of-range", .error)
    let currency = FindingCode("workspace.currency-unknown", .warning)
    return Rule(code, currency) { workspace, _, findings in
      let numbers = [
        ("thresholds.voices", workspace.thresholds.voices),
        ("thresholds.sample", workspace.thresholds.sample),
        ("reviewRhythmInDays", workspace.reviewRhythmInDays),
      ]
      for (name, value) in numbers where value < 1 {
        findings.append(
          code.found(["name": name, "value": value], at: Workspace.reference, property: name))
      }
      if workspace.languages.isEmpty {
        findings.append(
          code.found(
            variant: "no-language", at: Workspace.reference, property: "languages"))
      }
      let letters = workspace.currency.utf8
      let isCode =
        letters.count == 3
        && letters.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
      if !isCode {
        findings.append(
          currency.found(
            ["currency": workspace.currency], at: Workspace.reference, property: "currency"))
      }
    }
  }()
}
