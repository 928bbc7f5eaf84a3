@testable import JourneyModel

/// Makes edits that mostly make sense: on objects that exist, with values of the right shape; and some that do not.
struct RandomEdits {
  var random: SeededRandom
  private var made = 0

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func next(for state: WorkspaceState) -> Edit {
    let objects = state.objects
    let object = pick(objects) ?? Workspace.reference
    switch Int.random(in: 0..<10, using: &random) {
    case 0, 1: return .tombstone(object)
    case 2: return .restore(pick(objects.filter { state.isDeleted($0) }) ?? object)
    case 3:
      return .move(object, order: order(), into: container(for: object, state))
    case 4, 5: return insertion(state)
    default:
      guard let property = pick(ObjectSchema.of(object.kind)?.properties ?? []) else {
        return .tombstone(object)
      }
      return .set(object, property.name, value(of: property.shape, object.map, state))
    }
  }

  mutating func pick<Element>(_ list: [Element]) -> Element? {
    list.isEmpty ? nil : list[Int.random(in: 0..<list.count, using: &random)]
  }

  private mutating func order() -> OrderKey {
    OrderKey(rawValue: pick(["a", "b", "c", "i", "z", "a1"]) ?? "a")
  }

  private mutating func insertion(_ state: WorkspaceState) -> Edit {
    let kinds = ObjectReference.Kind.allCases.filter { $0 != .workspace && $0 != .survey }
    let kind = pick(kinds) ?? .card
    guard let schema = ObjectSchema.of(kind) else { return .tombstone(Workspace.reference) }
    made += 1
    let map = schema.isInMap ? pick(["pram", "paying"]) : nil
    var values: [PropertyName: PropertyValue] = [:]
    for property in schema.properties
    where property.isRequired || Int.random(in: 0..<4, using: &random) == 0 {
      values[property.name] = value(of: property.shape, map, state)
    }
    return .insert(ObjectReference(kind, "new-\(made)", in: map), values)
  }

  private mutating func container(for object: ObjectReference, _ state: WorkspaceState)
    -> Edit.Container?
  {
    guard Bool.random(using: &random) else { return nil }
    func ids<Subject: ModelObject>(_: Subject.Type) -> [Identifier<Subject>] {
      state.objects.filter { $0.kind == Subject.kind && $0.map == object.map }
        .compactMap { Identifier<Subject>(rawValue: $0.id) }
    }
    switch object.kind {
    case .card:
      guard let lane = pick(ids(Lane.self)), let step = pick(ids(Step.self)) else { return nil }
      return .cell(lane: lane, step: step)
    case .step: return pick(ids(Stage.self)).map { .stage($0) }
    case .evidence: return pick(ids(Card.self)).map { .card($0) }
    case .moment: return pick(ids(Story.self)).map { .story($0) }
    default: return nil
    }
  }

  private mutating func value(of shape: PropertyShape, _ map: String?, _ state: WorkspaceState)
    -> PropertyValue
  {
    if Int.random(in: 0..<40, using: &random) == 0 { return .list([.flag(true)]) }
    switch shape {
    case .text: return .text(pick(["", "new", "Інше", "a \"b\""]) ?? "")
    case .number: return .number(Double(Int.random(in: -3...3, using: &random)))
    case .integer: return .number(Double(Int.random(in: 1...3, using: &random)))
    case .flag: return .flag(Bool.random(using: &random))
    case .date: return .text("2026-01-0\(Int.random(in: 1...9, using: &random))")
    case .order: return order().propertyValue
    case .choice(let names): return .text(pick(names) ?? "")
    case .identifier(let kind):
      let inMap = ObjectSchema.of(kind)?.isInMap == true
      let found = state.objects.filter { $0.kind == kind && $0.map == (inMap ? map : nil) }
      return .text(pick(found)?.id ?? "nobody")
    case .list(let element):
      return .list(
        (0..<Int.random(in: 0...2, using: &random)).map { _ in value(of: element, map, state) })
    case .optional(let wrapped):
      return Bool.random(using: &random) ? .none : value(of: wrapped, map, state)
    case .record(let name):
      switch name {
      case TimeFrame.shapeName:
        return TimeFrame(minimum: 1, maximum: 4, unit: pick(TimeFrame.Unit.allCases) ?? .days)
          .propertyValue
      case Emotion.shapeName:
        return Emotion(
          score: Double(Int.random(in: -3...3, using: &random)),
          persona: Persona.ID(rawValue: "petro")
        )
        .propertyValue
      case Evidence.Reading.shapeName:
        return Evidence.Reading(value: 1, n: 30, low: 0, high: 2).propertyValue
      case Claim.shapeName:
        return Claim(
          measure: pick([
            .stageLoss(.placeholder), .touchpointReach(id("shop")),
            .score(survey: "s", question: "q"),
          ])
            ?? .stageReach(.placeholder), relation: .atMost, value: 1
        ).propertyValue
      case JourneyMap.Parent.shapeName:
        return JourneyMap.Parent(map: id("pram"), step: id("search")).propertyValue
      default: return .record(["name": "a", "value": "b"])
      }
    }
  }
}

extension PropertyRecord {
  static var shapeName: String {
    guard case .record(let name) = shape else { return "" }
    return name
  }
}
