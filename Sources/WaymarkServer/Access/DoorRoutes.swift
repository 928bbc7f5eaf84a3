import HTTPTypes
import Hummingbird
import JourneyModel
import Secrets
import WorkspaceStore

/// The ways in and out: setup, signing in, accepting an invitation, a forgotten password, signing out.
struct DoorRoutes: Sendable {
  let services: Services

  var all: [APIRoute] {
    [
      APIRoute(
        .get, "/api/session", .anyone, "Says who is signed in.",
        response: AccountWire.Session.schema, handler: session),
      APIRoute(
        .post, "/api/setup", .anyone,
        "Makes the first account, with the link that the server printed.",
        request: .newAccount, response: AccountWire.Answer.schema, handler: setUp),
      APIRoute(
        .post, "/api/sign-in", .anyone, "Signs in with e-mail address and password.",
        request: .object([
          .required("email", .text(atMost: 254)), .required("password", .text(atMost: 1_000)),
        ]), response: AccountWire.Answer.schema, handler: signIn),
      APIRoute(
        .post, "/api/invitations/look", .anyone, "Says what an invitation is for.",
        request: .object([.required("token", .text)]),
        response: .object([
          .required("role", RoleSchema.role), .required("by", .text, "who made it"),
          .required("workspace", .text),
        ]), handler: look),
      APIRoute(
        .post, "/api/invitations/accept", .anyone, "Makes an account with an invitation.",
        request: .newAccount, response: AccountWire.Answer.schema, handler: accept),
      APIRoute(
        .post, "/api/password/reset", .anyone,
        "Sets a new password with a link made on the server; all sessions end.",
        request: .object([
          .required("token", .text), .required("password", .text(atMost: 1_000)),
        ]), response: AccountWire.Answer.schema, handler: reset),
      APIRoute(.post, "/api/sign-out", .view, "Ends this session.", handler: signOut),
    ]
  }

  // MARK: Handlers

  @Sendable private func session(_ request: APIRequest) async throws -> APIResponse {
    var me: AccountWire.Me?
    if let id = request.person?.id {
      me = try services.people.person(id: id).map(AccountWire.Me.init)
    }
    // A stranger learns nothing of the workspace, not even its name.
    let name = me == nil ? "" : services.workspace()?.name ?? ""
    return .json(
      AccountWire.Session(
        person: me, workspace: .init(name: name), needsSetup: try services.needsSetup()))
  }

  private struct NewAccount: Decodable {
    var token: String
    var name: String
    var email: String
    var password: String
  }

  @Sendable private func setUp(_ request: APIRequest) async throws -> APIResponse {
    let cookie = try services.cookie(for: request)
    let asked = try await request.body(NewAccount.self)
    let now = services.now()
    try AttemptLimits.take(services.limits.setup, request.address, at: now)
    guard try services.needsSetup() else { throw PeopleRefusal.alreadySetUp }
    guard let token = Token(text: asked.token), services.door.isOpen(to: token, at: now) else {
      throw APIFailure(
        .notFound, "invalid-link", "the setup link does not open anything (any more)",
        hint: "end the server and start it again: it prints a new link")
    }
    let hash = try await newHash(asked.password, names: [asked.email, asked.name])
    let person = try services.people.setUp(
      name: asked.name, email: asked.email, password: hash, at: now)
    services.door.close()
    return try welcome(person, request, cookie)
  }

  private struct Credentials: Decodable {
    var email: String
    var password: String
  }

