import Hummingbird
import NIOCore
import WorkspaceStore

/// Who is signed in, as far as a request needs to know.
struct SignedInPerson: Sendable, Hashable {
  var id: String
  var name: String
  var email: String
  var role: Role
}

/// What is known about a request beside the request itself.
struct SiteContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The address of who asks, without a port; a proxy's word is taken only when it is trusted.
  var address: String
  /// Whether the browser's connection is known to be https (to a trusted proxy).
  var isSecure = false
  /// Nil for somebody who is not signed in.
  var person: SignedInPerson?
  /// The public name of the session by which the person is signed in.
  var session: String?

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    address = source.channel.remoteAddress?.ipAddress ?? "local"
  }
}
