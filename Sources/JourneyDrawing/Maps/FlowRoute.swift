import Insight
import Picture

/// A move with its track: level 0 is next to the heads.
struct FlowRoute {
  var move: FlowSelection.Move
  var level: Int

  private var low: Int { min(move.from, move.to) }
  private var high: Int { max(move.from, move.to) }

  /// Short moves get the tracks next to the heads; no two on one track share a stretch.
  static func routed(_ moves: [FlowSelection.Move]) -> [FlowRoute] {
    var routes: [FlowRoute] = []
    var taken: [StageMove.Kind: [[Range<Int>]]] = [:]
    let ordered = moves.sorted {
      (abs($0.to - $0.from), $0.from, $0.to) < (abs($1.to - $1.from), $1.from, $1.to)
    }
    for move in ordered {
      var route = FlowRoute(move: move, level: 0)
      if move.kind == .skip || move.kind == .back {
        let stretch = route.low..<route.high
        var levels = taken[move.kind] ?? []
        let free = levels.firstIndex { level in !level.contains { $0.overlaps(stretch) } }
        route.level = free ?? levels.count
        if free == nil { levels.append([]) }
        levels[route.level].append(stretch)
        taken[move.kind] = levels
      }
      routes.append(route)
    }
    return routes
  }
}

/// Where each move leaves and enters the heads, so that lines do not run over each other.
struct FlowPorts {
  private struct End: Hashable {
    var from: Int
    var to: Int
    var isStart: Bool
  }
  private var places: [End: Double] = [:]
  private let geometry: MapGeometry
  /// Half the room kept free of turns around each gap between stages.
  let margin: Double

  init(
    _ routes: [FlowRoute], _ geometry: MapGeometry, easel: Easel,
    loopWidth: (FlowSelection.Move) -> Double
  ) {
    self.geometry = geometry
    let narrowest = geometry.stages.map(\.width).min() ?? 0
    margin = min(max(40, narrowest * 0.24), narrowest * 0.32)
    for stage in geometry.stages.indices {
      let loop = routes.first { $0.move.kind == .loop && $0.move.from == stage }
      place(
        routes.filter { $0.move.kind == .skip }, stage, loop: loop.map { loopWidth($0.move) } ?? 0)
      place(routes.filter { $0.move.kind == .back }, stage, loop: 0)
    }
  }

  private mutating func place(
    _ routes: [FlowRoute], _ stage: Int, loop: Double
  ) {
    // Ends that go to the left stand left; on either side the low tracks stand outside.
    var leftward: [(End, Int)] = []
    var rightward: [(End, Int)] = []
    for route in routes {
      let move = route.move
      if move.from == stage {
        let end = End(from: move.from, to: move.to, isStart: true)
        if move.to < stage {
          leftward.append((end, route.level))
        } else {
          rightward.append((end, route.level))
        }
      } else if move.to == stage {
        let end = End(from: move.from, to: move.to, isStart: false)
        if move.from < stage {
          leftward.append((end, route.level))
        } else {
          rightward.append((end, route.level))
        }
      }
    }
    let ends =
      leftward.sorted { ($0.1, $0.0.from) < ($1.1, $1.0.from) }.map(\.0)
      + rightward.sorted { ($0.1, $0.0.to) > ($1.1, $1.0.to) }.map(\.0)
    guard !ends.isEmpty else { return }
    let span = geometry.stages[stage]
    let right = span.maxX - margin
    let left = min(max(span.x + margin, loop > 0 ? span.x + loop + 8 : 0), right)
    let step = min((right - left) / Double(ends.count), 26)
    let start = (left + right) / 2 - step * Double(ends.count - 1) / 2
    for (index, end) in ends.enumerated() { places[end] = start + step * Double(index) }
  }

  func x(of route: FlowRoute, isStart: Bool) -> Double {
    places[End(from: route.move.from, to: route.move.to, isStart: isStart)]
      ?? geometry.stages[isStart ? route.move.from : route.move.to].midX
  }

  /// The middle of the gap nearest to the move's middle.
  func labelX(of route: FlowRoute) -> Double {
    let low = min(route.move.from, route.move.to)
    let high = max(route.move.from, route.move.to)
    let gap = low + (high - low - 1) / 2
    return geometry.stages[gap].maxX + MapGeometry.stageGap / 2
  }

  func labelWidth(of route: FlowRoute) -> Double { 2 * margin }
}
