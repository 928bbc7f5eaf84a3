import Diagnostics

extension Rule {
  static let barriersWithoutSolution: Rule = {
    let code = FindingCode("map.barrier-without-solution", .warning)
    return .onMaps(code) { map, _, _, findings in
      let links = CardLinks(map)
      for card in map.cards(of: .barrier) where card.status != .dropped {
        guard links.solutions(of: card.id).isEmpty else { continue }
        findings.append(
          code.found(["card": card.title], at: card.reference(in: map.id), property: "links"))
      }
    }
  }()

  static let solutionsWithoutCause: Rule = {
    let code = FindingCode("map.solution-without-cause", .warning)
    let unowned = FindingCode("map.solution-without-owner", .note)
    return .onMaps(code, unowned) { map, _, _, findings in
      let links = CardLinks(map)
      let hasCauses = map.lanes.contains { $0.role.isCause }
      for card in map.cards(of: .solution) where card.status != .dropped {
        if hasCauses, links.causes(of: card.id).isEmpty {
          findings.append(
            code.found(["card": card.title], at: card.reference(in: map.id), property: "links"))
        }
        if card.owner?.isEmpty ?? true, card.status != .idea {
          findings.append(
            unowned.found(["card": card.title], at: card.reference(in: map.id), property: "owner"))
        }
      }
    }
  }()

  static let cardsInACircle: Rule = {
    let circle = FindingCode("map.link-cycle", .warning)
    let own = FindingCode("map.card-links-to-itself", .warning)
    return .onMaps(circle, own) { map, _, _, findings in
      for card in map.cards where card.links.contains(card.id) {
        findings.append(
          own.found(["card": card.title], at: card.reference(in: map.id), property: "links"))
      }
      let cards = Dictionary(map.cards.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      var links: [Card.ID: Set<Card.ID>] = [:]
      for card in cards.values {
        // A link held by both cards is one link, not a circle.
        links[card.id] = Set(
          card.links.filter { id in
            id != card.id && cards[id]?.links.contains(card.id) == false
          })
      }
      for cycle in cycles(in: links) {
        guard let first = cycle.first, let card = cards[first] else { continue }
        let chain = (cycle + [first]).compactMap { cards[$0]?.title }.joined(separator: " → ")
        findings.append(
          circle.found(["chain": chain], at: card.reference(in: map.id), property: "links"))
      }
    }
  }()
}

/// Circles of a directed graph, each node in at most one; every circle starts at its smallest node.
///
/// - Complexity: O(circles · (nodes + links)).
func cycles<Node: Hashable & Comparable>(in links: [Node: Set<Node>]) -> [[Node]] {
  var open = links
  var found: [[Node]] = []
  while true {
    // What leads nowhere is in no circle.
    var incoming: [Node: [Node]] = [:]
    var outgoing: [Node: Int] = [:]
    for (node, targets) in open {
      let live = targets.filter { open[$0] != nil }
      outgoing[node] = live.count
      for target in live { incoming[target, default: []].append(node) }
    }
    var ends = open.keys.filter { outgoing[$0] == 0 }
    while let end = ends.popLast() {
      open[end] = nil
      for node in incoming[end] ?? [] {
        outgoing[node, default: 0] -= 1
        if outgoing[node] == 0 { ends.append(node) }
      }
    }
    guard let start = open.keys.min() else { return found.sorted { $0[0] < $1[0] } }
    var path: [Node] = []
    var places: [Node: Int] = [:]
    var node = start
    while places[node] == nil {
      places[node] = path.count
      path.append(node)
      // Every node left has a link to another one that is left.
      guard let next = open[node]?.filter({ open[$0] != nil }).min() else { return found }
      node = next
    }
    var cycle = Array(path[(places[node] ?? 0)...])
    if let smallest = cycle.min(), let place = cycle.firstIndex(of: smallest) {
      cycle = Array(cycle[place...] + cycle[..<place])
    }
    found.append(cycle)
    for node in cycle { open[node] = nil }
  }
}
