import ServiceLifecycle

/// Keeps the streams of a workspace alive while the server runs, and ends them when it stops.
struct LiveService: Service {
  let live: LiveWorkspace

  func run() async throws {
    await cancelWhenGracefulShutdown {
      try? await live.keepAlive()
    }
    live.hub.close()
  }
}
