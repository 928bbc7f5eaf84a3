import Foundation
import Glibc

/// Lines of JSON over a connected socket; closed when forgotten.
final class SocketLine: @unchecked Sendable {
  // Sendable: the descriptor never changes; one thread reads and one writes at a time.
  private let descriptor: Int32
  private var rest: [UInt8] = []

  /// A longer line is refused: answers of a large survey fit, an endless line does not.
  static let longest = 256 << 20

  init(_ descriptor: Int32) { self.descriptor = descriptor }
  deinit { close(descriptor) }

  /// Sends and receives that make no progress for so long end the connection; 0 waits for ever.
  func setPatience(seconds: Int) {
    var time = timeval(tv_sec: seconds, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
    }
  }

  /// The user who opened the other end.
  var peer: uid_t? {
    // struct ucred: process, user, group, 32 bits each.
    var credentials: (pid_t, uid_t, gid_t) = (0, 0, 0)
    var length = socklen_t(MemoryLayout.size(ofValue: credentials))
    guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0 else {
      return nil
    }
    return credentials.1
  }

  func write(_ value: some Encodable) -> Bool {
    guard var bytes = try? JSONEncoder().encode(value) else { return false }
    bytes.append(UInt8(ascii: "\n"))
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// The next line; nil if the other side has ended, the line is too long, or it is no such value.
  func read<Value: Decodable>(_: Value.Type) -> Value? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var searched = 0
    while true {
      if let end = rest[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = Data(rest[..<end])
        rest.removeFirst(end + 1)
        return try? JSONDecoder().decode(Value.self, from: line)
      }
      searched = rest.count
      guard rest.count <= Self.longest else { return nil }
      let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      rest.append(contentsOf: buffer[..<count])
    }
  }
}

/// The address of `DIR/.socket`, reached through the folder's descriptor: a path of a socket may have 107 bytes only.
struct SocketAddress {
  static let name = ".socket"
  private let folder: Int32

  /// Nil if the folder cannot be opened.
  init?(directory: String) {
    folder = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder < 0 { return nil }
  }

  func end() { close(folder) }

  /// Calls `bind` or `connect` with the address.
  func with(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let path = Array("/proc/self/fd/\(folder)/\(Self.name)".utf8)
    withUnsafeMutableBytes(of: &address.sun_path) { target in
      precondition(path.count < target.count, "the path through a descriptor is short")
      target.copyBytes(from: path)
    }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
