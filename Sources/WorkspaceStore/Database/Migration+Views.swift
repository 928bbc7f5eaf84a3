extension Migration {
  /// Views of a map that somebody has saved: which lanes and personas are seen, and how.
  static let views = Migration(
    name: "views",
    sql: """
      CREATE TABLE savedView (
        id TEXT NOT NULL PRIMARY KEY,
        map TEXT NOT NULL,
        person TEXT NOT NULL REFERENCES person (id),
        isShared INTEGER NOT NULL,
        name TEXT NOT NULL,
        settings TEXT NOT NULL,       -- JSON
        changedAt INTEGER NOT NULL,
        checksum BLOB NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX savedView_map ON savedView (map);
      """)
}
