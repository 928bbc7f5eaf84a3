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
    FindingCode(
      syntax, .error,
      meaning:
        "The text is no YAML; the hint names the usual cause (a tab, an unquoted colon, a missing quote).",
      remedy: "Follow the hint; indent with spaces and quote texts that contain `: `."),
    FindingCode(
      notText, .error,
      meaning: "The file is not UTF-8 text, or holds a control character.",
      remedy: "Save the file as UTF-8."),
    FindingCode(
      emptyFile, .error,
      meaning: "The file is empty.",
      remedy: "Begin it with `format: 1`."),
    FindingCode(
      tooLarge, .error,
      meaning: "The file is larger than the notation allows (16 MB).",
      remedy: "Divide the file, or check that it is the right one."),
    FindingCode(
      tooDeep, .error,
      meaning: "Lists and mappings stand within each other more than 64 deep.",
      remedy: "Check the indentation."),
    FindingCode(
      tooManyValues, .error,
      meaning:
        "The file holds more values than the notation allows (80,000, or 10,000 items of lists).",
      remedy: "Divide the file, or check that it is the right one."),
    FindingCode(
      tooManyFindings, .error,
      meaning: "The file has more findings than are shown.",
      remedy: "Mend the first ones and check again."),
    FindingCode(
      alias, .error,
      meaning: "YAML anchors and aliases are refused: a few of them can stand for gigabytes.",
      remedy: "Write the value out; quote a text that begins with `&` or `*`."),
    FindingCode(
      tag, .error,
      meaning: "YAML tags are refused.",
      remedy: "Remove it; quote a text that begins with `!`."),
    FindingCode(
      severalDocuments, .error,
      meaning: "A file holds one document.",
      remedy: "Remove the line `---`."),
    FindingCode(
      missingFormat, .error,
      meaning: "The file does not begin with `format: 1`.",
      remedy: "Write `format: 1` in the first line."),
    FindingCode(
      newerFormat, .error,
      meaning:
        "The file was written by a newer version of the program, which this one cannot read.",
      remedy: "Use a newer version of Waymark."),
    FindingCode(
      unknownKey, .error,
      meaning: "A key that the notation does not have at this place.",
      remedy: "Correct the spelling, or remove the line."),
    FindingCode(
      missingKey, .error,
      meaning: "A key that must be there is not.",
      remedy: "Add the line that the hint names."),
    FindingCode(
      duplicateKey, .error,
      meaning: "A key stands twice in one mapping.",
      remedy: "Join the two, or remove one."),
    FindingCode(
      wrongType, .error,
      meaning: "A list, a mapping or a text stands where another form is expected.",
      remedy: "Write the form that the message names."),
    FindingCode(
      unknownValue, .error,
      meaning: "The value is none of those that can stand here.",
      remedy: "Use one of the values that the hint names."),
    FindingCode(
      badIdentifier, .error,
      meaning: "An id has other characters than a–z, 0–9 and `-`, or more than 80.",
      remedy: "Write the id that the hint proposes."),
    FindingCode(
      duplicateIdentifier, .error,
      meaning: "An id stands twice where it must be unique.",
      remedy: "Give one of the two an id of its own."),
    FindingCode(
      badDate, .error,
      meaning: "A date is not written `yyyy-mm-dd`, or there is no such day.",
      remedy: "Write it like `2026-03-09`."),
    FindingCode(
      badNumber, .error,
      meaning: "A number is expected, or another range of numbers.",
      remedy: "Write digits, with a decimal point where needed."),
    FindingCode(
      badTimeFrame, .error,
      meaning: "A time is not written like `1–3 days` or `2 weeks`.",
      remedy: "Write two numbers and a unit: minutes, hours, days, weeks, months or years."),
    FindingCode(
      badClaim, .error,
      meaning: "A claim is not written like `loss of payment at least 30 %`.",
      remedy: "Write measure, relation and value as on the page of the notation."),
    FindingCode(
      badPlace, .error,
      meaning:
        "What a survey is about is not written like `touchpoint checkout`, `stage payment` or `journey`.",
      remedy: "Write one of these three forms."),
    FindingCode(
      unknownFile, .warning,
      meaning: "A file in the workspace folder is none of those the notation knows.",
      remedy: "Rename, move or remove the file."),
    FindingCode(
      missingFile, .error,
      meaning: "A file that every workspace has is not there.",
      remedy: "Create it; `waymark init` shows how it looks."),
    FindingCode(
      unknownReference, .error,
      meaning: "A survey is about a touchpoint or stage that does not exist.",
      remedy: "Correct the id, or add the touchpoint or stage."),
    FindingCode(
      unreadableFile, .error,
      meaning: "A file of the workspace is a link, a device, too large, or may not be read.",
      remedy: "Put the file itself there, with the right to read it."),
    FindingCode(
      unreadableAnswers, .error,
      meaning: "Stored answers are not in the form that Waymark writes.",
      remedy: "Mend the row, or take the answers in again with `waymark import answers`."),
    FindingCode(
      unresolved, .note,
      meaning: "The file stands in no workspace, so references to other files were not checked.",
      remedy: "Put the file into a folder with `waymark.yaml` to have its references checked."),
  ]
}
