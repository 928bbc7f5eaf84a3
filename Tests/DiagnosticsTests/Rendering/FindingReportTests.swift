import Diagnostics
import Foundation
import Testing

@Suite struct FindingReportTests {
  let findings = [
    Diagnostic("workspace.goal-unbound", .note, verbatim: "no rule binds 'order'"),
    Diagnostic(
      "map.unknown-reference", .error, verbatim: "there is no stage 'dicsover'",
      at: TextLocation(file: "maps/shop.yaml", line: 14, column: 9),
      hint: "did you mean 'discover'?", subject: "advert"),
    Diagnostic(
      "map.stage-without-goal", .warning, verbatim: "stage 'Buy' has no goal",
      at: TextLocation(file: "maps/shop.yaml", line: 9, column: 3)),
    Diagnostic(
      "map.time-frame-inverted", .error, verbatim: "5 to 2 days",
      at: TextLocation(file: "maps/shop.yaml", line: 9, column: 3)),
  ]

  @Test func `text reads like a compiler's and ends with the counts`() {
    #expect(
      FindingReport(findings).text() == """
        maps/shop.yaml:9:3: error: 5 to 2 days [map.time-frame-inverted]
        maps/shop.yaml:9:3: warning: stage 'Buy' has no goal [map.stage-without-goal]
        maps/shop.yaml:14:9: error: there is no stage 'dicsover' [map.unknown-reference]
          hint: did you mean 'discover'?
        note: no rule binds 'order' [workspace.goal-unbound]
        2 errors, 1 warning and 1 note

        """)
    #expect(FindingReport([]).text() == "no findings\n")
    #expect(FindingReport([findings[2]]).summary == "1 warning")
  }

  @Test func `the order of equal findings is the order they were given in`() {
    var twins = [findings[0], findings[0]]
    twins[0].subject = "b"
    twins[1].subject = "a"
    #expect(FindingReport(twins).diagnostics == twins)
  }

  @Test func `text cannot steer a terminal`() {
    let hostile = Diagnostic("map.empty-name", .note, verbatim: "\u{1B}[2Jgone\nnext\u{202E}")
    #expect(
      FindingReport([hostile]).text() == """
        note: \\u{1b}[2Jgone next\\u{202e} [map.empty-name]
        1 note

        """)
  }

  @Test func `JSON carries every field and survives any text`() throws {
    var hostile = findings
    hostile.append(
      Diagnostic(
        "map.empty-name", .note, verbatim: "a \"quote\" \\ \u{0}\u{1F}\u{2028} і 🙂\n",
        at: TextLocation(file: "мапа 1.yaml")))
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(FindingReport(hostile).json().utf8))
        as? [String: Any])
    let list = try #require(object["findings"] as? [[String: Any]])
    #expect(object["errors"] as? Int == 2)
    #expect(object["notes"] as? Int == 2)
    #expect(list.count == 5)
    #expect(list[2]["hint"] as? String == "did you mean 'discover'?")
    #expect(list[2]["line"] as? Int == 14)
    #expect(list[2]["subject"] as? String == "advert")
    #expect(list[3]["message"] as? String == "a \"quote\" \\ \u{0}\u{1F}\u{2028} і 🙂\n")
    #expect(list[4]["file"] == nil)
  }

  @Test func `SARIF names its rules, levels and places in code points`() throws {
    let codes = [
      FindingCode(
        "map.unknown-reference", .error, meaning: "Nothing has this id.", remedy: "Mend the id.")
    ]
    var placed = findings
    placed.append(
      Diagnostic(
        "map.empty-name", .note, verbatim: "без назви",
        at: TextLocation(file: "мапа 1.yaml", line: 2, column: 7)))
    let text = FindingReport(placed).sarif(version: "0.1.0", codes: codes) { place in
      place.file == "мапа 1.yaml" ? "назва: ''" : nil
    }
    let log = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == 5)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    }
    let unknown = try #require(results.first { $0["ruleId"] as? String == "map.unknown-reference" })
    #expect(unknown["level"] as? String == "error")
    let help = try #require(
      rules.first { $0["id"] as? String == "map.unknown-reference" }?["help"] as? [String: Any])
    #expect(help["text"] as? String == "Mend the id.")

    let cyrillic = try #require(results.first { $0["ruleId"] as? String == "map.empty-name" })
    let place = try #require(
      (cyrillic["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
    let artifact = try #require(place["artifactLocation"] as? [String: Any])
    #expect(artifact["uri"] as? String == "%D0%BC%D0%B0%D0%BF%D0%B0%201.yaml")
    let region = try #require(place["region"] as? [String: Any])
    // Column 7 in bytes is the fourth letter.
    #expect(region["startColumn"] as? Int == 4)
    #expect(region["startLine"] as? Int == 2)
  }

  @Test func `a SARIF fingerprint stays when lines move and differs between findings`() throws {
    func fingerprints(_ diagnostics: [Diagnostic]) throws -> [String] {
      let text = FindingReport(diagnostics).sarif(version: "1", codes: [])
      let log = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      let run = try #require((log["runs"] as? [[String: Any]])?.first)
      let results = try #require(run["results"] as? [[String: Any]])
      return try results.map {
        try #require(($0["partialFingerprints"] as? [String: String])?["waymarkFinding/v1"])
      }
    }
    var moved = findings
    for index in moved.indices { moved[index].location?.line += 100 }
    let before = try fingerprints(findings + [findings[0]])
    #expect(try fingerprints(moved + [moved[0]]) == before)
    #expect(Set(before).count == before.count)
  }
}
