/// Everything that is said of one kind of finding, in one language.
///
/// Texts hold places `{name}`, and `{name:card|cards}` for a word that follows a number, as `Words` fills them.
struct FindingText: Sendable {
  /// A message, and what would mend what it says.
  struct Remark: Sendable {
    var message: String
    var hint: String?

    init(_ message: String, hint: String? = nil) {
      self.message = message
      self.hint = hint
    }
  }

  var code: String
  /// What the finding means and what a person can do, for the documentation.
  var meaning: String
  var remedy: String
  /// What is said where it is found, by the variant of the code; "" is the usual one.
  var remarks: [String: Remark]
  /// Other sentences of this code that a message or a hint is chosen from, by their name.
  var parts: [String: String]

  init(
    _ code: String, meaning: String, remedy: String, message: String = "", hint: String? = nil,
    variants: [String: Remark] = [:], parts: [String: String] = [:]
  ) {
    self.code = code
    self.meaning = meaning
    self.remedy = remedy
    self.parts = parts
    remarks = variants
    if !message.isEmpty { remarks[""] = Remark(message, hint: hint) }
  }
}

/// Every kind of finding, in English.
let englishFindings =
  englishMapFindings + englishWorkspaceFindings + englishNotationFindings + englishFileFindings
  + englishSurveyFindings
