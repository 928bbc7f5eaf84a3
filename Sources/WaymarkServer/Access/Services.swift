import Foundation
import HTTPTypes
import Hummingbird
import JourneyModel
import Secrets
import Synchronization
import WorkspaceStore

/// What routes and pages about people work with. Made once for a server.
final class Services: Sendable {
  let people: PeopleStore
  let passwords: PasswordKeeper
  let door = SetupDoor()
  let limits = AttemptLimits()
  let requester: Requester
  let settings: ServerSettings
  /// Whole microseconds since 1970, UTC.
  let now: @Sendable () -> Int64
  /// The workspace as it is now; nil if it cannot be read.
  let workspace: @Sendable () -> Workspace?
  /// Once there is an account there always is one.
  private let isSetUp = Atomic<Bool>(false)

  init(
    people: PeopleStore, settings: ServerSettings, passwords: PasswordKeeper = PasswordKeeper(),
    now: @escaping @Sendable () -> Int64 = WallClock.microseconds,
    workspace: @escaping @Sendable () -> Workspace?
  ) {
    self.people = people
    self.settings = settings
    self.passwords = passwords
    self.now = now
    self.workspace = workspace
    requester = Requester(
      trustsProxy: settings.trustsProxy,
      publicOrigin: settings.publicURL.flatMap(Requester.origin))
  }

  /// Whether nobody has an account yet.
  func needsSetup() throws(PeopleError) -> Bool {
    if isSetUp.load(ordering: .relaxed) { return false }
    let needs = try people.needsSetup()
    if !needs { isSetUp.store(true, ordering: .relaxed) }
    return needs
  }

  /// The map with an id.
  ///
  /// - Throws: 404 if there is none.
  func map(_ id: String) throws(APIFailure) -> JourneyMap {
    guard let map = workspace()?.maps.first(where: { $0.id.rawValue == id }) else {
      throw .notFound("map")
    }
    return map
  }

  /// Whether a stream that was opened in a session may go on: its role now; nil once the session has ended.
  func role(ofSession id: String) -> Role? {
    do { return try people.role(ofSession: id, at: now()) } catch {
      // What cannot be read opens nothing.
      return nil
    }
  }

  /// The cookie that fits how the browser reached us.
  ///
  /// - Throws: 403 over plain http from elsewhere, unless the operator has asked for it.
  func cookie(for request: APIRequest) throws(APIFailure) -> SessionCookie {
    if request.isSecure { return SessionCookie(isSecure: true) }
    guard settings.allowsInsecureLAN else {
      throw APIFailure(
        .forbidden, "insecure-connection", "signing in over plain http would show your password",
        hint: "use https through a proxy, or start the server with --insecure-lan")
    }
    return SessionCookie(isSecure: false)
  }
}

extension APIFailure {
  init(_ error: PeopleError) {
    switch error {
    case .store(let error): self.init(anything: error)
    case .refused(let refusal): self.init(refusal)
    }
  }

  init(_ refusal: PeopleRefusal) {
    switch refusal {
    case .unknown: self.init(.notFound, "not-found", "there is no such thing, or it is not yours")
    case .invalidLink:
      self.init(
        .notFound, "invalid-link", "the link does not open anything (any more)",
        hint: "ask for a new one")
    case .emailTaken:
      self.init(
        .conflict, "email-taken", "there is an account with this e-mail address already",
        hint: "sign in with it")
    case .lastOwner:
      self.init(
        .conflict, "last-owner", "the workspace would be left without an owner",
        hint: "make somebody else an owner first")
    case .alreadySetUp:
      self.init(
        .conflict, "already-set-up", "the workspace has accounts already",
        hint: "sign in, or ask an owner for an invitation")
    case .outOfBounds(let what):
      self.init(.badRequest, "out-of-bounds", "'\(what)' is empty, too long or not in its bounds")
    case .tooMany(let what, let limit):
      self.init(
        .conflict, "too-many", "there are too many \(what): at most \(limit)",
        hint: "take some back first")
    }
  }

  init(_ problem: PasswordRules.Problem) {
    switch problem {
    case .tooShort:
      self.init(
        .badRequest, "password-too-short",
        "the password is too short: at least \(PasswordRules.leastCharacters) characters",
        hint: "a few words in a row are easy to remember")
    case .tooLong: self.init(.badRequest, "password-too-long", "the password is too long")
    case .common:
      self.init(
        .badRequest, "password-common", "the password is one that is tried first",
        hint: "take a few words that have nothing to do with each other")
    case .own:
      self.init(
        .badRequest, "password-own", "the password is the name of the account",
        hint: "take a few words that have nothing to do with each other")
    }
  }
}
