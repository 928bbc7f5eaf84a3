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
    func found(
      _ slug: String, variant: String = "", _ values: [String: any Sayable] = [:], line: Int = 1
    ) -> Diagnostic {
      Diagnostic(
        "\(area).\(slug)", .error, as: "file.\(slug)", variant: variant, values,
        at: TextLocation(file: path, line: line))
    }
    return switch self {
    case .system(let attempt, _, let errno):
      found("unreadable", ["attempt": Saying.attempt(attempt), "reason": Self.systemText(errno)])
    case .notARegularFile: found("unreadable", variant: "not-regular")
    case .empty: found("empty-file")
    case .binary(_, let offset): found("binary-file", ["byte": offset + 1])
    case .brokenCompression(_, let detail): found("broken-compression", ["detail": detail])
    case .notUTF8(_, let line): found("not-utf8", line: line)
    case .lineTooLong(_, let line, let limit):
      found("line-too-long", ["limit": limit], line: line)
    }
  }

  static func systemText(_ code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }
}
