public import Diagnostics

/// Why an answer file cannot be read at all.
public enum AnswerFileError: Error, Hashable, Sendable {
  case file(TextFileError)
  case tooLarge(path: String, limit: Int)
  /// The file has a header and no row.
  case noRows(path: String)
  case unknownColumn(path: String, option: String, name: String, columns: [String])
  /// One column is given for two roles.
  case columnTwice(path: String, name: String, options: [String])
  /// No column, or more than one, can hold the scores.
  case scoreNotFound(path: String, candidates: [String], columns: [String])
  case notATimeColumn(path: String, column: String, example: String, line: Int)
  case dateOrderNeeded(path: String, column: String, example: String)
  case unknownZone(name: String, suggestion: String?)
}

extension AnswerFileError {
  /// The error as a finding with its place and what would mend it.
  public var diagnostic: Diagnostic {
    switch self {
    case .file(let error):
      return error.diagnostic(area: "answers")
    case .tooLarge(let path, let limit):
      return Diagnostic(
        "answers.too-large", .error,
        "the file is larger than \(limit >> 20) MB", at: TextLocation(file: path),
        hint: "split it into several files")
    case .noRows(let path):
      return Diagnostic(
        "answers.no-rows", .error, "the file has column names but no rows",
        at: TextLocation(file: path, line: 2))
    case .unknownColumn(let path, let option, let name, let columns):
      return Diagnostic(
        "answers.unknown-column", .error,
        "\(option) names the column '\(name)', which the file does not have",
        at: TextLocation(file: path),
        hint: Spelling.hint(for: name, among: columns)
          ?? "its columns are \(EventFileError.list(columns))")
    case .columnTwice(let path, let name, let options):
      return Diagnostic(
        "answers.column-twice", .error,
        "the column '\(name)' is given for \(options.joined(separator: " and "))",
        at: TextLocation(file: path), hint: "name a column of its own for each")
    case .scoreNotFound(let path, let candidates, let columns):
      let message =
        candidates.isEmpty
        ? "no column looks like scores; the columns are \(EventFileError.list(columns))"
        : "several columns could be the scores: \(EventFileError.list(candidates))"
      return Diagnostic(
        "answers.score-not-found", .error, message, at: TextLocation(file: path),
        hint: "name the column with --score, and what it holds with --kind")
    case .notATimeColumn(let path, let column, let example, let line):
      return Diagnostic(
        "answers.not-a-time-column", .error,
        "the column '\(column)' holds no times that can be read, such as '\(example)'",
        at: TextLocation(file: path, line: line),
        hint: "name the column of times with --time, or write times as 2024-05-31 14:05:00")
    case .dateOrderNeeded(let path, let column, let example):
      return Diagnostic(
        "answers.date-order", .error,
        "day and month cannot be told apart in the column '\(column)' ('\(example)')",
        at: TextLocation(file: path),
        hint: "say which comes first with --date-order dmy, mdy or ymd")
    case .unknownZone(let name, let suggestion):
      return Diagnostic(
        "answers.unknown-zone", .error, "there is no time zone '\(name)'",
        hint: suggestion.map { "did you mean '\($0)'?" }
          ?? "use a name such as Europe/Kyiv, or an offset such as +02:00")
    }
  }
}
