import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// The stream of what happens: first what the browser has missed, then everything as it comes.
struct EventStream: Sendable {
  let subscription: LiveHub.Subscription
  /// Events that the browser asks to be told of again, already in order.
  let missed: [LiveHub.Message]
  /// Told when the stream is over, however it ends.
  let closed: @Sendable () -> Void

  func response() -> Response {
    var headers = HTTPFields()
    headers[.contentType] = "text/event-stream"
    headers[.cacheControl] = "no-store"
    if let buffering = HTTPField.Name("x-accel-buffering") { headers[buffering] = "no" }
    return Response(
      status: .ok, headers: headers,
      body: ResponseBody { writer in
        defer { closed() }
        // Proxies and browsers open the stream at its first bytes.
        try await writer.write(ByteBuffer(string: "retry: 1000\n\n"))
        var last = 0
        for message in missed {
          try await writer.write(message.bytes)
          last = message.revision ?? last
        }
        for await message in subscription.messages.cancelOnGracefulShutdown() {
          // What was committed while the missed events were read is in both.
          if let revision = message.revision {
            if revision <= last { continue }
            last = revision
          }
          try await writer.write(message.bytes)
        }
        try await writer.finish(nil)
      })
  }
}
