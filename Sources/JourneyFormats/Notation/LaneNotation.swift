import Diagnostics
public import JourneyModel

extension NotationWriter {
  /// Lanes with their cards under the step in which they stand; cards of no lane follow in a list of their own.
  mutating func lanes(of map: JourneyMap) {
    var cells: [Lane.ID: [Step.ID: [Card]]] = [:]
    for card in map.cards { cells[card.lane, default: [:]][card.step, default: []].append(card) }
    let columns = map.canonicalColumns
    items("lanes", map.lanes.inOrder()) { writer, lane in
      writer.word("id", lane.id)
      writer.word("role", lane.role.rawValue)
      writer.requiredValue("name", lane.name)
      writer.flag("hidden", lane.isHidden)
      // Of two lanes with one id the first holds the cards.
      guard let cells = cells.removeValue(forKey: lane.id) else { return }
      writer.section("cards") { writer in
        for step in columns.steps(of: cells) {
          writer.items(step.rawValue, (cells[step] ?? []).inOrder()) { $0.card($1) }
        }
      }
    }
    let loose = cells.sorted { $0.key < $1.key }.flatMap { lane in
      columns.steps(of: lane.value).flatMap { (lane.value[$0] ?? []).inOrder() }
    }
    items("cards", loose) { writer, card in
      writer.word("lane", card.lane)
      writer.word("step", card.step)
      writer.card(card)
    }
  }
}

/// The steps of a map in their order.
struct CanonicalColumns {
  fileprivate var positions: [Step.ID: Int] = [:]

  /// The steps that hold cards: those of the map in order, then unknown ones by id.
  func steps(of cells: [Step.ID: [Card]]) -> [Step.ID] {
    cells.keys.sorted { a, b in
      switch (positions[a], positions[b]) {
      case (let left?, let right?): left < right
      case (.some, nil): true
      case (nil, .some): false
      case (nil, nil): a < b
      }
    }
  }
}

extension JourneyMap {
  var canonicalColumns: CanonicalColumns {
    var result = CanonicalColumns()
    for step in stages.inOrder().flatMap({ $0.steps.isEmpty ? $0.columns : $0.steps.inOrder() })
    where result.positions[step.id] == nil {
      result.positions[step.id] = result.positions.count
    }
    return result
  }

  /// The same map as it reads back from its text: everything in the order that is shown, with the keys of that order.
  public func canonical() -> JourneyMap {
    var map = self
    map.stages = Self.renumbered(stages.inOrder()) { $0.order = $1 }
    for index in map.stages.indices {
      map.stages[index].steps = Self.renumbered(map.stages[index].steps.inOrder()) { $0.order = $1 }
    }
    map.lanes = Self.renumbered(lanes.inOrder()) { $0.order = $1 }
    map.flows = Self.renumbered(flows.inOrder()) { $0.order = $1 }
    map.stories = Self.renumbered(stories.inOrder()) { $0.order = $1 }
    for index in map.stories.indices {
      map.stories[index].moments = Self.renumbered(map.stories[index].moments.inOrder()) {
        $0.order = $1
      }
    }
    map.cards = canonicalCards
    return map
  }

  private var canonicalCards: [Card] {
    var cells: [Lane.ID: [Step.ID: [Card]]] = [:]
    for card in cards { cells[card.lane, default: [:]][card.step, default: []].append(card) }
    let columns = canonicalColumns
    var result: [Card] = []
    let known = lanes.inOrder().map(\.id)
    for lane in known + cells.keys.filter({ !known.contains($0) }).sorted() {
      guard let lane = cells.removeValue(forKey: lane) else { continue }
      for step in columns.steps(of: lane) {
        result += Self.renumbered((lane[step] ?? []).inOrder()) { $0.order = $1 }
      }
    }
    return result
  }

  private static func renumbered<Element>(
    _ elements: [Element], _ set: (inout Element, OrderKey) -> Void
  ) -> [Element] {
    zip(elements, OrderKey.first(elements.count)).map { element, order in
      var element = element
      set(&element, order)
      return element
    }
  }
}

extension Reading {
  /// A card whose id and order are only known when all cards are.
  struct CardDraft {
    var card: Card
    var hasID: Bool
    var fields: Fields?
    var node: NodeID
    /// The key that names the step, for cards under a lane.
    var stepNode: NodeID?
  }

  mutating func lanesAndCards(
    _ fields: Fields, _ context: inout MapContext
  ) -> ([Lane], [Card]) {
    var lanes: [Lane] = []
    var drafts: [CardDraft] = []
    if let node = fields["lanes"] {
      let items = items(node, .text("'lanes'"))
      var supply = IdentifierSupply(taken: writtenIdentifiers(items))
      var seen: [String: NodeID] = [:]
      for (item, order) in zip(items, OrderKey.first(items.count)) {
        guard let lane = lane(item, order: order, &supply, &seen, &drafts, context) else {
          continue
        }
        lanes.append(lane)
      }
    }
    if let node = fields["cards"] {
      for item in items(node, .text("'cards'")) {
        if let draft = looseCard(item) { drafts.append(draft) }
      }
    }
    return (lanes, cards(drafts, &context))
  }

