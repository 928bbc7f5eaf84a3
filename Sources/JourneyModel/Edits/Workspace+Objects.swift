/// One object of a workspace with everything that is said of it.
struct DescribedObject: Sendable {
  var reference: ObjectReference
  var values: [PropertyName: PropertyValue]
}

extension Workspace {
  static let reference = ObjectReference(.workspace, "workspace")

  /// Every object of the workspace; what has no order key gets one from its place in the list.
  func describedObjects() -> [DescribedObject] {
    var result: [DescribedObject] = []
    var own: [PropertyName: PropertyValue] = [:]
    for property in Workspace.properties { own[property.definition.name] = property.read(self) }
    result.append(DescribedObject(reference: Self.reference, values: own))
    result.append(listed: products)
    result.append(listed: audiences)
    result.append(listed: departments)
    result.append(listed: channels)
    result.append(listed: touchpoints)
    result.append(listed: personas)
    result.append(listed: bindings)
    result.append(listed: maps)
    for map in maps {
      for stage in map.stages {
        result.append(stage, in: map.id)
        for step in stage.steps {
          result.append(step, in: map.id, ["stage": stage.id.propertyValue])
        }
      }
      for lane in map.lanes { result.append(lane, in: map.id) }
      for card in map.cards {
        result.append(card, in: map.id)
        result.append(
          listed: card.evidence, in: map.id, ["card": card.id.propertyValue])
      }
      for flow in map.flows { result.append(flow, in: map.id) }
      for story in map.stories {
        result.append(story, in: map.id)
        for moment in story.moments {
          result.append(moment, in: map.id, ["story": story.id.propertyValue])
        }
      }
    }
    return result
  }
}

extension [DescribedObject] {
  fileprivate mutating func append<Object: ModelObject>(
    _ object: Object, in map: JourneyMap.ID?, _ outer: [PropertyName: PropertyValue] = [:]
  ) {
    append(
      DescribedObject(
        reference: object.reference(in: map),
        values: object.propertyValues.merging(outer) { $1 }))
  }

  fileprivate mutating func append<Object: ModelObject>(
    listed objects: [Object], in map: JourneyMap.ID? = nil,
    _ outer: [PropertyName: PropertyValue] = [:]
  ) {
    for (object, key) in zip(objects, OrderKey.first(objects.count)) {
      append(object, in: map, outer.merging(["order": key.propertyValue]) { $1 })
    }
  }
}
