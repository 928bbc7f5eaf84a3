public import Diagnostics

/// Why an event file cannot be read at all.
public enum EventFileError: Error, Hashable, Sendable {
  case file(TextFileError)
  /// The file has a header and no row.
  case noRows(path: String)
  /// An option names a column that the file does not have.
  case unknownColumn(path: String, option: String, name: String, columns: [String])
  /// Two options, or an option and nothing else, claim one column.
  case columnTwice(path: String, name: String, roles: [EventRole])
  /// No column can be recognised for roles that every event needs.
  case rolesNotFound(path: String, roles: [EventRole], columns: [String], separator: String)
  /// No cell of the time column, as far as looked at, is a time.
  case notATimeColumn(path: String, column: String, example: String, line: Int)
  /// Day and month cannot be told apart in the time column.
  case dateOrderNeeded(path: String, column: String, example: String)
  case unknownZone(name: String, suggestion: String?)
}

extension EventFileError {
  /// The error as a finding with its place and what would mend it.
  public var diagnostic: Diagnostic {
    switch self {
    case .file(let error):
      return error.diagnostic(area: "events")
    case .noRows(let path):
      return Diagnostic(
        "events.no-rows", .error, "the file has column names but no rows",
        at: TextLocation(file: path, line: 2))
    case .unknownColumn(let path, let option, let name, let columns):
      return Diagnostic(
        "events.unknown-column", .error,
        "\(option) names the column '\(name)', which the file does not have",
        at: TextLocation(file: path),
        hint: Spelling.hint(for: name, among: columns) ?? "its columns are \(Self.list(columns))")
    case .columnTwice(let path, let name, let roles):
      return Diagnostic(
        "events.column-twice", .error,
        "the column '\(name)' is given for \(roles.map(\.option).joined(separator: " and "))",
        at: TextLocation(file: path), hint: "name a column of its own for each")
    case .rolesNotFound(let path, let roles, let columns, let separator):
      let titles = roles.map(\.title).joined(separator: ", ")
      let options = roles.map { "\($0.option) COLUMN" }.joined(separator: " ")
      let hint =
        columns.count == 1
        ? "the file seems to have one column when cut at \(separator): is it separated by ',', ';', tab or '|'?"
        : "say which columns they are with \(options)"
      return Diagnostic(
        "events.roles-not-found", .error,
        "no column looks like \(titles); the columns are \(Self.list(columns))",
        at: TextLocation(file: path), hint: hint)
    case .notATimeColumn(let path, let column, let example, let line):
      return Diagnostic(
        "events.not-a-time-column", .error,
        "the column '\(column)' holds no times that can be read, such as '\(example)'",
        at: TextLocation(file: path, line: line),
        hint: "name the column of times with --time, or write times as 2024-05-31 14:05:00")
    case .dateOrderNeeded(let path, let column, let example):
      return Diagnostic(
        "events.date-order", .error,
        "day and month cannot be told apart in the column '\(column)' ('\(example)')",
        at: TextLocation(file: path),
        hint: "say which comes first with --date-order dmy, mdy or ymd")
    case .unknownZone(let name, let suggestion):
      return Diagnostic(
        "events.unknown-zone", .error, "there is no time zone '\(name)'",
        hint: suggestion.map { "did you mean '\($0)'?" }
          ?? "use a name such as Europe/Kyiv, or an offset such as +02:00")
    }
  }

  /// Names in a sentence: quoted, the first twenty.
  static func list(_ columns: [String]) -> String {
    let shown = columns.prefix(20).map { "'\($0)'" }.joined(separator: ", ")
    return columns.count > 20 ? shown + " and \(columns.count - 20) more" : shown
  }
}
