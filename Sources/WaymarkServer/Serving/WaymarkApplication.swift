import EventStore
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Insight
import JourneyModel
import Logging
import NIOCore
import ServiceLifecycle
public import WorkspaceStore
import Wording

/// Where and how a workspace is served.
public struct ServerSettings: Sendable {
  public var host: String
  public var port: Int
  /// The address under which a proxy makes the server known; its host is accepted beside loopback.
  public var publicURL: String?

  public init(host: String = "127.0.0.1", port: Int = 8080, publicURL: String? = nil) {
    self.host = host
    self.port = port
    self.publicURL = publicURL
  }

  var publicHost: String? {
    publicURL.flatMap { URL(string: $0)?.host() }
  }
}

/// Serves one workspace to browsers on this machine.
public struct WaymarkApplication: Sendable {
  private let settings: ServerSettings
  private let site: Site
  private let live: LiveWorkspace

  /// - Parameter store: the workspace in the hands of this process.
  public init(store: OpenedStore, settings: ServerSettings) {
    self.settings = settings
    let cache = SnapshotCache(store: store)
    site = Site(cache: cache)
    live = LiveWorkspace(
      editor: store.editor, cache: cache, directory: store.directory, words: site.words)
  }

  /// Runs until the process is asked to end.
  ///
  /// - Parameter onListening: called once with the port, when requests are taken.
  public func run(onListening: @escaping @Sendable (Int) -> Void) async throws {
    var logger = Logger(label: "waymark")
    logger.logLevel = .error
    let port = settings.port
    var application = Application(
      router: router(),
      server: .http1(
        configuration: .init(
          idleTimeout: .seconds(60),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 8 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100))),
      configuration: .init(
        address: .hostname(settings.host, port: port), serverName: nil,
        availableConnectionsDelegate: MaximumAvailableConnections(1_024)),
      onServerRunning: { channel in onListening(channel.localAddress?.port ?? port) },
      logger: logger)
    application.addServices(LiveService(live: live))
    do { try await application.runService() } catch let error as IOError {
      throw ListenFailure(errno: error.errnoCode)
    }
  }

  /// Everything the API does.
  private var apiRoutes: [APIRoute] { live.routes }

  /// The routes with everything that guards them; tests ask it without a socket.
  func router() -> Router<SiteContext> {
    let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
    let table = APITable(apiRoutes)
    router.addMiddleware {
      SecurityHeaders()
      HostGuard(publicHost: settings.publicHost)
      KnownRoutes(table: table)
    }
    table.addRoutes(to: router)
    site.addRoutes(to: router)
    return router
  }
}

/// The address could not be listened at.
public struct ListenFailure: Error {
  /// The system's number of the reason.
  public var errno: Int32
}
