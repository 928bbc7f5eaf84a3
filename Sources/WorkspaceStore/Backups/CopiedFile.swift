import Foundation
import Glibc
import Secrets

/// Copying of single files with their digest taken on the way.
enum CopiedFile {
  /// Copies a regular file to a new one that only its owner can read, and makes it durable.
  ///
  /// - Parameter target: nil only takes the digest.
  /// - Returns: nil if there is no file.
  static func copy(
    _ path: String, to target: String?
  ) throws(WorkspaceStoreError) -> (digest: String, bytes: Int)? {
    let source = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard source >= 0 else {
      let number = errno
      switch number {
      case ENOENT, ENOTDIR: return nil
      case ELOOP, ENXIO: throw .notARegularFile(path: path)
      default: throw .system(attempt: "open", path: path, errno: number)
      }
    }
    defer { close(source) }
    var sink: Int32 = -1
    if let target {
      sink = open(target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      guard sink >= 0 else { throw .system(attempt: "write", path: target, errno: errno) }
    }
    defer { if sink >= 0 { close(sink) } }
    var digest = ContentDigest()
    var total = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(source, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw .system(attempt: "read", path: path, errno: errno)
      }
      if count == 0 { break }
      total += count
      digest.update(buffer[..<count])
      if let target { try writeAll(buffer[..<count], to: sink, target) }
    }
    if let target, fsync(sink) != 0 {
      throw .system(attempt: "make durable", path: target, errno: errno)
    }
    return (ContentDigest.text(digest.finish()), total)
  }

  private static func writeAll(
    _ bytes: ArraySlice<UInt8>, to descriptor: Int32, _ path: String
  ) throws(WorkspaceStoreError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == ENOSPC { throw .noSpace(path: path) }
        throw .system(attempt: "write", path: path, errno: errno)
      }
      rest = rest.dropFirst(count)
    }
  }
}
