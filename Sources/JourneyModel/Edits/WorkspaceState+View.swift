extension WorkspaceState {
  /// The workspace that people see: shown objects in order, without references to what is gone.
  ///
  /// For a state made from a workspace this is that workspace `inOrder()`.
  public var workspace: Workspace {
    let view = View(self)
    var workspace = Workspace(name: "")
    let own = records[Workspace.reference]?.values ?? [:]
    for property in Workspace.properties {
      if let value = own[property.definition.name] { property.write(&workspace, value) }
    }
    workspace.products = view.list(Product.self)
    workspace.audiences = view.list(Audience.self)
    workspace.departments = view.list(Department.self)
    workspace.channels = view.list(Channel.self)
    workspace.touchpoints = view.list(Touchpoint.self)
    workspace.personas = view.list(Persona.self)
    workspace.bindings = view.list(BindingRule.self)
    workspace.maps = view.list(JourneyMap.self).map { map in
      var map = map
      let id = map.id.rawValue
      let steps = view.grouped(Step.self, by: "stage", in: id)
      map.stages = view.list(Stage.self, in: id).map { stage in
        var stage = stage
        stage.steps = steps[stage.id.rawValue] ?? []
        return stage
      }
      map.lanes = view.list(Lane.self, in: id)
      let evidence = view.grouped(Evidence.self, by: "card", in: id)
      map.cards = view.list(Card.self, in: id).map { card in
        var card = card
        card.evidence = evidence[card.id.rawValue] ?? []
        return card
      }
      map.flows = view.list(Flow.self, in: id)
      let moments = view.grouped(Story.Moment.self, by: "story", in: id)
      map.stories = view.list(Story.self, in: id).map { story in
        var story = story
        story.moments = moments[story.id.rawValue] ?? []
        return story
      }
      return map.inOrder()
    }
    return workspace
  }
}

/// The shown objects of a state, sorted once.
private struct View {
  private struct Group: Hashable {
    var kind: ObjectReference.Kind
    var map: String?
  }
  private struct Item {
    var id: String
    var order: String
    var values: [PropertyName: PropertyValue]
  }
  private var groups: [Group: [Item]] = [:]

  init(_ state: WorkspaceState) {
    for (reference, record) in state.records where !state.isHidden(reference) {
      guard let schema = ObjectSchema.of(reference.kind) else { continue }
      var values = record.values
      for property in schema.referring {
        guard let value = values[property.name], value != .none else { continue }
        values[property.name] =
          property.without(value, reference.map, state.isGone) ?? value
      }
      var order = ""
      if case .text(let key)? = values["order"] { order = key }
      groups[Group(kind: reference.kind, map: reference.map), default: []]
        .append(Item(id: reference.id, order: order, values: values))
    }
    for group in groups.keys {
      groups[group]?.sort { a, b in
        a.order == b.order
          ? a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
          : a.order.utf8.lexicographicallyPrecedes(b.order.utf8)
      }
    }
  }

  func list<Object: ModelObject>(_ type: Object.Type, in map: String? = nil) -> [Object] {
    items(type, in: map).compactMap { Object(id: $0.id, values: $0.values) }
  }

  func grouped<Object: ModelObject>(_ type: Object.Type, by holder: PropertyName, in map: String)
    -> [String: [Object]]
  {
    var result: [String: [Object]] = [:]
    for item in items(type, in: map) {
      guard case .text(let id)? = item.values[holder],
        let object = Object(id: item.id, values: item.values)
      else { continue }
      result[id, default: []].append(object)
    }
    return result
  }

  private func items<Object: ModelObject>(_: Object.Type, in map: String?) -> [Item] {
    groups[Group(kind: Object.kind, map: map)] ?? []
  }
}

extension JourneyMap {
  /// The same map with every list in the order that people see: by order key, equal keys by id; cards by lane,
  /// then column, then order, those outside the grid last.
  public func inOrder() -> JourneyMap {
    var map = self
    map.stages = stages.inOrder().map { stage in
      var stage = stage
      stage.steps = stage.steps.inOrder()
      return stage
    }
    map.lanes = lanes.inOrder()
    map.flows = flows.inOrder()
    map.stories = stories.inOrder().map { story in
      var story = story
      story.moments = story.moments.inOrder()
      return story
    }
    let lanePlaces = Dictionary(
      map.lanes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let columnPlaces = Dictionary(
      map.columns.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let placed = cards.inOrder().enumerated().map { offset, card in
      (
        card: card,
        place: (lanePlaces[card.lane] ?? .max, columnPlaces[card.step] ?? .max, offset)
      )
    }
    map.cards = placed.sorted { $0.place < $1.place }.map(\.card)
    return map
  }
}

extension Workspace {
  /// The same workspace with every map in order.
  public func inOrder() -> Workspace {
    var workspace = self
    workspace.maps = maps.map { $0.inOrder() }
    return workspace
  }
}
