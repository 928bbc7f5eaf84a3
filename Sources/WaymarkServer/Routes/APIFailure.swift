import Diagnostics
import HTTPTypes
import Hummingbird
import Secrets
import WorkspaceStore
import Wording

/// Why a request was not done: the one shape of every error of the API.
struct APIFailure: Error, Sendable {
  var status: HTTPResponse.Status
  /// A stable name for programs, such as `not-found`.
  var code: String
  /// One sentence for a person, without a full stop.
  var saying: Saying
  /// What to do about it.
  var advice: Saying?
  /// When it is worth trying again.
  var retryAfterSeconds: Int?

  /// What the catalogue says of a code, under `api.` and the code.
  ///
  /// - Parameter variant: where one code says several things, which of them.
  init(
    _ status: HTTPResponse.Status, _ code: String, variant: String = "",
    _ values: [String: any Sayable] = [:], retryAfterSeconds: Int? = nil
  ) {
    let key = FindingWords.key("api.\(code)", variant)
    self.init(
      status, code, saying: Saying(key, values), advice: Advice.usual.saying(beside: key, values),
      retryAfterSeconds: retryAfterSeconds)
  }

  init(
    _ status: HTTPResponse.Status, _ code: String, saying: Saying, advice: Saying?,
    retryAfterSeconds: Int? = nil
  ) {
    self.status = status
    self.code = code
    self.saying = saying
    self.advice = advice
    self.retryAfterSeconds = retryAfterSeconds
  }
}

extension APIFailure {
  static func badRequest(
    _ variant: String, _ values: [String: any Sayable] = [:]
  ) -> APIFailure {
    APIFailure(.badRequest, "bad-request", variant: variant, values)
  }

  static func notFound(_ what: String) -> APIFailure {
    APIFailure(.notFound, "not-found", variant: what)
  }

  static func tooManyAttempts(retryAfterSeconds: Int) -> APIFailure {
    APIFailure(
      .tooManyRequests, "too-many-attempts", ["seconds": retryAfterSeconds],
      retryAfterSeconds: retryAfterSeconds)
  }

  /// Any error as an answer. What a person cannot mend is said without its details.
  init(anything error: any Error) {
    switch error {
    case let failure as APIFailure: self = failure
    case let error as WorkspaceStoreError: self.init(store: error)
    case let error as PeopleError: self.init(error)
    case let refusal as PeopleRefusal: self.init(refusal)
    case is PasswordKeeper.Busy:
      self.init(.serviceUnavailable, "busy", retryAfterSeconds: 5)
    case let error as any HTTPResponseError:
      self.init(error.status, "refused")
    default:
      self.init(.internalServerError, "internal")
    }
  }

  private init(store error: WorkspaceStoreError) {
    switch error {
    case .noSpace: self.init(.serviceUnavailable, "no-space")
    case .batchRefused:
      self.init(.contentTooLarge, "batch-refused", saying: error.saying, advice: error.advice)
    case .batchReused(_, let sequence):
      self.init(.conflict, "batch-reused", ["sequence": sequence])
    case .diskFailure: self.init(.serviceUnavailable, "disk-failure")
    case .locked, .database, .system: self.init(.serviceUnavailable, "not-saved")
    default: self.init(.internalServerError, "damaged")
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
  func response(in words: Catalogue) -> Response {
    let content = Wire.Content(
      code: code, message: saying.text(in: words), hint: advice?.text(in: words))
    var response = Response.json(JSONBytes.of(Wire(error: content)), status: status)
    if let retryAfterSeconds { response.headers[.retryAfter] = String(retryAfterSeconds) }
    return response
  }
}
