/// What Waymark says, in one language: the only place from which pages and drawings take their words.
public struct Catalogue: Sendable {
  /// The two-letter code of the language, for the page's `lang`.
  public let language: String
  public let plurals: PluralRule
  /// The pages of the server.
  public let pages: Words<Phrase>
  /// Maps and charts.
  public let drawings: Words<DrawingPhrase>
  /// The command line.
  public let commands: Words<CommandPhrase>
  /// Findings and errors: what is wrong, and what would mend it.
  public let findings: FindingWords

  public static let english = Catalogue(
    language: "en", plurals: .english, pages: englishPhrases, drawings: englishDrawings,
    commands: englishCommands)

  /// A language; where it has no text yet, English is said.
  ///
  /// - Parameters:
  ///   - findingWords: words within sentences about findings, by their key without `word/`.
  ///   - errors: sentences of errors, by their key.
  init(
    language: String, plurals: PluralRule, pages: [Phrase: String] = [:],
    drawings: [DrawingPhrase: String] = [:], commands: [CommandPhrase: String] = [:],
    findings: [FindingText] = [], findingWords: [String: String] = [:],
    errors: [String: String] = [:]
  ) {
    self.language = language
    self.plurals = plurals
    self.pages = Words(pages, plurals: plurals, fallback: englishPhrases)
    self.drawings = Words(drawings, plurals: plurals, fallback: englishDrawings)
    self.commands = Words(commands, plurals: plurals, fallback: englishCommands)
    // What comes later takes the place of the English.
    self.findings = FindingWords(
      englishFindings + findings,
      words: englishFindingWords.merging(englishLaneWords) { $1 }.merging(findingWords) { $1 },
      errors: englishErrors.merging(errors) { $1 }, plurals: plurals)
  }

  public func callAsFunction(_ phrase: Phrase) -> String { pages(phrase) }

  public func callAsFunction(_ phrase: Phrase, _ values: [String: String]) -> String {
    pages(phrase, values)
  }
}
