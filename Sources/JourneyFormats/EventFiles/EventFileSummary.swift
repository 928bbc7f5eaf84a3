/// How far the reading of a file has come.
public struct EventFileProgress: Sendable, Hashable {
  /// Of the file as it is on disk.
  public var bytesRead: Int
  public var totalBytes: Int
  /// Rows that became events so far.
  public var rows: Int
}

/// What a whole file was.
public struct EventFileSummary: Sendable, Hashable {
  /// Rows that became events.
  public var rows: Int
  public var rejected: Int
  /// Rows that the filters left out.
  public var filtered: Int
  public var batches: Int
  /// The size of the file on disk.
  public var bytes: Int
  /// Tells whether a file is the same again.
  public var digest: FileDigest

  /// Whether there were rows to read and not one could be.
  public var isAllRejected: Bool { rows == 0 && rejected > 0 }
}

/// What a file looks like and how it would be read, before any of it is.
public struct EventFileLayout: Sendable, Hashable {
  public var separatorName: String
  public var encoding: TextEncoding
  public var isCompressed: Bool
  public var columns: [String]
  public var roles: RoleAssignment
  public var times: TimeReader
  /// The first rows of the file as they are, at most twenty.
  public var firstRows: [[String]]
}
