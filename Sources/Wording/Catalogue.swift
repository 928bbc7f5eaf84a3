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
    guard var text = phrases[phrase] else {
      preconditionFailure("the catalogue of '\(language)' has no text for \(phrase.rawValue)")
    }
    for (name, value) in values {
      text = Self.replacing("{\(name)}", with: value, in: text)
    }
    return text
  }

  /// Phrases without a text in this language.
  public var missing: [Phrase] { Phrase.allCases.filter { phrases[$0] == nil } }

  private static func replacing(_ place: String, with value: String, in text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[open...]
      if rest.hasPrefix(place) {
        result += value
        rest = rest.dropFirst(place.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result + rest
  }
}
