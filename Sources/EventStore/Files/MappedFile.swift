import Glibc

/// An immutable file in memory, as long as anybody holds it; it may be unlinked meanwhile.
final class MappedFile: @unchecked Sendable {
  // Sendable: the mapping is read-only and never moves.
  let path: String
  let bytes: UnsafeBytes

  init(_ path: String) throws(EventStoreError) {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { throw .notFound(path: path) }
      throw .system(attempt: "open", path: path, errno: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .system(attempt: "examine", path: path, errno: errno)
    }
    self.path = path
    let length = Int(status.st_size)
    guard length > 0 else {
      self.bytes = unsafe UnsafeBytes(UnsafeRawBufferPointer(start: nil, count: 0))
      return
    }
    guard let mapped = unsafe mmap(nil, length, PROT_READ, MAP_SHARED, descriptor, 0),
      unsafe mapped != MAP_FAILED
    else {
      throw .system(attempt: "map", path: path, errno: errno)
    }
    self.bytes = unsafe UnsafeBytes(mapped, count: length)
  }

  deinit {
    guard bytes.count > 0 else { return }
    unsafe bytes.withPointer { base in
      unsafe _ = munmap(UnsafeMutableRawPointer(mutating: base), bytes.count)
    }
  }

  func damaged(_ detail: String, at offset: Int) -> EventStoreError {
    .damaged(path: path, detail: "\(detail) (at byte \(offset))")
  }
}
