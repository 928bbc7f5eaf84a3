import Diagnostics
import Foundation
import Wording

/// The exit codes that scripts rely on.
enum OutcomeCode: Int32, Error {
  case fine = 0
  case findings = 1
  case usage = 2
  case unreadable = 3
  case damaged = 4
}

/// Why a command did not do its work: one message, its place and remedy, and the exit code.
struct CommandFailure: Error {
  var code: OutcomeCode
  var message: String
  var location: TextLocation?
  var hint: String?

  init(
    _ code: OutcomeCode, _ message: String, at location: TextLocation? = nil, hint: String? = nil
  ) {
    self.code = code
    self.message = message
    self.location = location
    self.hint = hint
  }

  init(_ code: OutcomeCode, _ diagnostic: Diagnostic) {
    self.init(
      code, diagnostic.message(in: .current), at: diagnostic.location,
      hint: diagnostic.hint(in: .current))
  }
}

/// Where messages go: results to stdout, everything else to stderr.
enum Terminal {
  static func complain(_ failure: CommandFailure) {
    var text = ""
    if let place = failure.location { text += "\(place.file):\(place.line):\(place.column): " }
    text += words(.errorIs, ["message": failure.message]) + "\n"
    if let hint = failure.hint { text += "  " + words(.hintIs, ["hint": hint]) + "\n" }
    note(text, terminator: "")
  }

  static func note(_ text: String, terminator: String = "\n") {
    FileHandle.standardError.write(Data((text + terminator).utf8))
  }

  /// Whether stderr is a terminal a person looks at; progress is shown only there.
  static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }
}
