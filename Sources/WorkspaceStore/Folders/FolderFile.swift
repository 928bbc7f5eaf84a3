import Glibc

/// The message of a system error.
func systemMessage(_ number: Int32) -> String { String(cString: strerror(number)) }

/// Reading and writing of single files: links are not followed, and a write is whole or not at all.
enum FolderFile {
  enum Kind { case file, folder, other }

  /// What stands at a path, itself and not what it links to; nil for nothing.
  static func kind(_ path: String) throws(WorkspaceStoreError) -> Kind? {
    var status = stat()
    if lstat(path, &status) != 0 {
      let number = errno
      if number == ENOENT || number == ENOTDIR { return nil }
      throw .system(attempt: "look at", path: path, errno: number)
    }
    return kind(of: status)
  }

  private static func kind(of status: stat) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  /// The names in a folder, in byte order, without `.` and `..`; nil if there is no such folder.
  ///
  /// - Parameter followsLink: whether the folder itself may be a link, as the folder of a workspace may.
  static func names(
    in folder: String, followsLink: Bool = false
  ) throws(WorkspaceStoreError) -> [String]? {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followsLink ? 0 : O_NOFOLLOW)
    let descriptor = open(folder, flags)
    guard descriptor >= 0 else {
      let number = errno
      switch number {
      case ENOENT: return nil
      case ENOTDIR, ELOOP: throw .notAFolder(path: folder)
      default: throw .system(attempt: "open", path: folder, errno: number)
      }
    }
    guard let stream = fdopendir(descriptor) else {
      let number = errno
      close(descriptor)
      throw .system(attempt: "list", path: folder, errno: number)
    }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    if errno != 0 { throw .system(attempt: "list", path: folder, errno: errno) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The bytes of a regular file; nil if there is none.
  static func read(_ path: String, limit: Int) throws(WorkspaceStoreError) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      let number = errno
      switch number {
      case ENOENT, ENOTDIR: return nil
      case ELOOP, ENXIO: throw .notARegularFile(path: path)
      default: throw .system(attempt: "open", path: path, errno: number)
      }
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .system(attempt: "look at", path: path, errno: errno)
    }
    guard kind(of: status) == .file else { throw .notARegularFile(path: path) }
    let size = Int(status.st_size)
    if size > limit { throw .tooLarge(path: path, bytes: size, limit: limit) }
    return try read(descriptor, path: path, expected: size, limit: limit)
  }

  private static func read(
    _ descriptor: Int32, path: String, expected: Int, limit: Int
  ) throws(WorkspaceStoreError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw .system(attempt: "read", path: path, errno: errno)
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
      if bytes.count > limit { throw .tooLarge(path: path, bytes: bytes.count, limit: limit) }
    }
  }

  /// Writes a file beside its final place, makes it durable, and puts it there in one step.
  static func write(_ bytes: [UInt8], to path: String) throws(WorkspaceStoreError) {
    if let standing = try kind(path), standing != .file { throw .notARegularFile(path: path) }
    let folder = parent(of: path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let temporary = "\(folder)/.\(name).\(UInt64.random(in: 0...UInt64.max)).tmp"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = open(temporary, flags, 0o644)
    guard descriptor >= 0 else {
      throw .system(attempt: "write", path: path, errno: errno)
    }
    var failure = writeAll(bytes, to: descriptor)
    if failure == nil, fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0, failure == nil { failure = errno }
    if failure == nil, rename(temporary, path) != 0 { failure = errno }
    if let failure {
      unlink(temporary)
      throw .system(attempt: "write", path: path, errno: failure)
    }
    try synchronize(folder: folder)
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let count = Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        offset += count
      }
      return nil
    }
  }

  /// Makes a rename or removal in a folder durable.
  private static func synchronize(folder: String) throws(WorkspaceStoreError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(attempt: "open", path: folder, errno: errno) }
    defer { close(descriptor) }
    if fsync(descriptor) != 0 { throw .system(attempt: "make durable", path: folder, errno: errno) }
  }

  /// Moves a file within a file system; it is in one of the two places at every moment.
  static func move(_ path: String, to target: String) throws(WorkspaceStoreError) {
    if rename(path, target) != 0 {
      throw .system(attempt: "move", path: path, errno: errno)
    }
    try synchronize(folder: parent(of: target))
    try synchronize(folder: parent(of: path))
  }

  /// Makes an empty file that only its owner can read, unless there is one.
  static func makePrivate(_ path: String) throws(WorkspaceStoreError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .system(attempt: "open", path: path, errno: errno)
    }
    close(descriptor)
    try synchronize(folder: parent(of: path))
  }

  static func remove(_ path: String) throws(WorkspaceStoreError) {
    guard let standing = try kind(path) else { return }
    if standing != .file { throw .notARegularFile(path: path) }
    if unlink(path) != 0, errno != ENOENT {
      throw .system(attempt: "remove", path: path, errno: errno)
    }
    try synchronize(folder: parent(of: path))
  }

  /// Makes a folder if there is none; folders above it must exist unless `withParents`.
  static func makeFolder(_ path: String, withParents: Bool = false) throws(WorkspaceStoreError) {
    if mkdir(path, 0o755) == 0 { return try synchronize(folder: parent(of: path)) }
    let number = errno
    if number == ENOENT, withParents, parent(of: path) != path {
      try makeFolder(parent(of: path), withParents: true)
      return try makeFolder(path)
    }
    if number == EEXIST, try kind(path) == .folder { return }
    if number == EEXIST { throw .notAFolder(path: path) }
    throw .system(attempt: "make the folder", path: path, errno: number)
  }

  /// The folder that holds a path; `.` for a bare name.
  static func parent(of path: String) -> String {
    var trimmed = Substring(path)
    while trimmed.count > 1, trimmed.last == "/" { trimmed = trimmed.dropLast() }
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
  }

  /// The path without links and `..`; nil if nothing is there.
  static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
