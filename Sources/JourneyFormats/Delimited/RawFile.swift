import Glibc

/// A regular file read from beginning to end, digested on the way.
final class RawFile {
  let path: String
  /// The size of the file when it was opened, in bytes.
  let size: Int
  private let descriptor: Int32
  private var digestState = DigestState()
  private(set) var bytesRead = 0

  init(path: String) throws(TextFileError) {
    let opened = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard opened >= 0 else {
      throw .system(attempt: "open the file", path: path, errno: errno)
    }
    var status = stat()
    guard unsafe fstat(opened, &status) == 0 else {
      let code = errno
      close(opened)
      throw .system(attempt: "look at the file", path: path, errno: code)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw .notARegularFile(path: path)
    }
    self.path = path
    descriptor = opened
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Fills `memory` from its start as far as the file goes; returns how many bytes, 0 at the end.
  @unsafe
  func read(into memory: UnsafeMutableRawBufferPointer) throws(TextFileError) -> Int {
    var filled = 0
    while filled < memory.count {
      let count = unsafe Glibc.read(
        descriptor, memory.baseAddress! + filled, memory.count - filled)
      if count < 0 {
        if errno == EINTR { continue }
        throw .system(attempt: "read the file", path: path, errno: errno)
      }
      if count == 0 { break }
      filled += count
    }
    bytesRead += filled
    unsafe digestState.update(UnsafeRawBufferPointer(rebasing: memory[..<filled]).bytes)
    return filled
  }

  /// Bytes at a place of the file, without moving the reading position or touching the digest.
  func bytes(at offset: Int, count: Int) throws(TextFileError) -> [UInt8] {
    var failure: Int32 = 0
    let result = unsafe [UInt8](unsafeUninitializedCapacity: count) { memory, filled in
      while filled < count {
        let read = unsafe pread(
          descriptor, memory.baseAddress! + filled, count - filled, off_t(offset + filled))
        if read < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        if read == 0 { return }
        filled += read
      }
    }
    guard failure == 0 else {
      throw .system(attempt: "read the file", path: path, errno: failure)
    }
    return result
  }

  /// The digest of the bytes read so far.
  func digest() -> FileDigest { digestState.finish() }
}
