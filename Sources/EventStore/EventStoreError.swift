/// What the world did to the event store: a path, limit or row in each case.
public enum EventStoreError: Error, Hashable, Sendable {
  /// The folder has no event store.
  case notFound(path: String)
  /// A system call failed.
  case system(attempt: String, path: String, errno: Int32)
  /// Stored bytes do not match their checksum or cannot be what was written.
  case damaged(path: String, detail: String)
  /// Written by a newer version of the program.
  case newerFormat(path: String, found: Int, supported: Int)
  /// Another process is writing.
  case locked(path: String)
  case unknownAttribute(name: String, known: [String])
  case unknownImport(id: Int)
  case unknownCustomer
  /// The same file was imported before, as this import.
  case alreadyImported(id: Int, source: String)
  /// A limit of the format was met.
  case limit(what: String, limit: Int)
}
