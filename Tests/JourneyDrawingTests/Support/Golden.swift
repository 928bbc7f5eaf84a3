import Foundation
import Picture
import Testing

/// Compares with a file in `Golden/`; `UPDATE_GOLDEN=1` rewrites it and fails.
func expectGolden(_ text: String, _ name: String) throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Golden").appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try Data(text.utf8).write(to: file)
    Issue.record("rewrote \(name): look at the difference and run again without UPDATE_GOLDEN")
    return
  }
  let known = try String(contentsOf: file, encoding: .utf8)
  if known != text {
    let pairs = zip(known.split(separator: "\n"), text.split(separator: "\n"))
    let first = pairs.first { $0 != $1 }
    Issue.record(
      "\(name) differs: expected \(first?.0 ?? "another length"), got \(first?.1 ?? "another length")"
    )
  }
}

/// Both goldens of a drawing: the scene, then its ink.
func expectGoldens(_ scene: Scene, _ name: String) throws {
  try expectGolden(scene.plainText, name + ".scene.txt")
  try expectGolden(
    String(decoding: SVGWriter(.adaptive).write(scene), as: UTF8.self), name + ".svg")
}
