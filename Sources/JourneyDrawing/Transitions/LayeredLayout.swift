/// Places the nodes of a directed graph in layers from left to right, heavy ways first.
///
/// After Sugiyama, Tagawa & Toda (1981): layers, few crossings, heights. Edges over several layers get a bend in each, so that
/// no line runs through a node. The result depends on the input only.
struct LayeredLayout {
  struct Edge: Hashable {
    var from: Int
    var to: Int
    var weight: Int
  }

  /// Something that takes room in a layer: a node, or the bend of a long edge.
  struct Item: Hashable {
    var node: Int?
    var layer: Int
    var height: Double
    /// The middle, in points from the top.
    var y = 0.0
  }

  private(set) var items: [Item]
  /// The items of each layer from top to bottom.
  private(set) var layers: [[Int]]
  /// For each edge its items from left to right: the left node, bends, the right node; same layer: the two nodes.
  let chains: [[Int]]
  let layerOf: [Int]

  private static let bendHeight = 16.0

  /// - Complexity: O(rounds · (*n* + *b*)²) for *b* bends, at worst; hundreds of items take a millisecond or two.
  init(heights: [Double], starts: [Int], edges: [Edge], gap: Double) {
    let layerOf = Self.layers(count: heights.count, starts: starts, edges: edges)
    var items = heights.enumerated().map {
      Item(node: $0.offset, layer: layerOf[$0.offset], height: $0.element)
    }
    var chains: [[Int]] = []
    for edge in edges {
      let (left, right) =
        layerOf[edge.from] <= layerOf[edge.to] ? (edge.from, edge.to) : (edge.to, edge.from)
      var chain = [left]
      if layerOf[right] - layerOf[left] > 1 {
        for layer in (layerOf[left] + 1)..<layerOf[right] {
          chain.append(items.count)
          items.append(Item(node: nil, layer: layer, height: Self.bendHeight))
        }
      }
      chains.append(chain + [right])
    }
    let count = (items.map(\.layer).max() ?? -1) + 1
    self.layerOf = layerOf
    self.items = items
    self.chains = chains
    layers = [[Int]](repeating: [], count: count)
    for index in items.indices { layers[items[index].layer].append(index) }
    let neighbours = Self.neighbours(chains, edges, count: items.count)
    order(neighbours)
    placeHeights(neighbours, gap: gap)
  }

  /// A node stands right of the heaviest of its predecessors that comes before it in order.
  private static func layers(count: Int, starts: [Int], edges: [Edge]) -> [Int] {
    let rank = sequence(count: count, starts: starts, edges: edges)
    var layer = [Int](repeating: 0, count: count)
    let order = (0..<count).sorted { rank[$0] < rank[$1] }
    for node in order {
      let before = edges.filter { $0.to == node && rank[$0.from] < rank[node] }
      if let best = before.max(by: { ($0.weight, $1.from) < ($1.weight, $0.from) }) {
        layer[node] = layer[best.from] + 1
      }
    }
    return layer
  }

  /// A linear order in which much of the weight runs forward (Eades, Lin & Smyth, 1993), starts and ends counted.
  private static func sequence(count: Int, starts: [Int], edges: [Edge]) -> [Int] {
    var balance = starts
    for edge in edges where edge.from != edge.to {
      balance[edge.from] += edge.weight
      balance[edge.to] -= edge.weight
    }
    var left = Set(0..<count)
    var rank = [Int](repeating: 0, count: count)
    for position in 0..<count {
      guard let next = left.min(by: { (-balance[$0], $0) < (-balance[$1], $1) }) else { break }
      left.remove(next)
      rank[next] = position
      for edge in edges where edge.from == next && left.contains(edge.to) {
        balance[edge.to] += edge.weight
      }
      for edge in edges where edge.to == next && left.contains(edge.from) {
        balance[edge.from] -= edge.weight
      }
    }
    return rank
  }

