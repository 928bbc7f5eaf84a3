import HTTPTypes
import Hummingbird
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing
import WorkspaceStore

@testable import WaymarkServer

/// Bodies that are too long, too slow or no JSON.
struct BodyTests {
  let server: TestServer
  let owner: Visitor
  init() throws {
    server = try TestServer(TestWorkspace.sharedSmall.get().path)
    owner = Visitor(server, token: try server.member(.owner))
  }

  @Test func `a body that says it is too long is refused before it is read`() async throws {
    let answer = try await owner.send(
      .patch, "/api/me", .object([:]), headers: ["Content-Length": "100000000"])
    #expect(answer.status == 413 && answer.code == "too-large")
    #expect(answer.headers[.connection] == "close")
  }

  @Test func `a body that does not say its length is counted`() async throws {
    var fields = HTTPFields()
    fields[.cookie] = "\(SessionCookie.secureName)=\(owner.token ?? "")"
    fields[try #require(HTTPField.Name("X-Waymark"))] = "1"
    fields[.transferEncoding] = "chunked"
    let read = Counter()
    let parts = AsyncStream<ByteBuffer>(unfolding: {
      read.count += 1
      return ByteBuffer(repeating: UInt8(ascii: " "), count: 100_000)
    })
    let answer = try await server.answer(
      Request(
        head: HTTPRequest(
          method: .patch, scheme: "http", authority: "localhost", path: "/api/me",
          headerFields: fields), body: RequestBody(asyncSequence: parts)))
    #expect(answer.status == 413 && answer.headers[.connection] == "close")
    #expect(read.count <= 12)
  }

  private final class Counter: @unchecked Sendable {
    // One task alone counts here.
    var count = 0
  }

  @Test(arguments: [
    "", "{", "[]", "null", "\"text\"", "{\"name\":1}", "{\"name\":\"a\"}x",
    "{\"settings\":[]}", "{\"name\":\"\"}", "{\"name\":\"a\\u0000b\"}",
    "{\"settings\":" + String(repeating: "{\"a\":", count: 60) + "1"
      + String(repeating: "}", count: 60) + "}",
    String(repeating: "[", count: 100_000),
  ])
  func `a body that is not what is asked for changes nothing`(body: String) async throws {
    let before = try server.people.people()
    let answer = try await owner.ask(
      "/api/me", .patch, host: "localhost",
      headers: ["X-Waymark": "1", "Content-Type": "application/json"], body: Array(body.utf8))
    #expect(answer.status == 400, "\(body.prefix(40)): \(answer.status)")
    #expect(try server.people.people() == before)
  }

  @Test func `a body of another kind is refused`() async throws {
    let answer = try await owner.send(
      .patch, "/api/me", .object([:]),
      headers: ["Content-Type": "application/x-www-form-urlencoded"])
    #expect(answer.status == 400)
  }
}

/// Connections that take their time, by a clock that the test turns.
struct ConnectionDeadlinesTests {
  private let loop = EmbeddedEventLoop()
  private let limits = ConnectionDeadlines.Limits()

  private func connected() throws -> EmbeddedChannel {
    let channel = EmbeddedChannel(handler: ConnectionDeadlines(limits: limits), loop: loop)
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    return channel
  }
  private func head(_ method: HTTPRequest.Method = .post) -> HTTPRequestPart {
    .head(HTTPRequest(method: method, scheme: "http", authority: "localhost", path: "/"))
  }
  private func answers(_ channel: EmbeddedChannel) throws -> [HTTPResponse.Status] {
    var found: [HTTPResponse.Status] = []
    while let part = try channel.readOutbound(as: HTTPResponsePart.self) {
      if case .head(let head) = part { found.append(head.status) }
    }
    return found
  }

  @Test func `a connection without a head is ended`() throws {
    let channel = try connected()
    loop.advanceTime(by: .seconds(9))
    #expect(channel.isActive)
    loop.advanceTime(by: .seconds(2))
    #expect(!channel.isActive)
    #expect(try answers(channel).isEmpty)
  }

  @Test func `a body that never ends is answered and ended, however it drips`() throws {
    let channel = try connected()
    try channel.writeInbound(head())
    for _ in 0..<59 {
      loop.advanceTime(by: .seconds(1))
      try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "a")))
    }
    #expect(channel.isActive)
    loop.advanceTime(by: .seconds(2))
    #expect(!channel.isActive)
    #expect(try answers(channel) == [.requestTimeout])
  }

  @Test func `a whole request may be answered for as long as it takes`() throws {
    let channel = try connected()
    try channel.writeInbound(head(.get))
    try channel.writeInbound(HTTPRequestPart.end(nil))
    loop.advanceTime(by: .hours(2))
    #expect(channel.isActive)
    try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
    try channel.writeOutbound(HTTPResponsePart.end(nil))
    #expect(channel.isActive)
    _ = try channel.finish()
  }

  @Test func `an answer that says so ends the connection, and the rest of the body is not taken`()
    throws
  {
    let channel = try connected()
    try channel.writeInbound(head())
    while try channel.readInbound(as: HTTPRequestPart.self) != nil {}
    try channel.writeOutbound(
      HTTPResponsePart.head(
        HTTPResponse(status: .contentTooLarge, headerFields: [.connection: "close"])))
    try channel.writeOutbound(HTTPResponsePart.end(nil))
    try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "more")))
    #expect(try channel.readInbound(as: HTTPRequestPart.self) == nil)
    #expect(try answers(channel) == [.contentTooLarge])
    loop.advanceTime(by: .seconds(3))
    #expect(!channel.isActive)
  }

  @Test func `a reader that takes nothing is ended, one that reads goes on`() throws {
    let channel = try connected()
    try channel.writeInbound(head(.get))
    try channel.writeInbound(HTTPRequestPart.end(nil))
    channel.isWritable = false
    channel.pipeline.fireChannelWritabilityChanged()
    loop.advanceTime(by: .seconds(30))
    channel.isWritable = true
    channel.pipeline.fireChannelWritabilityChanged()
    loop.advanceTime(by: .seconds(3_600))
    #expect(channel.isActive)
    channel.isWritable = false
    channel.pipeline.fireChannelWritabilityChanged()
    loop.advanceTime(by: .seconds(41))
    #expect(!channel.isActive)
  }
}
