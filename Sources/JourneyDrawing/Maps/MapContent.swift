import Insight
import JourneyModel

/// A map with everything it refers to looked up once.
struct MapContent {
  /// A column of cells.
  struct Column {
    var step: Step
    var stage: Int
  }

  let map: JourneyMap
  let reality: MapReality?
  let columns: [Column]
  /// Lanes to draw, in order.
  let lanes: [Lane]
  /// Column index by step; the first wins where a map repeats an id.
  private let columnByStep: [Step.ID: Int]
  private let cardsByLane: [Lane.ID: [Card]]
  let touchpoints: [Touchpoint.ID: Touchpoint]
  let channels: [Channel.ID: String]
  let personas: [Persona]
  let productName: String?
  let audienceName: String?
  let stageReality: [Stage.ID: StageReality]
  let touchpointReality: [Touchpoint.ID: TouchpointReality]
  /// How many solutions (or opportunities, business actions) a card is linked to, and the other way round.
  let solutionCount: [Card.ID: Int]
  let causeCount: [Card.ID: Int]
  /// Cards whose lane or step the map does not have.
  let strayCards: Int

  init(
    _ map: JourneyMap, _ workspace: Workspace, _ reality: MapReality?,
    _ options: MapDrawing.Options
  ) {
    self.map = map
    self.reality = reality
    columns = map.stages.enumerated().flatMap { index, stage in
      stage.columns.map { Column(step: $0, stage: index) }
    }
    var seen: Set<Lane.ID> = []
    lanes = map.lanes.filter { lane in
      seen.insert(lane.id).inserted && (options.showsHiddenLanes || !lane.isHidden)
        && options.lanes?.contains(lane.id) ?? true
    }
    var columnByStep: [Step.ID: Int] = [:]
    for (index, column) in columns.enumerated() where columnByStep[column.step.id] == nil {
      columnByStep[column.step.id] = index
    }
    self.columnByStep = columnByStep
    let known = Set(map.lanes.map(\.id))
    var cardsByLane: [Lane.ID: [Card]] = [:]
    var stray = 0
    for card in map.cards {
      if known.contains(card.lane), columnByStep[card.step] != nil {
        cardsByLane[card.lane, default: []].append(card)
      } else {
        stray += 1
      }
    }
    strayCards = stray
    self.cardsByLane = cardsByLane.mapValues { cards in
      cards.sorted {
        ($0.order, $0.id) < ($1.order, $1.id)
      }
    }
    touchpoints = Dictionary(workspace.touchpoints.map { ($0.id, $0) }) { first, _ in first }
    channels = Dictionary(workspace.channels.map { ($0.id, $0.name) }) { first, _ in first }
    personas = map.personas.compactMap { id in workspace.personas.first { $0.id == id } }
    productName = map.product.flatMap { id in workspace.products.first { $0.id == id }?.name }
    audienceName = map.audience.flatMap { id in workspace.audiences.first { $0.id == id }?.name }
    stageReality = Dictionary((reality?.stages ?? []).map { ($0.stage, $0) }) { first, _ in first }
    touchpointReality = Dictionary((reality?.touchpoints ?? []).map { ($0.touchpoint, $0) }) {
      first, _ in first
    }
    (solutionCount, causeCount) = Self.links(map)
  }

  private static func links(_ map: JourneyMap) -> ([Card.ID: Int], [Card.ID: Int]) {
    let links = CardLinks(map)
    var solutions: [Card.ID: Int] = [:]
    var causes: [Card.ID: Int] = [:]
    for card in map.cards where !links.cards(linkedTo: card.id).isEmpty {
      guard let role = map.role(of: card) else { continue }
      if role.isCause {
        let count = links.solutions(of: card.id).count
        if count > 0 { solutions[card.id] = count }
      } else if role.isAnswer {
        let count = links.causes(of: card.id).count
        if count > 0 { causes[card.id] = count }
      }
    }
    return (solutions, causes)
  }

  func cards(in lane: Lane) -> [Card] { cardsByLane[lane.id] ?? [] }

  /// The columns a card covers, cut at the map's end; nil if its step is unknown.
  func columnRange(of card: Card) -> ClosedRange<Int>? {
    guard let first = columnByStep[card.step] else { return nil }
    return first...min(columns.count - 1, first + max(card.span, 1) - 1)
  }

  /// Whether any events are known.
  var hasEvents: Bool { (reality?.boundCustomers ?? 0) > 0 }

  func standing(of card: Card) -> CardStanding {
    if let standing = reality?.cards[card.id] { return standing }
    return CardStanding(status: card.evidence.isEmpty ? .assumption : .anecdotal)
  }
}
