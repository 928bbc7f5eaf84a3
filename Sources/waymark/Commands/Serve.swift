import ArgumentParser
import Foundation
import Insight
import WaymarkServer
import WorkspaceStore

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serves a workspace on this machine and prints the link to open.")

  @Argument(help: "The workspace folder.") var workspace: String
  @Option(help: "The address to listen at; only this machine's own (loopback).")
  var host: String = "127.0.0.1"
  @Option(help: "The port to listen at.") var port: Int = 8080
  @Option(name: .customLong("public-url"), help: "The address under which a proxy makes it known.")
  var publicURL: String?

  func run() async throws {
    guard ["127.0.0.1", "::1", "localhost"].contains(host) else {
      throw CommandFailure(
        .usage, "'\(host)' is reachable from other machines, and there are no accounts yet",
        hint: "leave --host out; the pages are served on 127.0.0.1")
    }
    guard (0...65_535).contains(port) else {
      throw CommandFailure(.usage, "--port takes a number from 0 to 65535")
    }
    if let publicURL, URL(string: publicURL)?.host() == nil {
      throw CommandFailure(
        .usage, "--public-url takes an address such as https://maps.example.org")
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
        print("Serving \(workspace) at http://\(name):\(port)/")
        print("Open the link in a browser on this machine; Ctrl-C ends.")
        fflush(nil)
      }
    } catch let failure as ListenFailure {
      throw CommandFailure(
        .usage, "could not listen at \(host):\(port): \(systemText(failure.errno))",
        hint: "another program may use the port; choose one with --port")
    }
  }
}