  private struct Neighbour {
    var item: Int
    var weight: Double
  }

  private static func neighbours(
    _ chains: [[Int]], _ edges: [Edge], count: Int
  ) -> [[Neighbour]] {
    var result = [[Neighbour]](repeating: [], count: count)
    for (chain, edge) in zip(chains, edges) {
      for (a, b) in zip(chain, chain.dropFirst()) where a != b {
        let weight = Double(max(edge.weight, 1)).squareRoot()
        result[a].append(Neighbour(item: b, weight: weight))
        result[b].append(Neighbour(item: a, weight: weight))
      }
    }
    return result
  }

  /// Sorts each layer by the mean place of its neighbours, to and fro, and keeps the best order seen.
  private mutating func order(_ neighbours: [[Neighbour]]) {
    var place = [Double](repeating: 0, count: items.count)
    func note(_ layer: [Int]) {
      for (index, item) in layer.enumerated() {
        place[item] = Double(index) / Double(max(layer.count, 1))
      }
    }
    layers.forEach(note)
    for round in 0..<12 {
      let sweep = round.isMultiple(of: 2) ? Array(layers.indices) : layers.indices.reversed()
      for index in sweep {
        let side = round.isMultiple(of: 2) ? index - 1 : index + 1
        let keys = layers[index].map { item -> Double in
          let beside = neighbours[item].filter { items[$0.item].layer == side }
          let weight = beside.reduce(0) { $0 + $1.weight }
          guard weight > 0 else { return place[item] }
          return beside.reduce(0) { $0 + $1.weight * place[$1.item] } / weight
        }
        layers[index] = zip(layers[index], keys).enumerated()
          .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
          .map(\.element.0)
        note(layers[index])
      }
    }
  }

  /// Moves each item towards its neighbours as far as order and gaps allow.
  private mutating func placeHeights(_ neighbours: [[Neighbour]], gap: Double) {
    for layer in layers {
      var y = 0.0
      for item in layer {
        items[item].y = y + items[item].height / 2
        y += items[item].height + gap
      }
      let middle = y / 2
      for item in layer { items[item].y -= middle }
    }
    for round in 0..<16 {
      let sweep = round.isMultiple(of: 2) ? Array(layers.indices) : layers.indices.reversed()
      for index in sweep { settle(layers[index], neighbours, gap: gap) }
    }
    let top = items.map { $0.y - $0.height / 2 }.min() ?? 0
    for index in items.indices { items[index].y -= top }
  }

  /// Least squares with fixed order and gaps: pooling of neighbours that would overlap.
  private mutating func settle(_ layer: [Int], _ neighbours: [[Neighbour]], gap: Double) {
    struct Pool {
      var sum: Double
      var count: Double
      var size: Int
      var mean: Double { sum / count }
    }
    var offsets: [Double] = []
    var offset = 0.0
    var pools: [Pool] = []
    for (index, item) in layer.enumerated() {
      if index > 0 {
        offset += (items[layer[index - 1]].height + items[item].height) / 2 + gap
      }
      offsets.append(offset)
      let beside = neighbours[item].filter { items[$0.item].layer != items[item].layer }
      let weight = beside.reduce(0) { $0 + $1.weight }
      let wanted =
        weight > 0
        ? beside.reduce(0) { $0 + $1.weight * items[$1.item].y } / weight : items[item].y
      pools.append(Pool(sum: wanted - offset, count: 1, size: 1))
      while pools.count > 1, pools[pools.count - 2].mean > pools[pools.count - 1].mean {
        let last = pools.removeLast()
        pools[pools.count - 1].sum += last.sum
        pools[pools.count - 1].count += last.count
        pools[pools.count - 1].size += last.size
      }
    }
    var index = 0
    for pool in pools {
      for _ in 0..<pool.size {
        items[layer[index]].y = pool.mean + offsets[index]
        index += 1
      }
    }
  }
}
