extension Migration {
  /// Who may do what: accounts, their sessions, invitations, links for reading; and a record of it.
  ///
  /// Of tokens only digests are kept. Times are whole microseconds since 1970, UTC.
  static let people = Migration(
    name: "people",
    sql: """
      CREATE TABLE person (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        email TEXT NOT NULL,          -- lower case
        role TEXT NOT NULL,           -- owner, editor, commenter, viewer
        password TEXT NOT NULL,       -- scrypt, with its salt and costs
        isActive INTEGER NOT NULL,
        createdAt INTEGER NOT NULL,
        settings TEXT NOT NULL,       -- JSON: tour seen, theme …
        checksum BLOB NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX person_email ON person (email);

      CREATE TABLE session (
        digest BLOB NOT NULL PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,      -- a public name, to end it by
        person TEXT NOT NULL REFERENCES person (id),
        device TEXT NOT NULL,
        createdAt INTEGER NOT NULL,
        lastSeenAt INTEGER NOT NULL,
        expiresAt INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX session_person ON session (person);

      CREATE TABLE invitation (
        id TEXT NOT NULL PRIMARY KEY,
        digest BLOB NOT NULL UNIQUE,
        role TEXT NOT NULL,
        note TEXT NOT NULL,           -- whom it is for
        createdBy TEXT NOT NULL REFERENCES person (id),
        createdAt INTEGER NOT NULL,
        expiresAt INTEGER NOT NULL,
        acceptedBy TEXT,
        revokedAt INTEGER,
        checksum BLOB NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE share (
        id TEXT NOT NULL PRIMARY KEY,
        digest BLOB NOT NULL UNIQUE,
        map TEXT NOT NULL,
        label TEXT NOT NULL,
        lanes TEXT,                   -- JSON list of ids; null: all that are shown
        showsNumbers INTEGER NOT NULL,
        createdBy TEXT NOT NULL REFERENCES person (id),
        createdAt INTEGER NOT NULL,
        expiresAt INTEGER NOT NULL,
        revokedAt INTEGER,
        lastUsedAt INTEGER,
        checksum BLOB NOT NULL
      ) STRICT, WITHOUT ROWID;

      -- A link for somebody who has lost their password, made on the server's own machine.
      CREATE TABLE reset (
        digest BLOB NOT NULL PRIMARY KEY,
        person TEXT NOT NULL REFERENCES person (id),
        expiresAt INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE audit (
        number INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        person TEXT,
        action TEXT NOT NULL,
        subject TEXT NOT NULL,
        checksum BLOB NOT NULL
      ) STRICT;
      """)
}
