import Foundation

/// The names under which the server answers.
///
/// A web page elsewhere can point a name of its own at this machine; it cannot make that name one of these.
struct HostNames: Sendable {
  private let names: Set<String>
  /// In a local network the server is reached by number, which no foreign page can use as its name.
  private let takesNumbers: Bool

  /// - Parameter listensTo: the address that is listened at.
  init(publicURL: String?, listensTo host: String) {
    var names: Set<String> = ["localhost", "127.0.0.1", "[::1]"]
    if let publicURL, let origin = Requester.origin(of: publicURL) {
      names.insert(
        Self.host(of: String(origin.trimmingPrefix("https://").trimmingPrefix("http://"))))
    }
    self.names = names
    takesNumbers = !Self.isLoopback(host)
  }

  func contain(_ authority: String) -> Bool {
    let host = Self.host(of: authority)
    return names.contains(host) || takesNumbers && Self.isNumber(host)
  }

  static func isLoopback(_ host: String) -> Bool {
    ["127.0.0.1", "::1", "[::1]", "localhost"].contains(host.lowercased())
  }

  private static func isNumber(_ host: String) -> Bool {
    var four = in_addr()
    var six = in6_addr()
    if host.hasPrefix("["), host.hasSuffix("]") {
      return inet_pton(AF_INET6, String(host.dropFirst().dropLast()), &six) == 1
    }
    return inet_pton(AF_INET, host, &four) == 1
  }

  /// The host of `host:port`, in lower case.
  static func host(of authority: String) -> String {
    let lower = authority.lowercased()
    if lower.hasPrefix("["), let end = lower.firstIndex(of: "]") {
      return String(lower[...end])
    }
    return String(lower.prefix { $0 != ":" })
  }
}
