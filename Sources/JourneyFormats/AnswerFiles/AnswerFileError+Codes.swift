public import Diagnostics

extension AnswerFileError {
  /// Every code that an answer file, or a row of one, can be refused with.
  public static let codes: [FindingCode] =
    TextFileError.codes(area: "answers") + [
      FindingCode(
        "answers.too-large", .error, meaning: "The file is larger than answer files may be.",
        remedy: "Split it into several files."),
      FindingCode(
        "answers.no-rows", .error, meaning: "The file has column names and nothing else.",
        remedy: "Export the table again, with its rows."),
      FindingCode(
        "answers.unknown-column", .error,
        meaning: "An option names a column that the file does not have.",
        remedy: "Name a column of the file; the message lists them."),
      FindingCode(
        "answers.column-twice", .error, meaning: "Two options name the same column.",
        remedy: "Name a column of its own for each role."),
      FindingCode(
        "answers.score-not-found", .error,
        meaning: "No column, or more than one, could hold the scores.",
        remedy: "Name the column with --score, and what it holds with --kind."),
      FindingCode(
        "answers.not-a-time-column", .error,
        meaning: "The column of times holds nothing that can be read as a time.",
        remedy: "Name another column with --time, or write times as 2024-05-31 14:05:00."),
      FindingCode(
        "answers.date-order", .error,
        meaning: "Nothing in the column of times tells the day from the month.",
        remedy: "Say which comes first with --date-order dmy, mdy or ymd."),
      FindingCode(
        "answers.unknown-zone", .error, meaning: "The zone that was given does not exist.",
        remedy: "Use a name such as Europe/Kyiv, or an offset such as +02:00."),
      FindingCode(
        "answers.broken-row", .warning,
        meaning:
          "A row has another number of fields than the header, broken quotes, or is no text.",
        remedy: "Mend the row in the file and import it again."),
      FindingCode(
        "answers.not-a-score", .warning, meaning: "A score is not a whole number.",
        remedy: "Mend the cell, or read the column as text with --kind text."),
      FindingCode(
        "answers.off-scale", .warning, meaning: "A score is not on the scale.",
        remedy: "Mend the cell, or say what the scale is with --scale."),
      FindingCode(
        "answers.bad-time", .warning, meaning: "The time of a row cannot be read.",
        remedy: "Mend the cell in the file and import it again."),
      FindingCode(
        "answers.same-id", .warning, meaning: "An earlier row has the same id.",
        remedy: "Take one of the rows out, or name another column with --id."),
    ]
}
