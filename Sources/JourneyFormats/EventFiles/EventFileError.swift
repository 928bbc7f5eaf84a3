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
        "events.no-rows", .error, at: TextLocation(file: path, line: 2))
    case .unknownColumn(let path, let option, let name, let columns):
      return Diagnostic(
        "events.unknown-column", .error,
        ["option": option, "name": name, "columns": Self.list(columns)],
        at: TextLocation(file: path),
        hint: .nearest(Spelling.nearest(to: name, among: columns)))
    case .columnTwice(let path, let name, let roles):
      return Diagnostic(
        "events.column-twice", .error,
        ["name": name, "options": Saying.all(roles.map(\.option))], at: TextLocation(file: path))
    case .rolesNotFound(let path, let roles, let columns, let separator):
      let titles = Saying.series(roles.map(\.saidTitle))
      let options = roles.map { "\($0.option) COLUMN" }.joined(separator: " ")
      let cut = Saying("events.roles-not-found/separator", ["separator": separator])
      return Diagnostic(
        "events.roles-not-found", .error,
        ["roles": titles, "columns": Self.list(columns), "options": options],
        at: TextLocation(file: path), hint: columns.count == 1 ? .said(cut) : .usual)
    case .notATimeColumn(let path, let column, let example, let line):
      return Diagnostic(
        "events.not-a-time-column", .error,
        ["column": column, "example": example], at: TextLocation(file: path, line: line))
    case .dateOrderNeeded(let path, let column, let example):
      return Diagnostic(
        "events.date-order", .error,
        ["column": column, "example": example], at: TextLocation(file: path))
    case .unknownZone(let name, let suggestion):
      return Diagnostic(
        "events.unknown-zone", .error, ["name": name], hint: .nearest(suggestion))
    }
  }

  /// Names in a sentence: quoted, the first twenty.
  static func list(_ columns: [String]) -> Saying {
    .list(columns.map { "'\($0)'" }, limit: 20)
  }
}
