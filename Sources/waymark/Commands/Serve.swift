import ArgumentParser
import Foundation
import Insight
import WaymarkServer
import WorkspaceStore
import Wording

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: words(.aboutServe))

  @Argument(help: help(.helpWorkspaceFolder)) var workspace: String
  @Option(help: help(.helpHost))
  var host: String = "127.0.0.1"
  @Option(help: help(.helpPort)) var port: Int = 8080
  @Option(name: .customLong("public-url"), help: help(.helpPublicURL))
  var publicURL: String?
  @Flag(
    name: .customLong("trust-proxy"),
    help: help(.helpTrustProxy))
  var trustProxy = false
  @Flag(
    name: .customLong("insecure-lan"),
    help: help(.helpInsecureLAN))
  var insecureLAN = false

  func run() async throws {
    guard (0...65_535).contains(port) else {
      throw CommandFailure(.usage, words(.portTakesNumber))
    }
    if let publicURL, URL(string: publicURL)?.host() == nil {
      throw CommandFailure(
        .usage, words(.publicURLTakesAddress))
    }
    let isHere = ["127.0.0.1", "::1", "localhost"].contains(host)
    // A workspace without a database has no accounts; it is not even opened then.
    if !isHere, !OpenedStore.hasDatabase(workspace) { throw reachable }
    let store: OpenedStore
    do throws(WorkspaceStoreError) { store = try OpenedStore.open(workspace) } catch {
      throw CommandFailure(error)
    }
    // What cannot be read at all is said here, not on every page.
    do throws(SnapshotError) {
      _ = try WorkspaceSnapshot(of: store.documents, directory: workspace)
    } catch { throw CommandFailure(error) }
    let application = WaymarkApplication(
      store: store,
      settings: ServerSettings(
        host: host, port: port, publicURL: publicURL, allowsInsecureLAN: insecureLAN,
        trustsProxy: trustProxy))
    let socket: OwnerSocket
    do throws(WorkspaceStoreError) {
      let service = OwnerService(
        store, describe: { failure, path in OwnerFailure(CommandFailure(failure, path: path)) },
        didChange: { _ in application.evidenceChanged() })
      socket = try OwnerSocket(directory: workspace) { service.answer($0, progress: $1) }
    } catch { throw CommandFailure(error) }
    defer { socket.stop() }
    let needsSetup = try needsSetup(application)
    if needsSetup, !isHere { throw reachable }
    let (workspace, host, publicURL) = (workspace, host, publicURL)
    do {
      try await application.run { port in
        let name = host.contains(":") ? "[\(host)]" : host
        let address = "http://\(name):\(port)"
        print(words(.serving, ["workspace": workspace, "name": name, "port": port]))
        print(words(.openLink))
        fflush(nil)
        guard needsSetup else { return }
        let base = publicURL.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 } ?? address
        Terminal.note(words(.makeFirstAccount))
        Terminal.note("  \(application.setupLink(base))")
      }
    } catch let failure as ListenFailure {
      throw CommandFailure(
        .usage,
        words(.couldNotListen, ["host": host, "port": port, "reason": systemText(failure.errno)]),
        hint: words(.choosePort))
    }
  }

  private var reachable: CommandFailure {
    CommandFailure(
      .usage, words(.hostReachable, ["host": host]), hint: words(.leaveHostOut))
  }

  private func needsSetup(_ application: WaymarkApplication) throws(CommandFailure) -> Bool {
    do throws(PeopleError) { return try application.needsSetup() } catch {
      throw CommandFailure(error)
    }
  }
}

extension OwnerFailure {
  /// What a command that asks the server says, as if it had failed itself.
  init(_ failure: CommandFailure) {
    self.init(
      message: failure.message, hint: failure.hint, exitCode: failure.code.rawValue,
      location: failure.location)
  }
}
