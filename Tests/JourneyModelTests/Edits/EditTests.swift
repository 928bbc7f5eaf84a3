import Foundation
import JourneyModel
import Testing

@Suite struct EditTests {
  let card = ObjectReference(.card, "need", in: "pram")
  let stage = ObjectReference(.stage, "buy", in: "pram")
  let shop = ObjectReference(.touchpoint, "shop")

  private func state() throws -> WorkspaceState { try WorkspaceState(soundWorkspace()) }

  private func inverse(_ outcome: EditOutcome) throws -> Inverse {
    guard case .applied(let inverse) = outcome else {
      Issue.record("not applied: \(outcome)")
      throw Failure()
    }
    return inverse
  }
  private struct Failure: Error {}

  @Test func `a workspace taken apart and put together is the same in order`() throws {
    let workspace = soundWorkspace()
    #expect(try WorkspaceState(workspace).workspace == workspace.inOrder())
    #expect(try WorkspaceState(workspace.inOrder()).workspace == workspace.inOrder())
    var shuffled = workspace
    shuffled.maps[0].cards.reverse()
    shuffled.maps[0].stages.reverse()
    #expect(try WorkspaceState(shuffled).workspace == workspace.inOrder())
  }

  @Test func `unknown references stay in the view, where rules can find them`() throws {
    var workspace = soundWorkspace()
    workspace.maps[0].cards[0].lane = id("nowhere")
    workspace.maps[0].cards[1].touchpoint = id("nobody")
    #expect(try WorkspaceState(workspace).workspace == workspace.inOrder())
  }

