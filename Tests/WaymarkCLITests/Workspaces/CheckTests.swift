import Foundation
import Testing

/// `waymark check` as a compiler for maps.
struct CheckTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private static let map = """
    format: 1
    name: Orders
    stages:
      - id: choose
        name: Choose
    lanes:
      - role: barrier
        cards:
          chose:
            - text: Too many alike

    """

  private func broken() throws -> String {
    let path = try Samples.blankText(in: folder)
    try folder.write(Self.map, to: "workspace/maps/orders.yaml")
    return path
  }

  @Test func `a finding has its place, its code and a hint`() throws {
    let path = try broken()
    let run = try Tool.run("check", path)
    #expect(run.code == 1)
    #expect(run.err.isEmpty)
    #expect(run.out.contains("workspace/maps/orders.yaml:9:7: error: "))
    #expect(run.out.contains("[map.unknown-reference]"))
    #expect(run.out.contains("hint: did you mean 'choose'?"))
  }

  @Test func `the same findings come as JSON and as SARIF`() throws {
    let path = try broken()
    let json = try Tool.run("check", path, "--format", "json")
    #expect(json.code == 1)
    let findings = try json.decoded(as: Findings.self)
    let unknown = try #require(findings.findings.first { $0.code == "map.unknown-reference" })
    #expect(unknown.line == 9 && unknown.column == 7 && unknown.severity == "error")
    #expect(findings.errors == findings.findings.count { $0.severity == "error" })

    let sarif = try Tool.run("check", path, "--format", "sarif")
    #expect(sarif.code == 1)
    let log = try #require(sarif.json as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == findings.findings.count)
    #expect(results.compactMap { $0["ruleId"] as? String } == findings.findings.map(\.code))
    let rules = ((run["tool"] as? [String: Any])?["driver"] as? [String: Any])?["rules"]
    let codes = Set((rules as? [[String: Any]] ?? []).compactMap { $0["id"] as? String })
    #expect(codes.isSuperset(of: findings.findings.map(\.code)))
  }

  @Test func `one file is checked with the workspace around it, and alone with a note`() throws {
    let path = try broken()
    let inside = try Tool.run("check", "\(path)/maps/orders.yaml")
    #expect(inside.code == 1)
    #expect(inside.out.contains(":9:7: error: "))
    let alone = try folder.write(
      """
      format: 1
      name: Orders
      product: shelves
      audience: cooks
      personas: [olena]
      purpose:
        why: To see it
        problem: Nobody sees it
        expectedOutcome: All see it
      stages:
        - id: choose
          name: Choose
          goal: The right one
      lanes:
        - role: goal
          name: Goals

      """, to: "alone/orders.yaml")
    let run = try Tool.run("check", alone)
    #expect(run.code == 0, "\(run.out)")
    #expect(run.out.contains("[notation.unresolved]"))
  }

  @Test func `maps that open each other up in a circle are a finding`() throws {
    let path = try Samples.blankText(in: folder)
    for (name, other) in [("one", "two"), ("two", "one")] {
      try folder.write(
        """
        format: 1
        name: Map \(name)
        parent:
          map: \(other)
          step: s
        stages:
          - id: s
            name: Stage
        lanes:
          - role: action
            name: Actions

        """, to: "workspace/maps/\(name).yaml")
    }
    let run = try Tool.run("check", path, "--format", "json")
    #expect(run.code == 1)
    let findings = try run.decoded(as: Findings.self).findings
    #expect(
      findings.contains { $0.code == "map.parent-cycle" && $0.severity == "error" }, "\(run.out)")
    // The pages and pictures still come: a circle must not run away.
    #expect(try Tool.run("render", path, "--map", "one", "-o", folder.path("one.svg")).code == 0)
  }

  @Test func `aliases are refused at once`() throws {
    let path = try Samples.blankText(in: folder)
    var text = "format: 1\nname: &a [x, x, x, x, x, x, x, x, x]\n"
    for letter in "bcdefghi" {
      let before = String(UnicodeScalar(letter.asciiValue! - 1))
      text += "\(letter): &\(letter) [*\(before), *\(before), *\(before), *\(before)]\n"
    }
    try folder.write(text, to: "workspace/maps/bomb.yaml")
    let run = try Tool.run("check", path)
    #expect(run.code == 1)
    #expect(run.out.contains("[notation.alias]"))
  }

  @Test func `a workspace of a newer format is refused with exit code 4`() throws {
    let path = try Samples.blank(in: folder)
    let settings = try folder.text("workspace/waymark.yaml")
    try folder.write(
      settings.replacingOccurrences(of: "format: 1", with: "format: 99"),
      to: "workspace/waymark.yaml")
    for words in [
      ["check", path], ["verify", path], ["analyze", "overview", path], ["serve", path],
    ] {
      let run = try Tool.run(words)
      #expect(run.code == 4, "\(words)")
      #expect((run.err + run.out).contains("newer version"))
    }
  }

  @Test func `a workspace without anything to mend passes, with advice or without`() throws {
    let run = try Tool.run("check", try Samples.pram.get())
    #expect(run.code == 0 || run.code == 1)
    #expect(!run.out.contains(": error: "))
  }
}
