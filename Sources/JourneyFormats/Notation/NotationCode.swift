public import Diagnostics

/// The codes of findings about the text of a file, each with its meaning; rules of the model have codes of their own.
public enum NotationCode {
  static let syntax = "notation.syntax"
  static let notText = "notation.not-text"
  static let emptyFile = "notation.empty-file"
  static let tooLarge = "notation.too-large"
  static let tooDeep = "notation.too-deep"
  static let tooManyValues = "notation.too-many-values"
  static let tooManyFindings = "notation.too-many-findings"
  static let alias = "notation.alias"
  static let tag = "notation.tag"
  static let severalDocuments = "notation.several-documents"
  static let missingFormat = "notation.missing-format"
  static let newerFormat = "notation.newer-format"
  static let unknownKey = "notation.unknown-key"
  static let missingKey = "notation.missing-key"
  static let duplicateKey = "notation.duplicate-key"
  static let wrongType = "notation.wrong-type"
  static let unknownValue = "notation.unknown-value"
  static let badIdentifier = "notation.bad-id"
  static let duplicateIdentifier = "notation.duplicate-id"
  static let badDate = "notation.bad-date"
  static let badNumber = "notation.bad-number"
  static let badTimeFrame = "notation.bad-time-frame"
  static let badClaim = "notation.bad-claim"
  static let badPlace = "notation.bad-place"
  static let unknownFile = "notation.unknown-file"
  static let missingFile = "notation.missing-file"
  static let unknownReference = "notation.unknown-reference"
  static let unreadableFile = "workspace.unreadable-file"
  static let unreadableAnswers = "answers.unreadable"
  static let unresolved = "notation.unresolved"

  /// Every code, in the order of the documentation.
  public static let codes: [FindingCode] = [
    FindingCode(syntax, .error),
    FindingCode(notText, .error),
    FindingCode(emptyFile, .error),
    FindingCode(tooLarge, .error),
    FindingCode(tooDeep, .error),
    FindingCode(tooManyValues, .error),
    FindingCode(tooManyFindings, .error),
    FindingCode(alias, .error),
    FindingCode(tag, .error),
    FindingCode(severalDocuments, .error),
    FindingCode(missingFormat, .error),
    FindingCode(newerFormat, .error),
    FindingCode(unknownKey, .error),
    FindingCode(missingKey, .error),
    FindingCode(duplicateKey, .error),
    FindingCode(wrongType, .error),
    FindingCode(unknownValue, .error),
    FindingCode(badIdentifier, .error),
    FindingCode(duplicateIdentifier, .error),
    FindingCode(badDate, .error),
    FindingCode(badNumber, .error),
    FindingCode(badTimeFrame, .error),
    FindingCode(badClaim, .error),
    FindingCode(badPlace, .error),
    FindingCode(unknownFile, .warning),
    FindingCode(missingFile, .error),
    FindingCode(unknownReference, .error),
    FindingCode(unreadableFile, .error),
    FindingCode(unreadableAnswers, .error),
    FindingCode(unresolved, .note),
  ]
}
