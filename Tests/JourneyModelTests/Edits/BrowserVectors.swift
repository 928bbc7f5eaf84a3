import Foundation

@testable import JourneyModel

/// What the browser's own model is checked against: random edits and undos with what came of them.
///
/// A text of JSON with one step a line, so that a change of the model shows as a readable difference.
struct BrowserVectors {
  static let seeds: Range<UInt64> = 0..<10
  private static let stepsEach = 45

  static func text() throws -> String {
    let start = try WorkspaceState(soundWorkspace())
    var lines = ["{\"start\":["]
    lines.append(
      try start.objects.map { try line(object($0, in: start)) }.joined(separator: ",\n"))
    lines.append("],\"keys\":[")
    lines.append(try keys().map { try line($0) }.joined(separator: ",\n"))
    lines.append("],\"first\":[")
    lines.append(
      try [1, 2, 17, 18, 35, 40].map { try line(OrderKey.first($0).map(\.rawValue)) }
        .joined(separator: ",\n"))
    lines.append("],\"sequences\":[")
    lines.append(try seeds.map { try sequence($0, start) }.joined(separator: ",\n"))
    lines.append("]}")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func sequence(_ seed: UInt64, _ start: WorkspaceState) throws -> String {
    var state = start
    var edits = RandomEdits(seed: seed &+ 1_000)
    var intentions: [[Inverse]] = []
    var steps: [String] = []
    for number in 0..<stepsEach {
      if number % 5 == 4, let place = edits.pick(Array(intentions.indices)) {
        let inverses = intentions.remove(at: place)
        let report = state.undo(inverses)
        if !report.redo.isEmpty { intentions.append(report.redo) }
        steps.append(
          try line(
            UndoStep(
              undo: inverses, undone: report.undone,
              leftAlone: report.leftAlone.map { Reason($0.reason) }, redo: report.redo)))
      } else {
        let edit = edits.next(for: state)
        let outcome = state.apply(edit)
        if case .applied(let inverse) = outcome {
          // Two edits now and then are one intention.
          if number % 3 == 0, let last = intentions.popLast() {
            intentions.append(last + [inverse])
          } else {
            intentions.append([inverse])
          }
        }
        steps.append(try line(EditStep(edit: edit, outcome: Outcome(outcome))))
      }
    }
    let changed = try state.objects.filter { state.records[$0] != start.records[$0] }
      .map { try line(object($0, in: state)) }
    return """
      {"steps":[
      \(steps.joined(separator: ",\n"))
      ],"changed":[
      \(changed.joined(separator: ",\n"))
      ],"lists":\(try line(lists(of: state.workspace)))}
      """
  }

  /// The ids that people see, in order.
  private static func lists(of workspace: Workspace) -> [String: [String]] {
    var lists: [String: [String]] = [
      "/product": workspace.products.map(\.id.rawValue),
      "/audience": workspace.audiences.map(\.id.rawValue),
      "/department": workspace.departments.map(\.id.rawValue),
      "/channel": workspace.channels.map(\.id.rawValue),
      "/touchpoint": workspace.touchpoints.map(\.id.rawValue),
      "/persona": workspace.personas.map(\.id.rawValue),
      "/binding": workspace.bindings.map(\.id.rawValue),
      "/map": workspace.maps.map(\.id.rawValue),
    ]
    for map in workspace.maps {
      lists["\(map.id)/stage"] = map.stages.map(\.id.rawValue)
      for stage in map.stages {
        lists["\(map.id)/step/\(stage.id)"] = stage.steps.map(\.id.rawValue)
      }
      lists["\(map.id)/lane"] = map.lanes.map(\.id.rawValue)
      lists["\(map.id)/card"] = map.cards.inOrder().map(\.id.rawValue)
      for card in map.cards {
        lists["\(map.id)/evidence/\(card.id)"] = card.evidence.map(\.id.rawValue)
      }
      lists["\(map.id)/flow"] = map.flows.map(\.id.rawValue)
      lists["\(map.id)/story"] = map.stories.map(\.id.rawValue)
      for story in map.stories {
        lists["\(map.id)/moment/\(story.id)"] = story.moments.map(\.id.rawValue)
      }
    }
    return lists
  }

  private static func keys() -> [[String?]] {
    var random = SeededRandom(seed: 7)
    var made: [OrderKey] = []
    var vectors: [[String?]] = []
    for _ in 0..<250 {
      let place = Int.random(in: 0...made.count, using: &random)
      let low = place == 0 ? nil : made[place - 1]
      let high = place == made.count ? nil : made[place]
      let key = OrderKey.between(low, high)
      vectors.append([low?.rawValue, high?.rawValue, key?.rawValue])
      if let key { made.insert(key, at: place) }
    }
    let alphabet = ["0", "1", "i", "z", "A", "~", "_", "ж"]
    for _ in 0..<350 {
      let texts = (0..<2).map { _ in
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        }.joined()
      }
      let key = OrderKey.between(OrderKey(rawValue: texts[0]), OrderKey(rawValue: texts[1]))
      vectors.append([texts[0], texts[1], key?.rawValue])
    }
    return vectors
  }

