import Glibc

/// A port of this machine that is taken as long as the value lives.
final class HeldPort {
  let port: Int
  private let handle: Int32

  init?() {
    let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isHeld = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(handle, pointer, length) == 0 && listen(handle, 1) == 0
          && getsockname(handle, pointer, &length) == 0
      }
    }
    self.handle = handle
    port = Int(UInt16(bigEndian: address.sin_port))
    if !isHeld { return nil }
  }

  deinit { close(handle) }
}
