import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Ends connections that take their time: a slow head, a slow body, a reader that does not read.
///
/// It stands behind the parser, so a head counts when it is whole. A stream of events is none of these: its request has
/// ended, and as long as its reader reads it may last.
final class ConnectionDeadlines: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  struct Limits: Sendable {
    /// From the connection's begin to the end of its first head.
    var head = TimeAmount.seconds(10)
    /// From a head to the end of its body.
    var body = TimeAmount.seconds(60)
    /// How often a reader that lags behind must have taken some bytes.
    var reading = TimeAmount.seconds(40)
    /// The least that it must have taken then.
    var leastRead = 16 * 1024
    /// How long an answer that ends the connection has to arrive.
    var parting = TimeAmount.seconds(2)
  }

  private enum Expected { case firstHead, bodyEnd, nextHead }

  private let limits: Limits
  private var expected = Expected.firstHead
  private var deadline: Scheduled<Void>?
  private var readerCheck: Scheduled<Void>?
  /// Whether the head of the answer to the present request has gone out.
  private var hasAnswered = false
  private var isParting = false

  init(limits: Limits = Limits()) { self.limits = limits }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { start(limits.head, context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    start(limits.head, context)
    context.fireChannelActive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { stop() }

  func channelInactive(context: ChannelHandlerContext) {
    stop()
    context.fireChannelInactive()
  }

  private func stop() {
    deadline?.cancel()
    readerCheck?.cancel()
    deadline = nil
    readerCheck = nil
  }

  // MARK: Requests

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    // What still comes while the connection ends is nobody's.
    if isParting { return }
    switch unwrapInboundIn(data) {
    case .head:
      hasAnswered = false
      expected = .bodyEnd
      start(limits.body, context)
    case .body: break
    case .end:
      expected = .nextHead
      deadline?.cancel()
      deadline = nil
    }
    context.fireChannelRead(data)
  }

  private func start(_ time: TimeAmount, _ context: ChannelHandlerContext) {
    deadline?.cancel()
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    deadline = context.eventLoop.scheduleTask(in: time) {
      let (handler, context) = bound.value
      handler.expire(context)
    }
  }

  private func expire(_ context: ChannelHandlerContext) {
    deadline = nil
    guard expected == .bodyEnd, !hasAnswered else {
      context.close(promise: nil)
      return
    }
    isParting = true
    let head = HTTPResponse(
      status: .requestTimeout, headerFields: [.connection: "close", .contentLength: "0"])
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    context.close(promise: nil)
  }

  // MARK: Answers

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let head):
      hasAnswered = true
      if head.headerFields[.connection]?.lowercased() == "close" { isParting = true }
      context.write(data, promise: promise)
    case .body: context.write(data, promise: promise)
    case .end:
      context.write(data, promise: promise)
      if isParting { part(context) }
    }
  }

  /// Ends the connection once the answer has had time to arrive: closing at once could make it be lost under a body
  /// that is still being sent.
  private func part(_ context: ChannelHandlerContext) {
    deadline?.cancel()
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    deadline = context.eventLoop.scheduleTask(in: limits.parting) {
      bound.value.close(promise: nil)
    }
  }

  // MARK: Readers

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    readerCheck?.cancel()
    readerCheck = nil
    if !context.channel.isWritable { watch(context, waiting: Self.waiting(context)) }
    context.fireChannelWritabilityChanged()
  }

  /// Bytes that the reader has not taken yet.
  private static func waiting(_ context: ChannelHandlerContext) -> Int {
    // A channel without the option counts as one that takes nothing.
    (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
  }

  private func watch(_ context: ChannelHandlerContext, waiting before: Int) {
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    readerCheck = context.eventLoop.scheduleTask(in: limits.reading) {
      let (handler, context) = bound.value
      handler.readerCheck = nil
      let now = Self.waiting(context)
      if before - now < handler.limits.leastRead {
        context.close(promise: nil)
      } else {
        handler.watch(context, waiting: now)
      }
    }
  }
}
