import HTTPTypes
import Hummingbird
import Secrets
import WorkspaceStore

/// Why a request was not done: the one shape of every error of the API.
struct APIFailure: Error, Sendable {
  var status: HTTPResponse.Status
  /// A stable name for programs, such as `not-found`.
  var code: String
  /// One sentence for a person, without a full stop.
  var message: String
  /// What to do about it.
  var hint: String?
  /// When it is worth trying again.
  var retryAfterSeconds: Int?

  init(
    _ status: HTTPResponse.Status, _ code: String, _ message: String, hint: String? = nil,
    retryAfterSeconds: Int? = nil
  ) {
    self.status = status
    self.code = code
    self.message = message
    self.hint = hint
    self.retryAfterSeconds = retryAfterSeconds
  }
}

extension APIFailure {
  static func badRequest(_ message: String, hint: String? = nil) -> APIFailure {
    APIFailure(.badRequest, "bad-request", message, hint: hint)
  }

  static func notFound(_ what: String) -> APIFailure {
    APIFailure(.notFound, "not-found", "there is no such \(what)")
  }

  static func conflict(_ code: String, _ message: String, hint: String? = nil) -> APIFailure {
    APIFailure(.conflict, code, message, hint: hint)
  }

  static func tooManyAttempts(retryAfterSeconds: Int) -> APIFailure {
    APIFailure(
      .tooManyRequests, "too-many-attempts", "there were too many attempts",
      hint: "try again in \(retryAfterSeconds) s", retryAfterSeconds: retryAfterSeconds)
  }

  /// Any error as an answer. What a person cannot mend is said without its details.
  init(anything error: any Error) {
    switch error {
    case let failure as APIFailure: self = failure
    case let error as WorkspaceStoreError: self.init(store: error)
    case let error as PeopleError: self.init(error)
    case let refusal as PeopleRefusal: self.init(refusal)
    case is PasswordKeeper.Busy:
      self.init(
        .serviceUnavailable, "busy", "too many people are signing in at this moment",
        hint: "try again in a few seconds", retryAfterSeconds: 5)
    case let error as any HTTPResponseError:
      self.init(error.status, "refused", "the request was refused")
    default:
      self.init(.internalServerError, "internal", "something went wrong in the server")
    }
  }

  private init(store error: WorkspaceStoreError) {
    switch error {
    case .noSpace:
      self.init(
        .serviceUnavailable, "no-space", "no room is left on the server's disk; nothing was saved",
        hint: "make room and try again")
    case .batchRefused(let message, let hint):
      self.init(.contentTooLarge, "batch-refused", message, hint: hint)
    case .batchReused(_, let sequence):
      self.init(
        .conflict, "batch-reused", "another batch was sent under the number \(sequence)",
        hint: "reload the page; what waits here is kept")
    case .diskFailure:
      self.init(
        .serviceUnavailable, "disk-failure",
        "the server's disk has failed; nothing is saved until it is started again",
        hint: "start the server again")
    case .locked, .database, .system:
      self.init(
        .serviceUnavailable, "not-saved", "the workspace could not be written; nothing was saved",
        hint: "try again; if it stays so, look at the server's own messages")
    default:
      self.init(
        .internalServerError, "damaged", "the workspace cannot be read",
        hint: "run 'waymark verify' on the server")
    }
  }

  private struct Wire: Encodable {
    struct Content: Encodable {
      var code: String
      var message: String
      var hint: String?
    }
    var error: Content
  }

  static let schema = Schema.named(
    "Error",
    .object([
      .required(
        "error",
        .object([
          .required("code", .text, "a stable name for programs"),
          .required("message", .text, "one sentence for a person"),
          .optional("hint", .text, "what to do about it"),
        ]))
    ]))

  /// `{"error":{"code","message","hint"?}}`
  var response: Response {
    var response = Response.json(
      JSONBytes.of(Wire(error: .init(code: code, message: message, hint: hint))), status: status)
    if let retryAfterSeconds { response.headers[.retryAfter] = String(retryAfterSeconds) }
    return response
  }
}
