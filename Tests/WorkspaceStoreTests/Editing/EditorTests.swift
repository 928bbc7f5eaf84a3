import Foundation
import GRDB
import JourneyModel
import Testing

@testable import WorkspaceStore

@Suite struct EditorTests {
  let world: EditorWorld
  init() throws { world = try EditorWorld() }

  @Test func `what was committed is there for readers and after opening again`() throws {
    let (answer, revision) = try world.commit(
      .set(card("first"), "text", "Asks a friend"), newCard("second", "Reads reviews"))
    #expect(answer.revision == 2)
    #expect(answer.outcomes.map(\.outcome) == [.applied, .applied])
    #expect(revision?.author == "Olena")
    #expect(revision?.edits.count == 2)
    #expect(world.editor.revision == 2)
    let map = try #require(world.editor.workspace().workspace.maps.first)
    #expect(map.cards.map(\.text) == ["Asks a friend", "Reads reviews"])
    let reopened = try world.reopened()
    #expect(reopened.state().state == world.editor.state().state)
    #expect(reopened.revision == 2)
  }

  @Test func `a batch sent twice is applied once and answered alike`() throws {
    let batch = world.batch([newCard("second", "x")])
    let first = try #require(try world.editor.commit([(batch, .olena)]).first)
    let rows = try world.count("edit")
    let again = try #require(try world.editor.commit([(batch, .olena)]).first)
    #expect(again.answer == first.answer)
    #expect(again.revision == nil)
    #expect(first.revision?.number == 2)
    #expect(world.editor.revision == 2)
    #expect(try world.count("edit") == rows)
    let reopened = try world.reopened()
    #expect(try reopened.commit([(batch, .olena)]).first?.answer == first.answer)
  }

  @Test func `a batch twice in one group is applied once`() throws {
    let batch = world.batch([newCard("second", "x")])
    let both = try world.editor.commit([(batch, .olena), (batch, .olena)])
    #expect(both[0].answer == both[1].answer)
    #expect(both.map { $0.revision?.number } == [2, nil])
  }

