extension Scene {
  /// Calls `visit` for every node, groups before their parts, in drawing order.
  public func forEachNode(_ visit: (Node) -> Void) {
    func walk(_ nodes: [Node]) {
      for node in nodes {
        visit(node)
        if case .group(let group) = node { walk(group.nodes) }
      }
    }
    walk(nodes)
  }

  /// All texts of the scene in drawing order.
  public var allTexts: [PlacedText] {
    var texts: [PlacedText] = []
    forEachNode { if case .text(let text) = $0 { texts.append(text) } }
    return texts
  }

  /// All groups of the scene in drawing order.
  public var allGroups: [Group] {
    var groups: [Group] = []
    forEachNode { if case .group(let group) = $0 { groups.append(group) } }
    return groups
  }

  /// Every paint the scene uses, once by name, in byte order of the names; the first of a name counts.
  public var paints: [Paint] {
    var byName: [String: Paint] = [background.name: background]
    func note(_ paint: Paint?) {
      if let paint, byName[paint.name] == nil { byName[paint.name] = paint }
    }
    forEachNode { node in
      switch node {
      case .group: break
      case .rectangle(_, _, let fill, let stroke), .ellipse(_, let fill, let stroke),
        .path(_, let fill, let stroke):
        note(fill)
        note(stroke?.paint)
      case .text(let text): note(text.paint)
      }
    }
    return byName.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  var hasFocusableGroups: Bool {
    func holds(_ nodes: [Node]) -> Bool {
      nodes.contains { node in
        guard case .group(let group) = node else { return false }
        return group.isFocusable || holds(group.nodes)
      }
    }
    return holds(nodes)
  }
}
