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

  func run() async throws {
    guard ["127.0.0.1", "::1", "localhost"].contains(host) else {
      throw CommandFailure(
        .usage, words(.hostReachable, ["host": host]),
        hint: words(.leaveHostOut))
    }
    guard (0...65_535).contains(port) else {
      throw CommandFailure(.usage, words(.portTakesNumber))
    }
    if let publicURL, URL(string: publicURL)?.host() == nil {
      throw CommandFailure(
        .usage, words(.publicURLTakesAddress))
    }
    let store: OpenedStore
    do throws(WorkspaceStoreError) { store = try OpenedStore.open(workspace) } catch {
      throw CommandFailure(error)
    }
    // What cannot be read at all is said here, not on every page.
    do throws(SnapshotError) {
      _ = try WorkspaceSnapshot(of: store.documents, directory: workspace)
    } catch { throw CommandFailure(error) }
    let application = WaymarkApplication(
      store: store, settings: ServerSettings(host: host, port: port, publicURL: publicURL))
    let (workspace, host) = (workspace, host)
    do {
      try await application.run { port in
        let name = host.contains(":") ? "[\(host)]" : host
        print(words(.serving, ["workspace": workspace, "name": name, "port": port]))
        print(words(.openLink))
        fflush(nil)
      }
    } catch let failure as ListenFailure {
      throw CommandFailure(
        .usage,
        words(.couldNotListen, ["host": host, "port": port, "reason": systemText(failure.errno)]),
        hint: words(.choosePort))
    }
  }
}
