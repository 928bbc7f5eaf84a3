import Hummingbird
import NIOCore

/// A request that was let in: the permission of its route is given, and it comes from one of our own pages.
struct APIRequest: Sendable {
  /// Nil only on routes open to anyone.
  let person: SignedInPerson?
  /// The public name of the session by which the person is signed in.
  let session: String?
  /// The parts of the path in braces, decoded.
  let parameters: [String: String]
  /// What stands after `?`; of a name that stands twice, the first.
  let query: [String: String]
  /// The address of who asks.
  let address: String
  /// Whether the browser's connection is known to be https.
  let isSecure: Bool
  let raw: Request
  let longestBody: Int

  /// Who asks.
  ///
  /// - Throws: 401 when nobody is signed in, which only a route open to anyone can meet.
  var signedIn: SignedInPerson {
    get throws(APIFailure) {
      guard let person else { throw .signInNeeded }
      return person
    }
  }

  /// A part of the path; every name in the route's pattern has one.
  func parameter(_ name: String) -> String { parameters[name] ?? "" }

  /// A whole number after `?`; nil when it is left out.
  func number(_ name: String) throws(APIFailure) -> Int? {
    guard let text = query[name], !text.isEmpty else { return nil }
    guard let number = Int(text) else { throw .badRequest("'\(name)' takes a whole number") }
    return number
  }

  /// The JSON body as a value.
  func body<Value: Decodable>(_ type: Value.Type) async throws -> Value {
    if let sent = raw.headers[.contentType] {
      let media = sent.prefix { $0 != ";" }.lowercased()
      guard media == "application/json" else {
        throw APIFailure.badRequest(
          "the body must be application/json", hint: "set the header Content-Type")
      }
    }
    return try JSONBytes.read(try await bytes().readableBytesView, as: type)
  }

  /// The body as it was sent.
  ///
  /// - Throws: 413 as soon as it is known to be too long, whether from its header or by counting.
  func bytes() async throws -> ByteBuffer {
    try Self.checkLength(of: raw, atMost: longestBody)
    var all = ByteBuffer()
    for try await part in raw.body {
      guard all.readableBytes + part.readableBytes <= longestBody else {
        throw APIFailure.tooLarge(longestBody)
      }
      all.writeImmutableBuffer(part)
    }
    return all
  }

  static func checkLength(of request: Request, atMost limit: Int) throws(APIFailure) {
    if let length = request.headers[.contentLength].flatMap(Int.init), length > limit {
      throw .tooLarge(limit)
    }
  }
}

extension APIFailure {
  static let signInNeeded = APIFailure(
    .unauthorized, "sign-in-needed", "you are not signed in", hint: "sign in and try again")
  static let notAllowed = APIFailure(
    .forbidden, "not-allowed", "your role does not allow this",
    hint: "ask an owner of the workspace")

  static func tooLarge(_ limit: Int) -> APIFailure {
    APIFailure(
      .contentTooLarge, "too-large",
      "the body is too long: at most \(limit / 1_000) kB are taken",
      hint: "send it in smaller parts")
  }
}
