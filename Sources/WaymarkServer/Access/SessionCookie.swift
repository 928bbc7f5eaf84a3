import HTTPTypes
import Hummingbird
import Secrets

/// The cookie that carries a session's token.
struct SessionCookie: Sendable {
  /// For https and for this machine itself: the browser then holds it for this host alone and never sends it in the clear.
  static let secureName = "__Host-waymark"
  /// For sign-in over plain http in a local network, which must be asked for.
  static let plainName = "waymark"

  var isSecure: Bool

  var name: String { isSecure ? Self.secureName : Self.plainName }

  /// The token that a request brings, if it is one.
  ///
  /// Of several cookies of the name the first counts, as browsers send the most specific first.
  func token(in request: Request) -> Token? {
    for header in request.headers[values: .cookie] {
      for pair in header.split(separator: ";") {
        let trimmed = pair.drop { $0 == " " }
        guard trimmed.hasPrefix("\(name)=") else { continue }
        return Token(text: String(trimmed.dropFirst(name.count + 1)))
      }
    }
    return nil
  }

  /// The header that hands the token to the browser.
  func handing(_ token: Token, forSeconds seconds: Int) -> String {
    "\(name)=\(token.text); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Lax"
      + (isSecure ? "; Secure" : "")
  }

  /// The header that takes it back.
  var removing: String {
    "\(name)=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
  }
}
