/// Two texts of a scene whose boxes overlap.
public struct TextCollision: Sendable, Hashable {
  public var first: PlacedText
  public var second: PlacedText
}

extension Scene {
  /// The texts that reach beyond the edge of the scene by more than `tolerance` points.
  public func textsOutside(tolerance: Double = 0.5) -> [PlacedText] {
    let edge = Box(x: 0, y: 0, width: size.width, height: size.height)
    return allTexts.filter {
      !$0.layout.lines.isEmpty && !edge.contains($0.box, tolerance: tolerance)
    }
  }

  /// Pairs of texts whose boxes overlap by more than `tolerance` points both ways.
  ///
  /// - Parameter amongSiblings: compare only texts that stand directly in the same group.
  /// - Complexity: O(*n* log *n* + *k*) where few texts share a height; *k* pairs.
  public func overlappingTexts(
    amongSiblings: Bool = false, tolerance: Double = 0.5
  ) -> [TextCollision] {
    if !amongSiblings { return Self.collisions(among: allTexts, tolerance: tolerance) }
    let families = [nodes] + allGroups.map(\.nodes)
    return families.flatMap { family in
      let texts = family.compactMap { node -> PlacedText? in
        if case .text(let text) = node { text } else { nil }
      }
      return Self.collisions(among: texts, tolerance: tolerance)
    }
  }

  private static func collisions(
    among texts: [PlacedText], tolerance: Double
  ) -> [TextCollision] {
    let boxed = texts.filter { !$0.layout.lines.isEmpty }
      .map { (text: $0, box: $0.box.inset(by: tolerance / 2)) }
    let order = boxed.indices.sorted { (boxed[$0].box.y, $0) < (boxed[$1].box.y, $1) }
    var found: [(Int, Int)] = []
    var open: [Int] = []
    for index in order {
      let box = boxed[index].box
      open.removeAll { boxed[$0].box.maxY <= box.y }
      for other in open where boxed[other].box.overlaps(box) {
        found.append((min(index, other), max(index, other)))
      }
      open.append(index)
    }
    return found.sorted { $0 < $1 }
      .map { TextCollision(first: boxed[$0.0].text, second: boxed[$0.1].text) }
  }

  /// The ids that more than one group has, each once, in drawing order.
  public var repeatedIDs: [String] {
    var seen: [String: Int] = [:]
    return allGroups.compactMap { group in
      guard let id = group.id else { return nil }
      seen[id, default: 0] += 1
      return seen[id] == 2 ? id : nil
    }
  }
}
