import GRDB
import Synchronization

/// The SQLite file of a workspace, opened by its one owner process.
///
/// There is one writer; everything that was written is on the disk before a write returns (WAL with `synchronous=FULL`).
/// After a failed sync nothing is acknowledged any more: what the disk holds is no longer known.
public final class WorkspaceDatabase: Sendable {
  public let path: String
  private let pool: DatabasePool
  private let surveyCounter = Atomic(0)

  /// Grows with every change of surveys and answers, so that readers know when to read them again.
  public var surveyChanges: Int { surveyCounter.load(ordering: .acquiring) }
  func surveysChanged() { surveyCounter.add(1, ordering: .releasing) }

  /// Opens or makes the file and brings its schema up to date.
  ///
  /// The caller holds the workspace's lock.
  /// - Throws: `.newerDatabase` if a newer version of the program has written it, `.damagedDatabase` if it is no
  ///   database of a workspace.
  public convenience init(path: String) throws(WorkspaceStoreError) {
    try self.init(path: path, migrations: Migration.all)
  }

  /// - Parameter migrations: fewer than all of them in tests of old schemas.
  init(path: String, migrations: [Migration]) throws(WorkspaceStoreError) {
    self.path = path
    var configuration = Configuration()
    configuration.label = "workspace"
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = true
    configuration.maximumReaderCount = 2
    configuration.prepareDatabase { $0.add(function: RowChecksum.function) }
    do {
      pool = try DatabasePool(path: path, configuration: configuration)
      let version = try pool.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
      guard version <= migrations.count else {
        throw WorkspaceStoreError.newerDatabase(
          path: path, version: version, known: migrations.count)
      }
      // Opening a pool sets `synchronous` to NORMAL, which gives up the last commits when the power fails.
      let (synchronous, journal) = try pool.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA synchronous = FULL")
        return (
          try Int.fetchOne(database, sql: "PRAGMA synchronous"),
          try String.fetchOne(database, sql: "PRAGMA journal_mode")
        )
      }
      guard synchronous == 2, journal == "wal" else {
        throw WorkspaceStoreError.damagedDatabase(
          path: path, reason: "it cannot be written safely (no write-ahead log with full syncs)")
      }
      try Migration.migrator(migrations).migrate(pool)
    } catch { throw .of(error, path: path) }
  }

  /// Reads what was committed last.
  func read<Result>(_ body: (Database) throws -> Result) throws(WorkspaceStoreError) -> Result {
    do { return try pool.read(body) } catch { throw .of(error, path: path) }
  }

  /// Writes all or nothing; on the disk when it returns.
  func write<Result>(_ body: (Database) throws -> Result) throws(WorkspaceStoreError) -> Result {
    do { return try pool.write(body) } catch { throw .of(error, path: path) }
  }

  /// For what cannot run inside a transaction: checkpoints, backups.
  func outsideTransaction<Result>(
    _ body: (Database) throws -> Result
  ) throws(WorkspaceStoreError) -> Result {
    do { return try pool.writeWithoutTransaction(body) } catch { throw .of(error, path: path) }
  }

  /// Writes a consistent copy of what is committed to a new file, while others go on writing.
  func copy(to path: String) throws(WorkspaceStoreError) {
    do {
      let target = try DatabaseQueue(path: path)
      try pool.backup(to: target)
      // One file, with nothing left beside it.
      try target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try target.close()
    } catch { throw .of(error, path: path) }
  }

  /// Ends all connections; further use fails.
  public func close() throws(WorkspaceStoreError) {
    do {
      // The writer must be the last to go: only then is the write-ahead log emptied and removed.
      pool.releaseMemory()
      pool.invalidateReadOnlyConnections()
      try pool.close()
    } catch { throw .of(error, path: path) }
  }
}

extension WorkspaceStoreError {
  static func of(_ error: any Error, path: String) -> WorkspaceStoreError {
    if let error = error as? WorkspaceStoreError { return error }
    guard let failure = error as? DatabaseError else {
      return .damagedDatabase(path: path, reason: "\(error)")
    }
    switch failure.resultCode {
    case .SQLITE_FULL: return .noSpace(path: path)
    case .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PROTOCOL:
      return .diskFailure(path: path, reason: failure.message ?? "error \(failure.resultCode)")
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      return .damagedDatabase(path: path, reason: failure.message ?? "it is no SQLite file")
    default:
      return .database(path: path, reason: failure.message ?? "error \(failure.resultCode)")
    }
  }
}
