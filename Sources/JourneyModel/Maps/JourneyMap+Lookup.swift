extension JourneyMap {
  /// Every column of the map from left to right: the steps of each stage, or the stage itself.
  public var columns: [Step] { stages.flatMap(\.columns) }

  public func stage(_ id: Stage.ID) -> Stage? { stages.first { $0.id == id } }
  public func lane(_ id: Lane.ID) -> Lane? { lanes.first { $0.id == id } }
  public func card(_ id: Card.ID) -> Card? { cards.first { $0.id == id } }

  /// The role of the lane a card lies in; nil if the map has no such lane.
  public func role(of card: Card) -> LaneRole? { lane(card.lane)?.role }

  /// The cards of one cell by order key, equal keys by id.
  public func cards(in lane: Lane.ID, at step: Step.ID) -> [Card] {
    cards.filter { $0.lane == lane && $0.step == step }.inOrder()
  }

  /// The cards of a stage in reading order: column by column, lane by lane, then by order key.
  public func cards(of stage: Stage) -> [Card] {
    stage.columns.flatMap { column in
      let inColumn = cards.filter { $0.step == column.id }
      return lanes.flatMap { lane in inColumn.filter { $0.lane == lane.id }.inOrder() }
    }
  }

  /// The cards that lie in lanes of a role, in reading order of columns, then lanes.
  public func cards(of role: LaneRole) -> [Card] {
    let wanted = Set(lanes.filter { $0.role == role }.map(\.id))
    return stages.flatMap { cards(of: $0) }.filter { wanted.contains($0.lane) }
  }

  /// The touchpoints met in a stage, each once, in reading order.
  public func touchpoints(of stage: Stage) -> [Touchpoint.ID] {
    var seen: Set<Touchpoint.ID> = []
    return cards(of: stage).compactMap(\.touchpoint).filter { seen.insert($0).inserted }
  }

  /// The column numbers that a card covers, cut at the end of the map; nil if its step is no column.
  public func columns(of card: Card) -> ClosedRange<Int>? {
    let columns = columns
    guard let first = columns.firstIndex(where: { $0.id == card.step }) else { return nil }
    let span = min(max(1, card.span), columns.count - first)
    return first...(first + span - 1)
  }
}

/// Who answers whom on one map, whichever of two cards holds the link.
public struct CardLinks: Sendable {
  private var neighbours: [Card.ID: [Card]]
  private var roles: [Lane.ID: LaneRole]

  /// - Complexity: O(cards + links).
  public init(_ map: JourneyMap) {
    let cards = Dictionary(map.cards.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    roles = Dictionary(map.lanes.map { ($0.id, $0.role) }, uniquingKeysWith: { first, _ in first })
    neighbours = [:]
    var seen: Set<[Card.ID]> = []
    for card in map.cards {
      for id in card.links where id != card.id {
        guard let other = cards[id], seen.insert([card.id, id].sorted()).inserted else { continue }
        neighbours[card.id, default: []].append(other)
        neighbours[id, default: []].append(card)
      }
    }
  }

  /// The cards linked to a card in either direction, in the order of the links.
  public func cards(linkedTo card: Card.ID) -> [Card] { neighbours[card] ?? [] }

  /// What answers a barrier (or question, disappointment …): solutions, opportunities and business actions
  /// that are linked to it and were not dropped.
  public func solutions(of cause: Card.ID) -> [Card] {
    cards(linkedTo: cause).filter { roles[$0.lane]?.isAnswer == true && $0.status != .dropped }
  }

  /// What a solution answers or strengthens: barriers, questions, disappointments and surprises.
  public func causes(of solution: Card.ID) -> [Card] {
    cards(linkedTo: solution).filter { roles[$0.lane]?.isCause == true }
  }
}

extension JourneyMap {
  /// What answers a card, links counting in either direction.
  public func solutions(of cause: Card.ID) -> [Card] { CardLinks(self).solutions(of: cause) }

  /// What a solution answers, links counting in either direction.
  public func causes(of solution: Card.ID) -> [Card] { CardLinks(self).causes(of: solution) }

  /// The cards that a solution may answer, in reading order.
  public var causes: [Card] {
    let wanted = Set(lanes.filter(\.role.isCause).map(\.id))
    return stages.flatMap { cards(of: $0) }.filter { wanted.contains($0.lane) }
  }
}
