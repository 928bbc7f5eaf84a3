import Diagnostics
import JourneyFormats
import Foundation
import Testing

@Suite struct AnswerCodesTests {
  @Test func `docs say what every code of answer files means`() throws {
    let folder = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in
      url.deletingLastPathComponent()
    }
    let file = folder.appending(path: "docs/findings.md")
    let page = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let expected = FindingsPage.section(
      "answer files", title: "Answer files", codes: AnswerFileError.codes)
    let actual = FindingsPage.section("answer files", of: page)
    if actual != expected, ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      let updated = FindingsPage.replacing("answer files", with: expected, in: page)
      try updated.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(actual == expected, "run the tests with UPDATE_GOLDEN=1 and look at docs/findings.md")
  }
}
