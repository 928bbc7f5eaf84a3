import Glibc

/// How a command reaches a workspace: as its owner for a while, or through the process that owns it.
public enum WorkspaceAccess: Sendable {
  case owned(OpenedStore)
  case remote(OwnerConnection)

  /// How long a command waits for another one to finish.
  public static let patience: Duration = .seconds(5)

  /// Opens the workspace to write in it, or finds the server that has it open.
  ///
  /// - Throws: `.locked` if another process keeps it without listening.
  public static func open(
    _ directory: String, patience: Duration = patience
  ) throws(WorkspaceStoreError) -> WorkspaceAccess {
    let turn = try waiting(for: directory, patience) { () throws(WorkspaceStoreError) in
      try OpenedStore.open(directory)
    }
    switch turn {
    case .mine(let store): return .owned(store)
    case .theirs(let owner): return .remote(owner)
    }
  }

  /// Who has the lock: the command itself, or a process that listens.
  enum Turn<Value> {
    case mine(Value)
    case theirs(OwnerConnection)
  }

  /// Runs what needs the lock, or hands over to the owner; tries again while neither is possible.
  static func waiting<Value>(
    for directory: String, _ patience: Duration = patience,
    _ body: () throws(WorkspaceStoreError) -> Value
  ) throws(WorkspaceStoreError) -> Turn<Value> {
    let clock = ContinuousClock()
    let deadline = clock.now.advanced(by: patience)
    while true {
      do throws(WorkspaceStoreError) { return .mine(try body()) } catch {
        guard case .locked = error else { throw error }
        if let owner = OwnerConnection(directory: directory) { return .theirs(owner) }
        if clock.now >= deadline { throw error }
        usleep(50_000)
      }
    }
  }

  /// The documents of a workspace for reading only: of text files as they lie there, of a database as a copy that
  /// keeps nobody from it.
  public static func reading(
    _ directory: String
  ) throws(WorkspaceStoreError) -> any WorkspaceDocuments {
    let folder = try FolderDocuments(opening: directory)
    if !OpenedStore.hasDatabase(directory) { return folder }
    switch try open(directory) {
    case .remote(let owner): return try DocumentCopy(of: owner)
    case .owned(let store):
      let copy = try DocumentCopy(of: store.documents)
      try store.close()
      return copy
    }
  }
}

extension WorkspaceAccess {
  /// Verifies the database of a workspace, through its owner if it has one.
  public static func verify(
    _ directory: String
  ) throws(WorkspaceStoreError) -> [DatabaseDamage] {
    let turn = try waiting(for: directory) { () throws(WorkspaceStoreError) in
      // Without the editor, which could not be made of damaged rows.
      let lock = try OpenedStore.takeLock(OpenedStore.normalized(directory))
      let database = try WorkspaceDatabase(
        path: "\(OpenedStore.normalized(directory))/\(OpenedStore.databaseName)")
      let found = try database.verify()
      try database.close()
      return withExtendedLifetime(lock) { found }
    }
    switch turn {
    case .mine(let found): return found
    case .theirs(let owner):
      guard case .damages(let damages) = try owner.ask(.verify) else { throw .owner(.unexpected) }
      return damages.map { DatabaseDamage(place: $0.place, detail: $0.detail) }
    }
  }

  /// Backs a workspace up, through its owner if it has one.
  ///
  /// - Parameter output: an absolute path.
  public static func backUp(
    _ directory: String, to output: String
  ) throws(WorkspaceStoreError) -> WorkspaceBackup.Summary {
    guard OpenedStore.hasDatabase(directory) else {
      return try WorkspaceBackup.make(of: directory, database: nil, to: output)
    }
    switch try open(directory) {
    case .owned(let store):
      return try WorkspaceBackup.make(of: directory, database: store.database, to: output)
    case .remote(let owner):
      guard case .backedUp(let summary) = try owner.ask(.backUp(output: output)) else {
        throw .owner(.unexpected)
      }
      return summary
    }
  }
}