  @Test func `two objects of one name cannot be edited`() {
    var workspace = soundWorkspace()
    workspace.channels.append(workspace.channels[0])
    #expect(throws: WorkspaceStateError.duplicate(ObjectReference(.channel, "web"))) {
      try WorkspaceState(workspace)
    }
  }

  @Test func `setting a property changes it and nothing else`() throws {
    var state = try state()
    let outcome = state.apply(.set(card, "text", "Find a light pram"))
    var expected = soundWorkspace().inOrder()
    expected.maps[0].cards[0].text = "Find a light pram"
    #expect(state.workspace == expected)
    let inverse = try inverse(outcome)
    #expect(inverse.edit == .set(card, "text", "Find a pram that folds"))
    #expect(inverse.expects == .standing(["text": "Find a light pram"]))
  }

  @Test func `what cannot be done has a name`() throws {
    var state = try state()
    #expect(state.apply(.set(card, "text", "Find a pram that folds")) == .noChange)
    let unknown = ObjectReference(.card, "needs", in: "pram")
    #expect(state.apply(.set(unknown, "text", "x")) == .unknownObject(unknown))
    #expect(state.apply(.restore(card)) == .noChange)
    _ = state.apply(.tombstone(card))
    #expect(state.apply(.tombstone(card)) == .alreadyDeleted)
    #expect(state.apply(.set(card, "text", "x")) == .toTombstone(card))
    #expect(state.apply(.move(card, order: key("z"), into: nil)) == .toTombstone(card))
    let whole = ObjectReference(.workspace, "workspace")
    guard case .refused(let refusal) = state.apply(.tombstone(whole)) else {
      Issue.record("the workspace was deleted")
      return
    }
    #expect(refusal.reason == .impossible)
  }

  @Test(arguments: [
    ("txet", PropertyValue.text("x"), EditRefusal.Reason.unknownProperty),
    ("text", .number(1), .wrongValue), ("text", .none, .wrongValue),
    ("severity", "awful", .wrongValue), ("span", 1.5, .wrongValue),
    ("effort", .number(.infinity), .wrongValue), ("touchpoint", "Not An Id", .wrongValue),
    ("emotion", .record(["score": 1, "mood": "x"]), .wrongValue),
    ("claim", .record(["measure": "stage-loss", "relation": "at-least", "value": 1]), .wrongValue),
  ])
  func `a value of the wrong kind is refused with a reason`(
    name: String, value: PropertyValue, reason: EditRefusal.Reason
  ) throws {
    var state = try state()
    let before = state
    guard case .refused(let refusal) = state.apply(.set(card, PropertyName(rawValue: name), value))
    else {
      Issue.record("not refused")
      return
    }
    #expect(refusal.reason == reason && !refusal.message.isEmpty)
    #expect(refusal.hint == (name == "txet" ? "did you mean 'text'?" : nil))
    #expect(state == before)
  }

  @Test func `an insertion fills defaults and needs what it cannot do without`() throws {
    var state = try state()
    let new = ObjectReference(.card, "new", in: "pram")
    guard case .refused(let refusal) = state.apply(.insert(new, ["lane": "goals", "order": "b"]))
    else {
      Issue.record("not refused")
      return
    }
    #expect(refusal.reason == .missingProperty && refusal.message.contains("'step'"))
    let values: [PropertyName: PropertyValue] = ["lane": "goals", "step": "buy-pay", "order": "b"]
    let inverse = try inverse(state.apply(.insert(new, values)))
    let inserted = state.workspace.maps[0].card(id("new"))
    #expect(
      inserted
        == Card(id: id("new"), lane: id("goals"), step: id("buy-pay"), order: key("b"), text: ""))
    #expect(state.apply(.insert(new, values)) == .noChange)
    #expect(state.apply(.insert(new, values.merging(["text": "x"]) { $1 })) == .alreadyExists)
    #expect(state.undo([inverse]).leftAlone.isEmpty)
    #expect(state.workspace == soundWorkspace().inOrder())
    #expect(state.apply(.insert(new, values)) == .toTombstone(new))

    let lost = ObjectReference(.card, "lost", in: "pram")
    let elsewhere = values.merging(["lane": "nowhere"]) { $1 }
    #expect(
      state.apply(.insert(lost, elsewhere))
        == .unknownObject(ObjectReference(.lane, "nowhere", in: "pram")))
    let lane = ObjectReference(.lane, "goals", in: "pram")
    _ = state.apply(.tombstone(lane))
    #expect(state.apply(.insert(lost, values)) == .toTombstone(lane))
    let malformed = [
      ObjectReference(.card, "lost"), ObjectReference(.card, "Lost!", in: "pram"),
      ObjectReference(.product, "lost", in: "pram"), ObjectReference(.survey, "lost"),
    ]
    for reference in malformed {
      guard case .refused(let refusal) = state.apply(.insert(reference, values)) else {
        Issue.record("\(reference) was inserted")
        continue
      }
      #expect(refusal.reason == .malformedReference)
    }
  }

  @Test func `deleting a stage hides its cards, restoring brings them back`() throws {
    var state = try state()
    let before = state
    let inverse = try inverse(state.apply(.tombstone(stage)))
    let map = state.workspace.maps[0]
    #expect(map.stages.map(\.id) == [id("search")])
    #expect(map.cards.map(\.id.rawValue).sorted() == ["forum-card", "hopes", "need"])
    #expect(map.flows.isEmpty)
    #expect(state.workspace.maps[1].parent == nil)
    #expect(state.knows(ObjectReference(.card, "shop-card", in: "pram")))
    #expect(ModelRulesTests.codes(state.workspace).allSatisfy { !$0.contains("unknown") })
    #expect(state.undo([inverse]).undone == [.restore(stage)])
    #expect(state == before)
  }

  @Test func `deleting a persona takes its feelings along, not to somebody else`() throws {
    var workspace = soundWorkspace()
    workspace.maps[0].cards[4].emotion?.persona = id("petro")
    var state = try WorkspaceState(workspace)
    _ = state.apply(.tombstone(ObjectReference(.persona, "petro")))
    let map = state.workspace.maps[0]
    #expect(map.card(id("hopes"))?.emotion == nil)
    #expect(map.personas == [id("oksana")])
  }

  @Test func `the consequences of a deletion are listed before it`() throws {
    let state = try state()
    let surveys = [
      BoundSurvey(survey: "csat", boundTo: shop), BoundSurvey(survey: "nps", boundTo: stage),
    ]
    let found = state.consequences(of: .tombstone(shop), surveys: surveys)
    #expect(
      found.map { "\($0.object.kind) \($0.object.id) \($0.effect)" } == [
        "binding b1 hides", "binding b2 hides", "binding b3 hides",
        "card shop-card unbinds(touchpoint)", "survey csat unbinds(touchpoint)",
      ])
    #expect(found.first?.message == "binding 'view_item' is hidden with it")

    let ofStage = state.consequences(of: .tombstone(stage), surveys: surveys)
    #expect(
      ofStage.map { "\($0.object.kind) \($0.object.id) \($0.effect)" } == [
        "map paying unbinds(parent)", "step buy-choose hides", "step buy-pay hides",
        "card ask-buyers hides", "card feels hides", "card no-reviews hides",
        "card shop-card hides",
        "evidence e3 hides", "evidence e4 hides", "evidence e6 hides", "evidence e7 hides",
        "flow back hides", "moment m2 unbinds(step)", "survey nps unbinds(stage)",
      ])
    #expect(state.consequences(of: .set(card, "text", "x")).isEmpty)
    #expect(state.consequences(of: .tombstone(ObjectReference(.lane, "front", in: "pram"))).isEmpty)
  }

  @Test func `dividing a stage warns of the cards that lose their column`() throws {
    var state = try state()
    let values: [PropertyName: PropertyValue] = ["stage": "search", "order": "i", "name": "Ask"]
    let step = Edit.insert(ObjectReference(.step, "ask", in: "pram"), values)
    #expect(
      state.consequences(of: step).map { "\($0.object.id) \($0.effect)" } == [
        "forum-card losesColumn", "hopes losesColumn", "need losesColumn",
      ])
    // A first step that takes over the stage's own id keeps them.
    let own = Edit.insert(ObjectReference(.step, "search", in: "pram"), values)
    #expect(state.consequences(of: own).isEmpty)
    _ = state.apply(own)
    #expect(state.workspace.maps[0].cards.count == 7)
    // And when it goes again, the stage is its own step as before.
    _ = state.apply(.tombstone(ObjectReference(.step, "search", in: "pram")))
    #expect(state.workspace == soundWorkspace().inOrder())
  }

  @Test func `a move changes order and place as one intention`() throws {
    var state = try state()
    let into = Edit.Container.cell(lane: id("barriers"), step: id("buy-pay"))
    let inverse = try inverse(state.apply(.move(card, order: key("b"), into: into)))
    let moved = state.workspace.maps[0].card(id("need"))
    #expect(moved?.lane == id("barriers") && moved?.step == id("buy-pay"))
    #expect(moved?.order == key("b"))
    #expect(
      inverse.edit
        == .move(card, order: key("i"), into: .cell(lane: id("goals"), step: id("search"))))
    guard case .refused = state.apply(.move(card, order: key("a"), into: .stage(id("buy")))) else {
      Issue.record("a card was moved into a stage")
      return
    }
  }

  @Test func `undo leaves alone what others have changed since, and says so`() throws {
    var state = try state()
    let mine = [
      try inverse(state.apply(.set(card, "text", "mine"))),
      try inverse(state.apply(.set(card, "owner", "me"))),
    ]
    _ = state.apply(.set(card, "text", "theirs"))
    let report = state.undo(mine)
    #expect(report.undone == [.set(card, "owner", .none)])
    #expect(report.leftAlone.map(\.reason) == [.changedSince(["text"])])
    #expect(state.value(of: "text", in: card) == "theirs")
    #expect(state.undo(report.redo).undone == [.set(card, "owner", "me")])
  }

  @Test func `undo of an insertion leaves what others have put into it`() throws {
    var state = try state()
    let lane = ObjectReference(.lane, "new", in: "pram")
    let mine = try inverse(
      state.apply(.insert(lane, ["order": "z", "role": "text", "name": "Notes"])))
    let note = ObjectReference(.card, "note", in: "pram")
    _ = state.apply(.insert(note, ["lane": "new", "step": "search", "order": "a", "text": "hi"]))
    #expect(state.undo([mine]).leftAlone.map(\.reason) == [.filledSince([note])])
    _ = state.apply(.tombstone(note))
    #expect(state.undo([mine]).undone == [.tombstone(lane)])
  }

  @Test func `undo puts a rescued card back into what is deleted, but never hides one otherwise`()
    throws
  {
    var state = try state()
    let lane = ObjectReference(.lane, "goals", in: "pram")
    _ = state.apply(.tombstone(lane))
    let hidden = state
    let into = Edit.Container.cell(lane: id("barriers"), step: id("search"))
    let rescue = try inverse(state.apply(.move(card, order: key("b"), into: into)))
    #expect(state.isShown(card))
    #expect(state.undo([rescue]).leftAlone.isEmpty)
    #expect(state == hidden)

    _ = state.apply(.restore(lane))
    let move = try inverse(state.apply(.move(card, order: key("b"), into: into)))
    _ = state.apply(.tombstone(lane))
    #expect(state.undo([move]).leftAlone.map(\.reason) == [.notPossible(.toTombstone(lane))])
    #expect(state.isShown(card))
  }

  @Test func `undo tells when the object is gone or back already`() throws {
    var state = try state()
    let text = try inverse(state.apply(.set(card, "text", "mine")))
    let deletion = try inverse(state.apply(.tombstone(card)))
    #expect(state.undo([text]).leftAlone.map(\.reason) == [.deletedSince])
    _ = state.apply(.restore(card))
    #expect(state.undo([deletion]).leftAlone.map(\.reason) == [.restoredSince])
  }

  @Test func `an edit is plain on the wire`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let edits: [(Edit, String)] = [
      (
        .set(card, "emotion", .record(["score": -2, "name": "sad"])),
        #"{"object":{"id":"need","kind":"card","map":"pram"},"property":"emotion","type":"set","value":{"name":"sad","score":-2}}"#
      ),
      (
        .set(card, "owner", .none),
        #"{"object":{"id":"need","kind":"card","map":"pram"},"property":"owner","type":"set","value":null}"#
      ),
      (
        .move(card, order: key("b"), into: .cell(lane: id("goals"), step: id("search"))),
        #"{"into":{"lane":"goals","step":"search"},"object":{"id":"need","kind":"card","map":"pram"},"order":"b","type":"move"}"#
      ),
      (.tombstone(shop), #"{"object":{"id":"shop","kind":"touchpoint"},"type":"tombstone"}"#),
    ]
    for (edit, text) in edits {
      #expect(String(decoding: try encoder.encode(edit), as: UTF8.self) == text)
      #expect(try JSONDecoder().decode(Edit.self, from: Data(text.utf8)) == edit)
    }
    for broken in [
      #"{"type":"set","object":{"id":"need","kind":"card"},"property":"owner"}"#,
      #"{"type":"move","object":{"id":"need","kind":"card"},"order":"b","into":{"stage":"buy"}}"#,
      #"{"type":"burn","object":{"id":"need","kind":"card"}}"#,
    ] {
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode(Edit.self, from: Data(broken.utf8))
      }
    }
  }
}
