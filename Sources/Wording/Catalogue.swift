/// What the interface says, in one language: the only place from which pages take their words.
///
/// A phrase may hold places written `{name}`; the caller fills them in. Text is plain, never markup.
public struct Catalogue: Sendable {
  /// The two-letter code of the language, for the page's `lang`.
  public let language: String
  private let phrases: [Phrase: String]

  public static let english = Catalogue(language: "en", phrases: englishPhrases)

  init(language: String, phrases: [Phrase: String]) {
    self.language = language
    self.phrases = phrases
  }

  public func callAsFunction(_ phrase: Phrase) -> String { self(phrase, [:]) }

  /// The phrase with its places filled in; a place without a value stays visible, so that a test can find it.
  public func callAsFunction(_ phrase: Phrase, _ values: [String: String]) -> String {
    guard let text = phrases[phrase] else {
      preconditionFailure("the catalogue of '\(language)' has no text for \(phrase.rawValue)")
    }
    return Self.filled(text, values)
  }

  /// Phrases without a text in this language.
  public var missing: [Phrase] { Phrase.allCases.filter { phrases[$0] == nil } }

  /// Goes through the text once, so that a value with braces of its own is left as it is.
  private static func filled(_ text: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[open...]
      if let close = rest.firstIndex(of: "}"),
        let value = values[String(rest[rest.index(after: open)..<close])]
      {
        result += value
        rest = rest[rest.index(after: close)...]
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result + rest
  }
}
