import HTTPTypes
import Hummingbird

/// Whether a request that changes something comes from one of our own pages.
///
/// Three things must agree: the header `X-Waymark`, which a page of another site cannot send unasked; `Origin`, when the
/// browser names one; and `Sec-Fetch-Site`, when the browser says it. The cookie's `SameSite` stands behind them.
struct SameOrigin: Sendable {
  var requester = Requester()

  static let headerName = "X-Waymark"
  private static let header = HTTPField.Name("X-Waymark")
  private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")

  func check(_ request: Request) throws(APIFailure) {
    guard let header = Self.header, request.headers[header] == "1" else {
      throw APIFailure(
        .forbidden, "cross-site", "the header \(Self.headerName) is missing",
        hint: "send '\(Self.headerName): 1' with every request that is not a GET")
    }
    if let name = Self.fetchSite, let site = request.headers[name],
      site != "same-origin", site != "none"
    {
      throw Self.foreign
    }
    let origins = request.headers[values: .origin]
    guard origins.allSatisfy(isOwn(request)) else { throw Self.foreign }
  }

  private func isOwn(_ request: Request) -> (String) -> Bool {
    { origin in
      let lower = origin.lowercased()
      if let known = requester.publicOrigin, lower == known { return true }
      guard let authority = requester.authority(of: request) else { return false }
      return lower == (requester.isHTTPS(request) ? "https" : "http") + "://\(authority)"
    }
  }

  private static let foreign = APIFailure(
    .forbidden, "cross-site", "the request comes from another site")
}
