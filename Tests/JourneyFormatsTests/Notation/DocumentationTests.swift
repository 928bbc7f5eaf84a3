import Diagnostics
import Foundation
import JourneyFormats
import JourneyModel
import Testing

@Suite struct DocumentationTests {
  /// The files that `docs/notation.md` shows: blocks that begin with "```yaml PATH".
  private func examples() throws -> [DocumentText] {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../docs/notation.md")
    var files: [DocumentText] = []
    var open: (document: WorkspaceDocument, text: String)?
    for line in try String(contentsOf: page, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if let block = open {
        if line == "```" {
          files.append(DocumentText(block.document, block.text))
          open = nil
        } else {
          open = (block.document, block.text + line + "\n")
        }
      } else if line.hasPrefix("```yaml ") {
        let path = String(line.dropFirst("```yaml ".count))
        open = (try #require(WorkspaceDocument(path: path), "\(path)"), "")
      }
    }
    return files
  }

  @Test func `the workspace on the page of the notation reads without a finding and round-trips`()
    throws
  {
    let files = try examples()
    #expect(files.count == 6)
    let read = Notation.read(files)
    #expect(read.diagnostics == [])
    let sourced = try #require(read.value)
    let again = Notation.read(Notation.print(sourced.value)).value?.value == sourced.value
    #expect(again)
    let day = try #require(CalendarDate(year: 2026, month: 3, day: 9))
    let warnings = sourced.findings(today: day).filter { $0.severity != .note }.map(\.code)
    #expect(warnings == ["map.contradicted-card"], "the example shows what evidence can do")
  }

  @Test func `the printed form of the example is the golden one`() throws {
    let read = try #require(Notation.read(examples()).value)
    let printed = Notation.print(read.value).map { file in
      "==> \(file.document.path)\n" + String(decoding: file.bytes, as: UTF8.self)
    }.joined(separator: "\n")
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/example-workspace.txt")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(printed.utf8).write(to: golden)
      Issue.record("the golden file was rewritten")
    }
    #expect(try String(contentsOf: golden, encoding: .utf8) == printed)
  }

  @Test func `every role, kind and key word of the notation is on its page`() throws {
    let page = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../docs/notation.md"), encoding: .utf8)
    let words =
      LaneRole.allCases.map(\.rawValue) + Evidence.Kind.allCases.map(\.rawValue)
      + JourneyMap.Kind.allCases.map(\.rawValue) + JourneyMap.State.allCases.map(\.rawValue)
      + Card.Status.allCases.map(\.rawValue) + Touchpoint.Ownership.allCases.map(\.rawValue)
    for word in words {
      #expect(page.contains("`\(word)`") || page.contains(" \(word)\n"), "\(word)")
    }
  }

  @Test func `docs say what every code of the notation means`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/findings.md")
    let page = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let expected = FindingsPage.section(
      "the notation", title: "Files and their text", codes: NotationCode.codes)
    let actual = FindingsPage.section("the notation", of: page)
    if actual != expected, ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      let updated = FindingsPage.replacing("the notation", with: expected, in: page)
      try updated.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(actual == expected, "run the tests with UPDATE_GOLDEN=1 and look at docs/findings.md")
  }
}
