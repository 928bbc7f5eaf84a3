import Foundation
import Testing

/// Compares a text with a file beside the tests; with `UPDATE_GOLDEN=1` it rewrites the file and fails.
func expectGolden(
  _ actual: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    name)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try actual.write(to: file, atomically: true, encoding: .utf8)
    Issue.record(
      "rewrote \(name); look at the change and run again", sourceLocation: sourceLocation)
    return
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  if actual == expected { return }
  let lines = zip(actual.split(separator: "\n"), expected.split(separator: "\n"))
  let difference = lines.first { $0 != $1 }
  Issue.record(
    """
    \(name) differs; UPDATE_GOLDEN=1 rewrites it
    now:    \(difference?.0 ?? "a different number of lines")
    golden: \(difference?.1 ?? "")
    """, sourceLocation: sourceLocation)
}
