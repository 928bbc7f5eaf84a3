import Diagnostics

extension Rule {
  static let stageGoals: Rule = {
    let code = FindingCode(
      "map.stage-without-goal", .warning,
      meaning: "A stage does not say what the customer wants to achieve in it.",
      remedy: "Write the customer's goal, or put a card into the lane of goals.")
    return .onMaps(code) { map, _, _, findings in
      let goalLanes = Set(map.lanes.filter { $0.role == .goal }.map(\.id))
      for stage in map.stages where isBlank(stage.goal) {
        let columns = Set(stage.columns.map(\.id))
        let hasCard = map.cards.contains { card in
          goalLanes.contains(card.lane) && columns.contains(card.step) && !isBlank(card.text)
        }
        guard !hasCard else { continue }
        findings.append(
          code.found(
            "the stage \(stage.title) has no goal", hint: "what does the customer want here?",
            at: stage.reference(in: map.id), property: "goal"))
      }
    }
  }()

  static let stageTimeFrames: Rule = {
    let inverted = FindingCode(
      "map.time-frame-inverted", .error,
      meaning: "A stage's time frame ends before it begins.",
      remedy: "Write the shorter time first.")
    let negative = FindingCode(
      "map.time-frame-negative", .error,
      meaning: "A stage's time frame is below zero or not a number.",
      remedy: "Write times from 0 upward.")
    return .onMaps(inverted, negative) { map, _, _, findings in
      for stage in map.stages {
        guard let frame = stage.timeFrame else { continue }
        let reference = stage.reference(in: map.id)
        let written = "\(number(frame.minimum)) to \(number(frame.maximum)) \(frame.unit.rawValue)"
        if !frame.minimum.isFinite || !frame.maximum.isFinite || frame.minimum < 0
          || frame.maximum < 0
        {
          findings.append(
            negative.found(
              "the stage \(stage.title) is planned to take \(written)", hint: "times start at 0",
              at: reference, property: "timeFrame"))
        } else if frame.minimum > frame.maximum {
          findings.append(
            inverted.found(
              "the stage \(stage.title) is planned to take \(written)",
              hint:
                "did you mean \(number(frame.maximum)) to \(number(frame.minimum)) \(frame.unit.rawValue)?",
              at: reference, property: "timeFrame"))
        }
      }
    }
  }()

  static let stagesNamedAfterDepartments: Rule = {
    let code = FindingCode(
      "map.stage-named-after-department", .warning,
      meaning:
        "A stage bears the name of a department: it follows the organisation chart, not the customer.",
      remedy: "Name the stage after what the customer does or wants in it.")
    return .onMaps(code) { map, workspace, _, findings in
      let names = DepartmentNames(workspace.departments)
      for stage in map.stages {
        guard let department = names.department(behind: stage.name) else { continue }
        findings.append(
          code.found(
            "the stage \(stage.title) is named after a department (\(department))",
            hint: "name it after what the customer does or wants here",
            at: stage.reference(in: map.id), property: "name"))
      }
    }
  }()
}

/// A number as people write it: whole numbers without a point.
func number(_ value: Double) -> String {
  guard value.magnitude < 1e15, let whole = Int(exactly: value) else { return "\(value)" }
  return "\(whole)"
}
