import Foundation

/// The size of all files below a folder, in bytes.
enum FolderSize {
  static func bytes(in folder: String) throws -> Int {
    var total = 0
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")
      guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
      total += (attributes[.size] as? NSNumber)?.intValue ?? 0
    }
    return total
  }
}
