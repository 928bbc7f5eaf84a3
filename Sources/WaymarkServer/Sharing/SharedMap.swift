import Insight
import JourneyModel
import WorkspaceStore

/// As much of a map as a link shows. What is not shown is not there: the drawing never meets it.
struct SharedMap {
  let map: JourneyMap
  let workspace: Workspace
  let reality: MapReality?

  init(_ share: Share, of map: JourneyMap, in workspace: Workspace, reality: MapReality?) {
    let chosen = share.lanes.map(Set.init)
    var shown = map
    shown.lanes = map.lanes.compactMap { lane in
      guard chosen?.contains(lane.id.rawValue) ?? !lane.isHidden else { return nil }
      var lane = lane
      lane.isHidden = false
      return lane
    }
    let lanes = Set(shown.lanes.map(\.id))
    let steps = Set(map.stages.flatMap { $0.columns.map(\.id) })
    let cards = map.cards.filter { lanes.contains($0.lane) && steps.contains($0.step) }
    let known = Set(cards.map(\.id))
    shown.cards = cards.map { card in
      var card = card
      card.links = card.links.filter(known.contains)
      // How a card stands comes from the reality; sources and notes are the team's own.
      card.evidence = []
      card.claim = nil
      return card
    }
    shown.purpose = JourneyMap.Purpose()
    shown.owner = nil
    shown.lastReviewed = nil
    shown.parent = nil
    shown.stories = []
    self.map = shown
    self.workspace = Self.needed(by: shown, from: workspace)
    self.reality = share.showsNumbers ? reality.map { Self.needed(by: shown, from: $0) } : nil
  }

  private static func needed(by map: JourneyMap, from whole: Workspace) -> Workspace {
    let touchpoints = Set(map.cards.compactMap(\.touchpoint))
    var workspace = Workspace(
      name: "", languages: whole.languages, currency: whole.currency, timeZone: whole.timeZone,
      weekStart: whole.weekStart)
    workspace.touchpoints = whole.touchpoints.filter { touchpoints.contains($0.id) }
    let channels = Set(workspace.touchpoints.compactMap(\.channel))
    workspace.channels = whole.channels.filter { channels.contains($0.id) }
    workspace.products = whole.products.filter { $0.id == map.product }
    workspace.audiences = whole.audiences.filter { $0.id == map.audience }
    let feeling = Set(map.cards.compactMap { $0.emotion?.persona })
    workspace.personas = whole.personas
      .filter { feeling.contains($0.id) || $0.id == map.personas.first }
      .map { Persona(id: $0.id, name: $0.name) }
    return workspace
  }

  private static func needed(by map: JourneyMap, from whole: MapReality) -> MapReality {
    var reality = whole
    let touchpoints = Set(map.cards.compactMap(\.touchpoint))
    let cards = Set(map.cards.map(\.id))
    reality.touchpoints = whole.touchpoints.filter { touchpoints.contains($0.touchpoint) }
      .map {
        var reading = $0
        reading.activities = []
        return reading
      }
    reality.cards = whole.cards.filter { cards.contains($0.key) }
      .mapValues { CardStanding(status: $0.status, isStale: $0.isStale) }
    reality.logLabel = nil
    reality.unbound = []
    reality.neverSeen = []
    reality.conformance = nil
    reality.relationshipScores = []
    reality.evidencedShare = nil
    return reality
  }
}
