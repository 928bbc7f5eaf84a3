import JourneyModel

/// What a batch may hold; one that holds more is refused whole.
public enum BatchLimits {
  public static let edits = 2_000
  /// UTF-8 bytes of one text.
  public static let text = 100_000
  /// Characters.
  public static let intention = 200
  /// Characters of a client's name.
  public static let client = 100

  /// - Throws: `.batchRefused`.
  static func check(_ batch: EditBatch) throws(WorkspaceStoreError) {
    let count =
      switch batch.change {
      case .edits(let edits): edits.count
      case .undo(let inverses): inverses.count
      }
    guard count <= edits else {
      throw .batchRefused(
        message: "the batch has \(count) edits; at most \(edits) are taken at once",
        hint: "send them in several batches")
    }
    guard batch.intention.count <= intention else {
      throw .batchRefused(
        message: "the intention is longer than \(intention) characters", hint: "say it shorter")
    }
    guard !batch.client.isEmpty, batch.client.count <= client, batch.sequence >= 0 else {
      throw .batchRefused(
        message: "a batch has a client of 1 to \(client) characters and a sequence from 0 up",
        hint: nil)
    }
    switch batch.change {
    case .edits(let edits): for edit in edits { try check(edit) }
    case .undo(let inverses):
      for inverse in inverses {
        try check(inverse.edit)
        switch inverse.expects {
        case .standing(let values), .untouched(let values, _): try check(values, inverse.edit)
        case .deleted: break
        }
      }
    }
  }

  private static func check(_ edit: Edit) throws(WorkspaceStoreError) {
    switch edit {
    case .insert(_, let values): try check(values, edit)
    case .set(_, let name, let value): try check([name: value], edit)
    case .tombstone, .restore: break
    case .move(_, let order, _): try check(["order": .text(order.rawValue)], edit)
    }
  }

  private static func check(
    _ values: [PropertyName: PropertyValue], _ edit: Edit
  ) throws(WorkspaceStoreError) {
    for (name, value) in values where longestText(value) > text {
      throw .batchRefused(
        message:
          "'\(name)' of a \(edit.object.kind.rawValue) is longer than \(text) bytes",
        hint: "keep long texts in a document and link to it")
    }
  }

  private static func longestText(_ value: PropertyValue) -> Int {
    switch value {
    case .none, .flag, .number: 0
    case .text(let text): text.utf8.count
    case .list(let elements): elements.map(longestText).max() ?? 0
    case .record(let parts):
      max(parts.keys.map(\.utf8.count).max() ?? 0, parts.values.map(longestText).max() ?? 0)
    }
  }
}
