import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Synchronization

@testable import WaymarkServer

/// Asks the pages as a browser does, without a socket.
struct Visitor: Sendable {
  struct Answer: Sendable {
    var status: Int
    var headers: HTTPFields
    var bytes: [UInt8]
    var text: String { String(decoding: bytes, as: UTF8.self) }
    var type: String { headers[.contentType] ?? "" }
  }

  private let respond: @Sendable (Request, SiteContext) async throws -> Response

  init(_ workspace: String, publicURL: String? = nil) throws {
    let application = try WaymarkApplication(
      directory: workspace, settings: ServerSettings(publicURL: publicURL))
    let responder = application.router().buildResponder()
    respond = { try await responder.respond(to: $0, context: $1) }
  }

  func ask(
    _ path: String, method: HTTPRequest.Method = .get, host: String? = "127.0.0.1:8080"
  ) async throws -> Answer {
    let request = Request(
      head: HTTPRequest(method: method, scheme: "http", authority: host, path: path),
      body: RequestBody(buffer: ByteBuffer()))
    let context = SiteContext(
      source: ApplicationRequestContextSource(
        channel: EmbeddedChannel(), logger: Logger(label: "tests")))
    let response: Response
    do { response = try await respond(request, context) } catch let error as any HTTPResponseError {
      response = try error.response(from: request, context: context)
    }
    let collected = Collected()
    try await response.body.write(Collector(collected: collected))
    return Answer(
      status: response.status.code, headers: response.headers,
      bytes: collected.bytes.withLock { $0 })
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
