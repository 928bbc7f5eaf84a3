/// The words of every drawing in one language; the only place they come from.
///
/// Places to fill are written `{name}`. A phrase that follows a number holds its forms separated by `|`.
public struct DrawingStrings: Sendable {
  /// A two-letter code.
  public let language: String
  private let texts: [Phrase: String]
  /// Which form of a phrase goes with a number; nil stands for a broken number such as 2.3.
  private let form: @Sendable (Int?) -> Int

  public static let english = DrawingStrings(
    language: "en", texts: englishTexts, form: { $0 == 1 ? 0 : 1 })

  public init(
    language: String, texts: [Phrase: String], form: @escaping @Sendable (Int?) -> Int
  ) {
    self.language = language
    self.texts = texts
    self.form = form
  }

  /// Phrases without a text in this language.
  public var missing: [Phrase] { Phrase.allCases.filter { texts[$0] == nil } }

  /// The phrase; English where this language has none yet.
  public func callAsFunction(_ phrase: Phrase) -> String {
    texts[phrase] ?? Self.englishTexts[phrase] ?? phrase.rawValue
  }

  public func callAsFunction(_ phrase: Phrase, _ values: [String: String]) -> String {
    Self.fill(self(phrase), values)
  }

  /// The form of a phrase that goes with a number.
  public func plural(_ phrase: Phrase, _ number: Int?, _ values: [String: String] = [:]) -> String {
    let forms = self(phrase).split(separator: "|")
    guard let last = forms.last else { return "" }
    let index = form(number)
    return Self.fill(String(forms.indices.contains(index) ? forms[index] : last), values)
  }

  private static func fill(_ text: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else {
        rest = rest[open...]
        break
      }
      let name = String(rest[rest.index(after: open)..<close])
      result += values[name] ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
