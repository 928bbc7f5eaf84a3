/// What is said in English of the database of a workspace, of its backups, and of the server that owns it.
let englishDatabaseTexts: [String: String] = [
  // After "is damaged:" and "could not be written:"
  "database.not-safe": "it cannot be written safely (no write-ahead log with full syncs)",
  "database.no-database": "it is no SQLite file",
  "database.pending-files": "the list of the files taken in cannot be read",
  "database.only-read": "this is a copy that is only read",
  "database.error-number": "error {number}",

  // Places of a database
  "word/database-file": "the file",
  "word/database-schema": "the schema",
  "word/database-rows": "the rows",
  "word/database-history": "the history",
  "word/database-search": "the search index",
  "word/database-table": "table {table}",
  "word/database-row": "table {table}, row {row}",
  "word/database-searched-object": "the search index, object {number}",

  // What is wrong there
  "database.lost-reference": "a row refers to one that is not there",
  "database.other-schema": "it is not the one of this version",
  "database.other-steps": "it is not that of this version",
  "database.checksum": "it does not match its checksum",
  "database.not-repeatable": "it cannot be done again",
  "database.revision-gap": "the revisions are not numbered one by one",
  "database.not-from-history": "it is not what its history leads to",
  "database.objects-count": "it has {found} objects; the history leads to {expected}",
  "database.searched-text": "it does not hold its texts",
  "database.not-searched": "{count} objects are missing",

  // After "cannot be restored:"
  "backup.list-no-text": "its list of files is no text",
  "backup.list-not-whole": "its list of files is not whole",
  "backup.list-changed": "its list of files was changed",
  "backup.list-strange": "its list of files names something else",
  "backup.newer": "it was made by a newer Waymark ({format})",
  "backup.no-list": "it has no list of files",
  "backup.no-workspace": "it holds no workspace",
  "backup.file-missing": "the file '{file}' is missing",
  "backup.file-changed": "the file '{file}' was changed",
  "backup.events-changing": "the events changed again and again while they were copied",

  // The server of a workspace
  "owner.not-understood":
    "the server of the workspace gave an answer that is not understood",
  "owner.not-understood#hint": "use the same version of Waymark for both",
  "owner.gone": "the server of '{directory}' ended before it had answered",
  "owner.gone#hint": "try again; what it acknowledged is kept",
]
