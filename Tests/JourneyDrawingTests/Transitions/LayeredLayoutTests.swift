import Picture
import Testing

@testable import JourneyDrawing

private func randomEdges(_ random: inout SeededRandom, nodes: Int) -> [LayeredLayout.Edge] {
  var seen: Set<[Int]> = []
  return (0..<nodes * 2).compactMap { _ in
    let from = Int.random(in: 0..<nodes, using: &random)
    let to = Int.random(in: 0..<nodes, using: &random)
    guard from != to, seen.insert([from, to]).inserted else { return nil }
    return LayeredLayout.Edge(from: from, to: to, weight: Int.random(in: 1...500, using: &random))
  }
}

@Test(arguments: 0..<40 as Range<UInt64>)
func `nothing in a layer overlaps, and every long way has a bend in each layer between`(
  seed: UInt64
) {
  var random = SeededRandom(seed: seed)
  let count = Int.random(in: 1...30, using: &random)
  let edges = randomEdges(&random, nodes: count)
  let heights = (0..<count).map { _ in Double.random(in: 30...90, using: &random) }
  let layout = LayeredLayout(
    heights: heights, starts: [Int](repeating: 0, count: count), edges: edges, gap: 20)
  for layer in layout.layers {
    for (a, b) in zip(layer, layer.dropFirst()) {
      let (upper, lower) = (layout.items[a], layout.items[b])
      #expect(lower.y - lower.height / 2 >= upper.y + upper.height / 2 + 20 - 1e-6)
    }
  }
  #expect(layout.layers.flatMap { $0 }.sorted() == Array(layout.items.indices))
  for (chain, edge) in zip(layout.chains, edges) {
    let layers = chain.map { layout.items[$0].layer }
    #expect(Set([chain.first, chain.last]) == [edge.from, edge.to])
    #expect(zip(layers, layers.dropFirst()).allSatisfy { $1 - $0 == 1 } || chain.count == 2)
  }
}

@Test func `a plain chain runs from left to right`() {
  let edges = (0..<4).map { LayeredLayout.Edge(from: $0, to: $0 + 1, weight: 10) }
  let layout = LayeredLayout(
    heights: [40, 40, 40, 40, 40], starts: [9, 0, 0, 0, 0], edges: edges, gap: 10)
  #expect(layout.layerOf == [0, 1, 2, 3, 4])
  #expect(Set(layout.items.map(\.y)).count == 1)
}

@Test func `a light way back does not turn the picture round`() {
  let edges = [
    LayeredLayout.Edge(from: 0, to: 1, weight: 100), LayeredLayout.Edge(from: 1, to: 2, weight: 90),
    LayeredLayout.Edge(from: 2, to: 0, weight: 5),
  ]
  let layout = LayeredLayout(heights: [40, 40, 40], starts: [90, 0, 0], edges: edges, gap: 10)
  #expect(layout.layerOf == [0, 1, 2])
}
