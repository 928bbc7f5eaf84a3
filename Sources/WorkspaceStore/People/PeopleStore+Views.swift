import GRDB

extension PeopleStore {
  static let mostViews = 200

  private static func view(_ row: Row) -> SavedView {
    SavedView(
      id: row["id"], map: row["map"], person: row["person"], isShared: row["isShared"],
      name: row["name"], settings: row["settings"], changedAt: row["changedAt"])
  }

  private static func view(id: String, _ database: Database) throws -> SavedView? {
    try Row.fetchOne(database, sql: "SELECT * FROM savedView WHERE id = ?", arguments: [id])
      .map(view)
  }

  /// The person's own views of a map and those that are shared, by name.
  public func views(map: String, for person: String) throws(PeopleError) -> [SavedView] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM savedView WHERE map = ? AND (person = ? OR isShared) ORDER BY name, id
          """, arguments: [map, person]
      ).map(Self.view)
    }
  }

  /// Saves a view anew, or over one of the person's own.
  ///
  /// - Parameters:
  ///   - id: nil for a new one.
  ///   - mayShare: whether the person may change what everybody sees.
  /// - Throws: `.unknown` for a view that is not there or that the person may not change.
  public func save(
    view id: String?, map: String, name: String, isShared: Bool, settings: String,
    by person: String, mayShare: Bool, at now: Int64
  ) throws(PeopleError) -> SavedView {
    try write { database in
      guard settings.utf8.count <= Self.longestSettings else {
        throw PeopleRefusal.outOfBounds(what: "settings")
      }
      let name = try Self.checked(name, "name", atMost: Self.longestName)
      var owner = person
      if let id {
        guard let old = try Self.view(id: id, database), old.map == map,
          Self.mayChange(old, person, mayShare)
        else { throw PeopleRefusal.unknown }
        owner = old.person
      } else {
        let count =
          try Int.fetchOne(
            database, sql: "SELECT count(*) FROM savedView WHERE map = ? AND person = ?",
            arguments: [map, person]) ?? 0
        guard count < Self.mostViews else {
          throw PeopleRefusal.tooMany(what: "views", limit: Self.mostViews)
        }
      }
      let view = SavedView(
        id: id ?? Self.newID(), map: map, person: owner, isShared: isShared, name: name,
        settings: settings, changedAt: now)
      try RowChecksum.insert(
        into: "savedView", [view.id, map, owner, isShared, name, settings, now], database,
        orReplace: true)
      return view
    }
  }

  public func deleteView(
    _ id: String, by person: String, mayShare: Bool
  ) throws(PeopleError) {
    try write { database in
      guard let view = try Self.view(id: id, database), Self.mayChange(view, person, mayShare)
      else { throw PeopleRefusal.unknown }
      try database.execute(sql: "DELETE FROM savedView WHERE id = ?", arguments: [id])
    }
  }

  private static func mayChange(_ view: SavedView, _ person: String, _ mayShare: Bool) -> Bool {
    view.isShared ? mayShare : view.person == person
  }
}
