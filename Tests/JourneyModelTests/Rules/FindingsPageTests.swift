import Diagnostics
import Foundation
import JourneyModel
import Testing

@Suite struct FindingsPageTests {
  @Test func `docs say what every code of the model means`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appending(path: "docs/findings.md")
    let page = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let expected = FindingsPage.section(
      "the model", title: "Maps and the library", codes: ModelRules.codes)
    let actual = FindingsPage.section("the model", of: page)
    if actual != expected, ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      let updated = FindingsPage.replacing("the model", with: expected, in: page)
      try updated.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(actual == expected, "run the tests with UPDATE_GOLDEN=1 and look at docs/findings.md")
  }
}
