import Secrets

/// The pictures of a workspace in `files/`, named by the digest of their content: stored once, never changed.
public struct PictureFolder: Sendable {
  let folder: String

  /// One picture may take so many bytes.
  public static let largest = 10 * 1_024 * 1_024

  public init(directory: String) { folder = "\(directory)/files" }

  /// Stores a picture and answers its name, also when it was there before; on the disk when it returns.
  public func store(_ bytes: [UInt8]) throws(WorkspaceStoreError) -> String {
    let hash = ContentDigest.name(of: bytes)
    let path = "\(folder)/\(hash)"
    if try FolderFile.kind(path) == .file { return hash }
    try FolderFile.makeFolder(folder)
    try FolderFile.write(bytes, to: path)
    return hash
  }

  /// Nil for a name that is none of ours.
  public func read(_ hash: String) throws(WorkspaceStoreError) -> (
    bytes: [UInt8], type: PictureType
  )? {
    guard ContentDigest.isName(hash),
      let bytes = try FolderFile.read("\(folder)/\(hash)", limit: Self.largest),
      let type = PictureType(of: bytes)
    else { return nil }
    return (bytes, type)
  }
}
