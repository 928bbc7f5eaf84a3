import Diagnostics

extension Rule {
  static let stageGoals: Rule = {
    let code = FindingCode("map.stage-without-goal", .warning)
    return .onMaps(code) { map, _, _, findings in
      let goalLanes = Set(map.lanes.filter { $0.role == .goal }.map(\.id))
      for stage in map.stages where isBlank(stage.goal) {
        let columns = Set(stage.columns.map(\.id))
        let hasCard = map.cards.contains { card in
          goalLanes.contains(card.lane) && columns.contains(card.step) && !isBlank(card.text)
        }
        guard !hasCard else { continue }
        findings.append(
          code.found(["stage": stage.title], at: stage.reference(in: map.id), property: "goal"))
      }
    }
  }()

  static let stageTimeFrames: Rule = {
    let inverted = FindingCode("map.time-frame-inverted", .error)
    let negative = FindingCode("map.time-frame-negative", .error)
    return .onMaps(inverted, negative) { map, _, _, findings in
      for stage in map.stages {
        guard let frame = stage.timeFrame else { continue }
        let reference = stage.reference(in: map.id)
        func written(_ first: Double, _ last: Double) -> Saying {
          .word(
            "from-to-unit",
            [
              "from": number(first), "to": number(last), "unit": Saying.word(frame.unit.rawValue),
            ])
        }
        let planned = written(frame.minimum, frame.maximum)
        if !frame.minimum.isFinite || !frame.maximum.isFinite || frame.minimum < 0
          || frame.maximum < 0
        {
          findings.append(
            negative.found(
              ["stage": stage.title, "planned": planned], at: reference, property: "timeFrame"))
        } else if frame.minimum > frame.maximum {
          findings.append(
            inverted.found(
              [
                "stage": stage.title, "planned": planned,
                "turned": written(frame.maximum, frame.minimum),
              ], at: reference, property: "timeFrame"))
        }
      }
    }
  }()

  static let stagesNamedAfterDepartments: Rule = {
    let code = FindingCode("map.stage-named-after-department", .warning)
    return .onMaps(code) { map, workspace, _, findings in
      let names = DepartmentNames(workspace.departments)
      for stage in map.stages {
        guard let department = names.department(behind: stage.name) else { continue }
        findings.append(
          code.found(
            ["stage": stage.title, "department": department], at: stage.reference(in: map.id),
            property: "name"))
      }
    }
  }()
}

/// A number as people write it: whole numbers without a point.
func number(_ value: Double) -> String {
  guard value.magnitude < 1e15, let whole = Int(exactly: value) else { return "\(value)" }
  return "\(whole)"
}
