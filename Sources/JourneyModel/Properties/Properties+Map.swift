extension JourneyMap: ModelObject {
  static var kind: ObjectReference.Kind { .map }
  static var isInMap: Bool { false }
  static let properties: [Property<JourneyMap>] = [
    .outer("order", OrderKey.self), Property("name", \.name), Property("product", \.product),
    Property("audience", \.audience), Property("kind", \.kind), Property("state", \.state),
    Property("purpose.why", \.purpose.why),
    Property("purpose.expectedOutcome", \.purpose.expectedOutcome),
    Property("purpose.problem", \.purpose.problem), Property("personas", \.personas),
    Property("owner", \.owner), Property("lastReviewed", \.lastReviewed),
    Property("parent", \.parent),
  ]
  static func blank(id: ID) -> JourneyMap { JourneyMap(id: id, name: "") }
}

extension Stage: ModelObject {
  static var kind: ObjectReference.Kind { .stage }
  static var isInMap: Bool { true }
  static let properties: [Property<Stage>] = [
    Property("order", \.order, isRequired: true), Property("name", \.name),
    Property("mindset", \.mindset), Property("goal", \.goal), Property("timeFrame", \.timeFrame),
    Property("entryRule", \.entryRule), Property("exitRule", \.exitRule),
    Property("businessAim", \.businessAim), Property("phase", \.phase),
  ]
  static func blank(id: ID) -> Stage { Stage(id: id, order: OrderKey(rawValue: ""), name: "") }
}

extension Step: ModelObject {
  static var kind: ObjectReference.Kind { .step }
  static var isInMap: Bool { true }
  static let properties: [Property<Step>] = [
    .outer("stage", Stage.ID.self), Property("order", \.order, isRequired: true),
    Property("name", \.name),
  ]
  static func blank(id: ID) -> Step { Step(id: id, order: OrderKey(rawValue: ""), name: "") }
}

extension Lane: ModelObject {
  static var kind: ObjectReference.Kind { .lane }
  static var isInMap: Bool { true }
  static let properties: [Property<Lane>] = [
    Property("order", \.order, isRequired: true), Property("role", \.role, isRequired: true),
    Property("name", \.name), Property("isHidden", \.isHidden),
  ]
  static func blank(id: ID) -> Lane {
    Lane(id: id, order: OrderKey(rawValue: ""), role: .custom, name: "")
  }
}

extension Card: ModelObject {
  static var kind: ObjectReference.Kind { .card }
  static var isInMap: Bool { true }
  static let properties: [Property<Card>] = [
    Property("lane", \.lane, isRequired: true), Property("step", \.step, isRequired: true),
    Property("order", \.order, isRequired: true), Property("text", \.text),
    Property("span", \.span), Property("touchpoint", \.touchpoint),
    Property("emotion", \.emotion), Property("severity", \.severity), Property("owner", \.owner),
    Property("effort", \.effort), Property("status", \.status), Property("links", \.links),
    Property("claim", \.claim), Property("momentOfTruth", \.momentOfTruth),
    Property("picture", \.picture),
  ]
  static func blank(id: ID) -> Card {
    Card(
      id: id, lane: .placeholder, step: .placeholder, order: OrderKey(rawValue: ""), text: "")
  }
}

extension Evidence: ModelObject {
  static var kind: ObjectReference.Kind { .evidence }
  static var isInMap: Bool { true }
  static let properties: [Property<Evidence>] = [
    .outer("card", Card.ID.self), .outer("order", OrderKey.self),
    Property("kind", \.kind, isRequired: true), Property("verdict", \.verdict),
    Property("source", \.source), Property("note", \.note), Property("date", \.date),
    Property("reading", \.reading), Property("link", \.link),
  ]
  static func blank(id: ID) -> Evidence { Evidence(id: id, kind: .observation, source: "") }
}

extension Flow: ModelObject {
  static var kind: ObjectReference.Kind { .flow }
  static var isInMap: Bool { true }
  static let properties: [Property<Flow>] = [
    Property("order", \.order, isRequired: true), Property("kind", \.kind, isRequired: true),
    Property("from", \.from, isRequired: true), Property("to", \.to, isRequired: true),
    Property("note", \.note),
  ]
  static func blank(id: ID) -> Flow {
    Flow(
      id: id, order: OrderKey(rawValue: ""), kind: .skip, from: .placeholder, to: .placeholder)
  }
}

extension Story: ModelObject {
  static var kind: ObjectReference.Kind { .story }
  static var isInMap: Bool { true }
  static let properties: [Property<Story>] = [
    Property("order", \.order, isRequired: true), Property("name", \.name), Property("who", \.who),
  ]
  static func blank(id: ID) -> Story { Story(id: id, order: OrderKey(rawValue: ""), name: "") }
}

extension Story.Moment: ModelObject {
  static var kind: ObjectReference.Kind { .moment }
  static var isInMap: Bool { true }
  static let properties: [Property<Story.Moment>] = [
    .outer("story", Story.ID.self), Property("order", \.order, isRequired: true),
    Property("step", \.step), Property("touchpoint", \.touchpoint),
    Property("whatHappened", \.whatHappened), Property("emotion", \.emotion),
    Property("nearlyFailed", \.nearlyFailed),
  ]
  static func blank(id: ID) -> Story.Moment {
    Story.Moment(id: id, order: OrderKey(rawValue: ""), whatHappened: "")
  }
}
