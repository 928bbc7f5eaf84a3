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
        ["megabytes": limit >> 20], at: TextLocation(file: path))
    case .noRows(let path):
      return Diagnostic(
        "answers.no-rows", .error, at: TextLocation(file: path, line: 2))
    case .unknownColumn(let path, let option, let name, let columns):
      return Diagnostic(
        "answers.unknown-column", .error,
        ["option": option, "name": name, "columns": EventFileError.list(columns)],
        at: TextLocation(file: path),
        hint: .nearest(Spelling.nearest(to: name, among: columns)))
    case .columnTwice(let path, let name, let options):
      return Diagnostic(
        "answers.column-twice", .error,
        ["name": name, "options": Saying.all(options)], at: TextLocation(file: path))
    case .scoreNotFound(let path, let candidates, let columns):
      return Diagnostic(
        "answers.score-not-found", .error, variant: candidates.isEmpty ? "" : "several",
        [
          "columns": EventFileError.list(columns),
          "candidates": EventFileError.list(candidates),
        ], at: TextLocation(file: path))
    case .notATimeColumn(let path, let column, let example, let line):
      return Diagnostic(
        "answers.not-a-time-column", .error,
        ["column": column, "example": example], at: TextLocation(file: path, line: line))
    case .dateOrderNeeded(let path, let column, let example):
      return Diagnostic(
        "answers.date-order", .error,
        ["column": column, "example": example], at: TextLocation(file: path))
    case .unknownZone(let name, let suggestion):
      return Diagnostic(
        "answers.unknown-zone", .error, ["name": name], hint: .nearest(suggestion))
    }
  }
}