  private mutating func lane(
    _ item: NodeID, order: OrderKey, _ supply: inout IdentifierSupply,
    _ seen: inout [String: NodeID], _ drafts: inout [CardDraft], _ context: MapContext
  ) -> Lane? {
    guard kind(item) == .mapping else {
      guard let word = text(item, .aLane) else { return nil }
      guard let role = LaneRole(rawValue: word) else {
        find(
          NotationCode.unknownValue, at: item, variant: "role", ["text": Self.shortened(word)],
          hint: hint(forRole: word))
        return nil
      }
      let name = LaneGuide.name(of: role)
      let lane = Lane(
        id: supply.next(IdentifierSupply.base(name)), order: order, role: role, name: name)
      record(context.reference(.lane, lane.id.rawValue), at: item)
      return lane
    }
    let fields = self.fields(item, .aLane, keys: ["id", "role", "name", "hidden", "cards"])
    if fields["role"] == nil {
      find(
        NotationCode.missingKey, at: item, variant: "role")
    }
    let role: LaneRole = choice(fields, "role") ?? .custom
    let name = optionalText(fields, "name") ?? LaneGuide.name(of: role)
    let id: Lane.ID = identifier(fields, "id") ?? supply.next(IdentifierSupply.base(name))
    checkUnique(id.rawValue, .aLane, at: fields["id"] ?? item, among: &seen)
    record(context.reference(.lane, id.rawValue), fields)
    if let node = fields["cards"] { cells(node, of: id, &drafts) }
    return Lane(id: id, order: order, role: role, name: name, isHidden: flag(fields, "hidden"))
  }

  private func hint(forRole word: String) -> Advice {
    if isFull { return .nothing }
    let roles = LaneRole.allCases.map(\.rawValue)
    if let near = Spelling.nearest(to: word, among: roles) { return .nearest(near) }
    let known = roles.joined(separator: ", ")
    return .said(Saying("notation.unknown-value/roles", ["roles": known]))
  }

  /// `step: [card, …]` for each step of a lane.
  private mutating func cells(_ node: NodeID, of lane: Lane.ID, _ drafts: inout [CardDraft]) {
    if kind(node) == .sequence {
      find(
        NotationCode.wrongType, at: node, variant: "cards-of-lane")
      return
    }
    for pair in pairs(node, .text("'cards'")) {
      guard let step: Step.ID = identifier(pair.keyNode, .theIdOfAStageOrStep) else {
        continue
      }
      for item in items(pair.value, .word("the-cards-of", ["step": step.rawValue])) {
        guard var draft = card(item, lane: lane, step: step) else { continue }
        draft.stepNode = pair.keyNode
        drafts.append(draft)
      }
    }
  }

  /// Gives ids and orders, in the order of the file.
  private mutating func cards(_ drafts: [CardDraft], _ context: inout MapContext) -> [Card] {
    var written: Set<String> = []
    var writtenEvidence: Set<String> = []
    var counts: [Lane.ID: [Step.ID: Int]] = [:]
    for draft in drafts {
      if draft.hasID { written.insert(draft.card.id.rawValue) }
      counts[draft.card.lane, default: [:]][draft.card.step, default: 0] += 1
      if let node = draft.fields?["evidence"], kind(node) == .sequence {
        writtenEvidence.formUnion(writtenIdentifiers(tree.children(of: node)))
      }
    }
    var supply = IdentifierSupply(taken: written)
    context.evidence = IdentifierSupply(taken: writtenEvidence)
    var seen: [String: NodeID] = [:]
    var seenEvidence: [String: NodeID] = [:]
    var keys: [Int: [OrderKey]] = [:]
    var positions: [Lane.ID: [Step.ID: Int]] = [:]
    return drafts.map { draft in
      var card = draft.card
      if !draft.hasID {
        // Lane and step are slugs already; a cut may leave a '-' behind, which the supply puts right.
        card.id = supply.next(
          "\(card.lane.rawValue.prefix(24))-\(card.step.rawValue.prefix(24))-"
            + IdentifierSupply.base(card.text).prefix(40))
      }
      checkUnique(card.id.rawValue, .aCard, at: draft.fields?["id"] ?? draft.node, among: &seen)
      let count = counts[card.lane]?[card.step] ?? 1
      if keys[count] == nil { keys[count] = OrderKey.first(count) }
      let position = positions[card.lane, default: [:]][card.step, default: 0]
      positions[card.lane, default: [:]][card.step] = position + 1
      if let order = keys[count]?[position] { card.order = order }
      let reference = context.reference(.card, card.id.rawValue)
      let places = draft.stepNode.map { [(name: "step", node: $0)] } ?? []
      if let fields = draft.fields {
        record(reference, fields, more: places)
        card.evidence = evidence(fields, of: card.id, &context, &seenEvidence)
      } else {
        record(reference, at: draft.node, more: places)
      }
      return card
    }
  }
}
