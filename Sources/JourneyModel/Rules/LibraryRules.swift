import Diagnostics

extension Rule {
  static let touchpointDepartments: Rule = {
    let code = FindingCode(
      "workspace.own-touchpoint-without-department", .warning,
      meaning: "A touchpoint of our own has no department that answers for it.",
      remedy: "Name the responsible departments.")
    return Rule(code) { workspace, _, findings in
      for touchpoint in workspace.touchpoints
      where touchpoint.isInner && touchpoint.departments.isEmpty {
        findings.append(
          code.found(
            "nobody is responsible for our touchpoint \(touchpoint.title)",
            hint: "name a department, or say that it is paid or third-party",
            at: touchpoint.reference(in: nil), property: "departments"))
      }
    }
  }()

  static let touchpointsInNoStage: Rule = {
    let code = FindingCode(
      "workspace.touchpoint-in-no-stage", .warning,
      meaning: "A touchpoint of the library stands in no stage of any map.",
      remedy: "Put it on a map where customers meet it, or remove it from the library.")
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
          code.found(
            "the touchpoint \(touchpoint.title) stands in no stage of any map",
            hint: "put it on a map, or remove it", at: touchpoint.reference(in: nil)))
      }
    }
  }()

  static let bindings: Rule = {
    let shadowed = FindingCode(
      "workspace.binding-shadowed", .warning,
      meaning: "A binding rule never applies, because an earlier rule takes everything it matches.",
      remedy: "Put the narrower rule first, or remove it.")
    let empty = FindingCode(
      "workspace.binding-empty", .warning, meaning: "A binding rule names no activity.",
      remedy: "Name the activity, or a pattern such as 'view_*'.")
    let goal = FindingCode(
      "workspace.goal-unbound", .note,
      meaning:
        "No binding rule ties a goal activity to a touchpoint, so that it appears on no map.",
      remedy: "Bind it to the touchpoint where the goal is met.")
    return Rule(shadowed, empty, goal) { workspace, _, findings in
      for (place, rule) in workspace.bindings.enumerated() {
        let reference = rule.reference(in: nil)
        if rule.activity.isEmpty {
          findings.append(
            empty.found(
              "the binding rule '\(rule.id)' names no activity", at: reference,
              property: "activity"))
          continue
        }
        if let earlier = workspace.bindings[..<place].first(where: { $0.covers(rule) }) {
          findings.append(
            shadowed.found(
              "the binding rule for \(quoted(rule.activity, or: "")) never applies: "
                + "the earlier rule for \(quoted(earlier.activity, or: "")) takes all of it",
              hint: "put the narrower rule first, or remove it", at: reference,
              property: "activity"))
        }
      }
      guard !workspace.bindings.isEmpty else { return }
      for activity in workspace.goals
      where !workspace.bindings.contains(where: { Wildcard($0.activity).matches(activity) }) {
        findings.append(
          goal.found(
            "the goal \(quoted(activity, or: "")) is bound to no touchpoint",
            hint: Spelling.hint(for: activity, among: workspace.bindings.map(\.activity))
              ?? "add a binding rule for it",
            at: Workspace.reference, property: "goals"))
      }
    }
  }()

  static let settings: Rule = {
    let code = FindingCode(
      "workspace.setting-out-of-range", .error,
      meaning: "A threshold or the review rhythm is below 1, or no language is set.",
      remedy: "Choose values from 1 upward and at least one language.")
    let currency = FindingCode(
      "workspace.currency-unknown", .warning,
      meaning: "The currency is not a code of three capital letters.",
      remedy: "Write the ISO 4217 code, such as EUR, UAH or PLN.")
    return Rule(code, currency) { workspace, _, findings in
      let numbers = [
        ("thresholds.voices", workspace.thresholds.voices),
        ("thresholds.sample", workspace.thresholds.sample),
        ("reviewRhythmInDays", workspace.reviewRhythmInDays),
      ]
      for (name, value) in numbers where value < 1 {
        findings.append(
          code.found(
            "the setting '\(name)' is \(value)", hint: "choose 1 or more",
            at: Workspace.reference, property: name))
      }
      if workspace.languages.isEmpty {
        findings.append(
          code.found(
            "no language is set", hint: "name at least one, such as en", at: Workspace.reference,
            property: "languages"))
      }
      let letters = workspace.currency.utf8
      let isCode =
        letters.count == 3
        && letters.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
      if !isCode {
        findings.append(
          currency.found(
            "'\(workspace.currency)' is not a currency code",
            hint: "currencies are written as three capital letters, such as EUR",
            at: Workspace.reference, property: "currency"))
      }
    }
  }()
}
