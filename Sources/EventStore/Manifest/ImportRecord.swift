/// One import, as the manifest remembers it.
public struct ImportRecord: Hashable, Sendable {
  /// 1, 2, 3 …; never used again.
  public let id: Int
  /// The name under which event ids are unique; by default the file's name.
  public var source: String
  /// Digest of the file, in the caller's notation.
  public var digest: String
  /// Size of the file in bytes; nil if the caller did not tell.
  public var bytes: Int?
  /// When it was imported, in the caller's notation.
  public var date: String
  /// Events now stored: erasing a customer lowers it.
  public var rows: Int
  /// Rows that could not be read.
  public var rejected: Int
  /// Events left out because one with the same id was there.
  public var duplicates: Int
  /// Whether the source has event ids.
  public var hasEventIDs: Bool
}
