import Foundation
import Glibc

/// Generates logs and measures Waymark on them; prints one JSON object per result.
@main
enum Bench {
  static let usage = """
    usage: bench generate --rows N [--seed S] OUT.csv
           bench import LOG.csv FOLDER      into a fresh folder
           bench refresh FOLDER [N]         each question N times (default 5)
           bench draw [N]                   a large map to SVG, cold once and warm N times (default 9)
           bench worker FOLDER              questions on standard input, one line of JSON for each
    """

  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
      exit(error is BenchError ? 2 : 1)
    }
  }

  private static func run(_ arguments: [String]) throws {
    switch arguments.first {
    case "generate": try generate(Array(arguments.dropFirst()))
    case "import" where arguments.count == 3:
      try JSONLine.print(try ImportRun(file: arguments[1], into: arguments[2]))
    case "refresh" where arguments.count == 2 || arguments.count == 3:
      try refresh(arguments[1], times: arguments.count == 3 ? Int(arguments[2]) : 5)
    case "draw" where arguments.count <= 2:
      guard let times = arguments.count == 2 ? Int(arguments[1]) : 9, times > 0 else {
        throw BenchError.usage(usage)
      }
      try JSONLine.print(DrawingRun.run(times: times))
    case "worker" where arguments.count == 2:
      try Worker(run: RefreshRun(folder: arguments[1])).serve()
    default: throw BenchError.usage(usage)
    }
  }

  private static func refresh(_ folder: String, times: Int?) throws {
    guard let times, times > 0 else { throw BenchError.usage(usage) }
    let run = try RefreshRun(folder: folder)
    for question in RefreshQuestion.allCases {
      for _ in 0..<times { try JSONLine.print(try run.time(question)) }
    }
  }

  private static func generate(_ arguments: [String]) throws {
    var (rows, seed, path): (Int?, UInt64, String?) = (nil, 1, nil)
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--rows": rows = rest.popFirst().flatMap { Int($0) }
      case "--seed":
        guard let given = rest.popFirst().flatMap({ UInt64($0) }) else {
          throw BenchError.usage(usage)
        }
        seed = given
      default: path = argument
      }
    }
    guard let rows, rows > 0, let path else { throw BenchError.usage(usage) }
    try JSONLine.print(try GeneratedFile.write(rows: rows, seed: seed, to: path))
  }
}