  static func line(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // A set has no order of its own; the same state must give the same bytes.
    let plain = try JSONDecoder().decode(PropertyValue.self, from: encoder.encode(value))
    return String(decoding: try encoder.encode(sorted(plain)), as: UTF8.self)
  }

  private static func sorted(_ value: PropertyValue) -> PropertyValue {
    switch value {
    case .list(let elements): return .list(elements.map(sorted))
    case .record(let parts):
      var parts = parts.mapValues(sorted)
      if case .list(let contents)? = parts["contents"] {
        parts["contents"] = .list(contents.sorted { name($0) < name($1) })
      }
      return .record(parts)
    default: return value
    }
  }

  private static func name(_ reference: PropertyValue) -> String {
    guard case .record(let parts) = reference else { return "" }
    return ["map", "kind", "id"].map { "\(parts[$0] ?? "")" }.joined(separator: "/")
  }

  private static func object(_ reference: ObjectReference, in state: WorkspaceState) -> Object {
    Object(
      kind: reference.kind, id: reference.id, map: reference.map,
      deleted: state.isDeleted(reference) ? true : nil,
      properties: state.records[reference]?.values ?? [:])
  }
}

private struct Object: Encodable {
  var kind: ObjectReference.Kind
  var id: String
  var map: String?
  var deleted: Bool?
  var properties: [PropertyName: PropertyValue]
}

private struct EditStep: Encodable {
  var edit: Edit
  var outcome: Outcome
}

private struct UndoStep: Encodable {
  var undo: [Inverse]
  var undone: [Edit]
  var leftAlone: [Reason]
  var redo: [Inverse]
}

/// An outcome in the words of the API.
private struct Outcome: Encodable {
  var outcome: String
  var inverse: Inverse?
  var object: ObjectReference?
  var reason: String?

  init(_ outcome: EditOutcome) {
    switch outcome {
    case .applied(let inverse): (self.outcome, self.inverse) = ("applied", inverse)
    case .noChange: self.outcome = "no-change"
    case .alreadyDeleted: self.outcome = "already-deleted"
    case .toTombstone(let object): (self.outcome, self.object) = ("to-tombstone", object)
    case .alreadyExists: self.outcome = "already-exists"
    case .unknownObject(let object): (self.outcome, self.object) = ("unknown-object", object)
    case .refused(let refusal): (self.outcome, reason) = ("refused", refusal.reason.rawValue)
    }
  }
}

private struct Reason: Encodable {
  var reason: String
  var properties: [PropertyName]?
  var objects: [ObjectReference]?
  var outcome: Outcome?

  init(_ reason: UndoReport.Reason) {
    switch reason {
    case .changedSince(let names): (self.reason, properties) = ("changed-since", names)
    case .filledSince(let objects): (self.reason, self.objects) = ("filled-since", objects)
    case .deletedSince: self.reason = "deleted-since"
    case .restoredSince: self.reason = "restored-since"
    case .notPossible(let outcome): (self.reason, self.outcome) = ("not-possible", Outcome(outcome))
    }
  }
}
