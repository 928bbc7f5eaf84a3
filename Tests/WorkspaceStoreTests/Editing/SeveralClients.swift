import JourneyModel
import Statistics

@testable import WorkspaceStore

/// People who edit at once: each makes batches for a state that may be old by now, takes things back, and sends some
/// batches twice or late.
struct SeveralClients {
  private var random: SplitMix64
  private var sequences: [String: Int] = [:]
  /// Answers that can still be taken back, by client.
  private var answers: [String: [BatchAnswer]] = [:]
  /// Sent before, may be sent again.
  private var sent: [EditBatch] = []
  private var made = 0

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func next() -> EditBatch {
    if !sent.isEmpty, chance(8) { return sent[below(sent.count)] }
    let client = ["a", "b", "c"][below(3)]
    sequences[client, default: 0] += 1
    let change: EditBatch.Change
    if let former = answers[client]?.last, chance(5) {
      answers[client]?.removeLast()
      change = .undo(former.inverses)
    } else {
      change = .edits((0...below(3)).map { _ in edit() })
    }
    let batch = EditBatch(
      client: client, sequence: sequences[client] ?? 0, intention: "edit", change: change)
    sent.append(batch)
    return batch
  }

  mutating func hear(_ answer: BatchAnswer, to batch: EditBatch) {
    if !answer.inverses.isEmpty { answers[batch.client, default: []].append(answer) }
  }

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
  private mutating func chance(_ count: Int) -> Bool { below(count) == 0 }

  private mutating func edit() -> Edit {
    let stages = ["want", "buy", "s1", "s2"]
    let steps = ["want", "choose", "pay", "buy", "t1"]
    let lanes = ["doing", "pains", "l1"]
    let cards = ["first", "c1", "c2", "c3"]
    func pick(_ names: [String], _ random: inout SplitMix64) -> String {
      names[Int.random(in: 0..<names.count, using: &random)]
    }
    let order = OrderKey(rawValue: pick(["a", "c", "m", "z"], &random))
    switch below(12) {
    case 0: return newCard(pick(cards, &random), "new", lane: pick(lanes, &random), step: pick(steps, &random))
    case 1:
      return .insert(
        stage(pick(stages, &random)), ["order": .text(order.rawValue), "name": "Stage"])
    case 2:
      return .insert(
        lane(pick(lanes, &random)),
        ["order": .text(order.rawValue), "role": "action", "name": "Lane"])
    case 3: return .tombstone(card(pick(cards, &random)))
    case 4: return .tombstone(stage(pick(stages, &random)))
    case 5: return .tombstone(lane(pick(lanes, &random)))
    case 6: return .restore(card(pick(cards, &random)))
    case 7: return .restore(stage(pick(stages, &random)))
    case 8: return .restore(lane(pick(lanes, &random)))
    case 9:
      guard let lane = Lane.ID(rawValue: pick(lanes, &random)),
        let step = Step.ID(rawValue: pick(steps, &random))
      else { return .tombstone(card("first")) }
      return .move(
        card(pick(cards, &random)), order: order, into: .cell(lane: lane, step: step))
    case 10: return .set(stage(pick(stages, &random)), "name", .text("n\(below(3))"))
    default: return .set(card(pick(cards, &random)), "text", .text("t\(below(3))"))
    }
  }
}
