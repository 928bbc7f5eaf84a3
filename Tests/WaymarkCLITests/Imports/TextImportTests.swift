import Foundation
import Testing

/// `waymark export --as text`, a change in a text editor, `waymark import text`.
struct TextImportTests {
  let folder: TemporaryFolder
  let shop: String
  init() throws {
    folder = try TemporaryFolder()
    shop = try Samples.copy(of: Samples.shop, in: folder)
  }

  private func export(_ name: String) throws -> String {
    let out = folder.path(name)
    #expect(try Tool.run("export", "--as", "text", shop, out).code == 0)
    return out
  }

  @Test func `what was written out comes back without a change`() throws {
    let run = try Tool.run("import", "text", shop, try export("same"))
    #expect(run.code == 0)
    #expect(run.out == "0 documents changed\n")
  }

  @Test func `a binding that was changed in the text counts from then on`() throws {
    let out = try export("changed")
    let file = "\(out)/bindings.yaml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let rules = try #require(text.range(of: "rules:\n") ?? text.range(of: "bindings:\n"))
    // Only the first rule is kept.
    let items = text[rules.upperBound...].components(separatedBy: "\n  - ")
    try (String(text[..<rules.upperBound]) + items[0] + "\n").write(
      toFile: file, atomically: true, encoding: .utf8)
    let before = try Tool.run("analyze", "stages", shop)
    let run = try Tool.run("import", "text", shop, out)
    #expect(run.code == 0, "\(run.err)")
    #expect(run.out.contains("bindings.yaml") && run.out.contains("1 document changed"))
    let after = try Tool.run("analyze", "stages", shop)
    #expect(before.out != after.out)
  }

  @Test func `text with errors changes nothing`() throws {
    let out = try export("broken")
    try "format: 1\nname: [\n".write(
      toFile: "\(out)/maps/first-order.yaml", atomically: true, encoding: .utf8)
    let run = try Tool.run("import", "text", shop, out)
    #expect(run.code == 3)
    #expect(run.err.contains("first-order.yaml"))
    #expect(
      try Tool.run("import", "text", shop, try export("again")).out == "0 documents changed\n")
  }
}
