import Foundation
import Testing

/// The browser has this model too, in TypeScript; these files hold the two together.
@Suite struct BrowserModelTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func `the browser's tests replay what this model does`() throws {
    try Self.compare(BrowserVectors.text(), "Tests/Fixtures/editing/vectors.json")
  }

  @Test func `the browser knows the schema of every kind of object`() throws {
    try Self.compare(BrowserSchema.text(), "Web/src/core/model/schema.ts")
  }

  private static func compare(_ expected: String, _ path: String) throws {
    let file = root.appending(path: path)
    let found = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    if found != expected, ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(expected.utf8).write(to: file)
    }
    let isSame = found == expected
    #expect(
      isSame, "run `UPDATE_GOLDEN=1 swift test --filter BrowserModel` and look at \(path)")
  }
}
