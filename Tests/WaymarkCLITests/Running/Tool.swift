import Foundation

/// The built program, run as a person or a script runs it.
enum Tool {
  struct Run {
    var code: Int32
    var out: String
    var err: String

    var json: Any? { try? JSONSerialization.jsonObject(with: Data(out.utf8)) }
    func decoded<Value: Decodable>(as type: Value.Type) throws -> Value {
      try JSONDecoder().decode(type, from: Data(out.utf8))
    }
  }

  /// Beside the program of the tests: SwiftPM puts all products of a build into one folder.
  static let url = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("waymark")

  /// Runs the program to its end.
  static func run(_ arguments: String...) throws -> Run { try run(arguments) }

  static func run(_ arguments: [String]) throws -> Run {
    // Files and not pipes: nothing has to be read while the program runs.
    let outputs = try TemporaryFolder()
    let code = try Child(
      arguments, out: outputs.path("out"), err: outputs.path("err")
    ).waitForEnd()
    return Run(code: code, out: try outputs.text("out"), err: try outputs.text("err"))
  }
}
