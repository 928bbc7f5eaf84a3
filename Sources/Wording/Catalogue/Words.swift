/// The phrases of one area of a catalogue, such as the pages or the drawings.
///
/// A phrase may hold places written `{name}`; the caller fills them in. `{name:card|cards}` is the form
/// of a word that goes with the number filled in at `{name}`. Text is plain, never markup.
public struct Words<Phrase: RawRepresentable & CaseIterable & Hashable & Sendable>: Sendable
where Phrase.RawValue == String {
  private let texts: [Phrase: String]
  private let fallback: [Phrase: String]
  private let plurals: PluralRule

  /// - Parameter fallback: what is said where a text is missing, in the forms of this language's rule.
  init(_ texts: [Phrase: String], plurals: PluralRule, fallback: [Phrase: String] = [:]) {
    self.texts = texts
    self.fallback = fallback
    self.plurals = plurals
  }

  /// Phrases without a text of their own.
  public var missing: [Phrase] { Phrase.allCases.filter { texts[$0] == nil } }

  public func callAsFunction(_ phrase: Phrase) -> String { self(phrase, [:]) }

  /// The phrase with its places filled in; a place without a value stays visible, so that a test can find it.
  public func callAsFunction(_ phrase: Phrase, _ values: [String: String]) -> String {
    Places.filled(text(phrase), values, plurals)
  }

  /// The form of a phrase that goes with a number, of those between `|`; nil stands for a broken number.
  public func plural(_ phrase: Phrase, _ number: Int?, _ values: [String: String] = [:]) -> String {
    Places.filled(plurals.choose(number, of: text(phrase)), values, plurals)
  }

  private func text(_ phrase: Phrase) -> String {
    guard let text = texts[phrase] ?? fallback[phrase] else {
      preconditionFailure("the catalogue has no text for \(phrase.rawValue)")
    }
    return text
  }
}

/// Fills the places of a text.
enum Places {
  /// Goes through the text once, so that a value with braces of its own is left as it is.
  static func filled(_ text: String, _ values: [String: String], _ plurals: PluralRule) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[open...]
      if let close = rest.firstIndex(of: "}"),
        let value = value(of: rest[rest.index(after: open)..<close], values, plurals)
      {
        result += value
        rest = rest[rest.index(after: close)...]
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result + rest
  }

  private static func value(
    of place: Substring, _ values: [String: String], _ plurals: PluralRule
  ) -> String? {
    guard let colon = place.firstIndex(of: ":") else { return values[String(place)] }
    return values[String(place[..<colon])].map {
      plurals.choose(Int($0), of: place[place.index(after: colon)...])
    }
  }
}
