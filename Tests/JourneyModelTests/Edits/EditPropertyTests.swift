import Foundation
import JourneyModel
import Testing

@Suite struct EditPropertyTests {
  @Test(arguments: 0..<12 as Range<UInt64>)
  func `undoing everything from the last to the first gives the workspace back`(seed: UInt64) throws
  {
    var state = try WorkspaceState(soundWorkspace())
    let before = state.workspace
    var edits = RandomEdits(seed: seed)
    var inverses: [Inverse] = []
    for _ in 0..<150 {
      if case .applied(let inverse) = state.apply(edits.next(for: state)) {
        inverses.append(inverse)
      }
    }
    let changed = state.workspace
    #expect(inverses.count > 50)
    let report = state.undo(inverses)
    #expect(report.leftAlone.isEmpty)
    #expect(state.workspace == before)
    #expect(report.undone.count == inverses.count)

    let again = state.undo(report.redo)
    #expect(again.leftAlone.isEmpty)
    #expect(state.workspace == changed)
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `the inverse of an inverse is the edit, a deletion undone twice is a deletion`(seed: UInt64)
    throws
  {
    var state = try WorkspaceState(soundWorkspace())
    var edits = RandomEdits(seed: seed)
    for _ in 0..<150 {
      let edit = edits.next(for: state)
      let before = state
      guard case .applied(let inverse) = state.apply(edit) else {
        #expect(state == before, "an edit that was not applied changed something")
        continue
      }
      let after = state
      guard case .applied(let second) = state.apply(inverse.edit) else {
        // Only what has lost its container meanwhile cannot go back into it.
        #expect([.set, .move].contains(edit.family))
        state = after
        continue
      }
      if case .insert(let object, _) = edit {
        #expect(state.workspace == before.workspace)
        #expect(second.edit == .restore(object))
      } else {
        #expect(state == before)
        #expect(second.edit.isSame(as: edit, in: after))
      }
      guard case .applied = state.apply(second.edit) else {
        Issue.record("the second inverse was not applied: \(second)")
        continue
      }
      #expect(state == after)
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `the last writer wins per object and property`(seed: UInt64) throws {
    var state = try WorkspaceState(soundWorkspace())
    var edits = RandomEdits(seed: seed)
    // The oracle: a plain dictionary of the last value written.
    var last: [ObjectReference: [PropertyName: PropertyValue]] = [:]
    for _ in 0..<300 {
      let edit = edits.next(for: state)
      guard case .applied(let inverse) = state.apply(edit),
        case .standing(let written) = inverse.expects
      else { continue }
      last[edit.object, default: [:]].merge(written) { $1 }
    }
    for (object, values) in last {
      for (name, value) in values { #expect(state.value(of: name, in: object) == value) }
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `everybody who applies the server's order has the same state, and other properties commute`(
    seed: UInt64
  )
    throws
  {
    let start = try WorkspaceState(soundWorkspace())
    var random = SeededRandom(seed: seed)
    // Concurrent sets of different people: shuffled, but the order within one property is the server's.
    let names: [PropertyName] = ["text", "owner", "severity", "span"]
    let cards = ["need", "feels", "no-reviews"].map { ObjectReference(.card, $0, in: "pram") }
    var streams: [[Edit]] = []
    for card in cards {
      for name in names {
        streams.append(
          (0..<4).map { number in
            let value: PropertyValue =
              switch name {
              case "severity": .text(["low", "medium", "high"][number % 3])
              case "span": .number(Double(number + 1))
              default: .text("\(number)")
              }
            return .set(card, name, value)
          })
      }
    }
    func merged() -> [Edit] {
      var rest = streams
      var result: [Edit] = []
      while !rest.isEmpty {
        let place = Int.random(in: 0..<rest.count, using: &random)
        result.append(rest[place].removeFirst())
        if rest[place].isEmpty { rest.remove(at: place) }
      }
      return result
    }
    var states = [start, start, start]
    for place in states.indices { for edit in merged() { _ = states[place].apply(edit) } }
    #expect(states[0] == states[1] && states[1] == states[2])
    #expect(states[0].value(of: "text", in: cards[0]) == "3")
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `edits and inverses survive JSON`(seed: UInt64) throws {
    var state = try WorkspaceState(soundWorkspace())
    var edits = RandomEdits(seed: seed)
    for _ in 0..<120 {
      let edit = edits.next(for: state)
      let coded = try JSONEncoder().encode(edit)
      #expect(try JSONDecoder().decode(Edit.self, from: coded) == edit)
      if case .applied(let inverse) = state.apply(edit) {
        let data = try JSONEncoder().encode(inverse)
        #expect(try JSONDecoder().decode(Inverse.self, from: data) == inverse)
      }
    }
  }
}

extension Edit {
  enum Family { case insert, set, life, move }
  var family: Family {
    switch self {
    case .insert: .insert
    case .set: .set
    case .tombstone, .restore: .life
    case .move: .move
    }
  }

  /// Equal, with the value in its canonical form as the state holds it.
  func isSame(as other: Edit, in state: WorkspaceState) -> Bool {
    if case .set(let object, let name, _) = other {
      return self == .set(object, name, state.value(of: name, in: object) ?? .none)
    }
    return self == other
  }
}
