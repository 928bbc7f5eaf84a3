extension Claim: PropertyRecord {
  static var shape: PropertyShape {
    .record("claim (measure, its stage, touchpoint or survey and question, relation, value)")
  }

  init?(_ value: PropertyValue) {
    let known: Set = [
      "measure", "stage", "touchpoint", "survey", "question", "relation", "value",
    ]
    guard let parts = RecordParts(value, known: known) else { return nil }
    self.init(parts: parts)
  }

  init?(parts: RecordParts) {
    guard let relation = parts.read("relation", as: Relation.self),
      let value = parts.read("value", as: Double.self),
      let name = parts.read("measure", as: String.self),
      let measure = Measure(named: name, parts: parts)
    else { return nil }
    self.init(measure: measure, relation: relation, value: value)
  }

  var parts: [String: PropertyValue] {
    measure.parts.merging([
      "relation": relation.propertyValue, "value": value.propertyValue,
    ]) { $1 }
  }

  func references(in map: String?) -> [ObjectReference] {
    switch measure {
    case .stageReach(let stage), .stageLoss(let stage), .stageMedianTime(let stage):
      stage.references(in: map)
    case .touchpointReach(let touchpoint), .touchpointMedianTime(let touchpoint):
      touchpoint.references(in: map)
    case .score(let survey, _): [ObjectReference(.survey, survey)]
    }
  }
}

extension Claim.Measure {
  init?(named name: String, parts: RecordParts) {
    let stage = parts.read("stage", as: Stage.ID.self)
    let touchpoint = parts.read("touchpoint", as: Touchpoint.ID.self)
    switch (name, stage, touchpoint) {
    case ("stage-reach", let stage?, nil): self = .stageReach(stage)
    case ("stage-loss", let stage?, nil): self = .stageLoss(stage)
    case ("stage-median-time", let stage?, nil): self = .stageMedianTime(stage)
    case ("touchpoint-reach", nil, let touchpoint?): self = .touchpointReach(touchpoint)
    case ("touchpoint-median-time", nil, let touchpoint?): self = .touchpointMedianTime(touchpoint)
    case ("score", nil, nil):
      guard let survey = parts.read("survey", as: String.self),
        let question = parts.read("question", as: String.self)
      else { return nil }
      self = .score(survey: survey, question: question)
    default: return nil
    }
  }

  /// The name of the measure in files and on the wire.
  public var name: String {
    switch self {
    case .stageReach: "stage-reach"
    case .stageLoss: "stage-loss"
    case .stageMedianTime: "stage-median-time"
    case .touchpointReach: "touchpoint-reach"
    case .touchpointMedianTime: "touchpoint-median-time"
    case .score: "score"
    }
  }

  var parts: [String: PropertyValue] {
    switch self {
    case .stageReach(let stage), .stageLoss(let stage), .stageMedianTime(let stage):
      ["measure": .text(name), "stage": stage.propertyValue]
    case .touchpointReach(let touchpoint), .touchpointMedianTime(let touchpoint):
      ["measure": .text(name), "touchpoint": touchpoint.propertyValue]
    case .score(let survey, let question):
      ["measure": .text(name), "survey": .text(survey), "question": .text(question)]
    }
  }
}