  @Test func `another batch under a number that was used is refused`() throws {
    var batch = world.batch([newCard("second", "x")])
    _ = try world.editor.commit([(batch, .olena)])
    batch.change = .edits([newCard("third", "y")])
    #expect(throws: WorkspaceStoreError.batchReused(client: "a", sequence: 1)) {
      try world.editor.commit([(batch, .olena)])
    }
    let other = world.batch([newCard("fourth", "z")])
    let each = try world.editor.commitEach([(batch, .olena), (other, .olena)])
    #expect(throws: WorkspaceStoreError.batchReused(client: "a", sequence: 1)) {
      try each[0].get()
    }
    #expect(try each[1].get().answer.revision == 3)
    #expect(!world.editor.state().state.knows(card("third")))
  }

  @Test func `an edit to a deleted card is dropped and says so`() throws {
    try world.commit(.tombstone(card("first")))
    let (answer, revision) = try world.commit(.set(card("first"), "text", "late"))
    #expect(revision == nil)
    #expect(answer.revision == nil)
    #expect(answer.outcomes.map(\.outcome) == [.toTombstone])
    #expect(answer.outcomes[0].object == card("first"))
    #expect(answer.outcomes[0].message == "the card was deleted in the meantime")
    #expect(try world.commit(.tombstone(card("first"))).answer.outcomes[0].outcome == .alreadyDeleted)
    #expect(world.editor.revision == 2)
  }

  @Test func `an undo takes back one batch, and its own undo brings it again`() throws {
    let (answer, _) = try world.commit(
      .set(card("first"), "text", "other"), newCard("second", "x"), .tombstone(stage("want")))
    let before = world.editor.objects(map: EditorWorld.map).objects
    let undone = try world.undo(answer)
    #expect(undone.outcomes.map(\.outcome) == [.applied, .applied, .applied])
    #expect(world.editor.workspace().workspace.maps[0].cards.map(\.text) == ["Compares prices"])
    try world.undo(undone)
    #expect(world.editor.objects(map: EditorWorld.map).objects == before)
  }

  @Test func `an undo leaves alone what somebody has changed since`() throws {
    let (mine, _) = try world.commit(.set(card("first"), "text", "mine"))
    try world.commit(.set(card("first"), "text", "theirs"))
    let undone = try world.undo(mine)
    #expect(undone.outcomes.map(\.outcome) == [.leftAlone])
    #expect(undone.revision == nil)
    #expect(undone.outcomes[0].message?.contains("text") == true)
  }

  @Test func `a full disk undoes the whole group in memory too, and writing goes on afterwards`() throws {
    let pages = try world.database.outsideTransaction {
      try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0
    }
    try world.database.outsideTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(pages)") }
    let state = world.editor.state().state
    let long = String(repeating: "long ", count: 15_000)
    let batch = world.batch([.set(card("first"), "text", .text(long))])
    #expect(throws: WorkspaceStoreError.noSpace(path: world.database.path)) {
      try world.editor.commit([(world.batch([newCard("second", "x")]), .olena), (batch, .olena)])
    }
    #expect(world.editor.state().state == state)
    #expect(world.editor.revision == 1)
    try world.database.outsideTransaction { try $0.execute(sql: "PRAGMA max_page_count = 100000") }
    #expect(try world.editor.commit([(batch, .olena)]).first?.answer.revision == 2)
    #expect(try world.reopened().state().state == world.editor.state().state)
  }

  @Test func `limits refuse a batch whole`() throws {
    func refuses(_ batch: EditBatch) -> Bool {
      do {
        _ = try world.editor.commit([(batch, .olena)])
        return false
      } catch {
        guard case .batchRefused = error else { return false }
        return true
      }
    }
    let edit = Edit.set(card("first"), "text", "x")
    #expect(refuses(world.batch(Array(repeating: edit, count: 2_001))))
    #expect(!refuses(world.batch(Array(repeating: edit, count: 2_000))))
    let text = PropertyValue.text(String(repeating: "é", count: 50_001))
    #expect(refuses(world.batch([edit, .set(card("first"), "text", text)])))
    #expect(refuses(world.batch([edit], String(repeating: "x", count: 201))))
    #expect(refuses(world.batch([edit], client: "")))
    #expect(world.editor.revision == 2)
  }

  @Test func `full syncs are asserted and the log is written ahead`() throws {
    let (synchronous, journal) = try world.database.outsideTransaction { database in
      (
        try Int.fetchOne(database, sql: "PRAGMA synchronous"),
        try String.fetchOne(database, sql: "PRAGMA journal_mode")
      )
    }
    #expect(synchronous == 2)
    #expect(journal == "wal")
  }

  @Test func `history tells the newest first, of one map or of all`() throws {
    try world.commit(.set(card("first"), "text", "x"))
    try world.commit(.insert(ObjectReference(.channel, "web"), ["order": "m", "name": "Web"]))
    try world.commit(.set(ObjectReference(.map, EditorWorld.map), "name", "Buying more"))
    let all = try world.editor.history(map: nil, before: nil, limit: 10)
    #expect(all.map(\.number) == [4, 3, 2, 1])
    let ofMap = try world.editor.history(map: EditorWorld.map, before: 4, limit: 10, editLimit: 2)
    #expect(ofMap.map(\.number) == [2, 1])
    #expect(ofMap[1].edits.count == 2)
    #expect(ofMap[1].editCount == 8)
    #expect(ofMap[0].author == "Olena")
    let caught = try world.editor.revisions(after: 2, limit: 1)
    #expect(caught.map(\.number) == [3])
    #expect(caught[0].edits.count == 1)
  }

  @Test func `observers hear every revision in order`() throws {
    let heard = Heard()
    world.editor.observe { heard.numbers.append(contentsOf: $0.map(\.number)) }
    try world.commit(.set(card("first"), "text", "a"))
    try world.commit(.set(card("first"), "text", "a"))
    try world.commit(.set(card("first"), "text", "b"))
    #expect(heard.numbers == [2, 3])
  }
}

/// Called under the editor's lock only.
final class Heard: @unchecked Sendable { var numbers: [Int] = [] }
