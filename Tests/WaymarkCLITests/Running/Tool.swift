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
  static func run(_ arguments: String..., in folder: TemporaryFolder? = nil) throws -> Run {
    try run(arguments, in: folder)
  }

  static func run(_ arguments: [String], in folder: TemporaryFolder? = nil) throws -> Run {
    let outputs = try TemporaryFolder()
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = folder.url }
    process.standardInput = FileHandle.nullDevice
    // Files and not pipes: nothing has to be read while the program runs.
    process.standardOutput = try outputs.fileForWriting("out")
    process.standardError = try outputs.fileForWriting("err")
    try process.run()
    process.waitUntilExit()
    return Run(
      code: process.terminationReason == .exit ? process.terminationStatus : -1,
      out: try outputs.text("out"), err: try outputs.text("err"))
  }
}
