import Glibc

/// What went wrong, in words.
enum BenchError: Error, CustomStringConvertible {
  case usage(String)
  case system(String, Int32)

  var description: String {
    switch self {
    case .usage(let text): text
    case .system(let attempt, let code): "cannot \(attempt): \(String(cString: strerror(code)))"
    }
  }
}
