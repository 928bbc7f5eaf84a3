import Picture

extension Scene {
  func groups(role: String) -> [Group] {
    allGroups.filter { $0.roles?.split(separator: " ").contains(Substring(role)) ?? false }
  }
  func group(id: String) -> Group? { allGroups.first { $0.id == id } }
}

extension Group {
  /// All texts in it, lines joined by spaces.
  var texts: [String] { placedTexts.map { $0.layout.lines.map(\.text).joined(separator: " ") } }

  var placedTexts: [PlacedText] { nodes.flatMap(\.placedTexts) }

  /// The first rectangle: the ground of a card.
  var ground: Box? {
    for node in nodes {
      if case .rectangle(let box, _, _, _) = node { return box }
    }
    return nil
  }
}

extension Node {
  var placedTexts: [PlacedText] {
    switch self {
    case .text(let text): [text]
    case .group(let group): group.placedTexts
    default: []
    }
  }

  /// Every paint in it.
  var paints: Set<Paint> {
    switch self {
    case .text(let text): [text.paint]
    case .group(let group): group.nodes.reduce(into: []) { $0.formUnion($1.paints) }
    case .rectangle(_, _, let fill, let stroke), .ellipse(_, let fill, let stroke),
      .path(_, let fill, let stroke):
      Set([fill, stroke?.paint].compactMap { $0 })
    }
  }
}
