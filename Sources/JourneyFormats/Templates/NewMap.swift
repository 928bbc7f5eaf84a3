public import JourneyModel

/// What somebody wants a new map to be: the first step of the guided method.
public struct NewMap: Sendable, Hashable {
  /// Something of the workspace, or something new by its name.
  public enum Choice<Subject>: Sendable, Hashable {
    case existing(Identifier<Subject>)
    case new(String)
  }

  public var name: String
  public var product: Choice<Product>?
  public var audience: Choice<Audience>?
  public var persona: Choice<Persona>?
  public var kind: JourneyMap.Kind
  public var state: JourneyMap.State
  public var purpose: JourneyMap.Purpose
  /// Who keeps the map alive.
  public var owner: String?

  public init(
    name: String, product: Choice<Product>? = nil, audience: Choice<Audience>? = nil,
    persona: Choice<Persona>? = nil, kind: JourneyMap.Kind = .customerJourney,
    state: JourneyMap.State = .hypothesis, purpose: JourneyMap.Purpose = .init(),
    owner: String? = nil
  ) {
    self.name = name
    self.product = product
    self.audience = audience
    self.persona = persona
    self.kind = kind
    self.state = state
    self.purpose = purpose
    self.owner = owner
  }
}

extension Workspace {
  /// Adds a map after a template, and to the library what the map needs and the workspace does not have yet.
  ///
  /// A touchpoint or channel that the workspace knows by the same id or name is used, not doubled.
  /// - Returns: the id of the new map, made from its name.
  public mutating func add(_ wish: NewMap, from template: Template) -> JourneyMap.ID {
    var map = template.journeyMap
    let taken = Set(maps.map(\.id))
    map.id = (JourneyMap.ID.slug(from: wish.name) ?? map.id).unique(in: taken)
    map.name = wish.name.isEmpty ? map.name : wish.name
    map.kind = wish.kind
    map.state = wish.state
    map.purpose = wish.purpose
    map.owner = wish.owner
    map.product = choose(wish.product, from: \.products) { Product(id: $0, name: $1) }
    map.audience = choose(wish.audience, from: \.audiences) { Audience(id: $0, name: $1) }
    let audience = map.audience
    map.personas =
      choose(wish.persona, from: \.personas) { Persona(id: $0, name: $1, audience: audience) }
      .map { [$0] } ?? []
    adoptTouchpoints(of: &map)
    maps.append(map)
    return map.id
  }

  private mutating func choose<Subject: Named>(
    _ choice: NewMap.Choice<Subject>?, from list: WritableKeyPath<Workspace, [Subject]>,
    make: (Identifier<Subject>, String) -> Subject
  ) -> Identifier<Subject>? where Subject.ID == Identifier<Subject> {
    switch choice {
    case nil: return nil
    case .existing(let id): return self[keyPath: list].contains { $0.id == id } ? id : nil
    case .new(let name):
      if let known = self[keyPath: list].first(where: { $0.name == name }) { return known.id }
      var generator = SystemRandomNumberGenerator()
      let taken = Set(self[keyPath: list].map(\.id))
      let id = (Identifier<Subject>.slug(from: name) ?? .random(using: &generator))
        .unique(in: taken)
      self[keyPath: list].append(make(id, name))
      return id
    }
  }

  /// Brings the touchpoints of the template's cards into the library, or points the cards at those that are there.
  private mutating func adoptTouchpoints(of map: inout JourneyMap) {
    var places: [Touchpoint.ID: Touchpoint.ID] = [:]
    for starter in StarterLibrary.touchpoints
    where map.cards.contains(where: { $0.touchpoint == starter.id }) {
      if let known = touchpoints.first(where: { $0.id == starter.id || $0.name == starter.name }) {
        places[starter.id] = known.id
        continue
      }
      var touchpoint = starter
      touchpoint.channel = starter.channel.flatMap {
        adopt($0, StarterLibrary.channels, \.channels)
      }
      touchpoint.departments = starter.departments.compactMap {
        adopt($0, StarterLibrary.departments, \.departments)
      }
      touchpoints.append(touchpoint)
      places[starter.id] = touchpoint.id
    }
    for index in map.cards.indices {
      map.cards[index].touchpoint = map.cards[index].touchpoint.flatMap { places[$0] }
    }
  }

  private mutating func adopt<Subject: Named>(
    _ id: Identifier<Subject>, _ starters: [Subject],
    _ list: WritableKeyPath<Workspace, [Subject]>
  ) -> Identifier<Subject>? where Subject.ID == Identifier<Subject> {
    guard let starter = starters.first(where: { $0.id == id }) else { return nil }
    if let known = self[keyPath: list].first(where: { $0.id == id || $0.name == starter.name }) {
      return known.id
    }
    self[keyPath: list].append(starter)
    return id
  }
}

/// What people know by a name.
private protocol Named: Identifiable {
  var name: String { get }
}
extension Product: Named {}
extension Audience: Named {}
extension Persona: Named {}
extension Channel: Named {}
extension Department: Named {}
