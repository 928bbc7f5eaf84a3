public import Diagnostics
import Glibc

/// Why a text file could not be read as one.
public enum TextFileError: Error, Hashable, Sendable {
  /// A system call failed.
  case system(attempt: String, path: String, errno: Int32)
  case notARegularFile(path: String)
  case empty(path: String)
  /// The file holds bytes that no text has; `offset` is that of the first.
  case binary(path: String, offset: Int)
  /// The compressed file is cut short or damaged.
  case brokenCompression(path: String, detail: String)
  /// The header is not UTF-8, so that no column can be named.
  case notUTF8(path: String, line: Int)
  /// A line (without quoted line breaks) is longer than any record may be.
  case lineTooLong(path: String, line: Int, limit: Int)
}

extension TextFileError {
  public var path: String {
    switch self {
    case .system(_, let path, _), .notARegularFile(let path), .empty(let path),
      .binary(let path, _),
      .brokenCompression(let path, _), .notUTF8(let path, _), .lineTooLong(let path, _, _):
      path
    }
  }

  /// The finding as text; `area` begins its code: `events` or `answers`.
  public func diagnostic(area: String) -> Diagnostic {
    switch self {
    case .system(let attempt, let path, let errno):
      Diagnostic(
        "\(area).unreadable", .error, "cannot \(attempt): \(Self.systemText(errno))",
        at: TextLocation(file: path))
    case .notARegularFile(let path):
      Diagnostic(
        "\(area).unreadable", .error, "this is not a regular file",
        at: TextLocation(file: path), hint: "save the table to a file first, and name that file")
    case .empty(let path):
      Diagnostic(
        "\(area).empty-file", .error, "the file is empty", at: TextLocation(file: path),
        hint: "a table begins with a line of column names")
    case .binary(let path, let offset):
      Diagnostic(
        "\(area).binary-file", .error,
        "this is not a text file: byte \(offset + 1) is one that no text has",
        at: TextLocation(file: path), hint: "export the table as CSV in UTF-8, plain or gzipped")
    case .brokenCompression(let path, let detail):
      Diagnostic(
        "\(area).broken-compression", .error, "the gzip file is damaged or cut short (\(detail))",
        at: TextLocation(file: path), hint: "copy or download the file again")
    case .notUTF8(let path, let line):
      Diagnostic(
        "\(area).not-utf8", .error, "the line of column names is not UTF-8 text",
        at: TextLocation(file: path, line: line), hint: "save the file in UTF-8")
    case .lineTooLong(let path, let line, let limit):
      Diagnostic(
        "\(area).line-too-long", .error, "the line is longer than \(limit) bytes",
        at: TextLocation(file: path, line: line),
        hint: "make sure that the file is a table with one record a line")
    }
  }

  static func systemText(_ code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }
}
