import Foundation
import GRDB
import JourneyModel

/// Objects as rows of the table `object`, with their texts in `search`.
enum StoredObjects {
  /// The whole state and the revision that it stands for.
  static func load(
    _ database: WorkspaceDatabase
  ) throws(WorkspaceStoreError) -> (state: WorkspaceState, revision: Int) {
    try database.read { database in
      var state = WorkspaceState(stored: [])
      let rows = try Row.fetchCursor(
        database, sql: "SELECT kind, map, id, isDeleted, properties FROM object")
      while let row = try rows.next() {
        let object = try object(row)
        state.replace(object.reference, with: object)
      }
      let revision = try Int.fetchOne(database, sql: "SELECT max(number) FROM revision") ?? 0
      return (state, revision)
    }
  }

  /// - Throws: a `DecodingError` if the row is damaged.
  static func object(_ row: Row) throws -> StoredObject {
    let properties: String = row["properties"]
    return StoredObject(
      try reference(row),
      values: try StoredJSON.value([PropertyName: PropertyValue].self, properties),
      isDeleted: row["isDeleted"])
  }

  static func reference(_ row: Row) throws -> ObjectReference {
    let (kind, map, id): (String, String, String) = (row["kind"], row["map"], row["id"])
    guard let kind = ObjectReference.Kind(rawValue: kind) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [], debugDescription: "there is no kind of object '\(kind)'"))
    }
    return ObjectReference(kind, id, in: map.isEmpty ? nil : map)
  }

  /// Writes one object as it stands after a revision.
  static func write(
    _ object: StoredObject, before: StoredObject?, _ revision: Int, _ database: Database
  ) throws {
    let reference = object.reference
    let name: StatementArguments = [
      reference.map ?? "", reference.kind.rawValue, reference.id,
    ]
    let known = try Int64.fetchOne(
      database.cachedStatement(
        sql: "SELECT number FROM object WHERE map = ? AND kind = ? AND id = ?"), arguments: name)
    let number: Int64
    if let known {
      number = known
    } else {
      let last = try Int64.fetchOne(
        database.cachedStatement(sql: "SELECT max(number) FROM object"))
      number = (last ?? 0) + 1
    }
    try RowChecksum.insert(
      into: "object",
      [
        number, reference.kind.rawValue, reference.map ?? "", reference.id, object.isDeleted,
        try StoredJSON.text(object.values), revision,
      ], database, orReplace: true)
    try SearchText.update(number, from: before, to: object, database)
  }
}

extension WorkspaceState {
  /// Every object, in no order.
  var storedObjects: [StoredObject] { objects.compactMap { object($0) } }
}
