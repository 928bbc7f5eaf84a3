extension Migration {
  /// Objects as they stand, and the edits that made them so.
  ///
  /// `object` is what `revision` and `edit` come to when they are applied in order; `verify` holds one against the
  /// other. Checksums cover all other columns of their row. Times are whole microseconds since 1970, UTC.
  static let workspace = Migration(
    name: "workspace",
    sql: """
      CREATE TABLE setting (
        name TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL,
        checksum BLOB NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE object (
        number INTEGER PRIMARY KEY,   -- of its row in `search` too
        kind TEXT NOT NULL,
        map TEXT NOT NULL,            -- '' for objects of the workspace
        id TEXT NOT NULL,
        isDeleted INTEGER NOT NULL,
        properties TEXT NOT NULL,     -- JSON, keys sorted
        revision INTEGER NOT NULL,    -- the last that touched it
        checksum BLOB NOT NULL,
        UNIQUE (map, kind, id)
      ) STRICT;

      CREATE TABLE revision (
        number INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        person TEXT,                  -- null: the command line or an import
        author TEXT NOT NULL,         -- the name at that time
        client TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        intention TEXT NOT NULL,
        checksum BLOB NOT NULL
      ) STRICT;

      CREATE TABLE edit (
        revision INTEGER NOT NULL REFERENCES revision (number),
        position INTEGER NOT NULL,
        map TEXT NOT NULL,
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        edit TEXT NOT NULL,           -- JSON of an Edit
        inverse TEXT NOT NULL,        -- JSON of an Inverse
        checksum BLOB NOT NULL,
        PRIMARY KEY (revision, position)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX edit_object ON edit (map, kind, id);
      CREATE INDEX edit_map ON edit (map, revision);

      -- The answer to each batch, so that one sent again is answered alike and not applied again.
      CREATE TABLE receipt (
        client TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        at INTEGER NOT NULL,
        digest BLOB NOT NULL,         -- of the batch: another batch under the same number is refused
        answer TEXT NOT NULL,         -- JSON, without the inverses, which stand in `edit`
        checksum BLOB NOT NULL,
        PRIMARY KEY (client, sequence)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE survey (
        id TEXT NOT NULL PRIMARY KEY,
        document TEXT NOT NULL,       -- the notation's text
        checksum BLOB NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE answer (
        survey TEXT NOT NULL,
        position INTEGER NOT NULL,
        id TEXT,
        answer TEXT NOT NULL,         -- JSON
        checksum BLOB NOT NULL,
        PRIMARY KEY (survey, position)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX answer_id ON answer (survey, id) WHERE id IS NOT NULL;

      -- Titles and texts of objects, by the object's number.
      CREATE VIRTUAL TABLE search USING fts5 (
        title, body,
        tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
      );
      """)
}
