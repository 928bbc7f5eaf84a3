import Foundation
import Testing

/// Real logs of the repository, and workspaces that hold them.
enum Samples {
  static let fixtures = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  static func fixture(_ name: String) -> String { fixtures.appendingPathComponent(name).path }

  static func reference<Value: Decodable>(_ name: String, as: Value.Type) throws -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(
      Value.self, from: Data(contentsOf: fixtures.appendingPathComponent("reference/\(name).json")))
  }

  /// Made once and only read by the tests that use them.
  static let shop: Result<String, any Error> = Result { try made("demo", "shop") }
  static let pram: Result<String, any Error> = Result { try made("demo", "pram") }
  static let patients: Result<String, any Error> = Result {
    let path = try made("init")
    let run = try Tool.run(
      "import", "events", path, fixture("data/patients.csv"), "--case", "patient", "--activity",
      "handling", "--where", "registration_type=complete")
    guard run.code == 0 else { throw Failed(text: run.err) }
    return path
  }

  struct Failed: Error { var text: String }

  /// Folders of shared workspaces, removed when the tests' process ends.
  private static let folder: Result<TemporaryFolder, any Error> = Result {
    let folder = try TemporaryFolder()
    removedAtExit = folder.path
    atexit {
      if let path = Samples.removedAtExit { try? FileManager.default.removeItem(atPath: path) }
    }
    return folder
  }
  nonisolated(unsafe) private static var removedAtExit: String?

  private static func made(_ words: String...) throws -> String {
    let path = try folder.get().path(UUID().uuidString)
    let run = try Tool.run(words + [path])
    guard run.code == 0 else { throw Failed(text: run.err) }
    return path
  }

  /// A copy of a shared workspace, for a test that changes it.
  static func copy(of shared: Result<String, any Error>, in folder: TemporaryFolder) throws
    -> String
  {
    let path = folder.path("workspace")
    try FileManager.default.copyItem(atPath: shared.get(), toPath: path)
    return path
  }

  /// The text form of a shared workspace, for a test that edits its files.
  static func textCopy(
    of shared: Result<String, any Error>, in folder: TemporaryFolder
  ) throws -> String {
    let path = folder.path("workspace")
    let run = try Tool.run("export", try shared.get(), "--as", "text", path)
    guard run.code == 0 else { throw Failed(text: run.err) }
    return path
  }

  /// A new workspace of text files.
  static func blankText(in folder: TemporaryFolder) throws -> String {
    let made = folder.path("made")
    let run = try Tool.run("init", made)
    guard run.code == 0 else { throw Failed(text: run.err) }
    return try textCopy(of: .success(made), in: folder)
  }

  /// A new workspace without events.
  static func blank(in folder: TemporaryFolder) throws -> String {
    let path = folder.path("workspace")
    let run = try Tool.run("init", path)
    guard run.code == 0 else { throw Failed(text: run.err) }
    return path
  }
}
