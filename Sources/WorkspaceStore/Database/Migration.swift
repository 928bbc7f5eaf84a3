import GRDB

/// One step of the database's schema. Steps are only ever added at the end; those that were released never change.
struct Migration: Sendable {
  /// What the step brings, as `grdb_migrations` keeps it.
  var name: String
  var sql: String

  /// All steps in order. How many there are is the schema's version, kept in `PRAGMA user_version`.
  static let all = [workspace, people, views]

  static var migrator: DatabaseMigrator { migrator(all) }

  /// Each step is one transaction, the version with it: a crash leaves the schema before or after, never between.
  static func migrator(_ steps: [Migration]) -> DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for (index, step) in steps.enumerated() {
      migrator.registerMigration(step.name) { database in
        try database.execute(sql: step.sql)
        try database.execute(sql: "PRAGMA user_version = \(index + 1)")
      }
    }
    return migrator
  }
}
