public import Diagnostics
public import JourneyModel

extension Notation {
  /// Reads `personas/<id>.yaml`; the id is the name of the file.
  public static func readPersona(
    _ bytes: [UInt8], id: Persona.ID, file: String, limits: NotationLimits = NotationLimits()
  ) -> Diagnosed<Sourced<Persona>> {
    read(bytes, file: file, limits: limits) { reading, root in reading.persona(root, id: id) }
  }

  /// Prints `personas/<id>.yaml`.
  public static func printPersona(_ persona: Persona) -> String {
    var writer = NotationWriter()
    writer.requiredValue("name", persona.name)
    writer.word("kind", persona.kind.rawValue)
    writer.word("audience", persona.audience?.rawValue)
    writer.value("picture", persona.picture)
    writer.value("summary", persona.summary)
    writer.pairs(
      "portrait", persona.portrait.map { ($0.name, $0.value) }, nameKey: "name", valueKey: "value")
    for (key, property) in Persona.lists { writer.list(key, persona[keyPath: property]) }
    return writer.text
  }
}

extension Persona {
  /// The lists of a persona in the order of the notation.
  fileprivate static var lists: [(key: String, property: WritableKeyPath<Persona, [String]>)] {
    [
      ("goals", \.goals), ("motives", \.motives), ("triggers", \.triggers),
      ("attractedBy", \.attractedBy), ("putOffBy", \.putOffBy), ("stoppedBy", \.stoppedBy),
      ("places", \.places), ("quotes", \.quotes),
    ]
  }
}

extension Reading {
  fileprivate mutating func persona(_ root: NodeID, id: Persona.ID) -> Persona {
    let fields = fields(
      root, .aPersona,
      keys: ["format", "name", "kind", "audience", "picture", "summary", "portrait"]
        + Persona.lists.map(\.key))
    record(ObjectReference(.persona, id.rawValue), fields)
    var persona = Persona(id: id, name: requiredText(fields, "name"))
    persona.kind = choice(fields, "kind") ?? .customer
    persona.audience = identifier(fields, "audience")
    persona.picture = optionalText(fields, "picture")
    persona.summary = text(fields, "summary")
    persona.portrait = textPairs(fields, "portrait", nameKey: "name", valueKey: "value").map {
      Persona.Trait(name: $0.name, value: $0.value)
    }
    for (key, property) in Persona.lists { persona[keyPath: property] = texts(fields, key) }
    return persona
  }
}
