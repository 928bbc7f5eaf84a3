import ArgumentParser
import Foundation
import WaymarkServer
import WorkspaceStore

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serves a workspace on this machine and prints the link to open.")

  @Argument(help: "The workspace folder.") var workspace: String
  @Option(help: "The address to listen at; others than this machine's own need an account first.")
  var host: String = "127.0.0.1"
  @Option(help: "The port to listen at.") var port: Int = 8080
  @Option(name: .customLong("public-url"), help: "The address under which a proxy makes it known.")
  var publicURL: String?
  @Flag(
    name: .customLong("trust-proxy"),
    help: "Believe a proxy's X-Forwarded-For, -Host and -Proto; only behind one that sets them.")
  var trustProxy = false
  @Flag(
    name: .customLong("insecure-lan"),
    help: "Let people of a local network sign in over plain http, where others can listen.")
  var insecureLAN = false

  func run() async throws {
    guard (0...65_535).contains(port) else {
      throw CommandFailure(.usage, "--port takes a number from 0 to 65535")
    }
    if let publicURL, URL(string: publicURL)?.host() == nil {
      throw CommandFailure(
        .usage, "--public-url takes an address such as https://maps.example.org")
    }
    let isHere = ["127.0.0.1", "::1", "localhost"].contains(host)
    // A workspace without a database has no accounts; it is not even opened then.
    if !isHere, !OpenedStore.hasDatabase(workspace) { throw reachable }
    let store: OpenedStore
    do throws(WorkspaceStoreError) { store = try OpenedStore.open(workspace) } catch {
      throw CommandFailure(error)
    }
    let application = WaymarkApplication(
      store: store,
      settings: ServerSettings(
        host: host, port: port, publicURL: publicURL, allowsInsecureLAN: insecureLAN,
        trustsProxy: trustProxy))
    let needsSetup = try needsSetup(application)
    if needsSetup, !isHere { throw reachable }
    let (workspace, host, publicURL) = (workspace, host, publicURL)
    do {
      try await application.run { port in
        let name = host.contains(":") ? "[\(host)]" : host
        let address = "http://\(name):\(port)"
        print("Serving \(workspace) at \(address)/")
        print("Open the link in a browser on this machine; Ctrl-C ends.")
        fflush(nil)
        guard needsSetup else { return }
        let base = publicURL.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 } ?? address
        Terminal.note("There is no account yet. Make the first one within 15 minutes:")
        Terminal.note("  \(application.setupLink(base))")
      }
    } catch let failure as ListenFailure {
      throw CommandFailure(
        .usage, "could not listen at \(host):\(port): \(systemText(failure.errno))",
        hint: "another program may use the port; choose one with --port")
    }
  }

  private var reachable: CommandFailure {
    CommandFailure(
      .usage, "'\(host)' is reachable from other machines, and there are no accounts yet",
      hint: "leave --host out, make the first account, and start the server again")
  }

  private func needsSetup(_ application: WaymarkApplication) throws(CommandFailure) -> Bool {
    do throws(PeopleError) { return try application.needsSetup() } catch {
      throw CommandFailure(error)
    }
  }
}
