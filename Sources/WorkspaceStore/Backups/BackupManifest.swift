import Foundation
import JourneyFormats
import JourneyModel
import Secrets

/// The list of the files of a backup with their digests; the last thing that is written.
///
/// A line for each file: SHA-256, bytes, path. The last line is the digest of all lines before it, so that a change
/// of the list itself shows as well.
struct BackupManifest: Equatable {
  static let name = "backup.manifest"
  static let format = 1
  private static let heading = "waymark backup "

  struct File: Equatable {
    var digest: String
    var bytes: Int
    var path: String
  }
  var files: [File] = []

  func encoded() -> [UInt8] {
    var text = "\(Self.heading)\(Self.format)\n"
    for file in files { text += "\(file.digest) \(file.bytes) \(file.path)\n" }
    let digest = ContentDigest.text(ContentDigest.of(Array(text.utf8)))
    return Array((text + digest + "\n").utf8)
  }

  /// - Throws: `.damagedBackup`.
  init(_ bytes: [UInt8], path: String) throws(WorkspaceStoreError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .damagedBackup(path: path, reason: "its list of files is no text")
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, first.hasPrefix(Self.heading), lines.popLast() == "",
      let digest = lines.popLast()
    else { throw .damagedBackup(path: path, reason: "its list of files is not whole") }
    let body = lines.joined(separator: "\n") + "\n"
    guard ContentDigest.text(ContentDigest.of(Array(body.utf8))) == digest else {
      throw .damagedBackup(path: path, reason: "its list of files was changed")
    }
    guard let format = Int(first.dropFirst(Self.heading.count)), format <= Self.format else {
      throw .damagedBackup(
        path: path, reason: "it was made by a newer Waymark (\(first.dropFirst(8)))")
    }
    for line in lines.dropFirst() {
      let parts = line.split(separator: " ", maxSplits: 2)
      guard parts.count == 3, let bytes = Int(parts[1]), Self.isOurs(String(parts[2])) else {
        throw .damagedBackup(path: path, reason: "its list of files names something else")
      }
      files.append(File(digest: String(parts[0]), bytes: bytes, path: String(parts[2])))
    }
  }

  init() {}

  /// Whether a path is one that a workspace has, so that nothing is ever written anywhere else.
  static func isOurs(_ path: String) -> Bool {
    if path == OpenedStore.databaseName || WorkspaceDocument(path: path) != nil { return true }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      part.first != "." && !part.isEmpty
        && part.utf8.allSatisfy {
          ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z"))
            || ($0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z"))
            || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
            || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
        }
    }
    guard isPlain else { return false }
    switch parts.count {
    case 2: return ["events", "files", "answers"].contains(parts[0])
    case 3: return parts[0] == "events" && parts[1] == "rejects"
    default: return false
    }
  }
}
