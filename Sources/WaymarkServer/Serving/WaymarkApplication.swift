import EventStore
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Insight
import JourneyModel
import Logging
import NIOCore
import Secrets
import ServiceLifecycle
public import WorkspaceStore
import Wording

/// Where and how a workspace is served.
public struct ServerSettings: Sendable {
  public var host: String
  public var port: Int
  /// The address under which a proxy makes the server known; its host is accepted beside loopback.
  public var publicURL: String?
  /// Whether one may sign in over plain http from other machines of a local network.
  public var allowsInsecureLAN: Bool
  /// Whether a proxy's word on address, name and scheme is believed.
  public var trustsProxy: Bool

  public init(
    host: String = "127.0.0.1", port: Int = 8080, publicURL: String? = nil,
    allowsInsecureLAN: Bool = false, trustsProxy: Bool = false
  ) {
    self.host = host
    self.port = port
    self.publicURL = publicURL
    self.allowsInsecureLAN = allowsInsecureLAN
    self.trustsProxy = trustsProxy
  }
}

/// Serves one workspace to browsers.
public struct WaymarkApplication: Sendable {
  private let settings: ServerSettings
  private let site: Site
  /// Held as long as the server runs: with it goes the workspace's lock.
  private let store: OpenedStore
  let services: Services
  private let live: LiveWorkspace

  public init(store: OpenedStore, settings: ServerSettings) {
    self.init(
      store: store, settings: settings, passwords: PasswordKeeper(), now: WallClock.microseconds)
  }

  /// - Parameters:
  ///   - passwords: cheaper ones in tests.
  ///   - now: whole microseconds since 1970, UTC.
  init(
    store: OpenedStore, settings: ServerSettings, passwords: PasswordKeeper,
    now: @escaping @Sendable () -> Int64
  ) {
    self.settings = settings
    self.store = store
    let cache = SnapshotCache(store: store)
    services = Services(
      people: PeopleStore(database: store.database), settings: settings, passwords: passwords,
      now: now,
      workspace: { cache.workspace })
    site = Site(cache: cache, services: services)
    live = LiveWorkspace(
      editor: store.editor, cache: cache, directory: store.directory, words: site.words,
      isSignedIn: { [services] in services.role(ofSession: $0) != nil })
  }

  /// Whether nobody has an account yet; then the server must not be reachable from elsewhere.
  public func needsSetup() throws(PeopleError) -> Bool { try services.needsSetup() }

  /// The link by which the first account is made within 15 minutes; one made before no longer opens.
  ///
  /// - Parameter base: the address of the server, without a slash at the end.
  public func setupLink(_ base: String) -> String {
    services.door.link(base, at: services.now())
  }

  /// Tells open pages that events, surveys or answers have changed, so that they ask for the numbers anew.
  public func evidenceChanged() {
    live.hub.send(LiveHub.Message("numbers", data: "{}".utf8))
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
          additionalChannelHandlers: [ConnectionDeadlines()], idleTimeout: .seconds(60),
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
  var table: APITable {
    APITable(
      DoorRoutes(services: services).all + AccountRoutes(services: services).all
        + PeopleRoutes(services: services).all + ShareRoutes(services: services).all
        + ViewRoutes(services: services).all + live.routes,
      sameOrigin: SameOrigin(requester: services.requester), words: site.words)
  }

  /// Every page with who may see it.
  var pages: [PageRoute] { site.pages }

  /// The routes with everything that guards them; tests ask it without a socket.
  func router() -> Router<SiteContext> {
    let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
    let table = table
    router.addMiddleware {
      SecurityHeaders(requester: services.requester)
      HostGuard(
        names: HostNames(publicURL: settings.publicURL, listensTo: settings.host),
        requester: services.requester, words: site.words)
      KnownRoutes(table: table)
      SessionReader(services: services, words: site.words)
      PageGuard(services: services, table: table, pages: site.pages, words: site.words)
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
