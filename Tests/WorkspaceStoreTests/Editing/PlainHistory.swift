import JourneyModel

/// The plainest reading of a history: a dictionary that every edit is written into, with no rules at all.
struct PlainHistory: Equatable {
  struct Thing: Equatable {
    var values: [PropertyName: PropertyValue]
    var isDeleted = false
  }
  var things: [ObjectReference: Thing] = [:]

  init(_ state: WorkspaceState) {
    for reference in state.objects {
      guard let object = state.object(reference) else { continue }
      things[reference] = Thing(values: object.values, isDeleted: object.isDeleted)
    }
  }

  mutating func take(_ edit: Edit) {
    switch edit {
    case .insert(let object, let values): things[object] = Thing(values: values)
    case .set(let object, let name, let value): things[object]?.values[name] = value
    case .tombstone(let object): things[object]?.isDeleted = true
    case .restore(let object): things[object]?.isDeleted = false
    case .move(let object, let order, let into):
      things[object]?.values["order"] = .text(order.rawValue)
      switch into {
      case .cell(let lane, let step):
        things[object]?.values["lane"] = .text(lane.rawValue)
        things[object]?.values["step"] = .text(step.rawValue)
      case .stage(let stage): things[object]?.values["stage"] = .text(stage.rawValue)
      case .card(let card): things[object]?.values["card"] = .text(card.rawValue)
      case .story(let story): things[object]?.values["story"] = .text(story.rawValue)
      case nil: break
      }
    }
  }
}
