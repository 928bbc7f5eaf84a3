import Diagnostics

extension Rule {
  static let mapBasics: Rule = {
    let purpose = FindingCode(
      "map.without-purpose", .warning,
      meaning:
        "A map does not say why it is made, what should come of it or which problem it should solve.",
      remedy: "Write the purpose down before the first card.")
    let stages = FindingCode(
      "map.without-stages", .warning, meaning: "A map has no stages.",
      remedy: "Add the stages that customers go through.")
    let lanes = FindingCode(
      "map.without-lanes", .warning, meaning: "A map has no lanes.",
      remedy: "Add lanes such as actions, touchpoints, emotions and barriers.")
    let subject = FindingCode(
      "map.without-product-or-audience", .note,
      meaning: "A map does not say for which product or which audience it is.",
      remedy: "Choose one product and one audience: one map, one pair.")
    return .onMaps(purpose, stages, lanes, subject) { map, _, _, findings in
      if isBlank(map.purpose.why + map.purpose.expectedOutcome + map.purpose.problem) {
        findings.append(
          purpose.found(
            "the map \(map.title) does not say what it is for",
            hint: "say why it is made, what outcome is expected or which problem it should solve",
            at: map.reference, property: "purpose"))
      }
      if map.stages.isEmpty {
        findings.append(
          stages.found("the map \(map.title) has no stages", at: map.reference, property: "stages"))
      }
      if map.lanes.isEmpty {
        findings.append(
          lanes.found("the map \(map.title) has no lanes", at: map.reference, property: "lanes"))
      }
      if map.product == nil || map.audience == nil {
        let missing =
          map.product != nil ? "audience" : map.audience != nil ? "product" : "product and audience"
        findings.append(
          subject.found(
            "the map \(map.title) names no \(missing)",
            hint: "one map is about one product and one audience", at: map.reference,
            property: map.product == nil ? "product" : "audience"))
      }
    }
  }()

  static let mapPersonas: Rule = {
    let missing = FindingCode(
      "map.without-persona", .warning, meaning: "A map has no persona whose journey it is.",
      remedy: "Choose the primary persona; its portrait stands beside the map.")
    let twice = FindingCode(
      "map.persona-twice", .warning, meaning: "A map lists the same persona more than once.",
      remedy: "Keep it once; the first persona of the list is the primary one.")
    let other = FindingCode(
      "map.persona-of-another-audience", .warning,
      meaning: "The primary persona of a map stands for another audience than the map's.",
      remedy: "Choose a persona of the map's audience, or make a map for the other audience.")
    let inner = FindingCode(
      "map.primary-persona-not-customer", .note,
      meaning: "The primary persona of a map is a partner or an employee.",
      remedy:
        "Put a customer first, unless the map is about the partner's or employee's own journey.")
    return .onMaps(missing, twice, other, inner) { map, workspace, _, findings in
      if map.personas.isEmpty {
        findings.append(
          missing.found(
            "the map \(map.title) has no persona", hint: "name the person whose journey this is",
            at: map.reference, property: "personas"))
      }
      var seen: Set<Persona.ID> = []
      var reported: Set<Persona.ID> = []
      for persona in map.personas where !seen.insert(persona).inserted {
        guard reported.insert(persona).inserted else { continue }
        findings.append(
          twice.found(
            "the map \(map.title) lists the persona '\(persona)' more than once", at: map.reference,
            property: "personas"))
      }
      guard let primary = workspace.personas.first(where: { $0.id == map.personas.first }) else {
        return
      }
      // An audience that does not exist is an unknown reference, not another one.
      if let audience = map.audience, let own = primary.audience, audience != own,
        workspace.audiences.contains(where: { $0.id == own })
      {
        findings.append(
          other.found(
            "the map \(map.title) is for the audience '\(audience)', its persona \(primary.title) stands for '\(own)'",
            at: map.reference, property: "personas"))
      }
      if primary.kind != .customer {
        findings.append(
          inner.found(
            "the primary persona \(primary.title) of the map \(map.title) is no customer",
            at: map.reference, property: "personas"))
      }
    }
  }()

  static let mapReviews: Rule = {
    let code = FindingCode(
      "map.review-overdue", .warning,
      meaning: "A map was last reviewed longer ago than the review rhythm of the workspace.",
      remedy: "Go through the map with every department and set the date of the review.")
    let future = FindingCode(
      "map.review-in-future", .warning,
      meaning: "A map's last review has a date that is yet to come.",
      remedy: "Correct the date.")
    return .onMaps(code, future) { map, workspace, context, findings in
      guard let reviewed = map.lastReviewed else { return }
      let age = context.today.dayNumber - reviewed.dayNumber
      if age < 0 {
        findings.append(
          future.found(
            "the map \(map.title) was last reviewed on \(reviewed), which is yet to come",
            at: map.reference, property: "lastReviewed"))
      } else if age > workspace.reviewRhythmInDays {
        findings.append(
          code.found(
            "the map \(map.title) was last reviewed on \(reviewed), \(age) days ago",
            hint: "maps are reviewed every \(workspace.reviewRhythmInDays) days here",
            at: map.reference, property: "lastReviewed"))
      }
    }
  }()

  static let flows: Rule = {
    let code = FindingCode(
      "map.flow-direction", .warning,
      meaning:
        "A skip does not lead forward, a return does not lead back, or a loop leads to another stage.",
      remedy: "Turn the arrow round or choose the kind that fits.")
    return .onMaps(code) { map, _, _, findings in
      let places = Dictionary(
        map.stages.inOrder().enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
      for flow in map.flows {
        guard let from = places[flow.from], let to = places[flow.to] else { continue }
        let fits =
          switch flow.kind {
          case .skip: from < to
          case .back: from > to
          case .loop: from == to
          }
        guard !fits else { continue }
        let direction = from < to ? "forward" : from > to ? "back" : "to the same stage"
        findings.append(
          code.found(
            "the \(flow.kind.rawValue) from '\(flow.from)' to '\(flow.to)' leads \(direction)",
            hint: "a skip leads forward, a return back, a loop to its own stage",
            at: flow.reference(in: map.id), property: "kind"))
      }
    }
  }()

  static let blueprints: Rule = {
    let order = FindingCode(
      "map.blueprint-lanes-out-of-order", .warning,
      meaning:
        "Front stage, back stage and support do not follow each other downward, so that no line can divide them.",
      remedy: "Order the lanes: customer, front stage, back stage, support.")
    let layers = FindingCode(
      "map.blueprint-without-layers", .note,
      meaning: "A service blueprint has no lane for the front stage or none for the back stage.",
      remedy: "Add the lanes, or make it a customer journey.")
    return .onMaps(order, layers) { map, _, _, findings in
      if let lane = map.firstLaneOutOfBlueprintOrder {
        findings.append(
          order.found(
            "the lane \(lane.title) lies below a deeper layer of the blueprint",
            hint: "order the lanes: front stage, back stage, support",
            at: lane.reference(in: map.id), property: "order"))
      }
      let roles = Set(map.lanes.map(\.role))
      if map.kind == .serviceBlueprint, !roles.isSuperset(of: [.frontStage, .backStage]) {
        findings.append(
          layers.found(
            "the service blueprint \(map.title) lacks a lane for the front stage or the back stage",
            at: map.reference, property: "lanes"))
      }
    }
  }()
}
