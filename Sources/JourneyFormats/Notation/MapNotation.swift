public import Diagnostics
public import JourneyModel

extension Notation {
  /// Reads `maps/<id>.yaml`; the id is the name of the file.
  public static func readMap(
    _ bytes: [UInt8], id: JourneyMap.ID, file: String, limits: NotationLimits = NotationLimits()
  ) -> Diagnosed<Sourced<JourneyMap>> {
    read(bytes, file: file, limits: limits) { reading, root in reading.map(root, id: id) }
  }

  /// Prints `maps/<id>.yaml`.
  public static func printMap(_ map: JourneyMap) -> String {
    var writer = NotationWriter()
    writer.requiredValue("name", map.name)
    writer.word("kind", map.kind.rawValue)
    writer.word("state", map.state.rawValue)
    writer.word("product", map.product?.rawValue)
    writer.word("audience", map.audience?.rawValue)
    writer.value("owner", map.owner)
    writer.word("lastReviewed", map.lastReviewed?.description)
    writer.list("personas", map.personas.map(\.rawValue))
    if let parent = map.parent {
      writer.section("parent") { writer in
        writer.word("map", parent.map)
        writer.word("step", parent.step)
      }
    }
    if !map.purpose.isEmpty {
      writer.section("purpose") { writer in
        writer.value("why", map.purpose.why)
        writer.value("expectedOutcome", map.purpose.expectedOutcome)
        writer.value("problem", map.purpose.problem)
      }
    }
    writer.items("stages", map.stages.inOrder()) { $0.stage($1) }
    writer.lanes(of: map)
    writer.items("flows", map.flows.inOrder()) { $0.flow($1) }
    writer.items("stories", map.stories.inOrder()) { $0.story($1) }
    return writer.text
  }
}

extension Reading {
  /// What the readers of a map's parts share.
  struct MapContext {
    let id: JourneyMap.ID
    var evidence: IdentifierSupply
    func reference(_ kind: ObjectReference.Kind, _ object: String) -> ObjectReference {
      ObjectReference(kind, object, in: id.rawValue)
    }
  }

  fileprivate mutating func map(_ root: NodeID, id: JourneyMap.ID) -> JourneyMap {
    let fields = fields(
      root, .aMap,
      keys: [
        "format", "name", "kind", "state", "product", "audience", "personas", "owner",
        "lastReviewed", "parent", "purpose", "stages", "lanes", "cards", "flows", "stories",
      ], synonyms: ["persona": "personas"])
    record(ObjectReference(.map, id.rawValue), fields)
    // Findings name the map itself either way: as an object of the workspace or as its own owner.
    record(ObjectReference(.map, id.rawValue, in: id.rawValue), fields)
    var map = JourneyMap(id: id, name: requiredText(fields, "name"))
    map.kind = choice(fields, "kind") ?? .customerJourney
    map.state = choice(fields, "state") ?? .current
    map.product = identifier(fields, "product")
    map.audience = identifier(fields, "audience")
    map.personas = identifiers(fields, "personas")
    map.owner = optionalText(fields, "owner")
    map.lastReviewed = date(fields, "lastReviewed")
    map.parent = parent(fields)
    map.purpose = purpose(fields)
    var context = MapContext(id: id, evidence: IdentifierSupply())
    map.stages = stages(fields, &context)
    let (lanes, cards) = lanesAndCards(fields, &context)
    map.lanes = lanes
    map.cards = cards
    map.flows = flows(fields, &context)
    map.stories = stories(fields, &context)
    return map
  }

  private mutating func parent(_ fields: Fields) -> JourneyMap.Parent? {
    guard let node = fields["parent"], !isEmpty(node) else { return nil }
    let parent = self.fields(node, .text("'parent'"), keys: ["map", "step"])
    for key in ["map", "step"] where parent[key] == nil { _ = requiredText(parent, key) }
    guard let map: JourneyMap.ID = identifier(parent, "map"),
      let step: Step.ID = identifier(parent, "step")
    else { return nil }
    return JourneyMap.Parent(map: map, step: step)
  }

  /// A mapping, or one text that says why.
  private mutating func purpose(_ fields: Fields) -> JourneyMap.Purpose {
    guard let node = fields["purpose"] else { return JourneyMap.Purpose() }
    if kind(node) == .scalar {
      return JourneyMap.Purpose(why: text(node, .text("'purpose'")) ?? "")
    }
    let purpose = self.fields(
      node, .text("'purpose'"), keys: ["why", "expectedOutcome", "problem"])
    return JourneyMap.Purpose(
      why: text(purpose, "why"), expectedOutcome: text(purpose, "expectedOutcome"),
      problem: text(purpose, "problem"))
  }
}