  @Sendable private func signIn(_ request: APIRequest) async throws -> APIResponse {
    let cookie = try services.cookie(for: request)
    let asked = try await request.body(Credentials.self)
    let now = services.now()
    let account = String(asked.email.lowercased().prefix(254))
    try AttemptLimits.take(services.limits.signInByAddress, request.address, at: now)
    try AttemptLimits.take(services.limits.signInByAccount, account, at: now)
    guard asked.password.utf8.count <= PasswordRules.mostBytes else { throw Self.wrongCredentials }
    let known = try services.people.account(email: asked.email)
    // Known or not, active or not: the same work, the same record, the same answer.
    let isRight = try await services.passwords.matches(asked.password, known?.password)
    guard let person = known?.person, isRight, person.isActive else {
      try services.people.record(
        "sign-in-failed", known?.person.id ?? "", by: nil, at: services.now())
      throw Self.wrongCredentials
    }
    services.limits.signInByAccount.reset(account)
    return try welcome(person, request, cookie)
  }

  private static let wrongCredentials = APIFailure(
    .unauthorized, "wrong-credentials", "the e-mail address or the password is wrong",
    hint: "'waymark account DIR reset EMAIL' on the server makes a link for a new password")

  /// A link in the body is in no log; who holds it may know what it opens.
  @Sendable private func look(_ request: APIRequest) async throws -> APIResponse {
    struct Asked: Decodable { var token: String }
    let asked = try await request.body(Asked.self)
    let now = services.now()
    try AttemptLimits.take(services.limits.invitation, request.address, at: now)
    guard let token = Token(text: asked.token),
      let found = try services.people.invitation(with: token, at: now)
    else { throw PeopleRefusal.invalidLink }
    return .json([
      "role": found.role.rawValue,
      "by": try services.people.person(id: found.createdBy)?.name ?? "",
      "workspace": services.workspace()?.name ?? "",
    ])
  }

  @Sendable private func accept(_ request: APIRequest) async throws -> APIResponse {
    let cookie = try services.cookie(for: request)
    let asked = try await request.body(NewAccount.self)
    let now = services.now()
    try AttemptLimits.take(services.limits.invitation, request.address, at: now)
    guard let token = Token(text: asked.token),
      try services.people.invitation(with: token, at: now) != nil
    else { throw PeopleRefusal.invalidLink }
    let hash = try await newHash(asked.password, names: [asked.email, asked.name])
    let person = try services.people.accept(
      token, name: asked.name, email: asked.email, password: hash, at: now)
    return try welcome(person, request, cookie)
  }

  private struct Reset: Decodable {
    var token: String
    var password: String
  }

  @Sendable private func reset(_ request: APIRequest) async throws -> APIResponse {
    let cookie = try services.cookie(for: request)
    let asked = try await request.body(Reset.self)
    let now = services.now()
    try AttemptLimits.take(services.limits.invitation, request.address, at: now)
    guard let token = Token(text: asked.token),
      let known = try services.people.person(forReset: token, at: now)
    else { throw PeopleRefusal.invalidLink }
    let hash = try await newHash(asked.password, names: [known.email, known.name])
    let person = try services.people.reset(with: token, to: hash, at: now)
    return try welcome(person, request, cookie)
  }

  @Sendable private func signOut(_ request: APIRequest) async throws -> APIResponse {
    if let session = request.session {
      try services.people.endSession(session, of: request.signedIn.id, at: services.now())
    }
    return .nothing.setting(cookie: try services.cookie(for: request).removing)
  }

  // MARK: Common

  /// - Throws: 400 if the password is none to be had.
  private func newHash(_ password: String, names: [String]) async throws -> PasswordHash {
    if let problem = PasswordRules.problem(with: password, names: names) {
      throw APIFailure(problem)
    }
    return try await services.passwords.hash(password)
  }

  /// Starts a session with a token of its own, whatever the browser had before.
  private func welcome(
    _ person: Person, _ request: APIRequest, _ cookie: SessionCookie
  ) throws -> APIResponse {
    let device = request.raw.headers[.userAgent] ?? ""
    let (token, _) = try services.people.signIn(
      person.id, device: device, replacing: cookie.token(in: request.raw), at: services.now())
    return .json(AccountWire.Answer(person: .init(person)))
      .setting(
        cookie: cookie.handing(
          token, forSeconds: Int(PeopleStore.sessionLength / Microseconds.second)))
  }
}
