import Glibc

/// A file being written; closed when forgotten.
final class StoreFile: @unchecked Sendable {
  // Sendable: the descriptor never changes and the calls on it are atomic.
  let path: String
  private let descriptor: Int32

  /// Creates the file, or empties what is left of one with that name.
  init(creating path: String) throws(EventStoreError) {
    let descriptor = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .system(attempt: "create", path: path, errno: errno)
    }
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  func write(_ bytes: UnsafeBytes, at offset: Int) throws(EventStoreError) {
    var done = 0
    while done < bytes.count {
      let rest = bytes.slice(done, bytes.count - done)
      let written = unsafe rest.withPointer {
        unsafe pwrite(descriptor, $0, rest.count, offset + done)
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw .system(attempt: "write", path: path, errno: errno)
      }
      done += written
    }
  }

  /// Waits until the bytes written so far are on the disk; the file's length and times may not be.
  func synchronizeBytes() throws(EventStoreError) {
    while fdatasync(descriptor) != 0 {
      if errno != EINTR { throw .system(attempt: "fdatasync", path: path, errno: errno) }
    }
  }

  func synchronize() throws(EventStoreError) {
    while fsync(descriptor) != 0 {
      if errno != EINTR { throw .system(attempt: "fsync", path: path, errno: errno) }
    }
  }
}

/// What a store does with folders and names.
enum Folder {
  static func create(_ path: String) throws(EventStoreError) {
    if unsafe mkdir(path, 0o755) != 0 && errno != EEXIST {
      throw .system(attempt: "create the folder", path: path, errno: errno)
    }
  }

  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Makes renames and removals in the folder last.
  static func synchronize(_ path: String) throws(EventStoreError) {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .system(attempt: "open the folder", path: path, errno: errno)
    }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw .system(attempt: "fsync", path: path, errno: errno)
    }
  }

  static func rename(_ old: String, to new: String) throws(EventStoreError) {
    guard unsafe Glibc.rename(old, new) == 0 else {
      throw .system(attempt: "rename", path: old, errno: errno)
    }
  }

  static func remove(_ path: String) throws(EventStoreError) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else {
      throw .system(attempt: "remove", path: path, errno: errno)
    }
  }

  /// Names in a folder, in byte order, without `.` and `..`.
  static func names(in path: String) throws(EventStoreError) -> [String] {
    guard let folder = unsafe opendir(path) else {
      throw .system(attempt: "list the folder", path: path, errno: errno)
    }
    defer { unsafe _ = closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        unsafe String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
