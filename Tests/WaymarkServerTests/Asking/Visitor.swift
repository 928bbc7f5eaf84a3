import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Secrets
import Synchronization
import Testing
import WorkspaceStore

@testable import WaymarkServer

/// Asks the server as a browser does, without a socket.
struct Visitor: Sendable {
  struct Answer: Sendable {
    var status: Int
    var headers: HTTPFields
    var bytes: [UInt8]
    var text: String { String(decoding: bytes, as: UTF8.self) }
    var type: String { headers[.contentType] ?? "" }
    var json: JSONValue { (try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))) ?? .null }
    /// The code of an error; nil for other answers.
    var code: String? { if case .string(let code) = json["error"]?["code"] { code } else { nil } }
    /// Cookies that are set, as the whole header.
    var cookies: [String] { headers[values: .setCookie] }
  }

  let server: TestServer
  /// The token of the session, as the browser keeps it.
  var token: String?
  private var readsBodies = true

  /// An owner who is signed in, at a server of their own.
  init(_ workspace: String, publicURL: String? = nil) throws {
    server = try TestServer(workspace, settings: ServerSettings(publicURL: publicURL))
    token = try server.member(.owner)
  }

  init(_ server: TestServer, token: String? = nil) {
    self.server = server
    self.token = token
  }

  func ask(
    _ path: String, method: HTTPRequest.Method = .get, host: String? = "127.0.0.1:8080"
  ) async throws -> Answer {
    try await ask(path, method, host: host, headers: [:], body: nil)
  }

  /// Asks as one of our own pages does: with its header, and the origin that a browser adds.
  func send(
    _ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil,
    headers: [String: String?] = [:]
  ) async throws -> Answer {
    var all: [String: String?] = [
      "X-Waymark": "1", "Origin": "http://127.0.0.1:8080", "Sec-Fetch-Site": "same-origin",
    ]
    if body != nil { all["Content-Type"] = "application/json" }
    all.merge(headers) { $1 }
    return try await ask(
      path, method, host: "127.0.0.1:8080", headers: all, body: body.map { JSONBytes.of($0) })
  }

  /// The status alone, for answers that may have no end.
  func status(
    _ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil
  ) async throws -> Int {
    var visitor = self
    visitor.readsBodies = false
    return try await visitor.send(method, path, body).status
  }

  func ask(
    _ path: String, _ method: HTTPRequest.Method, host: String?, headers: [String: String?],
    body: [UInt8]?
  ) async throws -> Answer {
    var fields = HTTPFields()
    if let token { fields[.cookie] = "theme=dark; \(SessionCookie.secureName)=\(token)" }
    if let body { fields[.contentLength] = String(body.count) }
    for (name, value) in headers { fields[try #require(HTTPField.Name(name))] = value }
    return try await server.answer(
      Request(
        head: HTTPRequest(
          method: method, scheme: "http", authority: host, path: path, headerFields: fields),
        body: RequestBody(buffer: ByteBuffer(bytes: body ?? []))), readsBody: readsBodies)
  }
}

/// A copy of a workspace, served from its database with a clock that stands still and cheap passwords.
final class TestServer: Sendable {
  static let password = "a quiet river bend"
  private static let cheap = PasswordCosts(roundsExponent: 4)
  private static let hash = PasswordHash(of: password, costs: cheap)

  let application: WaymarkApplication
  /// The copy; the one that was named is left as it was.
  let workspace: TestWorkspace
  let store: OpenedStore
  private let respond: @Sendable (Request, SiteContext) async throws -> Response

  var services: Services { application.services }
  var people: PeopleStore { services.people }
  var now: Int64 { time.now.withLock { $0 } }

  init(_ path: String, settings: ServerSettings = ServerSettings()) throws {
    let time = Time(1_800_000_000_000_000)
    workspace = try TestWorkspace(copying: path)
    store = try OpenedStore.open(workspace.path)
    application = WaymarkApplication(
      store: store, settings: settings,
      passwords: PasswordKeeper(costs: Self.cheap), now: { time.now.withLock { $0 } })
    self.time = time
    let responder = application.router().buildResponder()
    respond = { try await responder.respond(to: $0, context: $1) }
  }

  private final class Time: Sendable {
    let now: Mutex<Int64>
    init(_ start: Int64) { now = Mutex(start) }
  }
  private let time: Time

  /// Lets time pass.
  func wait(_ microseconds: Int64) { time.now.withLock { $0 += microseconds } }

  func answer(
    _ request: Request, from address: String = "192.0.2.7", readsBody: Bool = true
  ) async throws -> Visitor.Answer {
    var context = SiteContext(
      source: ApplicationRequestContextSource(
        channel: EmbeddedChannel(), logger: Logger(label: "tests")))
    context.address = address
    let response: Response
    do { response = try await respond(request, context) } catch let error as any HTTPResponseError {
      response = try error.response(from: request, context: context)
    }
    let collected = Collected()
    if readsBody { try await response.body.write(Collector(collected: collected)) }
    return Visitor.Answer(
      status: response.status.code, headers: response.headers,
      bytes: collected.bytes.withLock { $0 })
  }

  /// Makes an account, and signs it in: the token of its session.
  func member(_ role: Role, _ email: String? = nil) throws -> String {
    try people.signIn(
      try account(role, email).id, device: "Test", replacing: nil, at: now
    ).token.text
  }

  @discardableResult
  func account(_ role: Role, _ email: String? = nil) throws -> Person {
    let email = email ?? "\(role.rawValue)@example.org"
    if try people.needsSetup() {
      let first = role == .owner ? email : "first@example.org"
      let person = try people.setUp(name: "First", email: first, password: Self.hash, at: now)
      if role == .owner { return person }
    }
    if let known = try people.account(email: email)?.person { return known }
    let owner = try #require(try people.people().first { $0.role == .owner })
    let (token, _) = try people.invite(role: role, note: "", by: owner.id, at: now)
    return try people.accept(
      token, name: "Test \(role.rawValue)", email: email, password: Self.hash, at: now)
  }
}

private final class Collected: Sendable {
  let bytes = Mutex<[UInt8]>([])
}

private struct Collector: ResponseBodyWriter {
  let collected: Collected
  mutating func write(_ buffer: ByteBuffer) async throws {
    collected.bytes.withLock { $0.append(contentsOf: buffer.readableBytesView) }
  }
  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
