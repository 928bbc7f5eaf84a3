/// What a catalogue says of findings: by their code, and by the variant where one code says several things.
///
/// A key is a code (`map.link-cycle`), a code with a variant (`notation.missing-key/role`), or `word/` and a word.
/// `#hint` behind it asks for the hint.
public struct FindingWords: Sendable {
  private var sentences: [String: String] = [:]
  private var kinds: [String: (meaning: String, remedy: String)] = [:]
  private let plurals: PluralRule

  /// - Parameters:
  ///   - words: those within sentences, without `word/`.
  ///   - errors: sentences of errors, by their whole key.
  init(
    _ texts: [FindingText], words: [String: String], errors: [String: String], plurals: PluralRule
  ) {
    self.plurals = plurals
    for text in texts {
      kinds[text.code] = (text.meaning, text.remedy)
      for (variant, remark) in text.remarks {
        let key = Self.key(text.code, variant)
        sentences[key] = remark.message
        sentences[Self.hint(of: key)] = remark.hint
      }
      for (name, part) in text.parts { sentences[Self.key(text.code, name)] = part }
    }
    for (word, text) in words { sentences["word/" + word] = text }
    sentences.merge(errors) { _, error in error }
  }

  /// The key of a code's variant; an empty variant is the usual one.
  public static func key(_ code: String, _ variant: String) -> String {
    variant.isEmpty ? code : code + "/" + variant
  }

  /// The key of the hint that goes with a message.
  public static func hint(of key: String) -> String { key + "#hint" }

  public func has(_ key: String) -> Bool { sentences[key] != nil }

  /// The sentence of a key with its places filled in; the key itself where there is none, so that a test can find it.
  public func callAsFunction(_ key: String, _ values: [String: String]) -> String {
    sentences[key].map { Places.filled($0, values, plurals) } ?? key
  }

  /// What a finding of this code means, in one sentence; nil for a code that has no text.
  public func meaning(of code: String) -> String? { kinds[code]?.meaning }

  /// What a person can do about it, in one sentence.
  public func remedy(of code: String) -> String? { kinds[code]?.remedy }

  /// Every code that has a text.
  public var codes: Set<String> { Set(kinds.keys) }

  /// Every key that has a sentence.
  public var keys: Set<String> { Set(sentences.keys) }
}
