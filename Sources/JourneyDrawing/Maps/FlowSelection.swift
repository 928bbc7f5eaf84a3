import Insight
import JourneyModel

/// Which moves are drawn, and how much is left out.
struct FlowSelection {
  struct Move {
    var from: Int
    var to: Int
    var fromID: String
    var toID: String
    var fromName: String
    var toName: String
    var kind: StageMove.Kind
    var count = 0
    /// Of the moves leaving `from`; nil for loops and where nothing was seen.
    var share: Double?
    var isReal = false
    var isPlanned = false
    var note = ""
  }

  /// One for each pair of stages, by from, then to.
  let moves: [Move]
  let hasReal: Bool
  /// Pairs that are not drawn, and their share of all moves without loops.
  let hiddenKinds: Int
  let hiddenShare: Double

  init() {
    moves = []
    hasReal = false
    hiddenKinds = 0
    hiddenShare = 0
  }

  init(_ content: MapContent, threshold: Double) {
    struct Pair: Hashable {
      var from: Int
      var to: Int
    }
    let stages = content.map.stages
    var indexes: [Stage.ID: Int] = [:]
    for (index, stage) in stages.enumerated() where indexes[stage.id] == nil {
      indexes[stage.id] = index
    }
    var found: [Pair: Move] = [:]
    func move(_ pair: Pair) -> Move {
      let kind: StageMove.Kind =
        switch pair.to - pair.from {
        case 0: .loop
        case 1: .advance
        case 2...: .skip
        default: .back
        }
      return Move(
        from: pair.from, to: pair.to, fromID: stages[pair.from].id.rawValue,
        toID: stages[pair.to].id.rawValue, fromName: stages[pair.from].name,
        toName: stages[pair.to].name, kind: kind)
    }
    for real in content.reality?.moves ?? [] where real.count > 0 {
      guard let from = indexes[real.from], let to = indexes[real.to] else { continue }
      let pair = Pair(from: from, to: to)
      var entry = found[pair] ?? move(pair)
      entry.count += real.count
      entry.share = real.share.map { (entry.share ?? 0) + $0 } ?? entry.share
      entry.isReal = true
      found[pair] = entry
    }
    for planned in content.map.flows {
      guard let from = indexes[planned.from], let to = indexes[planned.to] else { continue }
      let pair = Pair(from: from, to: to)
      var entry = found[pair] ?? move(pair)
      entry.isPlanned = true
      entry.note = entry.note.isEmpty ? planned.note : entry.note
      found[pair] = entry
    }
    hasReal = found.values.contains(where: \.isReal)
    func isDrawn(_ move: Move) -> Bool {
      switch move.kind {
      case .advance, .loop: true
      case .skip, .back: move.isPlanned || (move.share ?? 0) >= threshold
      }
    }
    let all = found.values.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    moves = all.filter(isDrawn)
    let hidden = all.filter { !isDrawn($0) }
    hiddenKinds = hidden.count
    let total = all.filter { $0.kind != .loop }.reduce(0) { $0 + $1.count }
    let hiddenCount = hidden.reduce(0) { $0 + $1.count }
    hiddenShare = total > 0 ? Double(hiddenCount) / Double(total) : 0
  }
}
