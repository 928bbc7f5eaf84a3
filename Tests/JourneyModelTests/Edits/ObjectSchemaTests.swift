import JourneyModel
import Testing

@Suite struct ObjectSchemaTests {
  /// What is held by objects of their own rather than by a property.
  static let lists: Set<String> = [
    "id", "products", "audiences", "departments", "channels", "touchpoints", "personas", "maps",
    "bindings", "stages", "steps", "lanes", "cards", "flows", "stories", "moments", "evidence",
  ]

  @Test func `no stored property of any entity is out of reach of edits`() throws {
    let workspace = soundWorkspace()
    let map = workspace.maps[0]
    let samples: [(ObjectReference.Kind, Any, Set<String>)] = [
      (.workspace, workspace, Self.lists), (.product, workspace.products[0], Self.lists),
      (.audience, workspace.audiences[0], Self.lists),
      (.department, workspace.departments[0], Self.lists),
      (.channel, workspace.channels[0], Self.lists),
      (.touchpoint, workspace.touchpoints[0], ["id"]), (.persona, workspace.personas[0], ["id"]),
      (.binding, workspace.bindings[0], ["id"]),
      (.map, map, Self.lists.subtracting(["personas"])), (.stage, map.stages[0], Self.lists),
      (.step, map.stages[1].steps[0], Self.lists), (.lane, map.lanes[0], Self.lists),
      (.card, map.cards[0], Self.lists), (.evidence, map.cards[0].evidence[0], Self.lists),
      (.flow, map.flows[0], Self.lists), (.story, map.stories[0], Self.lists),
      (.moment, map.stories[0].moments[0], Self.lists),
    ]
    #expect(Set(samples.map(\.0)).union([.survey]) == Set(ObjectReference.Kind.allCases))
    for (kind, sample, held) in samples {
      let schema = try #require(ObjectSchema.of(kind))
      // A structured property may be divided: `purpose.why`.
      let reachable = Set(
        schema.properties.map {
          $0.name.rawValue.split(separator: ".").first.map(String.init) ?? ""
        })
      for case let label? in Mirror(reflecting: sample).children.map(\.label)
      where !held.contains(label) {
        #expect(reachable.contains(label), "\(kind).\(label)")
      }
    }
    #expect(ObjectSchema.of(.survey) == nil)
  }
}
