import Diagnostics

extension Rule {
  static let mapBasics: Rule = {
    let purpose = FindingCode("map.without-purpose", .warning)
    let stages = FindingCode("map.without-stages", .warning)
    let lanes = FindingCode("map.without-lanes", .warning)
    let subject = FindingCode("map.without-product-or-audience", .note)
    return .onMaps(purpose, stages, lanes, subject) { map, _, _, findings in
      if isBlank(map.purpose.why + map.purpose.expectedOutcome + map.purpose.problem) {
        findings.append(
          purpose.found(["map": map.title], at: map.reference, property: "purpose"))
      }
      if map.stages.isEmpty {
        findings.append(
          stages.found(["map": map.title], at: map.reference, property: "stages"))
      }
      if map.lanes.isEmpty {
        findings.append(
          lanes.found(["map": map.title], at: map.reference, property: "lanes"))
      }
      if map.product == nil || map.audience == nil {
        let missing =
          map.product != nil
          ? "audience" : map.audience != nil ? "product" : "product-and-audience"
        findings.append(
          subject.found(
            ["map": map.title, "missing": Saying.word(missing)], at: map.reference,
            property: map.product == nil ? "product" : "audience"))
      }
    }
  }()

  static let mapPersonas: Rule = {
    let missing = FindingCode("map.without-persona", .warning)
    let twice = FindingCode("map.persona-twice", .warning)
    let other = FindingCode("map.persona-of-another-audience", .warning)
    let inner = FindingCode("map.primary-persona-not-customer", .note)
    return .onMaps(missing, twice, other, inner) { map, workspace, _, findings in
      if map.personas.isEmpty {
        findings.append(
          missing.found(["map": map.title], at: map.reference, property: "personas"))
      }
      var seen: Set<Persona.ID> = []
      var reported: Set<Persona.ID> = []
      for persona in map.personas where !seen.insert(persona).inserted {
        guard reported.insert(persona).inserted else { continue }
        findings.append(
          twice.found(
            ["map": map.title, "persona": "\(persona)"], at: map.reference, property: "personas"))
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
            [
              "map": map.title, "audience": "\(audience)", "persona": primary.title,
              "own": "\(own)",
            ], at: map.reference, property: "personas"))
      }
      if primary.kind != .customer {
        findings.append(
          inner.found(
            ["persona": primary.title, "map": map.title], at: map.reference, property: "personas"))
      }
    }
  }()

  static let mapReviews: Rule = {
    let code = FindingCode("map.review-overdue", .warning)
    let future = FindingCode("map.review-in-future", .warning)
    return .onMaps(code, future) { map, workspace, context, findings in
      guard let reviewed = map.lastReviewed else { return }
      let age = context.today.dayNumber - reviewed.dayNumber
      if age < 0 {
        findings.append(
          future.found(
            ["map": map.title, "reviewed": "\(reviewed)"], at: map.reference,
            property: "lastReviewed"))
      } else if age > workspace.reviewRhythmInDays {
        findings.append(
          code.found(
            [
              "map": map.title, "reviewed": "\(reviewed)", "age": age,
              "rhythm": workspace.reviewRhythmInDays,
            ], at: map.reference, property: "lastReviewed"))
      }
    }
  }()

  static let flows: Rule = {
    let code = FindingCode("map.flow-direction", .warning)
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
        let direction = from < to ? "forward" : from > to ? "back" : "to-the-same-stage"
        findings.append(
          code.found(
            [
              "kind": Saying.word(flow.kind.rawValue), "from": "\(flow.from)", "to": "\(flow.to)",
              "direction": Saying.word(direction),
            ], at: flow.reference(in: map.id), property: "kind"))
      }
    }
  }()

  static let blueprints: Rule = {
    let order = FindingCode("map.blueprint-lanes-out-of-order", .warning)
    let layers = FindingCode("map.blueprint-without-layers", .note)
    return .onMaps(order, layers) { map, _, _, findings in
      if let lane = map.firstLaneOutOfBlueprintOrder {
        findings.append(
          order.found(["lane": lane.title], at: lane.reference(in: map.id), property: "order"))
      }
      let roles = Set(map.lanes.map(\.role))
      if map.kind == .serviceBlueprint, !roles.isSuperset(of: [.frontStage, .backStage]) {
        findings.append(
          layers.found(["map": map.title], at: map.reference, property: "lanes"))
      }
    }
  }()
}
