import Foundation
import HTTPTypes
import Hummingbird

/// Who asks, over what, and under which name: from the connection, or from a proxy if it is trusted.
struct Requester: Sendable {
  /// Whether the proxy's `X-Forwarded-…` headers are believed.
  var trustsProxy = false
  /// Scheme and host of the address under which a proxy makes the server known; in lower case.
  var publicOrigin: String?

  private static let forwardedFor = HTTPField.Name("X-Forwarded-For")
  private static let forwardedProto = HTTPField.Name("X-Forwarded-Proto")
  private static let forwardedHost = HTTPField.Name("X-Forwarded-Host")

  /// `https://maps.example.org` of `https://Maps.example.org/path`; nil if it is no address.
  static func origin(of address: String) -> String? {
    guard let url = URL(string: address), let scheme = url.scheme?.lowercased(),
      let host = url.host(percentEncoded: false)?.lowercased(), ["http", "https"].contains(scheme)
    else { return nil }
    return "\(scheme)://\(host)" + (url.port.map { ":\($0)" } ?? "")
  }

  /// The value that the nearest proxy has added: the last one.
  private func forwarded(_ name: HTTPField.Name?, _ request: Request) -> String? {
    guard trustsProxy, let name else { return nil }
    let values = request.headers[values: name].flatMap { $0.split(separator: ",") }
    return values.last.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// The name, and perhaps port, under which the browser asked.
  func authority(of request: Request) -> String? {
    (forwarded(Self.forwardedHost, request) ?? request.head.authority)?.lowercased()
  }

  func address(of request: Request, connection: String) -> String {
    forwarded(Self.forwardedFor, request) ?? connection
  }

  /// Whether the browser's connection is https: by the proxy's word, or because this name is known by an https address only.
  func isHTTPS(_ request: Request) -> Bool {
    if let scheme = forwarded(Self.forwardedProto, request) {
      return scheme.lowercased() == "https"
    }
    guard let publicOrigin, publicOrigin.hasPrefix("https://"),
      let authority = authority(of: request)
    else { return false }
    return authority == publicOrigin.dropFirst("https://".count)
  }

  /// Whether a browser will send a `Secure` cookie back: over https, and to this machine itself.
  func isSecure(_ request: Request) -> Bool {
    if isHTTPS(request) { return true }
    guard let authority = authority(of: request) else { return false }
    return ["localhost", "127.0.0.1", "[::1]"].contains(HostNames.host(of: authority))
  }
}
