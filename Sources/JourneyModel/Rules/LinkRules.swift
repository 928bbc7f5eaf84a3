import Diagnostics

extension Rule {
  static let barriersWithoutSolution: Rule = {
    let code = FindingCode(
      "map.barrier-without-solution", .warning,
      meaning: "A barrier is linked to no solution, opportunity or business action.",
      remedy: "Decide what to do about it, write it down as a solution and link the two cards.")
    return .onMaps(code) { map, _, _, findings in
      let links = CardLinks(map)
      for card in map.cards(of: .barrier) where card.status != .dropped {
        guard links.solutions(of: card.id).isEmpty else { continue }
        findings.append(
          code.found(
            "nothing is planned against the barrier \(card.title)",
            hint: "link it to a solution, an opportunity or a business action",
            at: card.reference(in: map.id), property: "links"))
      }
    }
  }()

  static let solutionsWithoutCause: Rule = {
    let code = FindingCode(
      "map.solution-without-cause", .warning,
      meaning:
        "A solution answers no barrier, question or disappointment and strengthens no surprise, "
        + "though the map has lanes for them.",
      remedy: "Link the solution to the card it answers, or ask whom it helps.")
    let unowned = FindingCode(
      "map.solution-without-owner", .note,
      meaning: "A solution that was decided has no owner.",
      remedy: "Name the person or department that sees it through.")
    return .onMaps(code, unowned) { map, _, _, findings in
      let links = CardLinks(map)
      let hasCauses = map.lanes.contains { $0.role.isCause }
      for card in map.cards(of: .solution) where card.status != .dropped {
        if hasCauses, links.causes(of: card.id).isEmpty {
          findings.append(
            code.found(
              "the solution \(card.title) answers nothing on this map",
              hint: "link it to the barrier, question, disappointment or surprise it is meant for",
              at: card.reference(in: map.id), property: "links"))
        }
        if card.owner?.isEmpty ?? true, card.status != .idea {
          findings.append(
            unowned.found(
              "the solution \(card.title) belongs to nobody",
              hint:
                "a solution is decided and owned; an idea that nobody decided is an opportunity",
              at: card.reference(in: map.id), property: "owner"))
        }
      }
    }
  }()

  static let cardsInACircle: Rule = {
    let circle = FindingCode(
      "map.link-cycle", .warning,
      meaning: "Three or more cards link to each other in a circle, so that none is the cause.",
      remedy: "Remove the link that points from the cause to its answer.")
    let own = FindingCode(
      "map.card-links-to-itself", .warning, meaning: "A card is linked to itself.",
      remedy: "Link it to the card it answers.")
    return .onMaps(circle, own) { map, _, _, findings in
      for card in map.cards where card.links.contains(card.id) {
        findings.append(
          own.found(
            "the card \(card.title) is linked to itself", at: card.reference(in: map.id),
            property: "links"))
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
          circle.found(
            "these cards link to each other in a circle: \(chain)",
            hint: "a solution links to its barrier, a barrier to its touchpoint; remove one link",
            at: card.reference(in: map.id), property: "links"))
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
