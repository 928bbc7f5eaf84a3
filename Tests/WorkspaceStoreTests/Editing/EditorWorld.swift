import Foundation
import GRDB
import JourneyFormats
public import JourneyModel
import Testing

@testable import WorkspaceStore

/// A small workspace with a database of its own, and short names for what tests do to it.
final class EditorWorld {
  let folder: TemporaryFolder
  let database: WorkspaceDatabase
  let editor: WorkspaceEditor
  private(set) var sequence = 0

  static let map = "buying"

  init(migrations: [Migration] = Migration.all) throws {
    folder = try TemporaryFolder()
    database = try WorkspaceDatabase(path: "\(folder.path)/waymark.sqlite", migrations: migrations)
    editor = try WorkspaceEditor(database: database, now: { 1_000_000 })
    try editor.record(
      try WorkspaceState(stored: []).edits(toShow: Self.workspace), intention: "Made",
      author: .commandLine)
  }

  /// One map with two stages, one of them with two steps, two lanes and a card.
  static var workspace: Workspace {
    let keys = OrderKey.first(3)
    var map = JourneyMap(id: "buying", name: "Buying")
    map.stages = [
      Stage(id: "want", order: keys[0], name: "Want"),
      Stage(
        id: "buy", order: keys[1], name: "Buy",
        steps: [
          Step(id: "choose", order: keys[0], name: "Choose"),
          Step(id: "pay", order: keys[1], name: "Pay"),
        ]),
    ]
    map.lanes = [
      Lane(id: "doing", order: keys[0], role: .action, name: "Doing"),
      Lane(id: "pains", order: keys[1], role: .barrier, name: "Pains"),
    ]
    map.cards = [
      Card(id: "first", lane: "doing", step: "choose", order: keys[0], text: "Compares prices")
    ]
    var workspace = Workspace(name: "Shop")
    workspace.maps = [map]
    return workspace
  }

  func batch(_ edits: [Edit], _ intention: String = "Test", client: String = "a") -> EditBatch {
    sequence += 1
    return EditBatch(
      client: client, sequence: sequence, intention: intention, change: .edits(edits))
  }

  @discardableResult
  func commit(_ edits: Edit...) throws -> (answer: BatchAnswer, revision: Revision?) {
    try #require(try editor.commit([(batch(edits), .olena)]).first)
  }

  @discardableResult
  func undo(_ answer: BatchAnswer) throws -> BatchAnswer {
    sequence += 1
    let batch = EditBatch(
      client: "a", sequence: sequence, intention: "Undo", change: .undo(answer.inverses))
    return try #require(try editor.commit([(batch, .olena)]).first).answer
  }

  func reopened() throws -> WorkspaceEditor { try WorkspaceEditor(database: database) }

  func count(_ table: String) throws -> Int {
    try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? -1 }
  }
}

extension Author {
  static let olena = Author(person: nil, name: "Olena")
}

extension Identifier: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) {
    guard let id = Identifier(rawValue: value) else { preconditionFailure("no id: \(value)") }
    self = id
  }
}

func card(_ id: String) -> ObjectReference { ObjectReference(.card, id, in: EditorWorld.map) }
func stage(_ id: String) -> ObjectReference { ObjectReference(.stage, id, in: EditorWorld.map) }
func lane(_ id: String) -> ObjectReference { ObjectReference(.lane, id, in: EditorWorld.map) }

func newCard(_ id: String, _ text: String, lane: String = "doing", step: String = "choose") -> Edit {
  .insert(
    card(id),
    ["lane": .text(lane), "step": .text(step), "order": "m", "text": .text(text)])
}
