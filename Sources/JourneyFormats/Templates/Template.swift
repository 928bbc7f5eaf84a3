import Diagnostics
public import JourneyModel

/// A stage model to start a workspace from: stages, lanes and first thoughts, all of them assumptions to be tested.
public struct Template: Identifiable, Hashable, Sendable {
  /// As `waymark init --template` takes it.
  public let id: String
  public let name: String
  /// One line for a list.
  public let summary: String
  /// The map in the notation.
  let map: String

  /// All templates, the smallest first.
  public static let all: [Template] = [
    .blank, .basic, .threeStage, .beforeDuringAfter, .fiveStage, .shop, .retail, .need, .readiness,
    .b2b, .serviceBlueprint, .full,
  ]

  public static func named(_ id: String) -> Template? { all.first { $0.id == id } }

  /// A workspace with one map after the model, a library of the touchpoints on it, and a persona to fill in.
  ///
  /// - Parameter name: of the workspace; an empty one stands for the template's.
  public func instantiate(name: String) -> WorkspaceContents {
    var workspace = Workspace(name: name.isEmpty ? self.name : name)
    let product = Product(id: Self.identifier("product"), name: "Our product")
    let audience = Audience(id: Self.identifier("audience"), name: "Our customers")
    let persona = Persona(
      id: Self.identifier("customer"), name: "Typical customer", audience: audience.id,
      summary: "Whom this map is about: describe one real kind of customer after a few interviews.")
    workspace.products = [product]
    workspace.audiences = [audience]
    workspace.personas = [persona]
    var map = journeyMap
    map.product = product.id
    map.audience = audience.id
    map.personas = [persona.id]
    let used = Set(map.cards.compactMap(\.touchpoint))
    workspace.touchpoints = StarterLibrary.touchpoints.filter { used.contains($0.id) }
    let channels = Set(workspace.touchpoints.compactMap(\.channel))
    workspace.channels = StarterLibrary.channels.filter { channels.contains($0.id) }
    let departments = Set(workspace.touchpoints.flatMap(\.departments))
    workspace.departments = StarterLibrary.departments.filter { departments.contains($0.id) }
    workspace.maps = [map]
    return WorkspaceContents(workspace)
  }

  /// The map of the model, with the lanes that are there but not shown.
  public var journeyMap: JourneyMap {
    let read = Notation.readMap(
      Array(map.utf8), id: Self.identifier("journey"), file: "template \(id)")
    guard var map = read.value?.value, read.diagnostics.isEmpty else {
      preconditionFailure("the template \(id) is sound: \(read.diagnostics)")
    }
    let names = Dictionary(
      StarterLibrary.touchpoints.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    for index in map.cards.indices where map.cards[index].text.isEmpty {
      map.cards[index].text = map.cards[index].touchpoint.flatMap { names[$0] } ?? ""
    }
    if map.stages.count > 1 { addHiddenLanes(to: &map) }
    return map.canonical()
  }

  /// Roles that a team may need later; a lane that is shown already is not offered again.
  private static let more: [LaneRole] = [
    .goal, .action, .motivation, .question, .thought, .expectation, .touchpoint, .channel, .emotion,
    .barrier, .surprise, .disappointment, .opportunity, .solution, .businessAction, .communication,
    .department, .competitor, .metric, .text, .picture,
  ]

  private func addHiddenLanes(to map: inout JourneyMap) {
    let shown = Set(map.lanes.map(\.role))
    let hidden = Self.more.filter { !shown.contains($0) }
    let orders = OrderKey.first(map.lanes.count + hidden.count)
    for (index, order) in orders.prefix(map.lanes.count).enumerated() {
      map.lanes[index].order = order
    }
    for (role, order) in zip(hidden, orders.dropFirst(map.lanes.count)) {
      let taken = Set(map.lanes.map(\.id))
      map.lanes.append(
        Lane(
          id: Self.identifier(role.rawValue, as: Lane.self).unique(in: taken), order: order,
          role: role, name: LaneGuide.name(of: role), isHidden: true))
    }
  }

  private static func identifier<Subject>(
    _ text: String, as subject: Subject.Type = Subject.self
  ) -> Identifier<Subject> {
    guard let id = Identifier<Subject>(rawValue: text) else {
      preconditionFailure("an id of a template is a slug: \(text)")
    }
    return id
  }
}
