import GRDB
import JourneyModel

/// What the search finds an object by.
struct SearchText: Equatable {
  var title: String
  var body: String

  /// Nil for objects that nobody searches for, and for deleted ones.
  init?(_ object: StoredObject?) {
    guard let object, !object.isDeleted,
      let (titles, bodies) = Self.properties[object.reference.kind]
    else { return nil }
    title = Self.text(object, titles)
    body = Self.text(object, bodies)
    if title.isEmpty, body.isEmpty { return nil }
  }

  private static func text(_ object: StoredObject, _ names: [PropertyName]) -> String {
    var parts: [String] = []
    for name in names { add(object.values[name] ?? .none, to: &parts) }
    // The marks of snippets stand in no text.
    return parts.joined(separator: "\n")
      .replacing("\u{2}", with: "").replacing("\u{3}", with: "")
  }

  private static func add(_ value: PropertyValue, to parts: inout [String]) {
    switch value {
    case .none, .flag, .number: break
    case .text(let text): if !text.isEmpty { parts.append(text) }
    case .list(let elements): for element in elements { add(element, to: &parts) }
    case .record(let fields):
      for field in fields.sorted(by: { $0.key < $1.key }) { add(field.value, to: &parts) }
    }
  }

  /// Title and text of every kind that is searched.
  static let properties: [ObjectReference.Kind: ([PropertyName], [PropertyName])] = [
    .map: (["name"], ["purpose.why", "purpose.expectedOutcome", "purpose.problem", "owner"]),
    .stage: (["name"], ["mindset", "goal", "entryRule", "exitRule", "businessAim"]),
    .step: (["name"], []),
    .lane: (["name"], []),
    .card: (["text"], ["owner", "emotion"]),
    .persona: (
      ["name"],
      [
        "summary", "portrait", "goals", "motives", "triggers", "attractedBy", "putOffBy",
        "stoppedBy", "places", "quotes",
      ]
    ),
    .touchpoint: (["name"], ["note"]),
    .evidence: (["source"], ["note"]),
    .story: (["name"], ["who"]),
    .moment: (["whatHappened"], []),
  ]

  /// Brings the index up to date with an object; does nothing if its texts stay the same.
  static func update(
    _ number: Int64, from before: StoredObject?, to after: StoredObject, _ database: Database
  ) throws {
    let (old, new) = (SearchText(before), SearchText(after))
    if old == new { return }
    if old != nil {
      try database.cachedStatement(sql: "DELETE FROM search WHERE rowid = ?")
        .execute(arguments: [number])
    }
    if let new {
      try database.cachedStatement(sql: "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)")
        .execute(arguments: [number, new.title, new.body])
    }
  }
}
